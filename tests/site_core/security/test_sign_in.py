"""Signing in, being stopped for a while, getting a new password."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.auth.models import AbstractBaseUser
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
