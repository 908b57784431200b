"""
The suite stands on the demonstration's content.

Each worker's database begins as a copy of one that holds it; every test runs in a transaction on top of that and may
change what it likes. Tests that flush tables (`transaction=True`) would empty it for those after them and
have no place here.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from wagtail.models import Locale, Page

from resources import library
from site_core.garbage import keep_what_is_loaded
from site_core.languages.addresses import page_address
from site_core.models import HomePage
from site_core.querysets import published_pages
from site_core.search import close_words
from tests.public_answers import Answer, answers_at
from tools.suite.parts import Part, asked_for, keep_only, of_part
from tools.suite.prepared_database import django_db_keepdb, django_db_modify_db_settings
from tools.suite.statements import cover, noted

__all__ = ["django_db_keepdb", "django_db_modify_db_settings"]  # fixtures: found by their names here


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """
    On PostgreSQL, only what asks a database: the rest says the same as it said a moment ago on SQLite.

    On SQLite, all but what asks PostgreSQL about itself. Of these, the part that is asked for.
    """
    part = asked_for()
    if connection.vendor == "sqlite":
        kept = of_part([item for item in items if runs_on_sqlite(item)], part)
    else:
        able = [item for item in items if asks_the_database(item)]
        kept = of_part(able, part, asks_something_new(able, part)) if part else able
    keep_only(kept, items, config)


def asks_something_new(items: list[pytest.Item], part: Part) -> Callable[[pytest.Item], bool]:
    """
    Whether a test sends a statement that those chosen before it do not send, as the run on SQLite noted.

    What was not noted is run by either part: so without notes the rest is everything.
    """
    sent = noted()
    chosen = cover({item.nodeid: sent[item.nodeid] for item in items if item.nodeid in sent})
    return lambda item: item.nodeid in chosen or (part is Part.FIRST and item.nodeid not in sent)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """As the site is served (deploy/gunicorn.py); a twelfth of the suite's time."""
    keep_what_is_loaded()


def runs_on_sqlite(item: pytest.Item) -> bool:
    return item.get_closest_marker("postgres") is None


def asks_the_database(item: pytest.Item) -> bool:
    fixtures = getattr(item, "fixturenames", ())
    marked = any(item.get_closest_marker(name) for name in ("django_db", "postgres"))
    asks = marked or "db" in fixtures  # pytest-django refuses every other test a connection
    return asks and item.get_closest_marker("sqlite") is None


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """
    What the process keeps of the library, and of what was asked, ends with the test in which it was made.

    A test may change lessons in a way that no journal hears of (`update`), and its change is taken back like that, too;
    ids that were taken back are given out again, and so are the files behind them.
    """
    for kept in (library._by_title, library._by_time):
        kept._snapshots.clear()
    close_words._known.cache_clear()
    caches["renditions"].clear()


@pytest.fixture
def home(db: None) -> HomePage:
    """The Polish home page."""
    return HomePage.objects.get(locale__language_code="pl")


@pytest.fixture
def locale(db: None) -> Callable[[str], Locale]:
    return lambda code: Locale.objects.get(language_code=code)


@pytest.fixture
def demo_page(db: None) -> Callable[..., Page]:
    """`demo_page("Słyszę? Reaguję.")`, `demo_page("Słyszę? Reaguję.", "uk")`: a published page, by its Polish title."""

    def find(title: str, code: str = "pl") -> Page:
        polish = Page.objects.get(title=title, locale__language_code="pl")
        return Page.objects.get(translation_key=polish.translation_key, locale__language_code=code).specific

    return find


@pytest.fixture
def public_addresses(db: None) -> list[str]:
    """Addresses of all published pages, in every language."""
    pages = published_pages().filter(depth__gt=1).select_related("locale").order_by("path")
    return [page_address(page) for page in pages]


KEPT_ANSWERS: dict[str, Answer] = {}


@pytest.fixture
def public_answers(public_addresses: list[str]) -> Mapping[str, Answer]:
    """Every public page as an anonymous reader gets it, by address. Asked for before the test begins, once per process.

    For tests that look at the content as it was loaded. What a test has changed, it asks for by `reader`.
    """
    if not KEPT_ANSWERS:
        KEPT_ANSWERS.update(answers_at(public_addresses))
    return MappingProxyType(KEPT_ANSWERS)


@pytest.fixture
def reader() -> Client:
    """An anonymous reader; an error in a view is an answer of 500 to them, not an exception of ours."""
    return Client(raise_request_exception=False)
