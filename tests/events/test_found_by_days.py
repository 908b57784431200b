"""An event is found by its days, as people write them."""

from collections.abc import Callable
from datetime import date

import pytest
from wagtail.models import Page

from events.models import EventOccurrence
from site_core.languages.chains import languages_read
from site_core.languages.known import language_of
from site_core.languages.reading import reading
from site_core.search.asking.question import question
from site_core.search.indexing import drifted, index_page
from site_core.search.results import pages_found

pytestmark = pytest.mark.django_db

CLEANING = "Sobota bez napisów"


def found(text: str, reader: str) -> list[int]:
    return [hit.page_id for hit in pages_found(question(text, reader), languages_read(reader))]


@pytest.mark.parametrize(
    ("code", "day"),
    [("pl", "sobota 24 kwietnia 2027"), ("uk", "субота 24 квітня 2027"), ("en", "Saturday 24 April 2027")],
)
def test_in_the_words_of_each_language(demo_page: Callable[..., Page], code: str, day: str) -> None:
    page = demo_page(CLEANING, code)
    with reading(language_of(code)):
        assert [words.casefold() for words in page.days_in_words()] == [day.casefold()]
    assert page.pk in found(f"„{day}”", code)


@pytest.mark.slow
def test_another_day_is_noticed_in_all_languages(demo_page: Callable[..., Page]) -> None:
    page = demo_page(CLEANING)
    versions = set(Page.objects.filter(translation_key=page.translation_key).values_list("pk", flat=True))
    rows = EventOccurrence.objects.of_events([page.translation_key])
    rows.update(start_date=date(2027, 5, 29), end_date=date(2027, 5, 30))
    assert versions <= set(drifted())
    for pk in versions:
        assert index_page(pk)
    assert page.pk in found("„niedziela 30 maja 2027”", "pl")
    assert page.pk not in found("„24 kwietnia 2027”", "pl")


def test_of_very_many_days_the_last(demo_page: Callable[..., Page]) -> None:
    page = demo_page(CLEANING)
    (row,) = EventOccurrence.objects.of_events([page.translation_key])
    for month in range(1, 13):
        for day in range(1, 29, 7):
            row.pk, row.start_date = None, date(2028, month, day)
            row.save()
    days = demo_page(CLEANING).days_in_words()
    assert len(days) == 30
    assert days[-1].endswith("2028")
