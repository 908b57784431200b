"""Several words in a row, as the language being read puts them."""

from collections.abc import Iterable

from site_core.languages.reading import reading_language


def comma() -> str:
    """What stands between two words of a list: Arabic has a comma of its own."""
    return "، " if reading_language().code.split("-")[0] == "ar" else ", "


def joined(words: Iterable[str]) -> str:
    """The words with commas between them."""
    return comma().join(words)
