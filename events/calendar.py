"""The calendar as one reader asked for it: coming, past, or one month; filtered; on pages."""

from collections import Counter
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.apps import apps
from django.db.models import BigAutoField, CharField, DateTimeField, Exists, OuterRef, QuerySet, UUIDField
from django.http import QueryDict

from events.filters import PAST, UPCOMING, event_facets
from events.models.occurrences import EventOccurrence, OccurrenceQuerySet
from events.months import Month, month_from
from site_core.cards import Card
from site_core.facets import Facets, Question, address
from site_core.languages.chains import languages_read
from site_core.languages.groups import by_language
from site_core.pagination import Pager, pager
from site_core.prepared import prepared

if TYPE_CHECKING:
    from events.models.pages import EventPage
    from site_core.querysets import BasePageQuerySet

MONTH = "month"


class EventCalendar:
    """
    One answer of the calendar in language `code`.

    `data` is the query string: facets, `when` (`upcoming`, `past`), `month` (`2027-02`), `page`. What is not
    understood is left out.
    """

    def __init__(self, code: str, data: QueryDict, now: datetime) -> None:
        self.codes = languages_read(code)
        self.code = code
        self.data = data
        self.now = now
        self.page_number = data.get("page")
        self.month: Month | None = month_from(data.get("month"))
        self.when = PAST if data.get("when") == PAST and self.month is None else UPCOMING
        keep = {"month": str(self.month)} if self.month else {"when": PAST} if self.when == PAST else {}
        self.facets = Facets(event_facets(code), data, keep)

    @property
    def _time(self) -> tuple[str, datetime, datetime]:
        """Which dates: `upcoming`, `past` or `month`, from and until when."""
        if self.month is not None:
            return MONTH, self.month.start, self.month.end
        return self.when, self.now, self.now

    @cached_property
    def counted(self) -> Facets:
        """The facets, counted over the events of the time asked for."""
        which, start, end = self._time
        self.facets.count(lambda question: _asked(question, which, codes=self.codes, start=start, end=end))
        return self.facets

    @cached_property
    def _found(self) -> list[tuple[int, UUID, datetime]]:
        """
        Ids, events and starts of the dates of the events that the filters leave, in the order of the list: by time; in
        a list, not in a month, those first whose event is in the reader's language.
        """
        which, start, end = self._time
        rank_of = self.counted.found
        found = [date for date in _dates(which, start=start, end=end) if date[1] in rank_of]
        return sorted(found, key=lambda date: rank_of[date[1]]) if self.month is None else found

    @cached_property
    def dates(self) -> list[int]:
        """Ids of the dates of the events that the filters leave, in the order of the list."""
        return [pk for pk, _key, _starts in self._found]

    @property
    def totals(self) -> dict[str, int]:
        """How many of the dates are of events in each language."""
        return Counter(self.codes[self.counted.found[key]] for _pk, key, _starts in self._found)

    def cards_of(self, dates: list[int]) -> list[Card]:
        """Cards of these dates; what was withdrawn since they were counted is left out. Two queries."""
        rows = {row.pk: row for row in _occurrences(ids=dates)}
        return self.cards_for([rows[pk] for pk in dates if pk in rows])

    def cards_for(self, occurrences: list[EventOccurrence]) -> list[Card]:
        """Cards of the dates in the reader's language; one query for the pages."""
        keys = {row.page.translation_key for row in occurrences}
        pages: dict[Any, EventPage] = {
            page.translation_key: page for page in _pages(codes=self.codes, keys=keys)
        }
        # An event withdrawn between the two queries is left out.
        found = ((pages.get(row.page.translation_key), row) for row in occurrences)
        return [page.card_for(row) for page, row in found if page is not None]

    @cached_property
    def next_card(self) -> Card | None:
        """The first date after the start of the month, or from now on, that the filters leave; as costly as a list."""
        return self._coming.soonest_card

    @cached_property
    def soonest_card(self) -> Card | None:
        """The first date of the list by time, whichever language its event is in."""
        soonest = min(self._found, key=lambda date: date[2], default=None)
        return next(iter(self.cards_of([soonest[0]])), None) if soonest else None

    @property
    def month_of_next_card(self) -> Month:
        return self._coming.first_month

    @property
    def month_of_next_card_url(self) -> str:
        return self.address(month=str(self.month_of_next_card))

    @cached_property
    def _coming(self) -> "EventCalendar":
        """What comes after the start of the month, or from now on, with the same filters."""
        data = self.data.copy()
        data.pop("month", None)
        data.pop("when", None)
        return EventCalendar(self.code, data, max(self.now, self.month.start) if self.month else self.now)

    @property
    def first_month(self) -> Month:
        """The month where the list begins: one that has something. This month where it is empty."""
        nearest = max if self.when == PAST else min
        starts = nearest((starts for _pk, _key, starts in self._found), default=self.now)
        return Month.containing(max(starts, self.now) if self.when == UPCOMING else starts)

    def context(self) -> dict[str, Any]:
        if self.month is not None:
            cards = self.cards_of(self.dates)
            return {**self._shared(), "month_weeks": self.month.weeks(cards), "cards": cards}
        page: Pager = pager(self.dates, self.page_number, self.facets)
        groups = by_language(self.cards_of(list(page.page)), self.totals)
        return {**self._shared(), "pager": page, "groups": groups}

    def _shared(self) -> dict[str, Any]:
        return {
            "calendar": self,
            "facets": self.counted,
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
        """From a list, the month it begins in; nobody is led to an empty one. From a month, the one we have."""
        return self.address(month=str(Month.containing(self.now) if self.month else self.first_month))

    @property
    def previous_month_url(self) -> str:
        return self.address(month=str((self.month or Month.containing(self.now)).before))

    @property
    def next_month_url(self) -> str:
        return self.address(month=str((self.month or Month.containing(self.now)).after))


def _in_time(which: str, dates: OccurrenceQuerySet, start: Any, end: Any) -> OccurrenceQuerySet:
    if which == MONTH:
        return dates.between(start, end)
    return dates.past(start) if which == PAST else dates.upcoming(start)


@prepared(codes=CharField(), start=DateTimeField(), end=DateTimeField())
def _asked(question: Question, which: str, codes: list[str], start: datetime, end: datetime) -> QuerySet:
    """What a filter asks of the events shown to a reader of these languages that have a date in the time asked for."""
    dates = EventOccurrence.objects.public().filter(page__translation_key=OuterRef("translation_key"))
    return question(_events_in(codes).filter(Exists(_in_time(which, dates, start, end).order_by())))


@prepared(start=DateTimeField(), end=DateTimeField())
def _dates(which: str, start: datetime, end: datetime) -> QuerySet:
    """Every date of the time asked for, in the order of the list: id, what its event's versions share, start."""
    dates = _in_time(which, EventOccurrence.objects.public(), start, end)
    return dates.values_list("pk", "page__translation_key", "starts_at")


@prepared(ids=BigAutoField())
def _occurrences(ids: list[int]) -> QuerySet:
    return EventOccurrence.objects.filter(pk__in=ids).with_event()


@prepared(codes=CharField(), keys=UUIDField())
def _pages(codes: list[str], keys: list[UUID]) -> QuerySet:
    return _events_in(codes).filter(translation_key__in=keys).with_card_fields()


def _events_in(codes: list[str]) -> "BasePageQuerySet":
    return apps.get_model("events", "EventPage").objects.published().readable_in(codes)
