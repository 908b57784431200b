"""What is there in no language that a reader is usually shown is better than nothing, and named as what it is."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from wagtail.models import Locale, Page

from site_core.models import StandardPage
from site_core.search.indexing import index_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def only_in(home: Page, locale: Callable[[str], Locale]) -> Callable[[str], Page]:
    """A page that stands in one language alone."""

    def make(code: str) -> Page:
        above = (
            home.get_translation(locale(code)) if code != "ru" else home.copy_for_translation(locale(code))
        )
        above.save_revision().publish()
        page = StandardPage(title="Kalarepa", slug="kalarepa", summary="Kalarepa.", locale=locale(code))
        above.add_child(instance=page)
        page.save_revision().publish()
        index_page(page.pk)
        return page

    return make


def found(reader: Client, code: str) -> tuple[list[str], list[Tag]]:
    """Headings of groups, and links to what was found."""
    answer = reader.get(f"/{code}/search/", {"q": "kalarepa"})
    assert answer.status_code == 200
    page = BeautifulSoup(answer.content, "html.parser")
    return [title.text for title in page.select(".group-title")], page.select(".rows .row a")


def test_a_page_in_a_language_outside_the_readers_chain(
    reader: Client, only_in: Callable[[str], Page]
) -> None:
    only_in("en")
    groups, links = found(reader, "uk")
    assert groups == ["Лише англійською (1)"]
    assert [(link["href"], link["lang"]) for link in links] == [("/en/kalarepa/", "en")]


def test_not_where_there_is_something_in_the_readers_languages(
    reader: Client, only_in: Callable[[str], Page]
) -> None:
    only_in("en")
    only_in("pl")
    groups, links = found(reader, "uk")
    assert [link["lang"] for link in links] == ["pl"]
    assert len(groups) == 1


def test_russian_is_nobodys_who_did_not_ask_for_it(reader: Client, only_in: Callable[[str], Page]) -> None:
    only_in("ru")
    assert found(reader, "uk") == ([], [])
    assert len(found(reader, "ru")[1]) == 1
