"""The words of a text, alike for what is indexed and what is asked."""

import re
import unicodedata
from collections.abc import Iterator

# Marks that change no word: stress, vowel signs, tatweel, directions, soft hyphens, joiners.
_MARKS = "\u00ad\u0300-\u036f\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_NO_LETTERS = re.compile(f"[{_MARKS}]")
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ‘`´ʹ＇", "'"))
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
WORD_SHOWN = re.compile(rf"\w[\w{_MARKS}]*(?:['’ʼ‘`´ʹ＇][\w{_MARKS}]+)*")
"""A word where it stands in a text, with its marks and apostrophes; `words_of` makes of it what the index has."""

_CYRILLIC, _LATIN = re.compile("[\u0400-\u04ff]"), re.compile("[a-z]")
_LOOK_ALIKE = str.maketrans("aceiopxykmhtb", "асеіорхукмнтв")

LONGEST = 60
"""Characters. Longer than any word of these languages; what is longer is an address or an attack."""


def words_of(text: str) -> Iterator[str]:
    """
    In small letters, with their diacritics, and ' for every apostrophe. What is joined by a hyphen is several words.

    "Комп’ютер – to nie „szkoła”!" → "комп'ютер", "to", "nie", "szkoła"
    """
    plain = _NO_LETTERS.sub("", unicodedata.normalize("NFC", text)).translate(_APOSTROPHES).casefold()
    return (in_one_script(found.group()[:LONGEST]) for found in _WORD.finditer(plain))


def in_one_script(word: str) -> str:
    """A Cyrillic word with Latin letters that look like its own, as keyboards without і make them: колi."""
    if word.isascii() or not _CYRILLIC.search(word) or not _LATIN.search(word):
        return word
    changed = word.translate(_LOOK_ALIKE)
    return word if _LATIN.search(changed) else changed
