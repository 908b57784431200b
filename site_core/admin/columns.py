"""Columns of lists in the admin."""

from typing import Any

from django.db.models import Model
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.ui.tables.pages import (
    BulkActionsColumn,
    PageStatusColumn,
    PageTitleColumn,
)

from site_core.languages.known import language_of


class LanguageColumn(Column):
    """The language of a row under its own name, marked as being in that language."""

    cell_template_name = "site_core/admin/language_cell.html"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("language", label=_("Language"), sort_key="locale__language_code", **kwargs)

    def get_value(self, instance: Model) -> Any:
        return language_of(instance.locale.language_code)


class StateColumn(StatusTagColumn):
    """A state that follows from a page's dates; `current` are the states that need no second look."""

    def __init__(self, name: str = "state", current: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(
            name, accessor=lambda page: page.state.label, primary=lambda page: page.state in current, **kwargs
        )


class DayColumn(Column):
    """A day, as a date: Wagtail's own column says of every day to come that it was a moment ago."""

    def get_value(self, instance: Model) -> str:
        day = super().get_value(instance)
        return date_format(day, "SHORT_DATE_FORMAT") if day else "–"


class ReviewColumn(Column):
    """When somebody has to look at the page again; says so where the day has passed."""

    cell_template_name = "site_core/admin/review_cell.html"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("review_by", label=_("Review by"), sort_key="review_by", **kwargs)

    def get_cell_context_data(self, instance: Model, parent_context: dict[str, Any]) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        day = instance.review_by
        context["value"] = date_format(day, "SHORT_DATE_FORMAT") if day else ""
        context["overdue"] = bool(day) and day < timezone.localdate()
        return context


def page_columns(*own: Column) -> list[Column]:
    """The columns of a list of pages of one type, with the type's own in the middle."""
    return [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title", width="32%"),
        LanguageColumn(),
        *own,
        ReviewColumn(),
        PageStatusColumn("status", label=_("Published"), sort_key="live"),
    ]
