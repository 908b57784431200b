"""Every answer carries the headers, whoever made it."""

import pytest
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpResponse
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.site_core.security.urls")]

STRICT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}


def policy_of(response: HttpResponse) -> dict[str, str]:
    directives = response.headers["Content-Security-Policy"].split("; ")
    return dict(directive.split(" ", 1) for directive in directives)


def unforgiving() -> Client:
    """A client that answers like a server: an exception in a view is an error page."""
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("get", "/pl/plain/", 200),
        ("get", "/robots.txt", 200),
        ("get", "/healthz", 200),
        ("get", "/account/login/", 200),
        ("get", "/static/allauth-has-no-such-file.css", 404),
        ("get", "/static/account/js/onload.js", 200),
        ("get", "/admin/", 302),
        ("get", "/admin/login/", 303),
        ("get", "/pl/refused/", 403),
        ("get", "/pl/there/is/no/such/page/", 404),
        ("post", "/robots.txt", 405),
        ("get", "/pl/broken/", 500),
        ("get", "/pl/no-database/", 503),
    ],
)
def test_headers_on_every_kind_of_answer(method: str, address: str, status: int) -> None:
    response = getattr(unforgiving(), method)(address)
    assert response.status_code == status
    headers = response.headers
    assert policy_of(response)["default-src"] == "'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "geolocation=()" in headers["Permissions-Policy"]


def test_headers_on_an_unknown_host(client: Client) -> None:
    response = client.get("/pl/plain/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert policy_of(response)["default-src"] == "'none'"
    assert "evil.example" not in response.content.decode()


def test_headers_on_not_modified(client: Client) -> None:
    first = client.get("/pl/plain/")
    again = client.get("/pl/plain/", headers={"if-none-match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.headers["Content-Security-Policy"] == first.headers["Content-Security-Policy"]
    assert again.headers["Cache-Control"] == first.headers["Cache-Control"]


@pytest.mark.parametrize("address", ["/pl/plain/", "/account/login/", "/pl/there/is/no/such/page/"])
def test_public_and_sign_in_pages_are_strict(client: Client, address: str) -> None:
    policy = policy_of(client.get(address))
    assert policy.items() >= STRICT.items()
    assert not any("unsafe" in sources or "http" in sources for sources in policy.values())


def test_the_admin_has_its_own_policy(client: Client, editor: AbstractBaseUser) -> None:
    client.force_login(editor)
    response = client.get("/admin/")
    assert response.status_code == 200
    policy = policy_of(response)
    assert policy["script-src"] == "'self' 'unsafe-inline'"
    assert policy["style-src"] == "'self' 'unsafe-inline'"
    assert "'unsafe-eval'" not in response.headers["Content-Security-Policy"]
    for name in ("object-src", "base-uri", "frame-ancestors"):
        assert policy[name] == "'none'"


def test_a_view_that_knows_better_is_believed(client: Client) -> None:
    response = client.get("/pl/embed/")
    assert policy_of(response)["frame-ancestors"] == "*"
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "X-Frame-Options" not in response.headers
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_uploaded_files_may_do_nothing(client: Client) -> None:
    policy = policy_of(client.get("/media/original_images/there-is-none.svg"))
    assert policy == {
        "default-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }


def test_nobody_else_is_framed(client: Client) -> None:
    policy = policy_of(client.get("/pl/plain/"))
    assert policy["default-src"] == "'none'"
    assert "frame-src" not in policy
