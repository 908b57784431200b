"""Dates and names of months and days, as each language writes them."""

from datetime import UTC, datetime

import pytest
from django.template.defaultfilters import filesizeformat
from django.utils import dates
from django.utils.formats import date_format, get_format
from django.utils.translation import override

from site_core.formats import names

THURSDAY = datetime(2027, 3, 4, 18, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "day", "moment", "month", "weekday"),
    [
        ("pl", "4 marca 2027", "4 marca 2027, 18:05", "marzec 2027", "czwartek"),
        ("pl-simple", "4 marca 2027", "4 marca 2027, 18:05", "marzec 2027", "czwartek"),
        ("en", "4 March 2027", "4 March 2027, 18:05", "March 2027", "Thursday"),
        ("uk", "4 березня 2027 р.", "4 березня 2027 р., 18:05", "березень 2027", "четвер"),
        ("be", "4 сакавіка 2027 г.", "4 сакавіка 2027 г., 18:05", "сакавік 2027", "чацвер"),
        ("ar", "4 مارس 2027", "4 مارس 2027، 18:05", "مارس 2027", "الخميس"),
    ],
)
def test_dates_are_written_as_people_write_them(
    language: str, day: str, moment: str, month: str, weekday: str
) -> None:
    with override(language):
        assert date_format(THURSDAY, "DATE_FORMAT") == day
        assert date_format(THURSDAY, "DATETIME_FORMAT") == moment
        assert date_format(THURSDAY, "YEAR_MONTH_FORMAT") == month
        assert date_format(THURSDAY, "l") == weekday
        assert date_format(THURSDAY, "TIME_FORMAT") == "18:05"
        assert get_format("FIRST_DAY_OF_WEEK") == 1


def test_a_day_of_a_month_stands_in_the_genitive() -> None:
    expected = {"pl": "4 marca", "en": "4 March", "uk": "4 березня", "be": "4 сакавіка", "ar": "4 مارس"}
    for language, text in expected.items():
        with override(language):
            assert date_format(THURSDAY, "MONTH_DAY_FORMAT") == text


def test_the_names_are_the_messages_that_django_asks_for() -> None:
    """Should Django reword them one day, ours would no longer be heard."""
    with override("uk"):
        spoken = [*dates.WEEKDAYS.values(), *dates.WEEKDAYS_ABBR.values(), *dates.MONTHS.values()]
        assert [str(word) for word in spoken] == [
            str(word) for word in UKRAINIAN_DAYS + UKRAINIAN_SHORT_DAYS + UKRAINIAN_MONTHS
        ]
        assert [str(word) for word in dates.MONTHS_ALT.values()] == [str(m) for m in names.MONTHS_AFTER_A_DAY]
        assert filesizeformat(5_000_000) == "4,8\N{NO-BREAK SPACE}МБ"


UKRAINIAN_DAYS = ["понеділок", "вівторок", "середа", "четвер", "п’ятниця", "субота", "неділя"]
UKRAINIAN_SHORT_DAYS = ["пн", "вт", "ср", "чт", "пт", "сб", "нд"]
UKRAINIAN_MONTHS = [
    *("січень", "лютий", "березень", "квітень", "травень", "червень"),
    *("липень", "серпень", "вересень", "жовтень", "листопад", "грудень"),
]
