"""What a reader typed, made fit to be shown again."""

import unicodedata

MAX_CHARACTERS = 200
MAX_WORDS = 12


def asked_text(text: str) -> str:
    """A question as it may be shown again and kept in an address: one line without control characters, cut short."""
    shown = (" " if unicodedata.category(letter)[0] in "CZ" else letter for letter in text[:MAX_CHARACTERS])
    return " ".join("".join(shown).split())
