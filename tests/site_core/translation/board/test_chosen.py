"""Beginning the translations of several pages at once."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import Translation

from tests.organisations import actions

pytestmark = pytest.mark.django_db


def begin(client: Client, code: str, *pages: Page | int) -> str:
    """The board as it answers, with what it has to say."""
    numbers = [getattr(page, "pk", page) for page in pages]
    chosen = {"language": code, "do": "begin", "page": numbers}
    answer = client.post(
        reverse("translations_board_chosen"), chosen, follow=True, headers={"accept-language": "pl"}
    )
    return answer.content.decode()


def versions(page: Page, code: str) -> list[bool]:
    rows = Page.objects.filter(translation_key=page.translation_key, locale__language_code=code)
    return list(rows.values_list("live", flat=True))


@pytest.fixture
def two_levels(db: None) -> list[Page]:
    above = actions.untranslated_page()
    below = above.add_child(instance=type(above)(title="Całkiem niżej", summary="s", locale=above.locale))
    return [above, below]


@pytest.mark.slow
def test_pages_and_those_below_them_are_begun_together_as_drafts(
    signed_in: Callable[[str], Client], two_levels: list[Page]
) -> None:
    text = begin(signed_in("translator-uk"), "uk", *reversed(two_levels))
    assert "rozpoczęto 2 tłumaczenia" in text
    for page in two_levels:
        assert versions(page, "uk") == [False]
        assert Translation.objects.filter(source__object_id=page.translation_key, enabled=True).count() == 1


def test_without_its_place_a_page_is_left_out_and_named(
    signed_in: Callable[[str], Client], two_levels: list[Page]
) -> None:
    text = begin(signed_in("editor"), "uk", two_levels[1])
    assert "najpierw trzeba przetłumaczyć stronę wyżej: Całkiem niżej" in text
    assert versions(two_levels[1], "uk") == []


def test_what_is_there_stays_as_it_is(signed_in: Callable[[str], Client]) -> None:
    campaign = actions.campaign("pl")
    before = actions.campaign("uk").latest_revision_id
    assert f"Już są: {campaign.title}" in begin(signed_in("editor"), "uk", campaign)
    assert versions(campaign, "uk") == [True]
    assert actions.campaign("uk").latest_revision_id == before


@pytest.mark.parametrize(("name", "code"), [("translator-uk", "en"), ("viewer", "uk"), ("ngo-author", "uk")])
def test_in_a_language_that_is_not_ones_own_nothing_is_begun(
    signed_in: Callable[[str], Client], two_levels: list[Page], name: str, code: str
) -> None:
    begin(signed_in(name), code, two_levels[0])
    assert versions(two_levels[0], code) == []


@pytest.mark.slow
def test_a_draft_is_on_nobodys_board(signed_in: Callable[[str], Client], two_levels: list[Page]) -> None:
    two_levels[0].unpublish()
    begin(signed_in("editor"), "uk", two_levels[0])
    assert versions(two_levels[0], "uk") == []


def test_nothing_ticked_is_said(signed_in: Callable[[str], Client]) -> None:
    assert "Najpierw zaznacz co najmniej jedną stronę." in begin(signed_in("editor"), "uk")


@pytest.mark.parametrize("typed", [["x"], [str(number) for number in range(51)]])
def test_what_no_form_sends_is_refused(signed_in: Callable[[str], Client], typed: list[str]) -> None:
    chosen = {"language": "uk", "do": "begin", "page": typed}
    assert signed_in("editor").post(reverse("translations_board_chosen"), chosen).status_code == 400


def test_looking_begins_nothing(signed_in: Callable[[str], Client]) -> None:
    assert signed_in("editor").get(reverse("translations_board_chosen")).status_code == 405
