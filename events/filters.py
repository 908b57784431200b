"""The facets of the calendar."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from events.models.vocabulary import Access, Attendance, Audience
from programme.filters import topic_facet
from site_core.facets import Facet
from site_core.languages.names import languages_to_filter_by


def heard(spoken: list[str], interpreted: list[str]) -> set[str]:
    """An event is for somebody who speaks a language if it is held in it or interpreted into it."""
    return {*spoken, *interpreted}


def event_facets(code: str) -> list[Facet]:
    return [
        Facet("language", _("Language"), languages_to_filter_by(), ("languages", "interpreted"), heard),
        Facet("access", _("Access"), Access.choices, ("access",)),
        Facet("audience", _("For whom"), Audience.choices, ("audience",)),
        Facet("attendance", _("How to take part"), Attendance.choices, ("attendance",)),
        topic_facet(apps.get_model("events", "EventPage"), code),
    ]
