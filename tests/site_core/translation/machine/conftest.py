"""A translation service on this machine, people of the demonstration, and a page that is in Polish only."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from wagtail.models import Locale, Page

from site_core.translation.machine.configuration import OURS
from tests.organisations.conftest import own_page, person, signed_in
from tests.site_core.translation.libretranslate import LibreTranslate
from tests.site_core.translation.machine.asking import passages, prefill, translation_of
from tests.site_core.translation.sources import translate_the_rest

__all__ = ["own_page", "person", "signed_in"]

LEFT_OUT = ("accordion", "contact_card", "related_pages")


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


@pytest.fixture
def polish(demo_page: Callable[..., Page]) -> Page:
    """
    With a harmful example; otherwise shorter than it is on the site. Each of these tests has it translated, and every
    passage costs a dozen queries.
    """
    page = demo_page("Gdy w szkole pojawia się symbol nienawiści")
    one_of_each = {block["type"]: block for block in page.body.raw_data if block["type"] not in LEFT_OUT}
    page.body = list(one_of_each.values())
    page.save_revision().publish()
    return page


@pytest.fixture
def editor(signed_in: Callable[[str], Client]) -> Client:
    return signed_in("editor")


@pytest.fixture
def drafted(editor: Client, server: LibreTranslate, polish: Page) -> Page:
    """The Ukrainian version, whole but for this: every passage is a machine's, and nobody has read any."""
    prefill(editor, "uk", polish)
    version = polish.get_translation(Locale.objects.get(language_code="uk"))
    translation = translation_of(polish, "uk")
    translate_the_rest(translation.source, version.locale)
    assert passages(polish, "uk")
    return version
