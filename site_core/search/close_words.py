"""In which of its places a file has the most words of a question close together."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from django.db.models import BigAutoField, QuerySet

from site_core.models import SearchEntryFile
from site_core.prepared import prepared
from site_core.search.extracts import LENGTH
from site_core.search.index.places import PlaceKey, PlacesOf, in_order

Sought = Sequence[Collection[str]]
"""For each word of a question, what it is found by (`Question.sought`)."""
Close = tuple[int, int]
"""How many of the words stand together where most of them do, and where that begins in the text."""

WINDOW = LENGTH - 60
_MOST_KNOWN = 50_000
"""Files by questions: some ten megabytes."""

_known: dict[tuple[int, tuple[frozenset[str], ...]], Close] = {}


def close_words(files: Collection[int], sought: Sought) -> dict[int, Close]:
    """
    By id, of these rows of `SearchEntryFile`; no words of one that is gone by now.

    No query for what was asked before, else one: a row is written once and never changed, another file or another text
    is another row. To read the places of all the words of sixty files is most of what they cost a search.
    """
    question = tuple(map(frozenset, sought))
    found = {pk: _known.get((pk, question)) for pk in files}
    unknown = [pk for pk, close in found.items() if close is None]
    if len(_known) + len(unknown) > _MOST_KNOWN:
        _known.clear()
    wanted = sorted(frozenset().union(*question))
    for pk, met in _places(files=unknown, wanted=wanted) if unknown else ():
        found[pk] = _known[pk, question] = closest(in_order(met, wanted), sought)
    return {pk: close or (0, 0) for pk, close in found.items()}


@prepared(files=BigAutoField(), wanted=PlaceKey())
def _places(files: list[int], wanted: list[str]) -> QuerySet:
    rows = SearchEntryFile.objects.filter(pk__in=files).order_by()
    return rows.annotate(met=PlacesOf("places", wanted)).values_list("pk", "met")


def closest(places: Iterable[tuple[str, Sequence[int]]], sought: Sought) -> Close:
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
