"""When an event takes place: one row a date, in the wall-clock time of its place."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any, cast
from uuid import UUID
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from events.models.vocabulary import Status
from site_core.languages.shared_rows import of_public_source


class OccurrenceQuerySet(models.QuerySet):
    """Dates belong to the event and not to one language version of its page: every version shows them."""

    def of_events(self, translation_keys: Iterable[UUID] | QuerySet) -> "OccurrenceQuerySet":
        return self.public().filter(page__translation_key__in=translation_keys)

    def public(self) -> "OccurrenceQuerySet":
        return cast("OccurrenceQuerySet", of_public_source(self))

    def with_event(self) -> "OccurrenceQuerySet":
        """Each date with what it needs of its event: the zone, and the key that its versions share; not its texts."""
        own = [field.name for field in self.model._meta.concrete_fields]
        return self.select_related("page").only(*own, "page__zone", "page__translation_key")

    def upcoming(self, now: datetime) -> "OccurrenceQuerySet":
        """Not over yet at `now`, earliest first; one that is going on counts."""
        return self.filter(ends_at__gte=now).order_by("starts_at", "pk")

    def past(self, now: datetime) -> "OccurrenceQuerySet":
        return self.filter(ends_at__lt=now).order_by("-starts_at", "pk")

    def between(self, start: datetime, end: datetime) -> "OccurrenceQuerySet":
        """
        Touching the half-open interval [start, end):

            start       end
              |----------|
          [==]  no    [==]  yes, begins inside
            [===]  yes         |[==]  no
        """
        return self.filter(starts_at__lt=end, ends_at__gt=start).order_by("starts_at", "pk")


class EventOccurrence(Orderable):
    """
    One date of an event.

    People enter and read wall-clock time; `starts_at` and `ends_at` are the same moments for the database, worked
    out on saving from the zone of the event, so that lists and filters are plain SQL and right across the change
    of clocks.
    """

    page = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="occurrences")
    start_date = models.DateField(_("day"))
    start_time = models.TimeField(_("from"))
    end_date = models.DateField(_("last day"), null=True, blank=True, help_text=_("Empty: the same day."))
    end_time = models.TimeField(_("until"))
    status = models.CharField(_("status"), max_length=20, choices=Status.choices, default=Status.SCHEDULED)
    previous_date = models.DateField(_("day it was first planned for"), null=True, blank=True)
    previous_time = models.TimeField(_("time it was first planned for"), null=True, blank=True)
    starts_at = models.DateTimeField(editable=False, db_index=True)
    ends_at = models.DateTimeField(editable=False, db_index=True)

    objects = OccurrenceQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("start_date"), FieldPanel("start_time")]),
        FieldRowPanel([FieldPanel("end_date"), FieldPanel("end_time")]),
        FieldPanel("status"),
        FieldRowPanel([FieldPanel("previous_date"), FieldPanel("previous_time")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("date")
        verbose_name_plural = _("dates")

    def __str__(self) -> str:
        return f"{self.start_date} {self.start_time}"

    def clean(self) -> None:
        super().clean()
        if not (self.start_date and self.start_time and self.end_time):
            return
        if (self.end_date or self.start_date, self.end_time) <= (self.start_date, self.start_time):
            raise ValidationError({"end_time": _("It ends before it starts.")})
        if self.status == Status.RESCHEDULED and not self.previous_date:
            raise ValidationError({"previous_date": _("Say which day it was first planned for.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.starts_at = self.in_zone(self.start_date, self.start_time)
        self.ends_at = self.in_zone(self.end_date or self.start_date, self.end_time)
        super().save(*args, **kwargs)

    def in_zone(self, day: date, hour: time) -> datetime:
        """The moment a clock at the place shows this; a time that the change of clocks skips is read as the later."""
        return datetime.combine(day, hour, tzinfo=self.zone)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.page.zone)

    @property
    def starts(self) -> datetime:
        """Start in the zone of the place."""
        return self.in_zone(self.start_date, self.start_time)

    @property
    def ends(self) -> datetime:
        return self.in_zone(self.end_date or self.start_date, self.end_time)

    @property
    def previous_starts(self) -> datetime | None:
        if self.previous_date is None:
            return None
        return self.in_zone(self.previous_date, self.previous_time or self.start_time)
