"""
What a page refers to is looked up once when it is saved, not once more for each of its rows.

Wagtail finds the references of the whole page anew for every row that it saves with it: of a lesson with seven files,
that was half of what publishing it cost. Here rows that are saved or deleted with their page only say so, and the
page is looked at when all of them are stored. A row that is saved by itself is Wagtail's business as ever.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from modelcluster.fields import ParentalKey
from wagtail.models import Page, ReferenceIndex


@dataclass(slots=True)
class Saving:
    """A page that is being saved; has it stored, or taken away, any of its rows?"""

    page: Page
    rows_changed: bool = False


_saved_now: ContextVar[tuple[Saving, ...]] = ContextVar("pages being saved", default=())


@contextmanager
def references_found_once(page: Page) -> Iterator[None]:
    """Around the saving of a page."""
    saving = Saving(page)
    before = _saved_now.set((*_saved_now.get(), saving))
    try:
        yield
    finally:
        _saved_now.reset(before)
    if saving.rows_changed:
        _wagtails_receiver()(page)


def watch_rows(**kwargs: Any) -> None:
    """In the place of Wagtail's receivers for rows of pages."""
    for model in ReferenceIndex.tracked_models:
        if _key_of_page(model):
            post_save.disconnect(_wagtails_receiver(), sender=model)
            post_save.connect(row_saved, sender=model, dispatch_uid="site_core.references.saved")
            post_delete.connect(row_deleted, sender=model, dispatch_uid="site_core.references.deleted")


def _wagtails_receiver() -> Callable[..., None]:
    # Its module may not be imported before the models are loaded (Wagtail 8).
    from wagtail.signal_handlers import update_reference_index_on_save

    return update_reference_index_on_save


def row_saved(instance: Model, **kwargs: Any) -> None:
    saving = _saving_of(instance)
    if saving is None:
        _wagtails_receiver()(instance, **kwargs)
    else:
        saving.rows_changed = True


def row_deleted(instance: Model, **kwargs: Any) -> None:
    saving = _saving_of(instance)
    if saving is not None:
        saving.rows_changed = True


def _saving_of(row: Model) -> Saving | None:
    """Of the page that the row belongs to, if that is what saves it."""
    key = getattr(row, _key_of_page(type(row)))
    return next((saving for saving in _saved_now.get() if saving.page.pk == key), None)


@cache
def _key_of_page(model: type[Model]) -> str:
    """The attribute of a row that holds the id of its page; empty for what is no row of a page."""
    keys = (
        field.attname
        for field in model._meta.get_fields()
        if isinstance(field, ParentalKey) and issubclass(field.related_model, Page)
    )
    return next(keys, "")
