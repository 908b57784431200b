"""In which order names stand in a list: the alphabet's of who reads it."""

import unicodedata
from functools import lru_cache

ALPHABETS = {
    "pl": "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "es": "abcdefghijklmnñopqrstuvwxyz",
    "vi": "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz",
}
"""Of languages with letters that stand otherwise than their numbers in Unicode, or than the letter below their mark."""

_FIRST_LETTER, _FIRST_FOREIGN = 0x100, 0x1000
_PASSED_OVER = "'’ʼ‘`´ʹ＇\u00ad\u200c\u200d\u200e\u200f"
"""Apostrophes, which no dictionary counts, and what nobody sees."""
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
"""Of Vietnamese, whose other marks make letters; acute and grave of other languages are among them."""
_STROKES = {"ł": "l", "đ": "d", "ø": "o"}
"""Marks that Unicode does not take for marks."""

Place = tuple[tuple[int, ...], str]


@lru_cache(maxsize=4096)
def in_alphabet(text: str, code: str) -> Place:
    """
    To sort by, for a reader of language `code`: signs, then letters of the alphabet, then those of others.

    Not the order of the database, which is that of the machine it runs on, and on SQLite that of the letters' numbers.
    """
    alphabet = ALPHABETS.get(code.partition("-")[0], "")
    letters = unicodedata.normalize("NFC", text).casefold()
    return tuple(place for letter in letters for place in _places(letter, alphabet)), text


def _places(letter: str, alphabet: str) -> list[int]:
    if letter in _PASSED_OVER:
        return []
    without_tone = unicodedata.normalize("NFC", unicodedata.normalize("NFD", letter).translate(_TONES))
    for known in (letter, without_tone, _STROKES.get(letter, "")):
        if known and known in alphabet:
            return [_FIRST_LETTER + alphabet.index(known)]
    parts = unicodedata.normalize("NFKD", _STROKES.get(letter, letter))
    return [_place(part, alphabet) for part in parts if not unicodedata.combining(part)]


def _place(part: str, alphabet: str) -> int:
    if part in alphabet:
        return _FIRST_LETTER + alphabet.index(part)
    return _FIRST_FOREIGN + ord(part) if part.isalpha() else min(ord(part), _FIRST_LETTER - 1)
