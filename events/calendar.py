"""The calendar as one reader asked for it: coming, past, or one month; filtered; on pages."""

from datetime import datetime
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.apps import apps
from django.db.models import CharField, Exists, OuterRef, QuerySet, UUIDField
from django.http import QueryDict

from events.filters import event_facets
from events.models.occurrences import EventOccurrence
from events.months import Month, month_from
from site_core.cards import Card
from site_core.facets import Facets, address
from site_core.pagination import Pager, pager
from site_core.prepared import prepared

if TYPE_CHECKING:
    from events.models.pages import EventPage

UPCOMING, PAST = "upcoming", "past"


class EventCalendar:
    """
    One answer of the calendar in language `code`.

    `data` is the query string: facets, `when` (`upcoming`, `past`), `month` (`2027-02`), `page`. What is not
    understood is left out.
    """

    def __init__(self, code: str, data: QueryDict, now: datetime) -> None:
        self.code = code
        self.data = data
        self.now = now
        self.page_number = data.get("page")
        self.month: Month | None = month_from(data.get("month"))
        self.when = PAST if data.get("when") == PAST and self.month is None else UPCOMING
        keep = {"month": str(self.month)} if self.month else {"when": PAST} if self.when == PAST else {}
        self.facets = Facets(event_facets(code), data, keep)

    @cached_property
    def events(self) -> QuerySet:
        """Event pages readable in the language that have a date in the time asked for; not yet filtered."""
        dates = self._in_time(public_dates().filter(page__translation_key=OuterRef("translation_key")))
        return events_in(self.code).filter(Exists(dates.order_by()))

    def _in_time(self, dates: QuerySet) -> QuerySet:
        if self.month is not None:
            return dates.between(self.month.start, self.month.end)
        return dates.past(self.now) if self.when == PAST else dates.upcoming(self.now)

    def occurrences(self) -> QuerySet:
        """Dates of the filtered events, in the order of the list."""
        keys = self.facets.apply(self.events).order_by().values("translation_key")
        return self._in_time(public_dates().filter(page__translation_key__in=keys)).with_event()

    def cards_for(self, occurrences: list[EventOccurrence]) -> list[Card]:
        """Cards of the dates in the reader's language; one query for the pages."""
        keys = {row.page.translation_key for row in occurrences}
        pages: dict[Any, EventPage] = {
            page.translation_key: page for page in _pages(code=self.code, keys=keys)
        }
        # An event withdrawn between the two queries is left out.
        found = ((pages.get(row.page.translation_key), row) for row in occurrences)
        return [page.card_for(row) for page, row in found if page is not None]

    @cached_property
    def next_card(self) -> Card | None:
        """The first date after the start of the month, or from now on, that the filters leave; three queries."""
        data = self.data.copy()
        data.pop("month", None)
        coming = EventCalendar(self.code, data, max(self.now, self.month.start) if self.month else self.now)
        return next(iter(coming.cards_for(list(coming.occurrences()[:1]))), None)

    def context(self) -> dict[str, Any]:
        if self.month is not None:
            rows = list(self.occurrences())
            cards = self.cards_for(rows)
            return {**self._shared(), "month_weeks": self.month.weeks(cards), "cards": cards}
        page: Pager = pager(self.occurrences(), self.page_number, self.facets)
        return {**self._shared(), "pager": page, "cards": self.cards_for(list(page.page))}

    def _shared(self) -> dict[str, Any]:
        return {
            "calendar": self,
            "facets": self.facets,
            "facet_groups": self.facets.groups(self.events),
            "month": self.month,
            "shown_month": self.month or Month.containing(self.now),
        }

    def address(self, **keep: str) -> str:
        """The same filters in another time: `?month=2027-02&language=uk`."""
        kept = Facets(self.facets.facets, QueryDict(""), keep)
        kept.chosen = self.facets.chosen
        return address(kept.query())

    @property
    def upcoming_url(self) -> str:
        return self.address()

    @property
    def past_url(self) -> str:
        return self.address(when=PAST)

    @property
    def month_url(self) -> str:
        return self.address(month=str(Month.containing(self.now)))

    @property
    def previous_month_url(self) -> str:
        return self.address(month=str((self.month or Month.containing(self.now)).before))

    @property
    def next_month_url(self) -> str:
        return self.address(month=str((self.month or Month.containing(self.now)).after))


@prepared(code=CharField(), keys=UUIDField())
def _pages(code: str, keys: list[UUID]) -> QuerySet:
    return _cards_in(code).filter(translation_key__in=keys)


# Querysets that nothing is ever asked of: every use goes on from a copy, which costs a tenth of building it.


@cache
def public_dates() -> QuerySet:
    return EventOccurrence.objects.public()


@cache
def events_in(code: str) -> QuerySet:
    return _cards_in(code)


def _cards_in(code: str) -> QuerySet:
    """Published event pages of a language, with what their cards show."""
    return apps.get_model("events", "EventPage").objects.published().in_language(code).with_card_fields()
