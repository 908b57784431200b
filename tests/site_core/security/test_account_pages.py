"""The pages themselves: strict, labelled, one heading, errors where people look for them."""

import re

import pytest
from django.contrib.auth.models import AbstractBaseUser
from django.core import mail
from django.test import Client

pytestmark = pytest.mark.django_db

SIGNED_IN_PAGES = [
    "/account/2fa/",
    "/account/2fa/totp/activate/",
    "/account/2fa/webauthn/",
    "/account/2fa/webauthn/add/",
    "/account/password/change/",
    "/account/logout/",
    "/account/reauthenticate/",
]
OPEN_PAGES = [
    "/account/login/",
    "/account/password/reset/",
    "/account/password/reset/done/",
    "/account/signup/",
]


@pytest.mark.parametrize("address", [*OPEN_PAGES, *SIGNED_IN_PAGES])
def test_every_page_keeps_to_the_strict_policy(
    client: Client, editor: AbstractBaseUser, sign_in, address: str
) -> None:
    if address in SIGNED_IN_PAGES:
        sign_in(client)
    response = client.get(address)
    assert response.status_code == 200
    html = response.content.decode()
    assert html.count("<h1") == 1
    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:|src=\"(data|https?):", html)
    for script in re.findall(r"<script[^>]*>", html):
        assert " src=" in script or "application/json" in script
    assert "{#" not in html
    assert "{%" not in html


def test_the_qr_code_is_drawn_into_the_page(client: Client, editor: AbstractBaseUser, sign_in) -> None:
    sign_in(client)
    html = client.get("/account/2fa/totp/activate/").content.decode()
    assert re.search(r'<div role="img" aria-label="[^"]+">\s*<svg', html)


def test_every_field_has_a_label(client: Client) -> None:
    html = client.get("/account/login/").content.decode()
    fields = re.findall(r'<input (?![^>]*type="hidden")[^>]*id="([^"]+)"', html)
    assert fields == ["id_login", "id_password"]
    for field in fields:
        assert f'<label for="{field}">' in html


def test_an_error_is_named_first_and_at_its_field(client: Client) -> None:
    html = client.post("/account/login/", {"login": "", "password": "x"}).content.decode()
    assert '<a href="#id_login">' in html
    assert 'aria-invalid="true"' in html
    assert re.search(r'aria-describedby="[^"]*id_login_error', html)
    assert 'id="id_login_error"' in html


def test_addresses_of_people_are_not_changed_here(client: Client, editor: AbstractBaseUser, sign_in) -> None:
    sign_in(client)
    client.post("/account/email/", {"action_add": "", "email": "elsewhere@example.org"})
    editor.refresh_from_db()
    assert editor.email == "redakcja@example.org"
    assert mail.outbox == []
