"""Taking a page down asks about its other languages, and takes down what was ticked, nothing else."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

pytestmark = pytest.mark.django_db

CAMPAIGN = "Słyszę? Reaguję."


@pytest.fixture
def campaign(demo_page: Callable[..., Page]) -> Page:
    return demo_page(CAMPAIGN)


def form_of(client: Client, page: Page) -> tuple[str, dict[str, bool]]:
    """Where it is, and by language whether the version is ticked."""
    address = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
    answer = client.get(address)
    assert answer.status_code == 200
    boxes = BeautifulSoup(answer.content, "html.parser").select("input[name=versions]")
    codes = {box["value"]: Page.objects.get(pk=box["value"]).locale.language_code for box in boxes}
    return address, {codes[box["value"]]: box.has_attr("checked") for box in boxes}


def public_in(page: Page) -> set[str]:
    versions = Page.objects.filter(translation_key=page.translation_key, live=True)
    return set(versions.values_list("locale__language_code", flat=True))


def version_in(page: Page, code: str) -> Page:
    return Page.objects.get(translation_key=page.translation_key, locale__language_code=code)


def test_the_source_offers_all_its_versions_ticked(
    signed_in: Callable[[str], Client], campaign: Page
) -> None:
    others = public_in(campaign) - {"pl"}
    assert len(others) >= 3
    assert form_of(signed_in("editor"), campaign)[1] == dict.fromkeys(others, True)


def test_a_translation_offers_the_others_unticked(signed_in: Callable[[str], Client], campaign: Page) -> None:
    others = public_in(campaign) - {"uk"}
    assert form_of(signed_in("editor"), version_in(campaign, "uk"))[1] == dict.fromkeys(others, False)


@pytest.mark.slow
def test_what_is_ticked_is_taken_down_and_said(
    signed_in: Callable[[str], Client], campaign: Page, reader: Client
) -> None:
    address, _offered = form_of(signed_in("editor"), campaign)
    before = public_in(campaign)
    chosen = [version_in(campaign, code).pk for code in ("uk", "en")]
    answer = signed_in("editor").post(address, {"versions": chosen}, follow=True)
    assert public_in(campaign) == before - {"pl", "uk", "en"}
    said = " ".join(str(message) for message in answer.context["messages"])
    assert "angielski" in said
    assert "ukraiński" in said
    assert reader.get("/pl/kampanie/slysze-reaguje/").status_code in (404, 410)


def test_nothing_ticked_takes_down_this_version_only(
    signed_in: Callable[[str], Client], campaign: Page
) -> None:
    before = public_in(campaign)
    signed_in("editor").post(reverse("wagtailadmin_pages:unpublish", args=[campaign.pk]), {})
    assert public_in(campaign) == before - {"pl"}


def test_only_versions_of_this_page_that_one_may_take_down(
    signed_in: Callable[[str], Client],
    campaign: Page,
    person: Callable[..., object],
    demo_page: Callable[..., Page],
) -> None:
    """Pages of somebody else, drafts and nonsense in the form are not heard."""
    other = demo_page("Klasa dialogu")
    foreign = version_in(campaign, "en")
    user = person("editor")
    ukrainian_tree = version_in(campaign, "uk").get_ancestors().get(depth=2)
    polish_tree = campaign.get_ancestors().get(depth=2)
    publish = Permission.objects.get(codename="publish_page")
    GroupPagePermission.objects.filter(permission__codename__in=["publish_page", "change_page"]).delete()
    group = user.groups.first()
    for tree in (polish_tree, ukrainian_tree):
        GroupPagePermission.objects.create(group=group, page=tree, permission=publish)
    client = signed_in("editor")
    address, offered = form_of(client, campaign)
    assert set(offered) == {"uk"}
    client.post(address, {"versions": [foreign.pk, other.pk, "'; --", "999999999999999999999"]})
    assert "en" in public_in(campaign)
    assert "pl" in public_in(other)


@pytest.mark.parametrize("name", ["translator-uk", "viewer"])
def test_who_may_not_take_a_page_down_is_not_asked(
    signed_in: Callable[[str], Client], campaign: Page, name: str
) -> None:
    before = public_in(campaign)
    for page in (campaign, version_in(campaign, "uk")):
        answer = signed_in(name).post(
            reverse("wagtailadmin_pages:unpublish", args=[page.pk]), {"versions": [campaign.pk]}
        )
        assert answer.status_code in (302, 403)
    assert public_in(campaign) == before


def test_a_version_in_a_language_that_left_the_settings_is_offered_last(
    signed_in: Callable[[str], Client], campaign: Page, settings: Any
) -> None:
    left = [(code, name) for code, name in settings.LANGUAGES if code != "uk"]
    settings.WAGTAIL_CONTENT_LANGUAGES = left
    settings.LANGUAGES = left
    _address, ticked = form_of(signed_in("editor"), campaign)
    assert list(ticked)[-1] == "uk"
