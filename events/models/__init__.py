"""Events, their dates, the calendar."""

from events.models.occurrences import EventOccurrence
from events.models.pages import EventIndexPage, EventPage
from events.models.vocabulary import Access, Attendance, Audience, Registration, Status

__all__ = [
    "Access",
    "Attendance",
    "Audience",
    "EventIndexPage",
    "EventOccurrence",
    "EventPage",
    "Registration",
    "Status",
]
