"""
What editors have added, kept in each process until it changes.

One query on each search asks for the edition, which is another after every change: so the next question, in whatever
process, is answered by what was saved last.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID, uuid4

from django.db.models import QuerySet

from site_core.models import CuratedEdition, PinnedPage, SearchSynonyms
from site_core.prepared import prepared
from site_core.search.asking.asked_words import AskedWord
from site_core.search.curated.pins import MOST_PINS, Pin, pin_of, pinned_to
from site_core.search.curated.synonyms import MOST_GROUPS, editors_thesaurus
from site_core.search.thesaurus.concepts import NO_TERMS, Thesaurus

THE_ONE = 1


@dataclass(frozen=True, slots=True)
class Curated:
    pins: tuple[Pin, ...] = ()
    thesaurus: Thesaurus = NO_TERMS

    def pinned_to(self, asked: Sequence[AskedWord], language_code: str) -> list[Pin]:
        return pinned_to(self.pins, asked, language_code)


NOTHING = Curated()


def curated() -> Curated:
    """One query; two more in each process after a change."""
    tokens = _tokens()
    return _of_edition(tokens[0]) if tokens else NOTHING


def tell_everybody() -> None:
    """In the transaction of the change, so that nobody sees the one without the other."""
    CuratedEdition.objects.update_or_create(pk=THE_ONE, defaults={"token": uuid4()})


@prepared()
def _tokens() -> QuerySet:
    return CuratedEdition.objects.filter(pk=THE_ONE).values_list("token", flat=True)


@lru_cache(maxsize=2)
def _of_edition(token: UUID) -> Curated:
    pins = tuple(pin_of(row) for row in PinnedPage.objects.order_by("pk")[:MOST_PINS])
    return Curated(pins, editors_thesaurus(SearchSynonyms.objects.order_by("pk")[:MOST_GROUPS]))
