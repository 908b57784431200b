"""Resources in the admin: one list of all of them."""

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, NumberColumn

from resources.models import ResourceFile, ResourcePage
from site_core.admin.columns import page_columns
from site_core.admin.filters import ListingFilters
from site_core.admin.first_steps import Step, offer_steps
from site_core.admin.listings import TypeIndexView, TypeListing, may_add


class ResourceFilters(ListingFilters):
    class Meta:
        model = ResourcePage
        fields = ["resource_kind", "licence", "organisation"]


class ResourceIndexView(TypeIndexView):
    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        """Files belong to the resource in all languages, so they are counted by its translation key."""
        files = (
            ResourceFile.objects.filter(page__translation_key=OuterRef("translation_key"))
            .order_by()
            .values("page__translation_key")
            .annotate(number=Count("pk"))
            .values("number")
        )
        return super().annotate_queryset(pages).annotate(number_of_files=Coalesce(Subquery(files), 0))


class ResourceListing(TypeListing):
    model = ResourcePage
    index_view_class = ResourceIndexView
    filterset_class = ResourceFilters
    icon = "folder-open-inverse"
    menu_label = _("Resources")
    menu_order = 120
    columns = page_columns(
        Column(
            "resource_kind",
            label=_("Kind"),
            accessor="get_resource_kind_display",
            sort_key="resource_kind",
        ),
        NumberColumn("number_of_files", label=_("Files")),
        Column("licence", label=_("Licence"), accessor="get_licence_display", sort_key="licence"),
    )


@hooks.register("register_admin_viewset")
def resource_listing() -> ResourceListing:
    return ResourceListing("resources")


@offer_steps
def add_a_resource(request: HttpRequest) -> list[Step]:
    """For everybody who may add one: the office to the list, organisations under their own page."""
    if not may_add(request.user, ResourcePage):
        return []
    return [Step(gettext("Add a resource"), reverse("resources:choose_parent"), "folder-open-inverse")]
