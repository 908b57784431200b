"""In which of its places a file has the most words of a question close together."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from site_core.search.extracts import LENGTH

Sought = Sequence[Collection[str]]
"""For each word of a question, what it is found by (`Question.sought`)."""
Close = tuple[int, int]
"""How many of the words stand together where most of them do, and where that begins in the text."""

WINDOW = LENGTH - 60
_QUESTIONS_KNOWN, _MOST_OF_A_QUESTION = 1_000, 500
"""Some fifteen megabytes; sixty, if each question was asked with many filters."""


def close_known(sought: Sought) -> dict[int, Close]:
    """
    What has been found for these words so far, by the id of a row of `SearchEntryFile`: a copy, to be added to.

    It stays true: a row is written once and never changed, another file or another text is another row. To read the
    places of all words of sixty files is most of what they cost a search.
    """
    return dict(_known(tuple(map(frozenset, sought))))


def remember_close(sought: Sought, found: dict[int, Close]) -> None:
    """For the next who asks for these words; begun anew where filters and new rows have made it too many."""
    known = _known(tuple(map(frozenset, sought)))
    if len(found) > _MOST_OF_A_QUESTION:
        known.clear()
    else:
        known.update(found)


@lru_cache(maxsize=_QUESTIONS_KNOWN)
def _known(words: tuple[frozenset[str], ...]) -> dict[int, Close]:
    return {}


def closest(places: Iterable[tuple[str, Sequence[int]]], sought: Sought) -> Close:
    """`places`: by key, where in the text words that have it begin."""
    met = sorted(
        {
            (place, number)
            for key, of_key in places
            for number, keys in enumerate(sought)
            if key in keys
            for place in of_key
        }
    )
    best, end = (0, 0), 0
    near: Counter[int] = Counter()  # by word, how often it stands between `place` and the end of the window
    for place, number in met:
        while end < len(met) and met[end][0] <= place + WINDOW:
            near[met[end][1]] += 1
            end += 1
        if len(near) > best[0]:
            best = len(near), place
        near[number] -= 1
        if not near[number]:
            del near[number]
    return best
