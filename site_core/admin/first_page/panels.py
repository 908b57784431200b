"""Panels of the first page: groups of rows, each row a thing to do and where it is done."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from site_core.languages.known import Language, language_of

SHOWN = 6
"""Rows of each kind; who has more is told how many."""


@dataclass(frozen=True, slots=True)
class Row:
    title: str
    url: str
    note: str = ""
    language: Language | None = None
    action: str = ""
    action_url: str = ""
    """What can be done to it at once, and the address that does it when asked with POST."""


@dataclass(slots=True)
class Group:
    """Rows of one kind; `empty` is what is said when there is none, and `more` how many are not shown."""

    heading: str
    empty: str
    rows: list[Row] = field(default_factory=list)
    more: int = 0
    more_url: str = ""


def group_of(
    heading: str,
    empty: str,
    found: Any,
    row: Callable[[Any], Row],
    more_url: str = "",
    shown: int = SHOWN,
) -> Group:
    """A group of the first of `found`, a queryset; two queries."""
    rows = [row(entry) for entry in found[:shown]]
    number = found.count() if len(rows) == shown else len(rows)
    return Group(heading, empty, rows, number - len(rows), more_url)


class Waiting(Component):
    """A panel of groups. That a kind has nothing is said only where no kind has anything."""

    template_name = "site_core/admin/waiting.html"

    def __init__(self, name: str, heading: str, groups: Iterable[Group], order: int) -> None:
        self.name = name
        self.heading = heading
        groups = list(groups)
        self.groups = [group for group in groups if group.rows] or groups
        self.order = order

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {
            "name": self.name,
            "heading": self.heading,
            "groups": self.groups,
            "csrf_token": parent_context.get("csrf_token"),
        }


def page_row(page: Page, note: str = "") -> Row:
    return Row(
        page.get_admin_display_title(),
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        note,
        language_of(page.locale.language_code),
    )


def day(moment: Any) -> str:
    return date_format(moment, "SHORT_DATE_FORMAT") if moment else ""
