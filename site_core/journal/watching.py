"""What is noted by itself: rooms say which of their models matter to what they keep."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from django.db.models import Model
from django.db.models.signals import ModelSignal, m2m_changed, post_delete, post_save
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail.signals import page_unpublished, post_page_move

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
    Which pages of the type are published, in which languages: what is public of them, restrictions on them or above,
    moves. What is not public is saved every few seconds while somebody writes, and nobody is shown it.

    Called by a room from its AppConfig.
    """
    watch(kind, [PageViewRestriction, Locale])
    _connect(post_save, kind, partial(_page_saved, kind), page_type)
    _connect(post_save, kind, partial(_saved_as_plain_page, kind, page_type), Page)
    watch_leaving(kind, page_type)
    page_unpublished.connect(
        partial(_unpublished, kind, page_type), weak=False, dispatch_uid=f"site_core.journal.{kind}"
    )
    post_page_move.connect(partial(_noted, kind), weak=False, dispatch_uid=f"site_core.journal.{kind}")


def watch_rows(kind: str, model: type[Model], link: str) -> None:
    """Rows of pages, which `link` leads to: saved while their page is public, or deleted."""
    _connect(post_save, kind, partial(_row_saved, kind, link), model)
    watch_leaving(kind, model)


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


def _saved(kind: str, sender: type, raw: bool = False, **kwargs: Any) -> None:
    """`raw`: loaded from a file, the journal itself perhaps among what is loaded."""
    if not raw:
        note(kind)


def _page_saved(
    kind: str, sender: type, instance: Page, update_fields: frozenset[str] | None = None, **kwargs: Any
) -> None:
    if instance.live and (update_fields is None or not BOOKKEEPING.issuperset(update_fields)):
        _saved(kind, sender, **kwargs)


def _saved_as_plain_page(kind: str, page_type: type[Page], instance: Page, **kwargs: Any) -> None:
    """As `Page`, whatever its type; the page's own type does not hear of it."""
    model = instance.specific_class
    if model is not None and issubclass(model, page_type):
        _page_saved(kind, instance=instance, **kwargs)


def _unpublished(kind: str, page_type: type[Page], sender: type, **kwargs: Any) -> None:
    if issubclass(sender, page_type):
        note(kind)


def _row_saved(kind: str, link: str, sender: type, instance: Model, **kwargs: Any) -> None:
    if getattr(instance, link).live:
        _saved(kind, sender, **kwargs)


def _related(kind: str, action: str, instance: Model, **kwargs: Any) -> None:
    """Once the rows are written: an entry may not be seen before its change. Of a page that is public, or of a tag."""
    if action.startswith("post_") and getattr(instance, "live", True):
        note(kind)
