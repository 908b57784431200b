"""The facets of the calendar."""

from functools import partial

from django.apps import apps
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.models.vocabulary import Access, Attendance, Audience
from programme.filters import about_topics, topic_options
from site_core.blocks.choices import language_choices
from site_core.facets import Facet, any_code


def spoken_or_interpreted(values: list[str]) -> Q:
    """An event is for somebody who speaks a language if it is held in it or interpreted into it."""
    return any_code("languages")(values) | any_code("interpreted")(values)


def event_facets(code: str) -> list[Facet]:
    about = partial(about_topics, apps.get_model("events", "EventPage"))
    return [
        Facet("language", _("Language"), language_choices(), spoken_or_interpreted),
        Facet("access", _("Access"), Access.choices, any_code("access")),
        Facet("audience", _("For whom"), Audience.choices, any_code("audience")),
        Facet("attendance", _("How to take part"), Attendance.choices, lambda values: Q(attendance__in=values)),
        Facet("topic", _("Topic"), topic_options(code), about),
    ]
