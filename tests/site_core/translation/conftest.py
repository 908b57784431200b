"""People of the demonstration, signed in."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.organisations.conftest import person, signed_in

__all__ = ["person", "signed_in"]


@pytest.fixture
def english_editor(signed_in: Callable[[str], Client]) -> Client:
    """Who reads the admin in English, as the tests quote it."""
    client = signed_in("editor")
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client
