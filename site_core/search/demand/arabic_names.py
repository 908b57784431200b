"""
Names in Arabic script, which has no capitals: told by given names that are hardly anything else, and by what joins
names.

Not in the list are names that are words of their own: Ali is "on me", Asma "names", Amina "safe", Hassan "good".
Whoever asks for help uses them. So a name made of such words alone is not known for one. A question that is not counted
for nothing costs a number; one that is counted with a name in it costs more.
"""

from collections.abc import Sequence

from site_core.search.analysis.folding import fold

_GIVEN = """
    محمد أحمد محمود مصطفى إبراهيم يوسف عبدالله عبدالرحمن عبدالعزيز عبدالكريم عبدالقادر خالد حسين طارق سمير ياسر هشام
    بلال حمزة أيمن إياد باسل رامي فادي شادي جورج إلياس زكريا موسى عيسى داود سليمان إسماعيل إسحاق هارون عثمان جعفر
    فيصل عدنان غسان مروان سفيان أسامة معاذ مهند بشار لؤي قصي عصام حسام نزار فؤاد إدريس أيوب يونس حاتم زهير
    فاطمة خديجة عائشة زينب مريم سارة ليلى ياسمين رانيا سلمى رنا لينا نادية سعاد رقية مها سناء رشا غادة نجلاء هالة
    سهى ميساء نسرين إسراء آلاء مروة شيماء سوزان سميرة هاجر لبنى ريم رولا لمياء سلوى سميحة نورا سارا مايا
"""
GIVEN_NAMES = frozenset(map(fold, _GIVEN.split()))
_OF_FATHER_OR_SON = frozenset({"بن", "ابو"})
_SERVANT, _ARTICLE = "عبد", "ال"
"""“Servant of the Merciful”, in two words."""


def has_arabic_name(words: Sequence[str]) -> bool:
    """Folded words of a question. One given name alone is nobody's, as one capitalised word is not."""
    if len(words) < 2:
        return False
    return any(
        word in GIVEN_NAMES
        or word in _OF_FATHER_OR_SON
        or (word == _SERVANT and next_word.startswith(_ARTICLE))
        for word, next_word in zip(words, [*words[1:], ""], strict=True)
    )
