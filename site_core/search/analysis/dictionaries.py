"""
Dictionaries that know every form of a word. Each may be missing: then it is None here.

Both libraries keep state while they look a word up and do not say that threads may share it, so one asks at a time.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from threading import Lock

Lemmas = Callable[[str], Collection[str]]
"""Dictionary forms of a word in small letters: all it may be, none if it is not known."""


@dataclass(frozen=True, slots=True)
class Dictionary:
    """`edition` changes with the words it knows. `knows`: is this a word, spelt rightly?"""

    edition: str
    lemmas: Lemmas
    knows: Callable[[str], bool]


@cache
def morfeusz() -> Dictionary | None:
    """Polish, by SGJP: 47 MB, a tenth of a second to load, 20 µs a word. Not on Linux with ARM."""
    try:
        library = import_module("morfeusz2")
    except ImportError:
        return None
    analyser, lock = library.Morfeusz(generate=False), Lock()

    def lemmas(word: str) -> set[str]:
        with lock:
            found = analyser.analyse(word)
        # "zrobił|by|m": what the word begins with is the word; the rest are its endings. "mowa:s1" is mowa.
        return {
            lemma.split(":")[0]
            for start, _end, (_form, lemma, tag, *_) in found
            if start == 0 and tag != "ign"
        }

    return Dictionary(f"morfeusz2 {_edition('morfeusz2')}", lemmas, lambda word: bool(lemmas(word)))


@cache
def pymorphy(code: str) -> Dictionary | None:
    """Ukrainian or Russian: 20 MB each, a tenth of a second to load, 40 µs a word."""
    try:
        library = import_module("pymorphy3")
        analyser = library.MorphAnalyzer(lang=code)
    except (ImportError, ValueError):  # without the library; without the words of this language
        return None
    lock = Lock()

    def lemmas(word: str) -> set[str]:
        """What is in no dictionary is guessed by its ending, and the guesses are good."""
        with lock:
            return {parse.normal_form for parse in analyser.parse(word)}

    def knows(word: str) -> bool:
        with lock:
            return bool(analyser.word_is_known(word))

    edition = f"pymorphy3-dicts-{code} {_edition(f'pymorphy3-dicts-{code}')}"
    return Dictionary(edition, lemmas, knows)


@cache
def snowball(language: str) -> Dictionary | None:
    """Stems by rule, for a language that the library has."""
    try:
        library = import_module("snowballstemmer")
        stemmer = library.stemmer(language)
    except (ImportError, KeyError):
        return None
    lock = Lock()

    def lemmas(word: str) -> tuple[str]:
        with lock:
            return (stemmer.stemWord(word),)

    return Dictionary(f"snowball {language} {_edition('snowballstemmer')}", lemmas, lambda word: False)


def _edition(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "?"
