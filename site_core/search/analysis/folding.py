"""One spelling for what people write in several: case, diacritics, letters that a keyboard does not have."""

import unicodedata

from site_core.search.analysis.words import words_of

# Letters that no decomposition takes apart, or that stand for one another on keyboards: ґ/г, ў/у, ё/е, the alefs.
_ALIKE = {
    **dict(zip("łđħøıŧ", "ldhoit", strict=True)),
    "æ": "ae",
    "œ": "oe",
    "ß": "ss",
    "þ": "th",
    "ð": "d",
    **dict(zip("ґёў", "геу", strict=True)),
    **dict(zip("أإآٱىئؤة", "ااااييوه", strict=True)),
    **dict(zip("٠١٢٣٤٥٦٧٨٩", "0123456789", strict=True)),
}
_KEPT = frozenset("йї")
"""Letters of their own, though Unicode takes them apart: край is not краи."""


class _Letters(dict[int, str]):
    """Table for `str.translate`, filled as letters are met."""

    def __missing__(self, number: int) -> str:
        letter = chr(number)
        folded = _ALIKE.get(letter)
        if folded is None and letter in _KEPT:
            folded = letter
        if folded is None:
            parts = unicodedata.normalize("NFKD", letter)
            folded = "".join(part for part in parts if not unicodedata.combining(part))
        self[number] = folded
        return folded


_LETTERS = _Letters()


def folded_words(text: str) -> list[str]:
    return [fold(word) for word in words_of(text)]


def fold(word: str) -> str:
    """A word of `words_of` without case, diacritics, apostrophes; "" where nothing is left."""
    return word.replace("'", "").translate(_LETTERS)
