"""Getting a new password: the mail, what it does not skip, and what nobody learns from it."""

import re
from threading import Event

import pytest
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import AbstractBaseUser
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client

pytestmark = pytest.mark.django_db


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

    def test_it_does_not_skip_the_second_factor(self, client: Client, careful_editor, sign_in) -> None:
        form = client.get(self.link(client), follow=True)
        client.post(
            form.request["PATH_INFO"],
            {"password1": "new words for a new day", "password2": "new words for a new day"},
        )
        sign_in(client, password="new words for a new day")
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
        settings.EMAIL_BACKEND = "tests.site_core.security.test_forgotten_password.SlowMailServer"
        SlowMailServer.may_go_on.clear()
        assert client.post("/account/password/reset/", {"email": "redakcja@example.org"}).status_code == 302
        SlowMailServer.may_go_on.set()
        assert SlowMailServer.has_sent.wait(timeout=10)

    def test_a_mail_server_that_is_away_tells_nobody_anything(
        self, client: Client, editor, settings, caplog: pytest.LogCaptureFixture
    ) -> None:
        settings.EMAIL_BACKEND = "tests.site_core.security.test_forgotten_password.NoMailServer"
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
