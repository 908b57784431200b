"""One answer to "in which languages does this exist, and how current is each version?"."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page, PageViewRestriction

from site_core.languages.addresses import page_address
from site_core.languages.freshness import freshness_of
from site_core.languages.status import State, counts_by_language, state_is, statuses_of
from site_core.models import HomePage
from site_core.querysets import published_pages
from site_core.translation.freshness import Minor, source_published
from tests.site_core.translation.sources import first, publish, translate_again, with_body

pytestmark = pytest.mark.django_db

WHERE = "Gdzie zgłosić? Ścieżki w Krakowie"
CODES = ["pl", "en", "uk", "be", "pl-simple", "ar", "es"]


@pytest.fixture
def polish(demo_page: Callable[..., Page]) -> Page:
    page = demo_page(WHERE)
    translate_again(page, "uk")
    return page


def state_of(page: Page, code: str) -> State:
    return statuses_of([page.translation_key], CODES)[page.translation_key][code].state


def change_one_passage(page: Page) -> Page:
    def edit(raw: list) -> None:
        block = first(raw, "rich_text")
        block["value"] = block["value"].replace("<p>", "<p>Teraz inaczej. ", 1)

    return publish(page, with_body(edit))


def test_a_page_is_current_where_it_is_translated_and_missing_elsewhere(polish: Page) -> None:
    answers = statuses_of([polish.translation_key], CODES)[polish.translation_key]
    assert {code: answers[code].state for code in ("pl", "uk", "es")} == {
        "pl": State.CURRENT,
        "uk": State.CURRENT,
        "es": State.MISSING,
    }
    assert answers["es"].version is None


def test_one_edited_paragraph_is_one_older_passage_as_readers_are_told(polish: Page, reader: Client) -> None:
    changed = change_one_passage(polish)
    status = statuses_of([polish.translation_key], ["uk"])[polish.translation_key]["uk"]
    known = freshness_of([polish.translation_key], "uk")[polish.translation_key]
    assert (status.state, status.count, status.since) == (State.OUTDATED, 1, changed.last_published_at)
    assert (known.count, known.changed_at) == (status.count, status.since)
    assert "notice--outdated" in reader.get(status.version.address).content.decode()


def test_a_minor_change_leaves_the_version_readable_and_says_so(
    polish: Page, django_user_model: type
) -> None:
    polish.summary = "Gdzie zgłosić."
    polish.save_revision()
    type(polish).objects.filter(pk=polish.pk).update(summary="Gdzie zgłosić.")
    source_published(polish, Minor("literówka", django_user_model.objects.get(username="editor")))
    assert state_of(polish, "uk") == State.OUTDATED_MINOR


def withdraw(page: Page) -> None:
    page.unpublish()


def close(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def close_above(page: Page) -> None:
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")


def take_language_away(page: Page) -> None:
    HomePage.objects.get(locale=page.locale).unpublish()


@pytest.mark.parametrize("hide", [withdraw, close, close_above, take_language_away])
def test_what_nobody_can_read_is_a_draft_however_current(
    polish: Page, reader: Client, hide: Callable[[Page], None]
) -> None:
    version = polish.get_translation(Locale.objects.get(language_code="uk"))
    hide(version)
    assert state_of(polish, "uk") == State.DRAFT
    assert version.title not in reader.get(page_address(version)).content.decode()


def test_an_alias_is_no_version(polish: Page, locale: Callable[[str], Locale]) -> None:
    home = HomePage.objects.get(locale__language_code="pl")
    home.copy_for_translation(locale("es"), alias=True)
    polish.get_parent().copy_for_translation(locale("es"), alias=True)
    polish.copy_for_translation(locale("es"), alias=True)
    assert state_of(polish, "es") == State.MISSING


@pytest.mark.slow
@pytest.mark.parametrize("code", CODES)
def test_filter_and_figures_say_what_the_list_says(polish: Page, code: str) -> None:
    change_one_passage(polish)
    polish.get_translation(Locale.objects.get(language_code="be")).unpublish()
    pages = published_pages().filter(locale__language_code="pl", depth__gt=1)
    answers = {
        key: states[code].state
        for key, states in statuses_of(pages.values_list("translation_key", flat=True), CODES).items()
    }
    counts = counts_by_language(pages, CODES)
    for state in State:
        expected = {key for key, answer in answers.items() if answer == state}
        found = pages.filter(state_is(code, state)).values_list("translation_key", flat=True)
        assert set(found) == expected
        assert counts[code][state] == len(expected)


def test_many_pages_in_many_languages_are_one_question(polish: Page) -> None:
    keys = list(published_pages().filter(depth__gt=1).values_list("translation_key", flat=True))
    for asked, codes in ((keys[:1], ["uk"]), (keys, CODES)):
        with CaptureQueriesContext(connection) as captured:
            statuses_of(asked, codes)
        assert len(captured) == 1
