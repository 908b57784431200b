"""Refusals and breakdowns, in the reader's language, without database and template engine."""

from pathlib import Path

import pytest
from django.conf import settings as configured
from django.http import HttpRequest
from django.template import engines
from django.test import Client, RequestFactory

from site_core.security import error_pages
from site_core.security.sentences import Trouble

pytestmark = pytest.mark.urls("tests.site_core.security.urls")


@pytest.fixture
def server() -> Client:
    """Answers like a server: an exception in a view is an error page."""
    return Client(raise_request_exception=False)


@pytest.fixture
def no_template_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("the template engine was asked")

    monkeypatch.setattr(engines["django"].engine, "get_template", refuse)
    monkeypatch.setattr(engines["django"], "get_template", refuse)


@pytest.mark.parametrize(
    ("language", "furniture", "direction"),
    [("pl", "pl", "ltr"), ("uk", "uk", "ltr"), ("ar", "ar", "rtl"), ("vi", "en", "ltr")],
)
def test_500_speaks_the_language_of_the_address(
    server: Client, no_template_engine: None, language: str, furniture: str, direction: str
) -> None:
    """Without the `db` fixture: any query would fail the test."""
    error_pages.prepared_page.cache_clear()
    response = server.get(f"/{language}/broken/")
    assert response.status_code == 500
    html = response.content.decode()
    assert f'<html lang="{furniture}" dir="{direction}">' in html
    assert f'href="/{language}/"' in html
    assert html.count("<h1>") == 1
    assert 'href="tel:112"' in html


def test_a_database_that_is_away_is_503(server: Client) -> None:
    response = server.get("/pl/no-database/")
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "30"


def test_403_and_405_have_words(server: Client) -> None:
    refused = server.get("/pl/refused/")
    assert refused.status_code == 403
    assert "<h1>" in refused.content.decode()
    read_only = server.post("/robots.txt")
    assert read_only.status_code == 405
    assert "<h1>" in read_only.content.decode()
    assert "GET" in read_only.headers["Allow"]


def test_a_form_without_its_token_is_refused_in_words() -> None:
    strict = Client(enforce_csrf_checks=True, headers={"accept-language": "en"})
    response = strict.post("/account/login/", {"login": "a", "password": "b"})
    assert response.status_code == 403
    assert "<h1>This form was open for too long</h1>" in response.content.decode()


def test_without_a_language_in_the_address_the_browser_is_asked() -> None:
    request = request_for("/account/login/", accept="ar,en;q=0.5")
    assert '<html lang="ar" dir="rtl">' in error_pages.bad_request(request).content.decode()


def test_there_is_an_answer_even_without_the_template(monkeypatch: pytest.MonkeyPatch) -> None:
    error_pages.prepared_page.cache_clear()
    monkeypatch.setattr(error_pages, "TEMPLATE", Path("/nowhere/at/all.html"))
    response = error_pages.server_error(request_for("/pl/broken/"))
    assert response.status_code == 500
    assert b"tel:112" in response.content
    error_pages.prepared_page.cache_clear()


@pytest.mark.parametrize("trouble", list(Trouble))
@pytest.mark.parametrize("code", [code for code, _name in configured.LANGUAGES])
def test_every_page_can_be_made(trouble: Trouble, code: str) -> None:
    page = error_pages.prepared_page(trouble, code).decode()
    assert "$" not in page
    assert "style=" not in page
    assert "<style" not in page


def request_for(address: str, accept: str = "pl") -> HttpRequest:
    return RequestFactory().get(address, headers={"accept-language": accept})
