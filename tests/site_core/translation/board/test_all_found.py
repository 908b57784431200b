"""What is done with all pages that the board's filters find, of which the list shows fifty."""

import io
import zipfile

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from site_core.translation.board import chosen
from site_core.translation.machine.names import CONFIRM
from tests.organisations import actions
from tests.performance.siblings import add_siblings
from tests.site_core.translation.board.test_chosen import versions

pytestmark = pytest.mark.django_db

TITLE = "Bez żadnej wersji"


@pytest.fixture
def four(db: None) -> list[Page]:
    """Polish pages, none of which exists in another language."""
    first = actions.untranslated_page()
    first.title = first.draft_title = TITLE
    first.save()
    add_as_found(first, 3)
    return list(Page.objects.filter(title__startswith=TITLE).order_by("path"))


def add_as_found(page: Page, number: int) -> None:
    """Copies beside it that the search of the board finds."""
    add_siblings(page, number)
    model = page.specific_class
    index = get_search_backend().get_index_for_model(model)
    index.add_items(model, list(model.objects.filter(title__startswith=TITLE)))


def do_with_all(client: Client, do: str, **filters: str) -> HttpResponse:
    address = reverse("translations_board_chosen", query=filters)
    return client.post(address, {"language": "uk", "do": do, "all": "on"}, follow=True)


def number_begun(pages: list[Page]) -> int:
    return sum(bool(versions(page, "uk")) for page in pages)


@pytest.mark.slow
def test_the_box_stands_where_there_is_more_than_one_page_of_the_list(
    english_editor: Client, four: list[Page]
) -> None:
    board = reverse("translations_board")
    assert 'name="all"' not in english_editor.get(board, {"q": TITLE}).content.decode()
    add_as_found(four[0], 60)
    text = english_editor.get(board, {"q": TITLE}).content.decode()
    assert "All 64 pages that these filters find" in text
    assert f"{reverse('translations_board_chosen')}?q=Bez" in text, "the form carries what was searched for"


@pytest.mark.slow
def test_all_that_are_found_are_begun_and_no_other(english_editor: Client, four: list[Page]) -> None:
    other = actions.untranslated_page()
    answer = do_with_all(english_editor, "begin", q=TITLE, language="uk", state="missing")
    assert "4 translations begun" in answer.content.decode()
    assert (number_begun(four), number_begun([other])) == (4, 0)
    assert (
        "None of the pages that these filters find needs that"
        in do_with_all(english_editor, "begin", q=TITLE).content.decode()
    )


@pytest.mark.slow
def test_what_is_too_much_for_once_is_said_and_goes_on_by_the_same_again(
    english_editor: Client, four: list[Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chosen, "MOST_AT_ONCE", 3)
    text = do_with_all(english_editor, "begin", q=TITLE).content.decode()
    assert "3 are begun at once. 1 more page is left" in text
    assert number_begun(four) == 3
    assert "1 translation begun" in do_with_all(english_editor, "begin", q=TITLE).content.decode()
    assert number_begun(four) == 4


@pytest.mark.slow
def test_an_archive_holds_all_that_have_been_begun(english_editor: Client, four: list[Page]) -> None:
    chosen_pages = {"language": "uk", "do": "begin", "page": [page.pk for page in four[:2]]}
    english_editor.post(reverse("translations_board_chosen"), chosen_pages)
    answer = do_with_all(english_editor, "po", q=TITLE)
    assert len(zipfile.ZipFile(io.BytesIO(answer.content)).namelist()) == 2


@pytest.mark.parametrize("do", ["po", "machine"])
def test_more_than_an_archive_or_a_machine_takes_is_refused_in_words(
    english_editor: Client, monkeypatch: pytest.MonkeyPatch, do: str
) -> None:
    monkeypatch.setattr(chosen, "MOST_FOUND", 1)
    answer = do_with_all(english_editor, do)
    assert answer["content-type"].startswith("text/html")
    assert "1 at most are taken at once. Nothing was done." in answer.content.decode()


def test_the_machine_is_asked_for_all_and_says_what_that_costs_first(
    english_editor: Client, four: list[Page]
) -> None:
    address = reverse("translations_board_chosen", query={"q": TITLE})
    answer = english_editor.post(address, {"language": "uk", "do": "machine", "all": "on"})
    assert answer.url.startswith(reverse(CONFIRM))
    assert answer.url.count("page=") == 4
    assert number_begun(four) == 0
