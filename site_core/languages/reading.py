"""
The language being read right now.

Django's active translation is the language of the *furniture*; easy-to-read Polish shares it with Polish. Link
handlers and blocks, which see no request, ask here.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.utils import translation

from site_core.languages.known import Language, language_of

_reading: ContextVar[Language | None] = ContextVar("reading_language", default=None)


@contextmanager
def reading(language: Language) -> Iterator[None]:
    """Read in `language` within the block; the furniture follows."""
    token = _reading.set(language)
    try:
        with translation.override(language.interface_code):
            yield
    finally:
        _reading.reset(token)


def reading_language() -> Language:
    """The reader's language; outside a request the active translation, or the source language."""
    return _reading.get() or language_of(translation.get_language() or settings.LANGUAGE_CODE)
