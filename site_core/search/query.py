"""What a reader typed, made harmless for every search backend."""

import re
import unicodedata

MAX_CHARACTERS = 200
MAX_WORDS = 12

_NOT_A_WORD = re.compile(r"[^\w'’ʼ-]+", re.UNICODE)


def asked_text(text: str) -> str:
    """A question as it may be shown again and kept in an address: one line without control characters, cut short."""
    shown = (" " if unicodedata.category(letter)[0] in "CZ" else letter for letter in text[:MAX_CHARACTERS])
    return " ".join("".join(shown).split())


def search_words(text: str) -> list[str]:
    """
    The words of a query, at most a dozen.

    Quotes, operators, control characters and NUL are taken out here, before a backend sees them: on SQLite a
    single double quote is an error page otherwise, on both databases a NUL is (stack.md, T19).
    """
    text = unicodedata.normalize("NFC", text[:MAX_CHARACTERS])
    words = (word.strip("-'’ʼ_") for word in _NOT_A_WORD.sub(" ", text).split())
    return [word for word in words if word][:MAX_WORDS]
