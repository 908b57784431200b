"""The board as a report of Wagtail's."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Locale, Page
from wagtail.permissions import page_permission_policy

from site_core.languages.addresses import absolute, page_address
from site_core.languages.known import language_of
from site_core.languages.status import State
from site_core.search.wagtail_index.compiler import narrowed
from site_core.translation.board.cells import Cells
from site_core.translation.board.columns import ChooseColumn, LanguageStateColumn, SourceTitleColumn
from site_core.translation.board.coverage import coverage_of
from site_core.translation.board.filters import BoardFilters
from site_core.translation.board.names import BOARD, BOARD_RESULTS, IMPORT
from site_core.translation.board.pages import ACTIONS, board_pages, section_path, sections, translated_by
from site_core.translation.demand import with_demand
from site_core.translation.machine.service import service

AT_ONCE = 200
"""Pages of an export whose states are asked for together: databases take only so many keys in one question."""


class BoardView(ReportView):
    permission_policy = page_permission_policy
    any_permission_required = list(ACTIONS)
    page_title = _("Translators' board")
    header_icon = "globe"
    index_url_name = BOARD
    index_results_url_name = BOARD_RESULTS
    template_name = "site_core/admin/board/board.html"
    results_template_name = "site_core/admin/board/results.html"
    table_classname = "listing board"
    filterset_class = BoardFilters
    is_searchable = True
    verbose_name_plural = _("pages")
    export_filename = "translations"
    export_headings = {
        "title": _("Title"),
        "address": _("Address"),
        "section": _("Section"),
        "type": _("Type"),
        "demand": _("Asked for"),
        "owner": _("Owner"),
    }

    @cached_property
    def default_ordering(self) -> str:
        """As the pages stand in the tree; what is missing, as often as readers asked for it."""
        return "-demand" if self.request.GET.get("state") == State.MISSING else "path"

    @cached_property
    def shown(self) -> list[Locale]:
        """The languages that have a column: all, or the one that was asked for."""
        chosen = self.filters.form.cleaned_data.get("language") if self.filters.is_valid() else None
        return [locale for locale in self.filters.locales if chosen in (None, "", locale.language_code)]

    @cached_property
    def into(self) -> list[Locale]:
        """Languages that chosen pages can be translated into."""
        return translated_by(self.request.user, self.shown)

    @cached_property
    def columns(self) -> list[Column]:
        return [
            *([ChooseColumn()] if self.into else []),
            SourceTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
            *(LanguageStateColumn(locale) for locale in self.shown),
            Column("demand", label=_("Asked for"), sort_key="demand", classname="board-demand"),
            Column("owner", label=_("Owner"), accessor=owner_of),
        ]

    @cached_property
    def list_export(self) -> list[str]:
        return [*self.export_headings, *(locale.language_code for locale in self.shown)]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        own = (
            [HeaderButton(_("Import PO files"), url=reverse(IMPORT), icon_name="upload")] if self.into else []
        )
        return [*super().header_buttons, *own]

    def get_base_queryset(self) -> QuerySet:
        pages = board_pages(self.request.user).select_related("locale", "owner")
        return with_demand(pages, [locale.language_code for locale in self.shown])

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """By any form of the words of a title. What a backend finds can be neither annotated nor put in order."""
        return narrowed(queryset, self.search_query) if self.is_searching else queryset

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        """What was asked for equally often stays in the order of the tree."""
        ordered = super().order_queryset(queryset)
        return ordered.order_by(self.ordering, "path") if self.ordering.endswith("demand") else ordered

    def get_filtered_queryset(self) -> QuerySet:
        """Wagtail's reports filter once more what `get_queryset` has filtered."""
        return self.get_queryset()

    def decorate_paginated_queryset(self, pages: Sequence[Page]) -> Sequence[Page]:
        names = dict(sections().values_list("path", "title"))
        rows = list(pages)
        for first in range(0, len(rows), AT_ONCE):
            some = rows[first : first + AT_ONCE]
            cells = Cells(self.request.user, self.shown, some)
            for page in some:
                page.cells = cells.of(page)
                page.section = names.get(section_path(page), "")
        return pages if not self.is_export else rows

    def to_row_dict(self, page: Page) -> dict[str, Any]:
        facts = {
            "title": page.title,
            "address": absolute(page_address(page)),
            "section": page.section,
            "type": page.page_type_display_name,
            "demand": page.demand,
            "owner": owner_of(page),
        }
        return facts | {code: cell.text for code, cell in page.cells.items()}

    def get_heading(self, queryset: QuerySet, field: str) -> str:
        return str(self.export_headings.get(field) or language_of(field).endonym)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        if not self.results_only:
            context["coverage"] = coverage_of(board_pages(self.request.user), self.shown)
        context["machine"] = service()
        context["into"] = [language_of(locale.language_code) for locale in self.into]
        return context


def owner_of(page: Page) -> str:
    return page.owner.get_full_name() or page.owner.get_username() if page.owner else ""
