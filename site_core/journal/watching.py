"""What is noted by itself: rooms say which of their models matter to what they keep."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from django.db.models import Model
from django.db.models.signals import ModelSignal, m2m_changed, post_delete, post_save
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail.signals import post_page_move

from site_core.journal.writing import note

BOOKKEEPING = frozenset(
    {
        "draft_title",
        "has_unpublished_changes",
        "latest_revision",
        "latest_revision_created_at",
        "live_revision",
    }
)
"""All that Wagtail writes into a page's own row when a draft of a published page is saved, as autosave does."""


def watch_pages(kind: str, page_type: type[Page]) -> None:
    """
    Which pages of the type are published, in which languages: their rows, restrictions on them or above, moves.

    Called by a room from its AppConfig.
    """
    watch(kind, [page_type, PageViewRestriction, Locale])
    _connect(post_save, kind, partial(_saved_as_plain_page, kind, page_type), Page)
    post_page_move.connect(partial(_noted, kind), weak=False, dispatch_uid=f"site_core.journal.{kind}")


def watch(kind: str, models: Iterable[type[Model]], relations: Iterable[type[Model]] = ()) -> None:
    """Rows of these models, saved or deleted, and the tables of these many-to-many relations (`through`)."""
    for model in models:
        _connect(post_save, kind, partial(_saved, kind), model)
        watch_leaving(kind, model)
    for through in relations:
        _connect(m2m_changed, kind, partial(_related, kind), through)


def watch_leaving(kind: str, model: type[Model]) -> None:
    """Rows of which it matters only that they are deleted."""
    _connect(post_delete, kind, partial(_noted, kind), model)


def _connect(signal: ModelSignal, kind: str, receiver: Callable[..., None], sender: type[Model]) -> None:
    signal.connect(receiver, sender=sender, weak=False, dispatch_uid=f"site_core.journal.{kind}")


def _noted(kind: str, sender: type, **kwargs: Any) -> None:
    note(kind)


def _saved(kind: str, sender: type, update_fields: frozenset[str] | None = None, **kwargs: Any) -> None:
    if update_fields is None or not BOOKKEEPING.issuperset(update_fields):
        note(kind)


def _saved_as_plain_page(kind: str, page_type: type[Page], instance: Page, **kwargs: Any) -> None:
    """`Page.objects.get(…).unpublish()`: the page's own type does not hear of it."""
    model = instance.specific_class
    if model is not None and issubclass(model, page_type):
        _saved(kind, **kwargs)


def _related(kind: str, action: str, **kwargs: Any) -> None:
    """Once the rows are written: an entry may not be seen before its change."""
    if action.startswith("post_"):
        note(kind)
