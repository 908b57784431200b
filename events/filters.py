"""The facets of the calendar, and what it offers to the search."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import QuerySet, Value
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from events.models.occurrences import EventOccurrence
from events.models.vocabulary import Access, Attendance, Audience
from programme.filters import topic_facet, topic_options
from site_core.dialects import JoinedKeys
from site_core.facets import Facet
from site_core.languages.names import languages_to_filter_by
from site_core.languages.snippet_names import Names

UPCOMING, PAST = "upcoming", "past"


def heard(spoken: list[str], interpreted: list[str]) -> set[str]:
    """An event is for somebody who speaks a language if it is held in it or interpreted into it."""
    return {*spoken, *interpreted}


def access_facet() -> Facet:
    return Facet("access", _("Access"), Access.choices, ("access",))


def event_facets(code: str) -> list[Facet]:
    """Of the calendar."""
    return [
        Facet("language", _("Language"), languages_to_filter_by(), ("languages", "interpreted"), heard),
        access_facet(),
        Facet("audience", _("For whom"), Audience.choices, ("audience",)),
        Facet("attendance", _("How to take part"), Attendance.choices, ("attendance",)),
        topic_facet([apps.get_model("events", "EventPage")], topic_options(code)),
    ]


@dataclass(frozen=True, slots=True)
class Held:
    """Question to the pages of a list: `which`, and the keys of the events that have such a date."""

    which: str

    def __call__(self, pages: QuerySet) -> QuerySet:
        # The database's clock, so that the question is the same one at any time, and its SQL kept.
        now: Any = Now()
        dates = EventOccurrence.objects.of_events(pages.order_by().values("translation_key"))
        held = dates.past(now) if self.which == PAST else dates.upcoming(now)
        which = held.order_by().annotate(which=Value(self.which)).values_list("which")
        return which.annotate(keys=JoinedKeys("page__translation_key"))


def date_facet() -> Facet:
    """The times that the calendar itself has lists of; an event on several dates may be in both."""
    options = [(UPCOMING, _("Coming up")), (PAST, _("Past"))]
    return Facet("when", _("Date"), options, elsewhere=tuple(Held(which) for which, _label in options))


def search_facets(names: Names) -> list[Facet]:
    """What the search is offered: questions to whichever of its results are events."""
    return [date_facet(), access_facet().of_pages_with("eventpage")]
