"""Events in the admin: one list of all of them, by date."""

from django import forms
from django.db.models import Exists, Max, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail import hooks
from wagtail.admin.ui.tables import Column

from events.admin_columns import LastDateColumn, PlanColumn
from events.models import EventOccurrence, EventPage, Status
from site_core.admin.columns import page_columns
from site_core.admin.filters import ListingFilters
from site_core.admin.first_steps import Step, offer_steps
from site_core.admin.listings import TypeIndexView, TypeListing, may_add


def dates_of_page() -> QuerySet:
    """Dates belong to the event in all languages, so they are found by its translation key."""
    return EventOccurrence.objects.filter(page__translation_key=OuterRef("translation_key"))


class WhenFilter(ChoiceFilter):
    def filter(self, events: QuerySet, value: str) -> QuerySet:
        to_come = Exists(dates_of_page().filter(ends_at__gte=timezone.now()))
        return {"to_come": events.filter(to_come), "past": events.exclude(to_come)}.get(value, events)


class PlanFilter(ChoiceFilter):
    def filter(self, events: QuerySet, value: str) -> QuerySet:
        return events.filter(Exists(dates_of_page().filter(status=value))) if value else events


class EventFilters(ListingFilters):
    when = WhenFilter(
        label=_("When"),
        choices=[("to_come", _("To come")), ("past", _("Past"))],
        empty_label=_("All"),
        widget=forms.RadioSelect,
    )
    plan = PlanFilter(
        label=_("A date is"), choices=Status.choices, empty_label=_("Any"), widget=forms.RadioSelect
    )

    class Meta:
        model = EventPage
        fields = ["attendance", "registration", "organisation"]


class EventIndexView(TypeIndexView):
    default_ordering = "-last_starts_at"

    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        latest = dates_of_page().order_by().values("page__translation_key").annotate(last=Max("starts_at"))
        last = dates_of_page().order_by("-starts_at")
        return (
            super()
            .annotate_queryset(pages)
            .annotate(
                last_starts_at=Subquery(latest.values("last")),
                last_status=Subquery(last.values("status")[:1]),
            )
        )


class EventListing(TypeListing):
    model = EventPage
    index_view_class = EventIndexView
    filterset_class = EventFilters
    icon = "date"
    menu_label = _("Events")
    menu_order = 130
    columns = page_columns(
        LastDateColumn("last_starts_at", label=_("Last date"), sort_key="last_starts_at"),
        PlanColumn("last_status", label=_("Plan")),
        Column("place", label=_("Place"), accessor="place_name", sort_key="place_name"),
        Column(
            "registration",
            label=_("Sign-up"),
            accessor="get_registration_display",
            sort_key="registration",
        ),
    )


@hooks.register("register_admin_viewset")
def event_listing() -> EventListing:
    return EventListing("events")


@offer_steps
def add_an_event(request: HttpRequest) -> list[Step]:
    """For everybody who may add one: the office to the list, organisations under their own page."""
    if not may_add(request.user, EventPage):
        return []
    return [Step(gettext("Add an event"), reverse("events:choose_parent"), "date")]
