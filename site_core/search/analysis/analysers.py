"""
What words are found by, language by language, with what there is: the best analyser first (docs/features/search.md).

Nothing is loaded before it is asked for; `load` asks for all, before processes are forked.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from site_core.search.analysis import endings
from site_core.search.analysis.dictionaries import Dictionary, morfeusz, pymorphy, snowball
from site_core.search.analysis.english import BASE
from site_core.search.analysis.folding import fold
from site_core.search.analysis.polish import with_its_letters

KEYS_SCHEME = 1
"""Raised when the same analysers give other keys than before."""

_SNOWBALL = {
    "pl": "polish",
    "en": "english",
    "ru": "russian",
    "ar": "arabic",
    "es": "spanish",
    "de": "german",
    "fr": "french",
    "it": "italian",
    "tr": "turkish",
    "lt": "lithuanian",
    "hi": "hindi",
    "fa": "persian",
}
_LATIN, _CYRILLIC, _ARABIC = ("pl", "en"), ("uk", "be", "ru"), ("ar",)
LANGUAGES_SEARCHED = (*_LATIN, *_CYRILLIC, *_ARABIC)
"""Any question may be in one of these, whatever its reader reads."""


@dataclass(frozen=True, slots=True)
class Analyser:
    """
    `stems` takes a word of `words_of` and answers what it is found by, not folded yet.

    `knows`: is it a word, spelt rightly? No language without a dictionary can tell.
    """

    edition: str
    stems: Callable[[str], Collection[str]]
    knows: Callable[[str], bool] = lambda word: False


def analyser_of(code: str) -> Analyser:
    """Of a language; easy language (pl-simple) is analysed as its language is."""
    return _analyser(code.split("-")[0])


@cache
def _analyser(language: str) -> Analyser:
    if language == "pl" and (polish := morfeusz()):
        return _with_stems_of_unknown(polish, snowball("polish"))
    if language in ("uk", "ru") and (words := pymorphy(language)):
        return Analyser(words.edition, words.lemmas, words.knows)
    if language == "uk":
        return Analyser("endings uk", lambda word: (endings.ukrainian(fold(word)),))
    if language == "be":
        return Analyser("endings be", lambda word: (endings.belarusian(fold(word)),))
    rules = snowball(_SNOWBALL.get(language, ""))
    if language == "ar":
        return Analyser("endings ar", lambda word: (endings.arabic(fold(word)),))
    if rules is None:
        return Analyser("", lambda word: ())
    if language == "en":
        return Analyser(
            rules.edition, lambda word: rules.lemmas(BASE.get(base := word.removesuffix("'s"), base))
        )
    return Analyser(rules.edition, rules.lemmas)


def _with_stems_of_unknown(words: Dictionary, rules: Dictionary | None) -> Analyser:
    def stems(word: str) -> Collection[str]:
        known = words.lemmas(word) or with_its_letters(word, words.lemmas)
        return known or (rules.lemmas(word) if rules else ())

    return Analyser(f"{words.edition}, {rules.edition if rules else ''}", stems, words.knows)


@lru_cache(maxsize=60_000)
def keys_of(word: str, code: str) -> tuple[str, ...]:
    """What a word of `words_of` is found by in this language: "mowy" → ("0mowa",). In a fixed order."""
    stems = {fold(stem.casefold()) for stem in analyser_of(code).stems(word)}
    return tuple(sorted(f"0{stem}" for stem in stems if stem.isalnum()))


def found_by(word: str, codes: Iterable[str]) -> tuple[str, ...]:
    """A word of `words_of`, folded, then its keys in each of these languages, in a fixed order."""
    return (fold(word), *(key for code in codes for key in keys_of(word, code)))


def languages_of_script(word: str) -> tuple[str, ...]:
    """The languages that a word typed in a search box may be in, by its letters."""
    if any("\u0400" <= letter <= "\u04ff" for letter in word):
        return _CYRILLIC
    if any("\u0600" <= letter <= "\u06ff" for letter in word):
        return _ARABIC
    return _LATIN


def edition() -> str:
    """Which analysers there are. An index that was made by others has to be made anew."""
    parts = (f"{code}: {analyser_of(code).edition}" for code in LANGUAGES_SEARCHED)
    return f"{KEYS_SCHEME}; {'; '.join(parts)}"


def load(codes: Iterable[str] = LANGUAGES_SEARCHED) -> None:
    """Before the first query, and before processes are forked, so that they share it."""
    for code in codes:
        analyser_of(code)
