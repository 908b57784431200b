"""Pages that answer a question, best first."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from site_core.facets import Facets
from site_core.languages.chains import NOBODYS_FALLBACK
from site_core.search.asking.question import Question
from site_core.search.facets import count_pages
from site_core.search.index.found import Found
from site_core.search.public import Versions, public_versions
from site_core.search.ranking import points_of_pages

LOOSE = 0.5
"""A page with less than this share of the best one's points answers loosely."""


MOST_FOUND = 400
"""Pages: twenty lists full. Of a large site's commonest words the best are enough; facets look at each one."""


class Hit(NamedTuple):
    """A page in the language in which it is shown to this reader."""

    page_id: int
    translation_key: UUID
    language_code: str
    loosely: bool
    pinned: bool = False


def pages_found(question: Question, codes: Sequence[str], facets: Facets | None = None) -> list[Hit]:
    """
    Each page once, in the first of these languages it can be read in: those in the reader's own language first, then
    those in others; and after all of them, in the same order, what answers loosely. Else a page that says all that was
    asked for would come after every page in the reader's language with one of the words. Where nothing is found in
    these languages, what there is in any other, but for those that nobody is shown who did not ask for them.

    Found by what any of its public versions says: what is not for everybody leads to nothing, not even to another
    version of the same page. What editors have pinned to the question comes first, under the same rules. `facets`
    count and narrow what was found, `MOST_FOUND` at most. Two queries and those of the facets; two more where words
    have to be corrected.
    """
    question.correct()
    if not question.words:
        return []
    pinned = [pin.translation_key for pin in question.pinned]
    public: Versions = {}

    def only(met: list[Found]) -> list[Found]:
        public.update(public_versions([*(one.translation_key for one in met), *pinned]))
        return [one for one in met if (one.translation_key, one.language_code) in public]

    points = points_of_pages(question, only)
    if not any((key, code) in public for key in (*pinned, *points) for code in codes):
        codes = sorted({code for _key, code in public}.difference(NOBODYS_FALLBACK))
    first = [
        Hit(public[key, code], key, code, loosely=False, pinned=True)
        for key in pinned
        for _rank, code in _best(key, codes, public)
    ]
    shown = [
        (rank, key, code, public[key, code])
        for key in points
        if key not in pinned
        for rank, code in _best(key, codes, public)
    ]
    least = LOOSE * max((points[key] for _rank, key, _code, _pk in shown), default=0.0)
    found = [(rank, Hit(pk, key, code, points[key] < least)) for rank, key, code, pk in shown]
    found.sort(key=lambda each: (each[1].loosely, each[0], -points[each[1].translation_key], each[1].page_id))
    hits = [*first, *(hit for _rank, hit in found)][:MOST_FOUND]
    if facets is None or not hits:
        return hits
    count_pages(facets, [hit.page_id for hit in hits])
    return [hit for hit in hits if hit.translation_key in facets.found]


def _best(key: UUID, codes: Sequence[str], public: Versions) -> list[tuple[int, str]]:
    """The first of the languages that the page is public in, with its place; empty if none is."""
    return [(rank, code) for rank, code in enumerate(codes) if (key, code) in public][:1]
