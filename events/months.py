"""One month of the calendar as a table of weeks, Monday first."""

import re
from calendar import Calendar
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone

from site_core.cards import Card

EARLIEST, LATEST = 2000, 2100


@dataclass(slots=True)
class Day:
    date: date
    in_month: bool
    is_today: bool
    cards: list[Card] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Month:
    """A month in the time zone of the site; `str()` is how it stands in an address."""

    year: int
    month: int

    @classmethod
    def containing(cls, moment: datetime) -> "Month":
        local = timezone.localtime(moment)
        return cls(local.year, local.month)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def first_day(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def before(self) -> "Month":
        return Month(self.year - 1, 12) if self.month == 1 else Month(self.year, self.month - 1)

    @property
    def after(self) -> "Month":
        return Month(self.year + 1, 1) if self.month == 12 else Month(self.year, self.month + 1)

    @property
    def start(self) -> datetime:
        return timezone.make_aware(datetime(self.year, self.month, 1))  # noqa: DTZ001 - made aware right here

    @property
    def end(self) -> datetime:
        return self.after.start

    def weeks(self, cards: list[Card]) -> list[list[Day]]:
        """Whole weeks; an event of several days stands on each of them."""
        today = timezone.localdate()
        days = {
            day: Day(day, day.month == self.month, day == today)
            for day in Calendar().itermonthdates(self.year, self.month)
        }
        for card in cards:
            for day in days:
                if card.starts and card.ends and card.starts.date() <= day <= card.ends.date():
                    days[day].cards.append(card)
        ordered = list(days.values())
        return [ordered[start : start + 7] for start in range(0, len(ordered), 7)]


def month_from(text: str | None) -> Month | None:
    """`2027-02`, or None for anything else."""
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})", text or "")
    if match is None:
        return None
    year, month = int(match[1]), int(match[2])
    return Month(year, month) if EARLIEST <= year < LATEST and 1 <= month <= 12 else None
