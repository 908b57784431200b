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
from site_core.search.index.expressions import Expression, Key, any_of
from site_core.search.query import MAX_CHARACTERS, MAX_WORDS
from site_core.search.vocabulary import keys_of_folded


@dataclass(slots=True)
class AskedWord:
    """
    `keys`: in every language that it may be a word of, and of the words of the site that are spelt like it.

    `known`: some page has it, or a dictionary.
    """

    text: str
    folded: str
    languages: tuple[str, ...]
    keys: set[str] = field(default_factory=set)
    known: bool = False

    @property
    def all_keys(self) -> set[str]:
        return {self.folded, *self.keys}

    @property
    def wanted(self) -> Expression:
        return any_of([Key(text) for text in sorted(self.all_keys)])


def asked_words(text: str, reader: str) -> list[AskedWord]:
    """Of a question in the language that a reader reads in, at most a dozen; one query."""
    asked = analysed_words(text, reader)
    _complete(asked)
    return asked


def analysed_words(text: str, reader: str) -> list[AskedWord]:
    """
    The same as far as dictionaries know them, without asking what words the site has.

    Words like "and" are left out, unless there are no others.
    """
    words = [(word, fold(word)) for word in words_of(text[:MAX_CHARACTERS])]
    words = [(word, folded) for word, folded in words if folded.isalnum()]
    telling = [(word, folded) for word, folded in words if folded not in COMMON]
    return [
        _analysed(word, folded, _languages(word, reader)) for word, folded in (telling or words)[:MAX_WORDS]
    ]


def _complete(asked: Sequence[AskedWord]) -> None:
    """Add what the words of the site that are spelt alike are found by; one query."""
    if not asked:
        return
    codes = {code for word in asked for code in word.languages}
    found = keys_of_folded([word.folded for word in asked], codes)
    for word in asked:
        word.known = word.known or word.folded in found
        word.keys |= found.get(word.folded, set())


def _analysed(word: str, folded: str, languages: tuple[str, ...]) -> AskedWord:
    known = any(analyser_of(code).knows(word) for code in languages)
    keys = {key for code in languages for key in keys_of(word, code)}
    return AskedWord(word, folded, languages, keys, known)


def on_another_keyboard(asked: Sequence[AskedWord], reader: str) -> dict[str, AskedWord]:
    """By folded word that is none, the word that the same keys write in another script; at most one query."""
    meant = {
        word.folded: [
            _analysed(other, fold(other), (code,))
            for code, other in on_other_keyboards(word.text).items()
            if code == reader or code not in NOBODYS_FALLBACK
        ]
        for word in asked
    }
    _complete([other for others in meant.values() for other in others])
    known = {
        folded: next((other for other in others if other.known), None) for folded, others in meant.items()
    }
    return {folded: other for folded, other in known.items() if other is not None}


def _languages(word: str, reader: str) -> tuple[str, ...]:
    """By its letters, with the reader's own, unless that is written in others."""
    languages = languages_of_script(word)
    return languages if reader in LANGUAGES_SEARCHED else (*languages, reader)
