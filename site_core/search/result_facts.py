"""What results say of pages of one type: the minutes of a lesson, the day of an event."""

from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from django.contrib.contenttypes.models import ContentType

from site_core.cards import Card
from site_core.languages.rows import PageRow
from site_core.models import BasePage


class FoundPage(SimpleNamespace):
    """A page of any type that was found, as plain values: of all that a page object has, a card says little."""

    row: PageRow
    base_summary: str
    base_palette: str
    found_text: str | None


@dataclass(frozen=True, slots=True)
class ResultFacts:
    """
    A room's offer for results that are pages of its own `model`.

    `columns`: expressions over `Page` by name, with the room's own beginning; the one query of results brings them
    along, so that it stays one. `complete(card, page)` writes what they say on the card of such a page; it has them as
    attributes.
    """

    model: type[BasePage]
    columns: dict[str, Any]
    complete: Callable[[Card, FoundPage], None]


_registered: dict[type[BasePage], ResultFacts] = {}


def register_result_facts(offer: ResultFacts) -> None:
    """Called by a room from its AppConfig."""
    _registered[offer.model] = offer


def result_columns() -> dict[str, Any]:
    """The columns that the rooms' facts are made of, by name."""
    return {name: column for offer in _registered.values() for name, column in offer.columns.items()}


def complete_card(card: Card, page: FoundPage) -> None:
    """The card of a page of no room's stays as it is."""
    model = ContentType.objects.get_for_id(page.row.content_type_id).model_class()
    offer = _registered.get(model)  # type: ignore[arg-type]
    if offer is not None:
        offer.complete(card, page)
