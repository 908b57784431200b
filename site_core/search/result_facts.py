"""What results say of pages of one type: the minutes of a lesson, the day of an event."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.models import Page

from site_core.cards import Card
from site_core.models import BasePage


@dataclass(frozen=True, slots=True)
class ResultFacts:
    """
    A room's offer for results that are pages of its own `model`.

    `columns`: expressions over `Page` by name, with the room's own beginning; the one query of results brings them
    along, so that it stays one. `complete(card, page)` writes what they say on the card of such a page.
    """

    model: type[BasePage]
    columns: dict[str, Any]
    complete: Callable[[Card, Page], None]


_registered: dict[type[BasePage], ResultFacts] = {}


def register_result_facts(offer: ResultFacts) -> None:
    """Called by a room from its AppConfig."""
    _registered[offer.model] = offer


def with_result_facts(pages: QuerySet) -> QuerySet:
    """Pages of any type with the columns that the rooms' facts are made of."""
    columns = {name: column for offer in _registered.values() for name, column in offer.columns.items()}
    return pages.annotate(**columns)


def complete_card(card: Card, page: Page) -> None:
    """`page` is one of `with_result_facts`, of any type; one of no room's stays as it is."""
    model = ContentType.objects.get_for_id(page.content_type_id).model_class()
    offer = _registered.get(model)  # type: ignore[arg-type]
    if offer is not None:
        offer.complete(card, page)
