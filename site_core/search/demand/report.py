"""The report of what people search for."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permission_policies import ModelPermissionPolicy

from site_core.languages.known import language_of
from site_core.models import AskedQuestion
from site_core.search.curated.current import curated
from site_core.search.curated.names import ADD_PIN, ADD_SYNONYMS, PINS, SYNONYMS
from site_core.search.demand.counting import month_of
from site_core.search.demand.forgetting import months_before
from site_core.search.demand.names import ASKED, ASKED_RESULTS
from site_core.search.demand.read import answer_of, by_question, languages_counted, readable


class PeriodFilter(ChoiceFilter):
    def filter(self, rows: QuerySet, value: str) -> QuerySet:
        month = month_of(timezone.localdate())
        if value == "month":
            return rows.filter(month=month)
        if value == "previous":
            return rows.filter(month=months_before(month, 1))
        if value == "quarter":
            return rows.filter(month__gte=months_before(month, 2))
        return rows


class FoundFilter(ChoiceFilter):
    def filter(self, rows: QuerySet, value: str) -> QuerySet:
        if value == "nothing":
            return rows.filter(results=0)
        return rows.filter(results__gt=0) if value else rows


class LanguageFilter(ChoiceFilter):
    def filter(self, rows: QuerySet, value: str) -> QuerySet:
        return rows.filter(language_code=value) if value else rows


class AskedFilters(WagtailFilterSet):
    found = FoundFilter(
        label=_("Results"),
        choices=[("nothing", _("Nothing was found")), ("something", _("Something was found"))],
        empty_label=_("All"),
        widget=forms.RadioSelect,
    )
    language = LanguageFilter(
        label=_("Language"), choices=languages_counted, empty_label=_("All"), widget=forms.RadioSelect
    )
    period = PeriodFilter(
        label=_("Period"),
        choices=[
            ("month", _("This month")),
            ("previous", _("The month before")),
            ("quarter", _("Three months, with this one")),
        ],
        empty_label=_("As long as it is kept"),
        widget=forms.RadioSelect,
    )

    class Meta:
        model = AskedQuestion
        fields: list[str] = []


class CellColumn(Column):
    """Of a template in `site_core/admin/search/`, which finds the row as `row`."""

    def __init__(self, name: str, **kwargs: Any) -> None:
        super().__init__(name, **kwargs)
        self.cell_template_name = f"site_core/admin/search/{name}_cell.html"

    def get_value(self, instance: dict[str, Any]) -> Any:
        return instance


class AskedView(ReportView):
    permission_policy = ModelPermissionPolicy(AskedQuestion)
    permission_required = "view"
    model = AskedQuestion
    page_title = _("What people search for")
    header_icon = "search"
    index_url_name = ASKED
    index_results_url_name = ASKED_RESULTS
    template_name = "site_core/admin/search/asked.html"
    results_template_name = "site_core/admin/search/asked_results.html"
    filterset_class = AskedFilters
    default_ordering = "-asked"
    export_filename = "search"
    export_headings = {
        "text": _("Question"),
        "language": _("Language"),
        "asked": _("Times asked"),
        "results": _("Pages found"),
    }
    list_export = list(export_headings)
    columns = [
        CellColumn("question", label=_("Question"), sort_key="text", classname="title", width="35%"),
        CellColumn("language", label=_("Language"), sort_key="language_code"),
        Column("asked", label=_("Times asked"), sort_key="asked"),
        Column("results", label=_("Pages found"), sort_key="results"),
        CellColumn("answer", label=_("What you can do")),
    ]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        user = self.request.user
        return [
            *super().header_buttons,
            *(
                HeaderButton(label, url=reverse(name), icon_name=icon)
                for label, name, icon, permission in (
                    (_("Pinned pages"), PINS, "thumbtack", "site_core.change_pinnedpage"),
                    (_("Search synonyms"), SYNONYMS, "link", "site_core.change_searchsynonyms"),
                )
                if user.has_perm(permission)
            ),
        ]

    def get_base_queryset(self) -> QuerySet:
        return by_question(readable(timezone.localdate()))

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        return queryset.order_by(self.ordering, "text", "language_code")

    def get_filtered_queryset(self) -> QuerySet:
        """Wagtail's reports filter once more what `get_queryset` has filtered."""
        return self.get_queryset()

    def decorate_paginated_queryset(self, rows: Sequence[dict[str, Any]]) -> Sequence[dict[str, Any]]:
        """Each row with its language, with what editors have done for it, and with what this person can do."""
        user, editors, decorated = self.request.user, curated(), list(rows)
        for row in decorated:
            text, code = row["text"], row["language_code"]
            words = urlencode({"language": code, "question": text})
            row["language"] = language_of(code)
            row["answer"] = answer_of(text, code, editors)
            row["search_url"] = f"/{code}/search/?{urlencode({'q': text})}"
            if user.has_perm("site_core.add_pinnedpage"):
                row["pin_url"] = f"{reverse(ADD_PIN)}?{words}"
            if user.has_perm("site_core.add_searchsynonyms"):
                row["synonyms_url"] = f"{reverse(ADD_SYNONYMS)}?{words}"
        return decorated

    def to_row_dict(self, row: dict[str, Any]) -> dict[str, Any]:
        return {**{name: row[name] for name in self.list_export}, "language": row["language"].endonym}

    def get_heading(self, queryset: QuerySet, field: str) -> str:
        return str(self.export_headings[field])
