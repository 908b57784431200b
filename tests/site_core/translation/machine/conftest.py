"""A translation service on this machine, and people of the demonstration, signed in."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache

from site_core.translation.machine.configuration import OURS
from tests.organisations.conftest import own_page, person, signed_in
from tests.site_core.translation.libretranslate import LibreTranslate

__all__ = ["own_page", "person", "signed_in"]


@pytest.fixture
def server(settings: Any) -> Iterator[LibreTranslate]:
    """The service, running and configured; `server.mode` says how it behaves."""
    running = LibreTranslate()
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": OURS,
        "OPTIONS": {"URL": running.url, "KEY": "a-key", "SECONDS": 5},
    }
    cache.clear()
    yield running
    running.stop()
