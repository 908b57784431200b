"""Lists of pages and the page tree: a longer one asks no more, and the menu of a row offers what it always offered."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AbstractUser
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail import hooks
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation
from wagtail_localize.wagtail_hooks import page_listing_more_buttons as stock_buttons

from campaigns.models import CampaignPage
from events.models import EventPage
from resources.models import ResourcePage
from site_core.translation.row_menu import MENU, offer_translation, with_source_of_translations
from tests.performance.siblings import add_siblings

pytestmark = pytest.mark.django_db

LISTS = {"campaigns:index": CampaignPage, "events:index": EventPage, "resources:index": ResourcePage}
SEE = {"administrator": "pl", "editor": "pl", "translator-uk": "uk", "viewer": "pl"}
WAGTAIL_ASKS = {"translator-uk": 2}
"""Queries for a row that remain: whether anything below is published, of who may change it and publish nothing."""


def queries_of(client: Client, address: str, rows: int) -> int:
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address)
    assert len(answer.context["object_list"]) == rows
    return len(captured)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "role"),
    [*((name, "editor") for name in LISTS), *(("campaigns:index", role) for role in SEE if role != "editor")],
)
def test_a_list_of_fifty_asks_what_a_list_of_five_asks(
    signed_in: Callable[[str], Client], locale: Callable[[str], Locale], name: str, role: str
) -> None:
    """In a language that has none yet, among the pages that the person may see."""
    client, address = signed_in(role), f"{reverse(name)}?locale=es"
    page = LISTS[name].objects.filter(locale__language_code=SEE[role]).order_by("path").first()
    add_siblings(page, 5, locale_id=locale("es").pk)
    client.get(address)
    few = queries_of(client, address, 5)
    add_siblings(page, 45, locale_id=locale("es").pk)
    assert queries_of(client, address, 50) == few + WAGTAIL_ASKS.get(role, 0) * 45


@pytest.mark.slow
@pytest.mark.parametrize("role", ["editor", "translator-uk"])
def test_a_branch_of_the_tree_with_fifty_pages_asks_what_a_short_one_asks(
    signed_in: Callable[[str], Client], demo_page: Callable[..., Page], role: str
) -> None:
    client, parent = signed_in(role), demo_page("Kampanie", SEE[role])
    address, there = reverse("wagtailadmin_explore", args=[parent.pk]), parent.numchild
    client.get(address)
    few = queries_of(client, address, there)
    add_siblings(parent.get_children().first(), 50 - there)
    assert there < 10
    assert queries_of(client, address, 50) == few + WAGTAIL_ASKS.get(role, 0) * (50 - there)


def offered(buttons: Callable, page: Page, user: AbstractUser) -> list[tuple[str, str]]:
    return [(str(button.label), button.url) for button in buttons(page, user, next_url="/admin/x/")]


@pytest.mark.parametrize("role", ["administrator", "translator-uk", "viewer"])
def test_the_menu_of_a_row_offers_what_wagtail_localize_would_offer(
    person: Callable[[str], AbstractUser], role: str
) -> None:
    user = person(role)
    Translation.objects.filter(source__locale__language_code="pl", target_locale__language_code="uk").update(
        enabled=False
    )
    listed = with_source_of_translations(Page.objects.annotate_has_untranslated_locale())
    menus = {page.pk: offered(offer_translation, page, user) for page in listed}
    assert menus == {page.pk: offered(stock_buttons, page, user) for page in Page.objects.all()}
    assert any(menus.values()) is (role != "viewer")


def test_a_page_that_comes_out_of_no_list_is_asked_itself(person: Callable[[str], AbstractUser]) -> None:
    page, user = CampaignPage.objects.filter(locale__language_code="pl").first(), person("administrator")
    assert offered(offer_translation, page, user) == offered(stock_buttons, page, user) != []


def test_the_buttons_stand_there_once() -> None:
    assert stock_buttons not in hooks.get_hooks(MENU)
    assert hooks.get_hooks(MENU).count(offer_translation) == 1
