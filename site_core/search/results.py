"""Pages that answer a question, best first."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from site_core.facets import Facets
from site_core.querysets import published_pages, readable_in
from site_core.search.asking.question import Question
from site_core.search.ranking import points_of_pages

LOOSE = 0.5
"""A page with less than this share of the best one's points answers loosely."""


class Hit(NamedTuple):
    """A page in the language in which it is shown to this reader."""

    page_id: int
    translation_key: UUID
    language_code: str
    loosely: bool


def pages_found(question: Question, codes: Sequence[str], facets: Facets | None = None) -> list[Hit]:
    """
    Each page once, in the first of these languages it can be read in: those in the reader's own language first, then
    those in others; and after all of them, in the same order, what answers loosely. Else a page that says all that was
    asked for would come after every page in the reader's language with one of the words.

    Found by what any of its versions says; `facets` count and narrow what was found. At most seven queries, most often
    three, one of them for the pages, and those of the facets.
    """
    question.correct()
    points = points_of_pages(question) if question.words else {}
    if not points:
        return []
    visible = readable_in(published_pages().filter(translation_key__in=list(points), depth__gt=2), codes)
    rows = visible.order_by().values_list("reading_rank", "pk", "translation_key", "locale__language_code")
    found = [(rank, Hit(pk, key, code, False)) for rank, pk, key, code in rows]
    least = LOOSE * max((points[hit.translation_key] for _rank, hit in found), default=0.0)
    found = [(rank, hit._replace(loosely=points[hit.translation_key] < least)) for rank, hit in found]
    found.sort(key=lambda each: (each[1].loosely, each[0], -points[each[1].translation_key], each[1].page_id))
    if facets is not None:
        facets.count(lambda ask: ask(visible.order_by()))
        found = [(rank, hit) for rank, hit in found if hit.translation_key in facets.found]
    return [hit for _rank, hit in found]
