"""The words of a question, each with all it may be found by."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from site_core.languages.chains import NOBODYS_FALLBACK
from site_core.search.analysis.analysers import (
    LANGUAGES_SEARCHED,
    analyser_of,
    keys_of,
    languages_of_script,
)
from site_core.search.analysis.folding import fold
from site_core.search.analysis.keyboards import on_other_keyboards
from site_core.search.analysis.words import words_of
from site_core.search.asking.common_words import COMMON
from site_core.search.curated.edition import edition
from site_core.search.index.expressions import Expression, Key, any_of
from site_core.search.query import MAX_CHARACTERS, MAX_WORDS
from site_core.search.vocabulary import keys_of_folded


@dataclass(slots=True)
class AskedWord:
    """
    `keys`: in every language that it may be a word of, and of the words of the site that are spelt like it.

    `known`: some page has it, or a dictionary. `on_keyboards`: of a word that no dictionary has, the words that the
    same keys write in other scripts. `beside`: words like "and" of the same question, folded, which were left out.
    """

    text: str
    folded: str
    languages: tuple[str, ...]
    keys: set[str] = field(default_factory=set)
    known: bool = False
    on_keyboards: list["AskedWord"] = field(default_factory=list)
    beside: frozenset[str] = frozenset()

    @property
    def all_keys(self) -> set[str]:
        return {self.folded, *self.keys}

    @property
    def wanted(self) -> Expression:
        return any_of([Key(text) for text in sorted(self.all_keys)])


def asked_words(text: str, reader: str) -> list[AskedWord]:
    """Of a question in the language that a reader reads in, at most a dozen; one query."""
    asked = analysed_words(text, reader)
    complete(asked)
    return asked


def analysed_words(text: str, reader: str) -> list[AskedWord]:
    """
    The same as far as dictionaries know them, without asking what words the site has.

    Words like "and" are left out, unless there are no others.
    """
    words = [word for word in words_of(text[:MAX_CHARACTERS]) if fold(word).isalnum()]
    telling = [word for word in words if fold(word) not in COMMON]
    asked = [analysed(word, reader) for word in (telling or words)[:MAX_WORDS]]
    common = frozenset(fold(word) for word in words) & COMMON
    for word in asked:
        word.beside = common
        word.on_keyboards = [] if word.known else on_another_keyboard(word.text, reader)
    return asked


def analysed(word: str, reader: str) -> AskedWord:
    """A word of `words_of`, with what the dictionaries know of it."""
    return _analysed(word, _languages(word, reader))


def on_another_keyboard(word: str, reader: str) -> list[AskedWord]:
    """What the same keys write in another script; never in Russian, unless who asks reads it."""
    return [
        _analysed(other, (code,))
        for code, other in on_other_keyboards(word).items()
        if code == reader or code not in NOBODYS_FALLBACK
    ]


def complete(asked: Sequence[AskedWord]) -> str:
    """
    Add what the words of the site that are spelt alike are found by; answers the edition of what editors have added,
    which comes along. One query, none without words.
    """
    if not asked:
        return ""
    every = [*asked, *(other for word in asked for other in word.on_keyboards)]
    codes = {code for word in every for code in word.languages}
    found = keys_of_folded([word.folded for word in every], codes, along=edition)
    for word in every:
        word.known = word.known or word.folded in found
        word.keys |= found.get(word.folded, set())
    return "".join(found.get("", ()))


def _analysed(word: str, languages: tuple[str, ...]) -> AskedWord:
    known = any(analyser_of(code).knows(word) for code in languages)
    keys = {key for code in languages for key in keys_of(word, code)}
    return AskedWord(word, fold(word), languages, keys, known)


def _languages(word: str, reader: str) -> tuple[str, ...]:
    """By its letters, with the reader's own, unless that is written in others."""
    languages = languages_of_script(word)
    return languages if reader in LANGUAGES_SEARCHED else (*languages, reader)
