"""The facets of the calendar."""

from django.apps import apps
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.models.vocabulary import Access, Attendance, Audience
from programme.filters import topic_facet
from site_core.blocks.choices import language_choices
from site_core.facets import Facet, any_code


def spoken_or_interpreted(values: list[str]) -> Q:
    """An event is for somebody who speaks a language if it is held in it or interpreted into it."""
    return any_code("languages")(values) | any_code("interpreted")(values)


def is_heard(language: str, spoken: list[str], interpreted: list[str]) -> bool:
    return language in spoken or language in interpreted


def event_facets(code: str) -> list[Facet]:
    def attended(values: list[str]) -> Q:
        return Q(attendance__in=values)

    return [
        Facet(
            "language",
            _("Language"),
            language_choices(),
            spoken_or_interpreted,
            columns=("languages", "interpreted"),
            matches=is_heard,
        ),
        Facet("access", _("Access"), Access.choices, any_code("access"), columns=("access",)),
        Facet("audience", _("For whom"), Audience.choices, any_code("audience"), columns=("audience",)),
        Facet("attendance", _("How to take part"), Attendance.choices, attended, columns=("attendance",)),
        topic_facet(apps.get_model("events", "EventPage"), code),
    ]
