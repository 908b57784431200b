"""A reader carries no cookie, and what is made for somebody is kept by nobody."""

import pytest
from django.contrib.auth.models import AbstractBaseUser
from django.test import Client

from site_core.security.public_caching import public_cache_control

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.site_core.security.urls")]

PUBLIC = "public, max-age=60, stale-while-revalidate=30, stale-if-error=86400"


def varies_by_cookie(response) -> bool:
    return "cookie" in response.headers.get("Vary", "").lower()


@pytest.mark.parametrize("address", ["/pl/plain/", "/pl/session/", "/robots.txt", "/pl/no/such/page/"])
def test_a_public_answer_has_no_cookie_and_may_be_kept(client: Client, address: str) -> None:
    response = client.get(address)
    assert not response.cookies
    assert not varies_by_cookie(response)
    assert response.headers["Cache-Control"] == PUBLIC


def test_a_foreign_cookie_changes_nothing(client: Client) -> None:
    client.cookies["_analytics_of_somebody"] = "1"
    response = client.get("/pl/session/")
    assert response.headers["Cache-Control"] == PUBLIC
    assert not varies_by_cookie(response)


def test_what_an_editor_sees_is_kept_by_nobody(client: Client, editor: AbstractBaseUser) -> None:
    client.force_login(editor)
    response = client.get("/pl/session/")
    assert response.content == b"signed in"
    assert "no-store" in response.headers["Cache-Control"]
    assert "private" in response.headers["Cache-Control"]
    assert varies_by_cookie(response)


@pytest.mark.parametrize("address", ["/admin/", "/account/login/", "/account/password/reset/"])
def test_the_editors_own_addresses_are_kept_by_nobody(client: Client, address: str) -> None:
    control = client.get(address).headers["Cache-Control"]
    assert "private" in control
    assert "no-store" in control


def test_an_answer_with_a_cookie_is_never_public(client: Client) -> None:
    assert "no-store" in client.get("/pl/cookie/").headers["Cache-Control"]


def test_a_view_that_decides_itself_is_believed(client: Client) -> None:
    response = client.get("/pl/itself/")
    assert response.headers["Cache-Control"] == "public, max-age=5"
    assert response.headers["Vary"] == "Accept"


@pytest.mark.parametrize(("method", "address"), [("post", "/robots.txt"), ("get", "/pl/broken/")])
def test_what_went_wrong_is_not_public(method: str, address: str) -> None:
    response = getattr(Client(raise_request_exception=False), method)(address)
    assert "public" not in response.headers["Cache-Control"]


def test_shared_caches_get_their_own_age_only_where_somebody_purges(settings) -> None:
    assert "s-maxage" not in public_cache_control()
    settings.PUBLIC_SHARED_MAX_AGE = 3600
    assert "s-maxage=3600" in public_cache_control()
