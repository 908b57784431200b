"""Signing in, being stopped for a while, getting a new password."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest
import time_machine
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.auth.models import AbstractBaseUser
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.http import HttpResponse
from django.test import Client

from tests.site_core.security.conftest import PASSWORD

pytestmark = pytest.mark.django_db

ALLOWED_FOR_ONE_ACCOUNT = 10
ALLOWED_FROM_ONE_ADDRESS = 50
QUARTER_OF_AN_HOUR = timedelta(minutes=15, seconds=1)


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(datetime(2026, 3, 2, 9, 0, tzinfo=UTC), tick=False) as frozen:
        yield frozen


def attempt(
    client: Client, login: str, password: str = "wrong", address: str = "198.51.100.7"
) -> HttpResponse:
    return client.post("/account/login/", {"login": login, "password": password}, REMOTE_ADDR=address)


@pytest.mark.parametrize("login", ["redakcja", "redakcja@example.org", "Redakcja@Example.org"])
def test_name_or_address_and_password_let_in(client: Client, editor: AbstractBaseUser, login: str) -> None:
    response = attempt(client, login, PASSWORD)
    assert response.status_code == 302
    assert response.headers["Location"] == "/admin/"
    assert client.session[SESSION_KEY] == str(editor.pk)


def test_the_wanted_page_comes_next_unless_it_is_somebody_elses(
    client: Client, editor: AbstractBaseUser
) -> None:
    for wanted, given in [("/admin/pages/", "/admin/pages/"), ("//evil.example/", "/admin/")]:
        response = client.post("/account/login/", {"login": "redakcja", "password": PASSWORD, "next": wanted})
        assert response.headers["Location"] == given
        client.logout()


def test_nobody_signs_up(client: Client, django_user_model: type[AbstractBaseUser]) -> None:
    client.post(
        "/account/signup/",
        {
            "username": "stranger",
            "email": "stranger@example.org",
            "password1": PASSWORD,
            "password2": PASSWORD,
        },
    )
    assert not django_user_model.objects.filter(username="stranger").exists()
    assert SESSION_KEY not in client.session


def test_unknown_name_and_wrong_password_say_the_same(client: Client, editor: AbstractBaseUser) -> None:
    def errors(login: str) -> list[str]:
        return list(attempt(client, login).context["form"].non_field_errors())

    assert errors("redakcja")
    assert errors("redakcja") == errors("nobody-of-that-name")


@pytest.mark.parametrize("login", ["redakcja", "redakcja@example.org", "nobody", "nobody@example.org"])
def test_nobody_with_a_stop_watch_learns_who_has_an_account(
    client: Client, editor: AbstractBaseUser, login: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One hash, whoever is asked for: hashing is what takes the time."""
    hashes = []
    encode = MD5PasswordHasher.encode

    def counted(hasher: MD5PasswordHasher, password: str, salt: str) -> str:
        hashes.append(password)
        return encode(hasher, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    attempt(client, login)
    assert hashes == ["wrong"]


def test_who_may_not_edit_is_told_so_and_not_sent_round_in_a_circle(
    client: Client, django_user_model: type[AbstractBaseUser]
) -> None:
    django_user_model.objects.create_user("gosc", "gosc@example.org", PASSWORD)
    attempt(client, "gosc", PASSWORD)
    response = client.get("/admin/", follow=True)
    assert response.status_code == 200
    assert [message.level_tag for message in response.context["messages"]] == ["error"]


def test_signing_out_ends_the_session(client: Client, editor: AbstractBaseUser) -> None:
    client.force_login(editor)
    client.post("/account/logout/")
    assert SESSION_KEY not in client.session
    assert client.get("/account/2fa/").status_code == 302


class TestTooManyWrongPasswords:
    def exhaust(self, client: Client, login: str = "redakcja") -> None:
        for _ in range(ALLOWED_FOR_ONE_ACCOUNT):
            assert attempt(client, login).status_code == 200

    def test_the_eleventh_for_one_account_is_refused(self, client: Client, editor, clock) -> None:
        self.exhaust(client)
        response = attempt(client, "redakcja", PASSWORD)
        assert response.status_code == 429
        assert response.headers["Retry-After"] == "900"
        assert SESSION_KEY not in client.session

    def test_name_and_address_are_one_account(self, client: Client, editor, clock) -> None:
        self.exhaust(client)
        assert attempt(client, "redakcja@example.org").status_code == 429

    def test_also_from_other_addresses(self, client: Client, editor, clock) -> None:
        self.exhaust(client)
        assert attempt(client, "redakcja", address="198.51.100.8").status_code == 429

    def test_an_account_that_does_not_exist_is_refused_the_same(self, client: Client, clock) -> None:
        self.exhaust(client, "nobody")
        assert attempt(client, "nobody").status_code == 429

    def test_other_accounts_are_not_touched(self, client: Client, editor, clock) -> None:
        self.exhaust(client, "nobody")
        assert attempt(client, "redakcja", PASSWORD).status_code == 302

    def test_it_is_over_after_a_quarter_of_an_hour(self, client: Client, editor, clock) -> None:
        self.exhaust(client)
        clock.shift(QUARTER_OF_AN_HOUR)
        assert attempt(client, "redakcja", PASSWORD).status_code == 302

    def test_the_fifty_first_from_one_address_is_refused(self, client: Client, editor, clock) -> None:
        for number in range(ALLOWED_FROM_ONE_ADDRESS):
            assert attempt(client, f"guess-{number}").status_code == 200
        clock.shift(timedelta(minutes=2))
        assert attempt(client, "redakcja", PASSWORD).status_code == 429
        assert attempt(Client(), "redakcja", PASSWORD, address="198.51.100.8").status_code == 302

    def test_the_refusal_is_in_the_editors_language(self, client: Client, clock) -> None:
        self.exhaust(client, "nobody")
        response = client.post(
            "/account/login/", {"login": "nobody", "password": "x"}, headers={"accept-language": "uk"}
        )
        assert response.status_code == 429
        assert '<html lang="uk"' in response.content.decode()

    def test_wrong_codes_count_too(self, client: Client, careful_editor, sign_in, clock) -> None:
        sign_in(client)
        for _ in range(ALLOWED_FOR_ONE_ACCOUNT):
            client.post("/account/2fa/authenticate/", {"code": "000000"})
        response = client.post("/account/2fa/authenticate/", {"code": "000000"})
        assert response.status_code == 429
        assert SESSION_KEY not in client.session


class TestForgottenPassword:
    def link(self, client: Client) -> str:
        client.post("/account/password/reset/", {"email": "redakcja@example.org"})
        return re.search(r"https?://testserver(/account/password/reset/key/\S+)", mail.outbox[0].body)[1]

    def test_the_link_sets_a_new_password(self, client: Client, editor: AbstractBaseUser) -> None:
        form = client.get(self.link(client), follow=True)
        client.post(
            form.request["PATH_INFO"],
            {"password1": "new words for a new day", "password2": "new words for a new day"},
        )
        editor.refresh_from_db()
        assert editor.check_password("new words for a new day")
        assert SESSION_KEY not in client.session

    def test_it_does_not_skip_the_second_factor(self, client: Client, careful_editor) -> None:
        form = client.get(self.link(client), follow=True)
        client.post(
            form.request["PATH_INFO"],
            {"password1": "new words for a new day", "password2": "new words for a new day"},
        )
        attempt(client, "redakcja", "new words for a new day")
        assert SESSION_KEY not in client.session

    def test_an_unknown_address_gets_the_same_answer_and_no_mail(self, client: Client, editor) -> None:
        answers = [
            client.post("/account/password/reset/", {"email": address})
            for address in ("redakcja@example.org", "nobody@example.org")
        ]
        assert answers[0].headers["Location"] == answers[1].headers["Location"]
        assert [message.to for message in mail.outbox] == [["redakcja@example.org"]]

    def test_nobody_waits_for_the_mail_server(self, client: Client, editor, settings) -> None:
        settings.ACCOUNT_MAILS_BESIDE_THE_REQUEST = True
        settings.EMAIL_BACKEND = "tests.site_core.security.test_sign_in.SlowMailServer"
        SlowMailServer.may_go_on.clear()
        assert client.post("/account/password/reset/", {"email": "redakcja@example.org"}).status_code == 302
        SlowMailServer.may_go_on.set()
        assert SlowMailServer.has_sent.wait(timeout=10)

    def test_a_mail_server_that_is_away_tells_nobody_anything(
        self, client: Client, editor, settings, caplog: pytest.LogCaptureFixture
    ) -> None:
        settings.EMAIL_BACKEND = "tests.site_core.security.test_sign_in.NoMailServer"
        answers = [
            client.post("/account/password/reset/", {"email": address})
            for address in ("redakcja@example.org", "nobody@example.org")
        ]
        assert [answer.status_code for answer in answers] == [302, 302]
        assert any("was not sent: ConnectionRefusedError" in message for message in caplog.messages)
        assert "redakcja@example.org" not in caplog.text

    def test_a_made_up_host_does_not_get_into_the_mail(self, client: Client, editor) -> None:
        response = client.post(
            "/account/password/reset/",
            {"email": "redakcja@example.org"},
            headers={"host": "evil.example", "x-forwarded-host": "evil.example"},
        )
        assert response.status_code == 400
        assert mail.outbox == []


class NoMailServer(BaseEmailBackend):
    def send_messages(self, messages: object) -> int:
        raise ConnectionRefusedError


class SlowMailServer(BaseEmailBackend):
    may_go_on = Event()
    has_sent = Event()

    def send_messages(self, messages: object) -> int:
        assert self.may_go_on.wait(timeout=10)
        self.has_sent.set()
        return 1


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
