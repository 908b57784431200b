"""Columns of the list of events that read what the list's query worked out."""

from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from wagtail.admin.ui.tables import Column, StatusTagColumn

from events.models import EventPage, Status


class LastDateColumn(Column):
    """Day and time in the event's own zone."""

    def get_value(self, instance: EventPage) -> str:
        if instance.last_starts_at is None:
            return "–"
        return date_format(
            instance.last_starts_at.astimezone(ZoneInfo(instance.zone)), "SHORT_DATETIME_FORMAT"
        )


class PlanColumn(StatusTagColumn):
    """Whether that date stands."""

    def __init__(self, name: str, **kwargs: object) -> None:
        super().__init__(name, primary=lambda event: event.last_status == Status.SCHEDULED, **kwargs)

    def get_value(self, instance: EventPage) -> str:
        return str(Status(instance.last_status).label) if instance.last_status else "–"
