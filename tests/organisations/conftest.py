"""People of the demonstration, one of each role."""

from collections.abc import Callable

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.test import Client

from organisations.models import OrganisationPage


@pytest.fixture
def person(db: None) -> Callable[[str], AbstractUser]:
    return lambda name: get_user_model().objects.get(username=name)


@pytest.fixture
def signed_in(person: Callable[[str], AbstractUser]) -> Callable[[str], Client]:
    """The browser of a person of the demonstration, signed in."""

    def sign_in(name: str) -> Client:
        client = Client()
        client.force_login(person(name))
        return client

    return sign_in


@pytest.fixture
def own_page(db: None) -> OrganisationPage:
    """The page of the organisation that the demonstration's authors write for."""
    return OrganisationPage.objects.get(locale__language_code="pl")
