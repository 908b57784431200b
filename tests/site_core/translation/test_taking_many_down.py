"""Taking several pages down at once asks about their other languages, as for one."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.admin.views.pages.bulk_actions import UnpublishBulkAction
from wagtail.models import Page

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(demo_page: Callable[..., Page]) -> list[Page]:
    return [demo_page("Słyszę? Reaguję."), demo_page("Klasa dialogu")]


def address_of(pages: list[Page]) -> str:
    action = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    return f"{action}?{'&'.join(f'id={page.pk}' for page in pages)}&next=/admin/"


def boxes(client: Client, pages: list[Page]) -> dict[tuple[str, str], bool]:
    """By language and title of each version that is offered, whether it is ticked."""
    answer = client.get(address_of(pages))
    assert answer.status_code == 200
    found = BeautifulSoup(answer.content, "html.parser").select("input[name=versions]")
    offered = {str(page.pk): page for page in Page.objects.filter(pk__in=[box["value"] for box in found])}
    return {
        (offered[box["value"]].locale.language_code, offered[box["value"]].title): box.has_attr("checked")
        for box in found
    }


def others_of(pages: list[Page]) -> dict[tuple[str, str], Page]:
    found = Page.objects.filter(translation_key__in=[page.translation_key for page in pages], live=True)
    return {
        (page.locale.language_code, page.title): page
        for page in found.exclude(pk__in=[page.pk for page in pages])
    }


@pytest.mark.slow
def test_all_versions_of_all_pages_are_offered_and_ticked(
    signed_in: Callable[[str], Client], two: list[Page]
) -> None:
    others = others_of(two)
    assert len(others) >= 5
    assert boxes(signed_in("editor"), two) == dict.fromkeys(others, True)


def test_from_translations_the_others_are_offered_unticked(
    signed_in: Callable[[str], Client], two: list[Page]
) -> None:
    ukrainian = [page for (code, _title), page in others_of(two).items() if code == "uk"]
    assert boxes(signed_in("editor"), ukrainian) == dict.fromkeys(others_of(ukrainian), False)


def test_what_is_ticked_goes_and_what_is_not_stays(
    signed_in: Callable[[str], Client], two: list[Page], demo_page: Callable[..., Page]
) -> None:
    others, foreign = others_of(two), demo_page("Mówię po swojemu")
    ticked = {key: page for key, page in others.items() if key[0] == "uk"}
    sent = [*(page.pk for page in ticked.values()), foreign.pk, "'; --", "9" * 30]
    answer = signed_in("editor").post(address_of(two), {"versions": sent})
    assert answer.status_code == 302
    assert set(others_of(two)) == set(others) - set(ticked)
    assert not Page.objects.filter(pk__in=[page.pk for page in two], live=True).exists()
    assert demo_page("Mówię po swojemu").live


def test_who_may_not_take_them_down_is_offered_nothing(
    signed_in: Callable[[str], Client], two: list[Page]
) -> None:
    before = others_of(two)
    client = signed_in("ngo-coordinator")
    client.post(address_of(two), {"versions": [page.pk for page in before.values()]})
    assert others_of(two) == before
    assert all(page.live for page in Page.objects.filter(pk__in=[page.pk for page in two]))


@pytest.mark.slow
def test_a_page_in_one_language_is_asked_about_as_ever(
    signed_in: Callable[[str], Client], two: list[Page]
) -> None:
    for page in others_of(two[:1]).values():
        page.unpublish()
    screen = signed_in("editor").get(address_of(two[:1])).content.decode()
    assert 'name="versions"' not in screen
    assert signed_in("editor").post(address_of(two[:1])).status_code == 302
    assert not Page.objects.get(pk=two[0].pk).live


def test_the_chosen_pages_are_looked_up_once(
    signed_in: Callable[[str], Client], two: list[Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each time costs a question of rights for every page."""
    asked = []
    real = UnpublishBulkAction.check_perm

    def counted(self: UnpublishBulkAction, page: Page) -> bool:
        asked.append(page.pk)
        return bool(real(self, page))

    monkeypatch.setattr(UnpublishBulkAction, "check_perm", counted)
    signed_in("editor").get(address_of(two))
    assert sorted(asked) == sorted(page.pk for page in two)
