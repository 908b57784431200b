"""The board: which pages and languages a person finds on it, what a cell says and where it leads."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page

from organisations.models import OrganisationPage
from resources.models import ResourcePage
from site_core.models import TranslationRequest
from site_core.querysets import published_pages
from site_core.translation.changes.names import changes_url
from tests.organisations import actions
from tests.site_core.translation.sources import publish

pytestmark = pytest.mark.django_db

BOARD = "translations_board"


def board(client: Client, **query: Any) -> list[Page]:
    return list(client.get(reverse(BOARD), query).context["object_list"])


def cell(client: Client, page: Page, code: str) -> Any:
    found = [row for row in board(client, q=page.title) if row.pk == page.pk]
    return found[0].cells[code]


def test_every_published_polish_page_is_a_row_and_every_language_a_column(
    signed_in: Callable[[str], Client],
) -> None:
    answer = signed_in("editor").get(reverse(BOARD))
    pages = published_pages().filter(locale__language_code="pl", depth__gt=1)
    assert answer.context["paginator"].count == pages.count()
    text = answer.content.decode()
    for code in ("en", "uk", "be", "pl-simple", "ar"):
        assert f'<bdi lang="{code}">' in text
    assert '<bdi lang="ru">' not in text, "a language without a home page has no column"


def test_a_translator_finds_their_own_language_first(signed_in: Callable[[str], Client]) -> None:
    answer = signed_in("translator-uk").get(reverse(BOARD))
    assert next(one.language.code for one in answer.context["coverage"]) == "uk"
    assert [language.code for language in answer.context["into"]] == ["uk"]


@pytest.mark.slow
def test_a_changed_page_is_older_by_one_passage_and_leads_to_what_changed(
    signed_in: Callable[[str], Client],
) -> None:
    polish = actions.campaign("pl")
    editor = signed_in("editor")
    assert cell(editor, polish, "uk").status.state == "current"

    def say_otherwise(page: Page) -> None:
        page.summary = "Nowe zdanie."

    publish(polish, say_otherwise)
    found = cell(editor, polish, "uk")
    assert (found.status.state, found.status.count) == ("outdated", 1)
    assert found.url == changes_url(actions.translation("uk").pk)
    text = editor.get(reverse(BOARD), {"q": polish.title}, headers={"accept-language": "pl"}).content.decode()
    assert "starsze: 1 fragment" in text


def test_a_missing_page_leads_to_the_form_that_begins_its_translation(
    signed_in: Callable[[str], Client],
) -> None:
    page = actions.untranslated_page()
    translator = signed_in("translator-uk")
    found = cell(translator, page, "uk")
    assert found.status.state == "missing"
    form = translator.get(found.url)
    assert form.status_code == 200
    assert [locale.language_code for locale in form.context["form"].initial["locales"]] == ["uk"]
    assert cell(translator, page, "en").url == "", "another language is not theirs"


def test_below_a_page_that_is_missing_itself_nothing_can_be_begun(signed_in: Callable[[str], Client]) -> None:
    above = actions.untranslated_page()
    below = above.add_child(instance=type(above)(title="Całkiem niżej", summary="s", locale=above.locale))
    found = cell(signed_in("editor"), below, "uk")
    assert (found.status.state, found.url) == ("missing", "")
    assert found.note


@pytest.mark.slow
def test_language_and_state_are_one_question(signed_in: Callable[[str], Client]) -> None:
    page, editor = actions.untranslated_page(), signed_in("editor")
    missing = board(editor, language="uk", state="missing")
    assert page.pk in [row.pk for row in missing]
    assert {row.cells["uk"].status.state for row in missing} == {"missing"}
    assert all(list(row.cells) == ["uk"] for row in missing)
    page.copy_for_translation(Locale.objects.get(language_code="uk"))
    assert page.pk not in [row.pk for row in board(editor, language="uk", state="missing")]
    assert page.pk in [row.pk for row in board(editor, language="uk", state="draft")]
    assert page.pk in [row.pk for row in board(editor, state="missing")], "in other languages it still is"


@pytest.mark.slow
def test_section_owner_and_review(signed_in: Callable[[str], Client], demo_page: Callable[..., Page]) -> None:
    editor, section = signed_in("editor"), demo_page("Kampanie")
    rows = board(editor, section=section.pk)
    assert rows
    assert all(row.path.startswith(section.path) for row in rows)
    page = ResourcePage.objects.filter(locale__language_code="pl", live=True).first()
    ResourcePage.objects.filter(pk=page.pk).update(review_by=timezone.localdate().replace(year=2020))
    assert [row.pk for row in board(editor, review="overdue") if row.pk == page.pk] == [page.pk]
    assert page.pk not in [row.pk for row in board(editor, review="none")]
    owner = actions.campaign("pl").owner
    owned = board(editor, owner=owner.pk) if owner else []
    assert {row.owner_id for row in owned} <= {owner.pk if owner else None}


def test_an_organisation_finds_its_own_pages(
    signed_in: Callable[[str], Client], own_page: OrganisationPage
) -> None:
    rows = board(signed_in("ngo-coordinator"))
    assert rows
    assert all(row.path.startswith(own_page.path) for row in rows)


def test_who_only_looks_has_no_board(signed_in: Callable[[str], Client]) -> None:
    viewer = signed_in("viewer")
    assert viewer.get(reverse(BOARD)).status_code == 302
    assert reverse(BOARD) not in viewer.get(reverse("wagtailadmin_home")).content.decode()
    editor = signed_in("editor")
    assert reverse(BOARD) in editor.get(reverse("wagtailadmin_home")).content.decode()


def test_coverage_adds_up(signed_in: Callable[[str], Client]) -> None:
    answer = signed_in("editor").get(reverse(BOARD))
    for one in answer.context["coverage"]:
        assert one.pages == answer.context["paginator"].count
        assert 0 <= one.percent <= 100
        if one.language.code == "uk":
            assert one.readable > 0


def test_the_spreadsheet_holds_every_page_in_words(signed_in: Callable[[str], Client]) -> None:
    answer = signed_in("editor").get(reverse(BOARD), {"export": "csv", "language": "uk"})
    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode())))
    assert rows[0][-1] == "Українська"
    assert len(rows) == 1 + published_pages().filter(locale__language_code="pl", depth__gt=1).count()


def test_the_board_is_searched_like_all_lists_by_any_form_of_a_word(
    signed_in: Callable[[str], Client], demo_page: Callable[..., Page]
) -> None:
    editor, page = signed_in("editor"), demo_page("Słyszę? Reaguję.")
    assert [row.pk for row in board(editor, q="reagowac slyszal", ordering="-title")] == [page.pk]
    assert board(editor, q="%") == []


@pytest.mark.parametrize(
    "query",
    [{"language": "tlh"}, {"state": "x"}, {"section": "x"}, {"p": "99"}, {"ordering": "x"}, {"q": '"'}],
)
def test_the_board_stands_what_people_type(signed_in: Callable[[str], Client], query: dict[str, str]) -> None:
    assert signed_in("editor").get(reverse(BOARD), query).status_code == 200


def test_the_part_that_scripts_ask_for_has_the_same_rows(signed_in: Callable[[str], Client]) -> None:
    editor = signed_in("editor")
    part = editor.get(reverse("translations_board_results"), {"language": "uk"})
    assert part.status_code == 200
    assert [row.pk for row in part.context["object_list"]] == [row.pk for row in board(editor, language="uk")]


@pytest.mark.slow
def test_the_board_begins_with_what_is_asked_for_most(
    signed_in: Callable[[str], Client], demo_page: Callable[..., Page]
) -> None:
    missing, other = actions.untranslated_page(), demo_page("Kampanie")
    now = timezone.now()
    for page, code, count in ((missing, "uk", 7), (missing, "ar", 2), (other, "ar", 1)):
        TranslationRequest.objects.create(
            translation_key=page.translation_key, language_code=code, count=count, counted_at=now
        )
    client = signed_in("editor")
    first = board(client, state="missing")[0]
    assert (first.pk, first.demand) == (missing.pk, 9)
    narrowed = board(client, state="missing", language="uk")[0]
    assert (narrowed.pk, narrowed.demand) == (missing.pk, 7)
    assert [page.demand for page in board(client, ordering="-demand")][:3] == [9, 1, 0]
    assert board(client)[0].depth == 2, "otherwise the order of the tree"
