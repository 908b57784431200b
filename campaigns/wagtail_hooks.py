"""Campaigns in the admin: one list of all of them."""

from datetime import date

from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail import hooks
from wagtail.admin.ui.tables import Column

from campaigns.models import CampaignPage
from site_core.admin.columns import DayColumn, StateColumn, page_columns
from site_core.admin.filters import ListingFilters
from site_core.admin.first_steps import Step, offer_steps
from site_core.admin.listings import TypeIndexView, TypeListing, may_add


class StateFilter(ChoiceFilter):
    """The state follows from the dates, so the dates are asked."""

    def filter(self, campaigns: QuerySet, value: str) -> QuerySet:
        return campaigns.filter(in_state(value, timezone.localdate())) if value else campaigns


def in_state(state: str, day: date) -> Q:
    """Campaigns that are in the state on that day."""
    return {
        CampaignPage.State.PLANNED: Q(starts_on__gt=day),
        CampaignPage.State.RUNNING: Q(starts_on__lte=day, ends_on__gte=day),
        CampaignPage.State.ENDED: Q(ends_on__lt=day),
    }[CampaignPage.State(state)]


class CampaignFilters(ListingFilters):
    state = StateFilter(
        label=_("State"), choices=CampaignPage.State.choices, empty_label=_("All"), widget=forms.RadioSelect
    )

    class Meta:
        model = CampaignPage
        fields = ["organisation"]


class CampaignIndexView(TypeIndexView):
    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        return super().annotate_queryset(pages).prefetch_related("organisation")


class CampaignListing(TypeListing):
    model = CampaignPage
    index_view_class = CampaignIndexView
    filterset_class = CampaignFilters
    icon = "openquote"
    menu_label = _("Campaigns")
    menu_order = 110
    columns = page_columns(
        StateColumn(label=_("State"), sort_key="starts_on", current=(CampaignPage.State.RUNNING,)),
        DayColumn("starts_on", label=_("Starts"), sort_key="starts_on"),
        DayColumn("ends_on", label=_("Ends"), sort_key="ends_on"),
        Column("organisation", label=_("Organisation"), sort_key="organisation__name"),
    )


@hooks.register("register_admin_viewset")
def campaign_listing() -> CampaignListing:
    return CampaignListing("campaigns")


@offer_steps
def begin_a_campaign(request: HttpRequest) -> list[Step]:
    """For everybody who may add one; where, the next page asks unless there is one place only."""
    if not may_add(request.user, CampaignPage):
        return []
    return [Step(gettext("Begin a campaign"), reverse("campaigns:choose_parent"), "openquote")]
