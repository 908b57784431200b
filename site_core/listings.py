"""
Where rooms on the same floor meet without importing one another.

Every page knows its activity lines, topics, organisation and campaign. A room registers what it has to show for
such tags; a campaign page lists its events because `events` registered a listing, not because it imports it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from typing import Any
from uuid import UUID

from django.db.models import CharField, Field, UUIDField

from site_core.cards import Card
from site_core.languages.groups import CardGroup, by_language


@dataclass(frozen=True, slots=True)
class Tags:
    """
    What to look for. Keys are translation keys, so that one campaign is one campaign in every language.

    `languages` are those that the reader is shown, their own first (`languages_read`).
    """

    languages: tuple[str, ...]
    campaign: UUID | None = None
    organisation: UUID | None = None
    activity_lines: tuple[UUID, ...] = ()
    topics: tuple[UUID, ...] = ()
    leave_out: UUID | None = None

    def given(self) -> dict[str, Any]:
        """The tags that are set, by name."""
        return {tag.name: value for tag in fields(self) if (value := getattr(self, tag.name))}


TAG_FIELDS: dict[str, Field] = {
    "languages": CharField(),
    **{name: UUIDField() for name in ("campaign", "organisation", "activity_lines", "topics", "leave_out")},
}
"""How tags are handed to the database, for listings that prepare their query (site_core.prepared)."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A room's offer: `cards(tags, limit)` answers in a constant number of queries."""

    key: str
    heading: Any  # lazily translated
    order: int
    cards: Callable[[Tags, int], list[Card]]


@dataclass(slots=True)
class FilledListing:
    key: str
    heading: Any
    cards: list[Card] = field(default_factory=list)

    @property
    def groups(self) -> list[CardGroup]:
        return by_language(self.cards)


_registered: dict[str, Listing] = {}


def register_listing(listing: Listing) -> None:
    """Called once per room from its AppConfig."""
    _registered[listing.key] = listing


def registered_listings() -> list[Listing]:
    return sorted(_registered.values(), key=lambda listing: listing.order)


def listings_for(tags: Tags, limit: int = 4, only: tuple[str, ...] | None = None) -> list[FilledListing]:
    """The listings that have something to show for the tags, in their fixed order."""
    filled = []
    for listing in registered_listings():
        if only is None or listing.key in only:
            cards = listing.cards(tags, limit)
            if cards:
                filled.append(FilledListing(listing.key, listing.heading, cards))
    return filled
