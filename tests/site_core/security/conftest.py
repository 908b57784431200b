"""People who sign in, and a site whose counters start at nought."""

import time
from collections.abc import Callable, Iterator

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.contrib.auth.models import AbstractBaseUser, Permission
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

PASSWORD = "a tram full of patient people"


def current_code(secret: str) -> str:
    """What an app that knows this secret shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


@pytest.fixture(autouse=True)
def no_earlier_attempts() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(autouse=True)
def mails_are_sent_at_once(settings: Settings) -> None:
    settings.ACCOUNT_MAILS_BESIDE_THE_REQUEST = False


@pytest.fixture
def editor(db: None, django_user_model: type[AbstractBaseUser]) -> AbstractBaseUser:
    """May enter the admin; has a password and nothing else."""
    user = django_user_model.objects.create_user("redakcja", "redakcja@example.org", PASSWORD)
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user


@pytest.fixture
def secret() -> str:
    return generate_totp_secret()


@pytest.fixture
def code(secret: str) -> Callable[[], str]:
    """The code that the editor's app shows now."""
    return lambda: current_code(secret)


@pytest.fixture
def careful_editor(editor: AbstractBaseUser, secret: str) -> AbstractBaseUser:
    """The same with a code app set up."""
    TOTP.activate(editor, secret)
    return editor


@pytest.fixture
def sign_in() -> Callable[..., Client]:
    """Signs in as a person does: through the form."""

    def through_the_form(client: Client, login: str = "redakcja", password: str = PASSWORD) -> Client:
        client.post("/account/login/", {"login": login, "password": password})
        return client

    return through_the_form
