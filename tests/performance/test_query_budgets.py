"""The committed table of queries, and that they grow with nothing."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page

from campaigns.models import CampaignIndexPage
from events.models import EventIndexPage
from programme.models import PartnersPage, ProgrammeIndexPage
from resources.models import ResourceIndexPage
from site_core.languages.addresses import page_address
from site_core.models import HomePage
from tests.performance.siblings import add_siblings

pytestmark = pytest.mark.django_db

FLOOR = 12
BUDGETS = tomllib.loads(Path(__file__).with_name("query_budgets.toml").read_text())["pages"]


def queries_of(address: str) -> int:
    """Queries of one answer, in a warm process: content types and image renditions are known."""
    client = Client()
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


@pytest.mark.parametrize("address", BUDGETS)
def test_a_page_costs_what_the_table_says(db: None, address: str) -> None:
    assert queries_of(address) == BUDGETS[address] <= FLOOR


def test_the_table_covers_every_type_of_page(public_addresses: list[str]) -> None:
    pages = Page.objects.filter(locale__language_code="pl", live=True, depth__gt=1).select_related("locale")
    types = {page.content_type_id for page in pages}
    covered = {page.content_type_id for page in pages if page_address(page) in BUDGETS}
    assert types == covered


ONE_OF_A_KIND = {CampaignIndexPage, EventIndexPage, PartnersPage, ProgrammeIndexPage, ResourceIndexPage}
"""Types of which a site has one; a new type counts as one of which there may be many."""


def one_of_each_type() -> list[Page]:
    """The first published Polish page of every type below the home page that may have siblings of its type."""
    found: dict[type[Page], Page] = {}
    for page in Page.objects.filter(locale__language_code="pl", live=True, depth__gt=2).order_by("path"):
        if page.specific_class not in ONE_OF_A_KIND:
            found.setdefault(page.specific_class, page)
    return list(found.values())


@pytest.mark.slow
def test_queries_do_not_grow_with_siblings(db: None) -> None:
    """Every address of the table, and lists besides: at ten more pages of every type, and at a thousand."""
    addresses = [*BUDGETS, "/pl/wydarzenia/?language=uk", "/pl/search/?q=lekcja"]
    originals = one_of_each_type()
    for page in originals:
        add_siblings(page, 10)
    few = {address: queries_of(address) for address in addresses}
    for page in originals:
        add_siblings(page, 990)
    cache.clear()
    assert {address: queries_of(address) for address in addresses} == few


@pytest.mark.slow
def test_queries_do_not_grow_with_languages(demo_page: Callable[..., Page]) -> None:
    """Every address of the table, on a site in seven languages and on the same site in two."""
    first = HomePage.objects.get(locale__language_code="en")
    seventh = HomePage(
        title="Lengua común", slug="home-es", summary="s", locale=Locale.objects.get(language_code="es")
    )
    seventh.translation_key = first.translation_key
    first.get_parent().add_child(instance=seventh)
    all_homes = HomePage.objects.filter(live=True)
    assert all_homes.count() == 7
    with_many = {address: queries_of(address) for address in BUDGETS}
    assert with_many == BUDGETS
    for home in all_homes.exclude(locale__language_code__in=["pl", "en"]):
        home.unpublish()
    for version in Page.objects.exclude(locale__language_code__in=["pl", "en"]).filter(
        depth__gt=2, live=True
    ):
        version.unpublish()
    in_polish = {address: count for address, count in with_many.items() if address.startswith("/pl/")}
    assert {address: queries_of(address) for address in in_polish} == in_polish
