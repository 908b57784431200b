"""A text as the index takes it in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from site_core.search.analysis.analysers import keys_of
from site_core.search.analysis.folding import fold
from site_core.search.analysis.words import words_of
from site_core.search.index.file_words import FileWords, room_for
from site_core.search.index.words import IndexedWord

MOST_WORDS = 12_000
"""Of a page: some forty printed pages. What stands behind them is not found."""


@dataclass(slots=True)
class Document:
    """Parts of a page, the weightiest first; each in the order of its words."""

    title: list[IndexedWord] = field(default_factory=list)
    summary: list[IndexedWord] = field(default_factory=list)
    body: list[IndexedWord] = field(default_factory=list)
    files: list[IndexedWord] = field(default_factory=list)

    @property
    def parts(self) -> tuple[list[IndexedWord], ...]:
        return self.title, self.summary, self.body, self.files


def document_of(
    title: str, summary: str, body: Iterable[str], code: str, files: Sequence[FileWords] = ()
) -> Document:
    """`body`: texts one after the other. `files` are cut to what there is room for."""
    document = Document(_words(title, code), _words(summary, code))
    for text in body:
        document.body += _words(text, code)[: MOST_WORDS - len(document.body)]
    own = sum(len(part) for part in document.parts)
    for words, room in zip(files, room_for([len(words) for words in files], own), strict=True):
        words.cut(room)
        document.files += words.words
    return document


def _words(text: str, code: str) -> list[IndexedWord]:
    words = (
        IndexedWord(word, fold(word), keys_of(word, code), code.split("-")[0]) for word in words_of(text)
    )
    return [word for word in words if word.folded.isalnum()]
