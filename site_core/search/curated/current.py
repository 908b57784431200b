"""
What editors have added, kept in each process until it changes.

Each search learns of the edition, in the query for its words. It is another after every change: so the next question,
in whatever process, is answered by what was saved last.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from site_core.models import PinnedPage, SearchSynonyms
from site_core.search.asking.asked_words import AskedWord
from site_core.search.curated.edition import edition
from site_core.search.curated.pins import MOST_PINS, Pin, pin_of, pinned_to
from site_core.search.curated.synonyms import MOST_GROUPS, editors_thesaurus
from site_core.search.thesaurus.concepts import NO_TERMS, Thesaurus


@dataclass(frozen=True, slots=True)
class Curated:
    pins: tuple[Pin, ...] = ()
    thesaurus: Thesaurus = NO_TERMS

    def pinned_to(self, asked: Sequence[AskedWord], language_code: str) -> list[Pin]:
        return pinned_to(self.pins, asked, language_code)


NOTHING = Curated()


def curated() -> Curated:
    """One query; two more in each process after a change."""
    return curated_in(next((token for _empty, token in edition()), ""))


def curated_in(token: str) -> Curated:
    """In the edition of this token, which was asked for in another query; empty where there is none."""
    return _in_edition(token) if token else NOTHING


@lru_cache(maxsize=2)
def _in_edition(token: str) -> Curated:
    pins = tuple(pin_of(row) for row in PinnedPage.objects.order_by("pk")[:MOST_PINS])
    return Curated(pins, editors_thesaurus(SearchSynonyms.objects.order_by("pk")[:MOST_GROUPS]))
