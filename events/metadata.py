"""JSON-LD of an event: schema.org Event, one entry a date."""

from typing import TYPE_CHECKING, Any

from events.models.occurrences import EventOccurrence
from events.models.vocabulary import Attendance, Status
from site_core.languages.addresses import absolute, page_address

if TYPE_CHECKING:
    from events.models.pages import EventPage

STATUSES = {
    Status.SCHEDULED: "https://schema.org/EventScheduled",
    Status.CANCELLED: "https://schema.org/EventCancelled",
    Status.POSTPONED: "https://schema.org/EventPostponed",
    Status.RESCHEDULED: "https://schema.org/EventRescheduled",
}
MODES = {
    Attendance.IN_PERSON: "https://schema.org/OfflineEventAttendanceMode",
    Attendance.ONLINE: "https://schema.org/OnlineEventAttendanceMode",
    Attendance.HYBRID: "https://schema.org/MixedEventAttendanceMode",
}


def event_data(event: "EventPage", context: dict[str, Any]) -> dict[str, Any]:
    """A single date is the event itself; several are its `subEvent`s."""
    shared = {
        **context["structured_data"],
        "@type": "Event",
        "eventAttendanceMode": MODES[Attendance(event.attendance)],
        "isAccessibleForFree": event.is_free,
        "inLanguage": event.languages or event.language.code,
        "location": location(event),
    }
    if context["organisation"]:
        shared["organizer"] = {"@type": "Organization", "name": context["organisation"].words}
    dates = context["dates"]
    if len(dates) == 1:
        return {**shared, **date_data(dates[0])}
    if dates:
        shared["startDate"] = dates[0].starts.isoformat()
        shared["endDate"] = dates[-1].ends.isoformat()
        shared["subEvent"] = [
            {"@type": "Event", "name": event.title, "location": shared["location"], **date_data(row)}
            for row in dates
        ]
    return shared


def location(event: "EventPage") -> dict[str, Any] | list[dict[str, Any]]:
    """The page itself stands for the online room: its address is told to those who take part."""
    place = {"@type": "Place", "name": event.place_name, "address": event.place_address or event.place_name}
    online = {"@type": "VirtualLocation", "url": absolute(page_address(event))}
    if event.attendance == Attendance.ONLINE:
        return online
    return [place, online] if event.attendance == Attendance.HYBRID else place


def date_data(row: EventOccurrence) -> dict[str, Any]:
    data = {
        "startDate": row.starts.isoformat(),
        "endDate": row.ends.isoformat(),
        "eventStatus": STATUSES[Status(row.status)],
    }
    if row.previous_starts:
        data["previousStartDate"] = row.previous_starts.isoformat()
    return data
