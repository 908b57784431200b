"""The board of translators: its committed number of queries, the same for a small site and a large one."""

import tomllib
from collections.abc import Callable
from copy import copy
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page

from programme.models import Topic
from site_core.models import HomePage
from tests.organisations.conftest import person, signed_in
from tests.performance.siblings import add_siblings

__all__ = ["person", "signed_in"]

pytestmark = pytest.mark.django_db

COMMITTED = tomllib.loads(Path(__file__).with_name("query_budgets.toml").read_text())
BUDGETS, VOCABULARY_BUDGETS = COMMITTED["board"], COMMITTED["vocabulary"]


def queries_of(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def more_languages() -> None:
    """Two more than the demonstration has, beside Polish: seven columns."""
    polish = HomePage.objects.get(locale__language_code="pl")
    for code in ("es", "vi"):
        home = HomePage(
            title=code, slug=f"home-{code}", summary="s", locale=Locale.objects.get(language_code=code)
        )
        home.translation_key = polish.translation_key
        polish.get_parent().add_child(instance=home)


@pytest.mark.slow
def test_two_thousand_pages_in_seven_languages_ask_what_forty_in_five_ask(
    signed_in: Callable[[str], Client],
) -> None:
    """Each of the pages that are added has a version in Ukrainian."""
    client = signed_in("editor")
    assert {address: queries_of(client, address) for address in BUDGETS} == BUDGETS
    more_languages()
    page = Page.objects.get(slug="slowa-ktore-rania", locale__language_code="pl")
    first = Page.objects.order_by("-pk").first().pk
    add_siblings(page, 2000)
    added = list(Page.objects.filter(pk__gt=first, locale=page.locale).order_by("pk"))
    ukrainian = page.get_translation(Locale.objects.get(language_code="uk"))
    versions_from = Page.objects.order_by("-pk").first().pk
    add_siblings(ukrainian, 2000)
    versions = list(Page.objects.filter(pk__gt=versions_from).order_by("pk"))
    for source, version in zip(added, versions, strict=True):
        version.translation_key = source.translation_key
    Page.objects.bulk_update(versions, ["translation_key"], batch_size=400)
    answer = client.get("/admin/translations-board/")
    assert answer.context["paginator"].count > 2000
    assert len(answer.context["coverage"]) == 7
    assert {address: queries_of(client, address) for address in BUDGETS} == BUDGETS


def more_topics(number: int) -> None:
    """Each with a version in Ukrainian."""
    rows = []
    for code in ("pl", "uk"):
        first = Topic.objects.filter(locale__language_code=code).first()
        for place in range(number):
            row = copy(first)
            row.pk, row.name, row.slug = None, f"{code} {place}", f"topic-{place}"
            row.translation_key = UUID(int=place + 1)
            rows.append(row)
    Topic.objects.bulk_create(rows)


@pytest.mark.slow
def test_names_and_descriptions_ask_the_same_however_many_there_are_and_in_how_many_languages(
    signed_in: Callable[[str], Client],
) -> None:
    client = signed_in("editor")
    assert {address: queries_of(client, address) for address in VOCABULARY_BUDGETS} == VOCABULARY_BUDGETS
    more_languages()
    more_topics(200)
    answer = client.get("/admin/translations-board/names/")
    assert answer.context["entries"].paginator.count > 200
    assert len(answer.context["columns"]) == 6
    assert {address: queries_of(client, address) for address in VOCABULARY_BUDGETS} == VOCABULARY_BUDGETS
