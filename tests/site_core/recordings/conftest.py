"""A page with something beside its text."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.base import ContentFile
from wagtail.models import Page

from site_core.models import AudioRecording, SignLanguageFilm, SiteDocument
from tests.organisations.conftest import own_page, person, signed_in
from tests.site_core.recordings import silent
from tests.site_core.translation.sources import publish

__all__ = ["own_page", "person", "signed_in"]

Attach = Callable[..., Page]


def stored(name: str, data: bytes) -> SiteDocument:
    return SiteDocument.objects.create(title=name, file=ContentFile(data, name=name))


@pytest.fixture
def film(db: None) -> SiteDocument:
    return stored("migowy.mp4", silent.grey_mp4())


@pytest.fixture
def captions(db: None) -> SiteDocument:
    return stored("migowy.vtt", silent.captions("Dzień dobry.", "To jest próba."))


@pytest.fixture
def sound(db: None) -> SiteDocument:
    return stored("czytane.mp3", silent.silent_mp3())


@pytest.fixture
def with_film(film: SiteDocument, captions: SiteDocument) -> Attach:
    """`with_film(page, length="2:05")`: the page, published with a film beside its text."""

    def attach(page: Page, **facts: Any) -> Page:
        known = {
            "document": film,
            "captions": captions,
            "recorded_on": date(2026, 5, 4),
            "word_for_word": True,
        }
        known |= facts
        return publish(page, lambda page: setattr(page, "sign_language_films", [SignLanguageFilm(**known)]))

    return attach


@pytest.fixture
def with_sound(sound: SiteDocument) -> Attach:
    """`with_sound(page)`: the page, published with a recording to listen to."""

    def attach(page: Page, **facts: Any) -> Page:
        known = {"document": sound, "recorded_on": date(2026, 5, 4), "word_for_word": True, **facts}
        return publish(page, lambda page: setattr(page, "audio_recordings", [AudioRecording(**known)]))

    return attach
