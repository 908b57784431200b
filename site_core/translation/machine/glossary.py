"""
The words the site has agreed on, and whether a draft uses them.

Looked at afterwards, and told to whoever reads the draft over. Put into the text beforehand, as placeholders, a term
would come back in the one form it has in the glossary: Polish, Ukrainian and Arabic inflect, and „przez Straż Miejską”
would be "by the City Guard" only by luck. For the same reason a term is recognised by its stems.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bs4 import BeautifulSoup
from django.apps import apps
from django.conf import settings
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
OF_GLOSSARY_BLOCKS = ".term"
"""How the paths of terms in `GlossaryTermBlock` end; no other block has a field of this name."""

SHORT = 3
STEM, ENDING = 0.6, 5
"""Two words are forms of one if that much of the shorter is the same, and no more than that many letters follow."""
ARABIC_PREFIXES = re.compile(r"^(?:و?[فبكل]?ال|ولل|لل|[وبلك])(?=\w{3})")

_vocabularies: list[tuple[str, str]] = []


@dataclass(frozen=True, slots=True)
class Term:
    source: str
    target: str


def register(model: str, name: str) -> None:
    """A room's vocabulary: the label of a translatable model and the field that names its rows."""
    if (model, name) not in _vocabularies:
        _vocabularies.append((model, name))


def terms_in(target: Locale) -> list[Term]:
    """Every agreed term that has words in both languages; one query a vocabulary and one for the glossary."""
    found = {}
    for label, name in _vocabularies:
        rows = apps.get_model(label).objects.filter(
            locale__language_code__in=[settings.LANGUAGE_CODE, target.language_code]
        )
        by_key: dict[object, dict[str, str]] = {}
        for key, code, text in rows.values_list("translation_key", "locale__language_code", name):
            by_key.setdefault(key, {})[code] = text
        for texts in by_key.values():
            if len(texts) > 1:
                found[texts[settings.LANGUAGE_CODE]] = texts[target.language_code]
    blocks = StringTranslation.objects.filter(
        locale=target,
        context__path__endswith=OF_GLOSSARY_BLOCKS,
        has_error=False,
        translation_of__locale__language_code=settings.LANGUAGE_CODE,
    )
    found.update(blocks.values_list("translation_of__data", "data"))
    pairs = [(IN_BRACKETS.sub("", source), IN_BRACKETS.sub("", words)) for source, words in found.items()]
    return [Term(source, words) for source, words in pairs if source.casefold() != words.casefold()]


def terms_missed(source: str, draft: str, terms: Iterable[Term], code: str) -> list[Term]:
    """Terms that the source uses, in whatever form, and the draft does not."""
    said, drafted = words_of(source), words_of(draft, code)
    return [
        term
        for term in terms
        if _uses(said, words_of(term.source)) and not _uses(drafted, words_of(term.target, code))
    ]


def words_of(html: str, code: str = settings.LANGUAGE_CODE) -> list[str]:
    words = [word.casefold() for word in WORD.findall(BeautifulSoup(html, "html.parser").get_text())]
    return [ARABIC_PREFIXES.sub("", word) for word in words] if code == "ar" else words


def _uses(words: list[str], term: list[str]) -> bool:
    """Are forms of all words of the term there, within a few words of each other?"""
    if not term:
        return False
    reach = len(term) + 2
    starts = [number for number, word in enumerate(words) if any(are_forms(word, part) for part in term)]
    return any(
        all(any(are_forms(word, part) for word in words[start : start + reach]) for part in term)
        for start in starts
    )


def are_forms(one: str, other: str) -> bool:
    """
    Could two words be forms of one? „Straży” and „Straż”, „Miejską” and „Miejska”; not „dialog” and „diament”.

    Rather once too often than not: what follows from it is a hint to a person.
    """
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter < SHORT:
        return False
    same = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    return same >= max(SHORT, STEM * shorter) and max(len(one), len(other)) - same <= ENDING
