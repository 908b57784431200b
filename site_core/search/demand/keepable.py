"""Which questions may be counted, and which are never kept, not even as a digest."""

import re
from itertools import pairwise

from site_core.search.analysis.folding import fold
from site_core.search.analysis.words import words_of
from site_core.search.demand.arabic_names import has_arabic_name

MOST_WORDS, LONGEST_WORD, MOST_DIGITS = 6, 30, 4
"""A year has four digits, 112 and 986 three; telephone numbers, postcodes and documents more."""

_ADDRESS = re.compile(r"@|[(\[{]at[)\]}]|://|\bwww\.|\w\.\w", re.IGNORECASE)
_LETTERS_AND_DIGITS = re.compile(r"[^\W\d_]\d|\d[^\W\d_]")
_LETTERS = re.compile(r"[^\W\d_]+")


def normalised(text: str) -> tuple[str, ...]:
    """A question as it is counted: all its words in their order, folded. “Mowa Nienawiści?” is “mowa nienawisci”."""
    return tuple(folded for word in words_of(text) if (folded := fold(word)).isalnum())


def may_be_counted(text: str) -> bool:
    """
    Whether a question (`asked_text`) holds nothing that looks personal.

    Not: addresses of mail or pages, letters and digits in one word, more than four digits, names as they are written
    (two capitalised words or initials side by side, which names of offices are too; in Arabic script, a usual given
    name beside another word), very long words, more than six words. A name in small letters, or an unusual one in a
    script without capitals, is not known for one; that is what the fifth time is for.
    """
    words = normalised(text)
    return (
        0 < len(words) <= MOST_WORDS
        and max(map(len, words)) <= LONGEST_WORD
        and sum(letter.isdigit() for letter in text) <= MOST_DIGITS
        and not _ADDRESS.search(text)
        and not _LETTERS_AND_DIGITS.search(text)
        and not _has_name(text)
        and not has_arabic_name(words)
    )


def _has_name(text: str) -> bool:
    """ALL CAPITALS are no name, and a capital at the beginning of a sentence is none either."""
    words = _LETTERS.findall(text)
    capitalised = [word[0].isupper() and (len(word) == 1 or not word.isupper()) for word in words]
    return any(one and next_one for one, next_one in pairwise(capitalised))
