"""In which order names stand in a list: the alphabet's of who reads it."""

import unicodedata
from functools import lru_cache

ALPHABETS = {
    "pl": "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
}
"""Of languages whose letters stand otherwise than their numbers in Unicode, marks left out."""

_FIRST_LETTER, _FIRST_FOREIGN = 0x100, 0x1000


@lru_cache(maxsize=4096)
def in_alphabet(text: str, code: str) -> tuple[int, ...]:
    """
    To sort by, for a reader of language `code`: signs, then letters of the alphabet, then those of others.

    Not the order of the database, which is of the machine that it runs on, and on SQLite of the letters' numbers.
    """
    alphabet = ALPHABETS.get(code.partition("-")[0], "")
    return tuple(place for letter in text.casefold() for place in _places(letter, alphabet))


def _places(letter: str, alphabet: str) -> list[int]:
    if letter in alphabet:
        return [_FIRST_LETTER + alphabet.index(letter)]
    bare = (part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))
    return [
        _FIRST_LETTER + alphabet.index(part)
        if part in alphabet
        else _FIRST_FOREIGN + ord(part)
        if part.isalpha()
        else min(ord(part), _FIRST_LETTER - 1)
        for part in bare
    ]
