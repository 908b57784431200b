"""A reader asks for a page in their language: counted, and nothing is known of the reader."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction

from site_core.languages.addresses import page_address
from site_core.models import StandardPage, TranslationRequest
from site_core.translation import demand
from site_core.translation.demand import with_demand

pytestmark = pytest.mark.django_db

HATE_SYMBOL = "Gdy w szkole pojawia się symbol nienawiści"  # only in Polish


@pytest.fixture
def missing(demo_page: Callable[..., Page]) -> Page:
    return demo_page(HATE_SYMBOL)


def button_on(text: str) -> str:
    """Where the one form that posts on the page leads."""
    forms = BeautifulSoup(text, "html.parser").select("main form[method=post]")
    assert len(forms) == 1
    assert forms[0].select_one("button[type=submit]").get_text(strip=True)
    return str(forms[0]["action"])


def in_ukrainian(page: Page) -> str:
    return page_address(page).replace("/pl/", "/uk/", 1)


def counted() -> dict[tuple[str, str], int]:
    rows = TranslationRequest.objects.values_list("translation_key", "language_code", "count")
    return {(str(key), code): count for key, code, count in rows}


def test_the_button_counts_thanks_and_leads_back(reader: Client, missing: Page) -> None:
    address = button_on(reader.get(in_ukrainian(missing)).content.decode())
    answer = reader.post(address, follow=True)
    assert [status for _url, status in answer.redirect_chain] == [303]
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "<h1>Дякуємо" in text
    assert f'href="{in_ukrainian(missing)}"' in text
    assert 'content="noindex"' in text
    assert counted() == {(str(missing.translation_key), "uk"): 1}


def test_nothing_is_left_of_the_reader(reader: Client, missing: Page) -> None:
    sessions = Session.objects.count()
    address = button_on(reader.get(in_ukrainian(missing)).content.decode())
    answers = [reader.post(address), reader.get(f"{address}thanks/")]
    assert not reader.cookies
    assert Session.objects.count() == sessions
    assert "public" in answers[1].headers["Cache-Control"]
    assert "public" not in answers[0].headers["Cache-Control"]
    kept = {field.name for field in TranslationRequest._meta.get_fields()}
    assert kept == {"id", "translation_key", "language_code", "count", "counted_at"}


def test_where_another_language_is_only_offered_one_may_ask_as_well(
    reader: Client, home: Page, locale: Callable[[str], Locale]
) -> None:
    page = StandardPage(title="Лише тут", slug="lyshe-tut", summary="Тут.", locale=locale("uk"))
    home.get_translation(locale("uk")).add_child(instance=page)
    answer = reader.get("/be/lyshe-tut/")
    assert answer.status_code == 404
    thanks = reader.post(button_on(answer.content.decode()), follow=True)
    assert thanks.status_code == 200
    assert 'href="/uk/lyshe-tut/"' in thanks.content.decode()
    assert counted() == {(str(page.translation_key), "be"): 1}


def test_what_can_be_read_is_not_asked_for(reader: Client, demo_page: Callable[..., Page]) -> None:
    page = demo_page("Słyszę? Reaguję.", "uk")
    address = f"/uk/ask-for/{page.translation_key}/"
    for asked in (address, f"{address}thanks/"):
        assert reader.get(asked).headers["Location"] == page_address(page)
    assert reader.post(address).headers["Location"] == page_address(page)
    assert counted() == {}
    assert 'method="post"' not in reader.get(page_address(page)).content.decode()


def test_asked_without_the_button_the_address_leads_to_the_page(reader: Client, missing: Page) -> None:
    address = f"/uk/ask-for/{missing.translation_key}/"
    assert reader.get(address).headers["Location"] == in_ukrainian(missing)
    assert counted() == {}


@pytest.mark.parametrize("state", ["unknown", "draft", "private", "no such language"])
def test_nothing_is_told_of_what_is_not_public(reader: Client, missing: Page, state: str) -> None:
    key, code = str(missing.translation_key), "uk"
    if state == "unknown":
        key = "00000000-0000-4000-8000-000000000000"
    elif state == "draft":
        missing.unpublish()
    elif state == "private":
        PageViewRestriction.objects.create(page=missing, restriction_type="password", password="tajne")
    else:
        code = "vi"
    for answer in (
        reader.post(f"/{code}/ask-for/{key}/"),
        reader.get(f"/{code}/ask-for/{key}/"),
        reader.get(f"/{code}/ask-for/{key}/thanks/"),
    ):
        assert answer.status_code == 404
        assert missing.title not in answer.content.decode() or state == "no such language"
    assert counted() == {}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 303),
        ({"Origin": "null"}, 303),
        ({"Origin": "http://testserver"}, 303),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 303),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
    ],
)
def test_a_form_on_a_foreign_page_counts_nothing(
    reader: Client, missing: Page, headers: dict[str, str], status: int
) -> None:
    answer = reader.post(f"/uk/ask-for/{missing.translation_key}/", headers=headers)
    assert answer.status_code == status
    assert len(counted()) == (status == 303)


def test_a_page_counts_once_a_minute(reader: Client, missing: Page) -> None:
    address = f"/uk/ask-for/{missing.translation_key}/"
    with time_machine.travel(timezone.now(), tick=False) as clock:
        for _press in range(5):
            assert reader.post(address).status_code == 303
        assert list(counted().values()) == [1]
        clock.shift(timedelta(seconds=61))
        reader.post(address)
        reader.post(address)
        assert list(counted().values()) == [2]


def test_more_than_the_site_counts_in_a_minute_is_refused_in_words(
    reader: Client, missing: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demand, "MOST_OF_ALL", 2)
    key = missing.translation_key
    assert [reader.post(f"/{code}/ask-for/{key}/").status_code for code in ("uk", "be", "ar")] == [
        303,
        303,
        429,
    ]
    refused = reader.post(f"/ar/ask-for/{key}/")
    assert refused.headers["Retry-After"] == "60"
    assert '<html lang="ar"' in refused.content.decode()
    assert len(counted()) == 2


@pytest.mark.slow
@pytest.mark.parametrize("key", ["1", "x" * 10_000, "%00", "../..", "00000000-0000-0000-0000-00000000000g"])
def test_what_is_no_key_is_no_page(reader: Client, key: str) -> None:
    assert reader.post(f"/uk/ask-for/{key}/").status_code in (404, 405)
    assert reader.get(f"/uk/ask-for/{key}/thanks/").status_code in (301, 404)
    assert counted() == {}


def test_a_published_version_is_not_waited_for(demo_page: Callable[..., Page]) -> None:
    version = demo_page("Słyszę? Reaguję.", "uk")
    for code in ("uk", "ar"):
        TranslationRequest.objects.create(
            translation_key=version.translation_key, language_code=code, counted_at=timezone.now()
        )
    version.save_revision().publish()
    assert [code for _key, code in counted()] == ["ar"]
    assert with_demand(Page.objects.filter(pk=version.pk), ["uk", "ar"]).get().demand == 1
