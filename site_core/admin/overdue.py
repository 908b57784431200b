"""The report of pages past their day of review."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import PageTitleColumn
from wagtail.admin.views.pages.listing import PageFilterSet
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from site_core.admin.columns import DayColumn, LanguageColumn
from site_core.admin.listings import TypeIndexView, TypeListing
from site_core.admin.reviews import overdue_pages


class OverdueFilters(PageFilterSet):
    site = None
    has_child_pages = None

    class Meta:
        model = Page
        fields: list[str] = []


class OverdueIndexView(TypeIndexView):
    base_filterset_class = OverdueFilters
    default_ordering = "review_day"
    is_searchable = False  # The search does not know of days of review; the list is meant to be short.
    page_title = _("Pages past their day of review")

    def get_base_queryset(self) -> QuerySet:
        seen = page_permission_policy.explorable_instances(self.request.user)
        return self.annotate_queryset(overdue_pages().filter(pk__in=seen.values("pk")))

    def get_add_url(self) -> None:
        return None


class OverdueListing(TypeListing):
    model = Page
    index_view_class = OverdueIndexView
    filterset_class = OverdueFilters
    icon = "calendar-check"
    menu_hook = "register_reports_menu_item"
    menu_label = _("Past their day of review")
    menu_order = 700
    columns = [
        PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
        LanguageColumn(),
        DayColumn("review_day", label=_("Review by"), sort_key="review_day"),
        Column("responsible_unit", label=_("Responsible")),
        DateColumn("latest_revision_created_at", label=_("Updated"), sort_key="latest_revision_created_at"),
    ]


@hooks.register("register_admin_viewset")
def overdue_listing() -> OverdueListing:
    return OverdueListing("overdue")
