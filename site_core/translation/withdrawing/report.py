"""The report of withdrawals: what was taken down, why, by whom, and whether it is back."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page, PageLogEntry
from wagtail.permissions import page_permission_policy

from site_core.languages.names import names_alone
from site_core.translation.board.pages import ACTIONS
from site_core.translation.withdrawing.names import PUT_BACK, WITHDRAWALS, WITHDRAWALS_RESULTS
from site_core.translation.withdrawing.reasons import Reason, words_of
from site_core.translation.withdrawing.record import Record, records_for
from site_core.translation.withdrawing.scope import may_publish_all
from site_core.translation.withdrawing.standing import State, standing_numbers, state_of


class ReasonFilter(ChoiceFilter):
    def filter(self, entries: QuerySet, value: str) -> QuerySet:
        return entries.filter(data__reason=value) if value else entries


class StateFilter(ChoiceFilter):
    def filter(self, entries: QuerySet, value: str) -> QuerySet:
        """There are few withdrawals, and what became of the pages is not in the log: each is looked at."""
        if not value:
            return entries
        states = states_of(Record(entry) for entry in entries)
        return entries.filter(pk__in=[pk for pk, state in states.items() if state == value])


def states_of(records: Iterable[Record]) -> dict[int, State]:
    """By number of the log entry. Two queries."""
    found = list(records)
    pages = _pages_of(found)
    standing = standing_numbers(pages.values())
    return {record.entry.pk: state_of(record, pages, standing) for record in found}


def _pages_of(records: Iterable[Record]) -> dict[int, Page]:
    numbers = {
        pk for record in records for pk in (record.entry.page_id, *(each.page for each in record.pages))
    }
    return dict(Page.objects.in_bulk(numbers))


class WithdrawalFilters(WagtailFilterSet):
    state = StateFilter(
        label=_("State"),
        choices=State.choices,
        empty_label=_("All"),
        widget=forms.RadioSelect,
    )
    reason = ReasonFilter(
        label=_("Reason"), choices=Reason.choices, empty_label=_("All"), widget=forms.RadioSelect
    )

    class Meta:
        model = PageLogEntry
        fields: list[str] = []


class CellColumn(Column):
    def __init__(self, name: str, template: str, **kwargs: Any) -> None:
        super().__init__(name, **kwargs)
        self.cell_template_name = f"site_core/admin/withdrawing/{template}.html"


class WithdrawalsView(ReportView):
    permission_policy = page_permission_policy
    any_permission_required = list(ACTIONS)
    page_title = _("Withdrawn pages")
    header_icon = "no-view"
    index_url_name = WITHDRAWALS
    index_results_url_name = WITHDRAWALS_RESULTS
    results_template_name = "site_core/admin/withdrawing/report_results.html"
    filterset_class = WithdrawalFilters
    default_ordering = "-timestamp"
    verbose_name_plural = _("withdrawals")
    export_filename = "withdrawals"
    export_headings = {
        "title": _("Title"),
        "reason": _("Reason"),
        "note": _("In their own words"),
        "languages": _("Languages"),
        "files": _("Files"),
        "by": _("Withdrawn by"),
        "at": _("Withdrawn on"),
        "state": _("State"),
        "back": _("Put back on"),
    }
    list_export = list(export_headings)
    columns = [
        CellColumn("title", "title_cell", label=_("Title"), classname="title"),
        CellColumn("reason", "reason_cell", label=_("Reason"), width="30%"),
        Column("languages", label=_("Languages"), accessor=lambda entry: names_alone(entry.record.languages)),
        Column("by", label=_("Withdrawn by"), accessor="user_display_name"),
        DateColumn("timestamp", label=_("Withdrawn on")),
        CellColumn("state", "state_cell", label=_("State")),
    ]

    def get_queryset(self) -> QuerySet:
        return records_for(self.request.user).select_related("user", "content_type")

    def get_base_queryset(self) -> QuerySet:
        return self.get_queryset()

    def decorate_paginated_queryset(self, entries: Sequence[PageLogEntry]) -> Sequence[PageLogEntry]:
        """The same number of queries for all rows: pages, what holds of them, people."""
        rows = list(entries)
        pages = _pages_of(Record(entry) for entry in rows)
        standing = standing_numbers(pages.values())
        people = get_user_model().objects.in_bulk({entry.put_back_by for entry in rows} - {None})
        for entry in rows:
            record = entry.record = Record(entry)
            entry.reason_words = words_of(record.reason)
            entry.there = pages.get(entry.page_id)
            person = people.get(entry.put_back_by)
            entry.put_back_person = (person.get_full_name() or person.get_username()) if person else ""
            concerned = [pages[each.page] for each in record.pages if each.page in pages]
            entry.state = state_of(record, pages, standing)
            stands = any(standing.get(page.pk) == record.number for page in concerned)
            if stands and entry.put_back_at is None and may_publish_all(self.request.user, concerned):
                entry.put_back_url = reverse(PUT_BACK, args=[record.number])
        return entries if not self.is_export else rows

    def to_row_dict(self, entry: PageLogEntry) -> dict[str, Any]:
        record = entry.record
        return {
            "title": entry.label,
            "reason": str(entry.reason_words),
            "note": record.note,
            "languages": names_alone(record.languages),
            "files": record.number_of_files,
            "by": str(entry.user_display_name),
            "at": localtime(entry.timestamp).replace(tzinfo=None),
            "state": str(entry.state.label),
            "back": localtime(entry.put_back_at).replace(tzinfo=None) if entry.put_back_at else "",
        }
