"""How large a heading can be set in the room there is."""

from dataclasses import dataclass

# Width of a letter, as a share of the type size: a little more than bold headings need on average.
_LETTER = {"ar": 0.47, "hi": 0.42}
_LATIN_OR_CYRILLIC = 0.56
# Cyrillic is wider than Latin.
_CYRILLIC = {"uk", "be", "ru"}
_LEADING = {"ar": 1.35, "hi": 1.3, "vi": 1.22}


@dataclass(frozen=True, slots=True)
class Fit:
    """A type size in millimetres, and how high the text is at that size."""

    size: float
    height: float


def fit(text: str, language: str, width: float, height: float, largest: float) -> Fit:
    """The largest size, down to a quarter of `largest`, at which all lines of `text` find room."""
    letter = _LETTER.get(language, _LATIN_OR_CYRILLIC + (0.03 if language in _CYRILLIC else 0))
    leading = _LEADING.get(language, 1.08)
    size = largest
    while True:
        lines = line_count(text, int(width / (size * letter)))
        if (lines and lines * size * leading <= height) or size <= largest / 4:
            return Fit(size, lines * size * leading)
        size -= 0.5


def line_count(text: str, letters: int) -> int:
    """Lines of at most so many letters; 0 if a word is longer than that."""
    lines, room = 1, letters
    for word in text.split():
        if len(word) > letters:
            return 0
        if len(word) > room:
            lines, room = lines + 1, letters
        room -= len(word) + 1
    return lines
