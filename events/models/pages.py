"""The calendar and the events in it."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID
from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet, UUIDField
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    PageChooserPanel,
)
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from events.calendar import EventCalendar
from events.metadata import event_data
from events.models.occurrences import EventOccurrence
from events.models.vocabulary import RESTRICTED, Access, Attendance, Audience, Registration, Status, tag_of
from organisations.models import PublishedBy
from programme.models import ProgrammeTags
from site_core.blocks.choices import language_choices
from site_core.cards import Card
from site_core.choices import label_of
from site_core.fields import CodesField
from site_core.languages.known import Language, language_of
from site_core.languages.names import names_alone, names_of
from site_core.languages.page_links import page_ids
from site_core.languages.reading import reading_language
from site_core.languages.shared_rows import rows_in_hand
from site_core.languages.snippet_names import names_chosen
from site_core.languages.targets import link_cards
from site_core.languages.words import Words
from site_core.models import BodyPage
from site_core.panels import SharedRowsPanel
from site_core.prepared import prepared

DAY_IN_WORDS, MOST_DAYS = "l j E Y", 30
"""As it is written and asked for ("sobota 24 kwietnia 2027"), and of how many days it is found by them."""


class EventIndexPage(BodyPage):
    """All events readable in this language: what comes, what was, a month at a time."""

    translatable_fields = BodyPage.body_translatable_fields
    parent_page_types = ["site_core.HomePage"]
    subpage_types = ["events.EventPage"]
    template = "events/event_index_page.html"
    kind = "events"

    class Meta:
        verbose_name = _("calendar")
        verbose_name_plural = _("calendars")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        calendar = EventCalendar(reading_language().code, request.GET, timezone.now())
        context.update(calendar.context())
        context["frame"].index = not calendar.facets.deep
        return context


class EventPage(ProgrammeTags, PublishedBy, BodyPage):
    """One event, on one date or several."""

    zone = models.CharField(_("time zone"), max_length=40, default="Europe/Warsaw")
    attendance = models.CharField(
        _("how to take part"), max_length=12, choices=Attendance.choices, default=Attendance.IN_PERSON
    )
    place_name = models.CharField(_("place"), max_length=200, blank=True)
    place_address = models.CharField(_("address"), max_length=200, blank=True)
    place_access = models.TextField(
        _("how to get there and in"), blank=True, help_text=_("What is not known is said to be unknown.")
    )
    languages = CodesField(_("languages spoken"), choices=language_choices)
    interpreted = CodesField(_("interpreted into"), choices=language_choices)
    access = CodesField(_("access"), choices=Access.choices)
    audience = CodesField(_("audience"), choices=Audience.choices)
    audience_note = models.CharField(_("more on the audience"), max_length=300, blank=True)
    registration = models.CharField(
        _("sign-up"), max_length=20, choices=Registration.choices, default=Registration.NONE
    )
    capacity = models.PositiveIntegerField(_("places"), null=True, blank=True)
    is_free = models.BooleanField(_("free of charge"), default=True)
    price_note = models.CharField(_("price"), max_length=200, blank=True)
    organiser_note = models.CharField(_("who runs it"), max_length=300, blank=True)
    status_note = models.CharField(
        _("note on a change"), max_length=300, blank=True, help_text=_("Shown first when a date has changed.")
    )
    campaign = models.ForeignKey(
        "campaigns.CampaignPage",
        models.SET_NULL,
        verbose_name=_("campaign"),
        null=True,
        blank=True,
        related_name="+",
    )

    content_panels = [
        *BodyPage.content_panels[:-1],
        SharedRowsPanel("occurrences", heading=_("Dates"), label=_("Date")),
        FieldPanel("status_note"),
        MultiFieldPanel(
            [
                FieldPanel("attendance"),
                FieldPanel("place_name"),
                FieldPanel("place_address"),
                FieldPanel("place_access"),
                FieldPanel("zone"),
            ],
            heading=_("Place"),
        ),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("languages"), FieldPanel("interpreted")], heading=_("Languages")),
        FieldPanel("access"),
        MultiFieldPanel([FieldPanel("audience"), FieldPanel("audience_note")], heading=_("For whom")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("registration"), FieldPanel("capacity")]),
                FieldRowPanel([FieldPanel("is_free"), FieldPanel("price_note")]),
            ],
            heading=_("Taking part"),
        ),
        MultiFieldPanel(
            [*PublishedBy.organisation_panels, FieldPanel("organiser_note")], heading=_("Organiser")
        ),
        PageChooserPanel("campaign"),
        *ProgrammeTags.tag_panels,
    ]
    translatable_fields = [
        *BodyPage.body_translatable_fields,
        *[
            TranslatableField(name)
            for name in (
                "place_name",
                "place_address",
                "place_access",
                "audience_note",
                "price_note",
                "organiser_note",
                "status_note",
            )
        ],
        *[
            SynchronizedField(name, overridable=False)
            for name in (
                "zone",
                "attendance",
                "languages",
                "interpreted",
                "access",
                "audience",
                "registration",
                "capacity",
                "is_free",
                "campaign",
            )
        ],
        *ProgrammeTags.tag_translatable_fields,
        *PublishedBy.organisation_translatable_fields,
    ]
    search_fields = [
        *BodyPage.search_fields,
        index.SearchField("place_name"),
        index.SearchField("days_in_words"),
    ]

    parent_page_types = ["events.EventIndexPage", "organisations.OrganisationPage"]
    subpage_types: list[str] = []
    template = "events/event_page.html"
    kind = "event"
    is_looked_for_by_kind = True
    card_fields = (
        *BodyPage.card_fields,
        "attendance",
        "place_name",
        "languages",
        "interpreted",
        "registration",
    )
    shared_child_relations = ("occurrences",)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def clean(self) -> None:
        super().clean()
        if self.zone not in available_timezones():
            raise ValidationError(
                {"zone": _("Not a known time zone. Most events here are in Europe/Warsaw.")}
            )

    def linked_page_ids(self) -> set[int]:
        return super().linked_page_ids() | page_ids(self.campaign_id)

    @cached_property
    def dates(self) -> list[EventOccurrence]:
        """All dates, in order of time. In a preview those being edited, else one query."""
        edited = rows_in_hand(self, "occurrences")
        if edited is not None:
            return sorted(edited, key=lambda row: row.starts)
        return _dates(key=self.translation_key)

    def days_in_words(self) -> list[str]:
        """The last days on which it begins or ends, in the language in force; a query."""
        days = sorted({moment.date() for row in self.dates for moment in (row.starts, row.ends)})
        return [date_format(day, DAY_IN_WORDS) for day in days[-MOST_DAYS:]]

    @property
    def is_cancelled(self) -> bool:
        """Every date is off."""
        return bool(self.dates) and all(row.status == Status.CANCELLED for row in self.dates)

    @property
    def restriction(self) -> str:
        """Style of the tag that says who can still come; empty where everybody can."""
        return RESTRICTED.get(self.registration, "")

    @property
    def spoken_languages(self) -> list[Language]:
        return [language_of(code) for code in self.languages]

    @property
    def interpreted_languages(self) -> list[Language]:
        return [language_of(code) for code in self.interpreted]

    @property
    def access_labels(self) -> list[str]:
        labels = dict(Access.choices)
        return [str(labels[code]) for code in self.access if code in labels]

    @property
    def audience_labels(self) -> list[str]:
        labels = dict(Audience.choices)
        return [str(labels[code]) for code in self.audience if code in labels]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        code = reading_language().code
        now = timezone.now()
        context["dates"] = self.dates
        context["next_date"] = next(
            (row for row in self.dates if row.ends >= now and row.status != Status.CANCELLED), None
        )
        context["is_past"] = bool(self.dates) and all(row.ends < now for row in self.dates)
        context |= names_chosen(self, ("organisation", "topics"), code)
        context["campaign"] = link_cards([self.campaign_id])
        context["structured_data"] = event_data(self, context)
        return context

    def search_facts(self) -> Iterator[str]:
        """With the languages that are spoken there."""
        yield from super().search_facts()
        yield names_alone([*self.spoken_languages, *self.interpreted_languages])

    def card_for(self, occurrence: EventOccurrence) -> Card:
        """This event on one of its dates."""
        card = super().card()
        card.starts, card.ends = occurrence.starts, occurrence.ends
        card.previous_starts = occurrence.previous_starts
        card.status, card.status_label = tag_of(occurrence.status, self.registration)
        own_place = Words(self.place_name, self.language) if self.place_name else ""
        place = own_place or label_of(Attendance, self.attendance)
        spoken = names_alone(self.spoken_languages)
        interpreted = names_of(self.interpreted_languages)
        if interpreted:
            interpreted = gettext("Interpreted into: %(languages)s") % {"languages": interpreted}
        card.spoken = tuple(fact for fact in (spoken, interpreted) if fact)
        card.meta = tuple(fact for fact in (place, *card.spoken) if fact)
        return card


@prepared(key=UUIDField())
def _dates(key: UUID) -> QuerySet:
    return EventOccurrence.objects.of_events([key]).with_event().order_by("starts_at", "pk")
