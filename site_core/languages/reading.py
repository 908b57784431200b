"""
The language being read right now.

Django's active translation is the language of the *furniture*, which a language without a catalogue borrows. Link
handlers and blocks, which see no request, ask here.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.utils import translation

from site_core.languages.known import Language, language_of

_reading: ContextVar[Language | None] = ContextVar("reading_language", default=None)
_notes: ContextVar[dict[str, Any] | None] = ContextVar("reading_notes", default=None)


SAME_FOR_ALL = ("chains", "public")
"""Notes that are true for every reader, and need not be looked up again for another within one answer."""


@contextmanager
def reading(language: Language) -> Iterator[None]:
    """Read in `language` within the block; the furniture follows."""
    same = {name: note for name, note in reading_notes().items() if name in SAME_FOR_ALL}
    language_token, notes_token = _reading.set(language), _notes.set(same)
    try:
        with translation.override(language.interface_code):
            yield
    finally:
        _notes.reset(notes_token)
        _reading.reset(language_token)


def reading_language() -> Language:
    """The reader's language; outside a request the active translation, or the source language."""
    return _reading.get() or language_of(translation.get_language() or settings.LANGUAGE_CODE)


def reading_notes() -> dict[str, Any]:
    """What was looked up while answering this reader; forgotten with the answer. Outside of one: nothing is kept."""
    notes = _notes.get()
    return {} if notes is None else notes


def language_shown() -> Language:
    """The language of the page that is being shown: the reader's, unless there is no version in it."""
    return reading_notes().get("language-shown") or reading_language()


def told_in() -> tuple[str | None, ...]:
    """The languages that decide how the same facts look: the reader's, the furniture's, the page's."""
    return reading_language().code, translation.get_language(), language_shown().code


def show_in(language: Language) -> None:
    """The page being answered is written in this language."""
    reading_notes()["language-shown"] = language


@contextmanager
def shown_in(language: Language) -> Iterator[None]:
    """Within the block, what is shown is written in this language; then in that of the page again."""
    page = language_shown()
    show_in(language)
    try:
        yield
    finally:
        show_in(page)
