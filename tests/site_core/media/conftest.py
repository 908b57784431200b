"""These tests count what is stored, so the demo's own files are put aside first; sentences are read in English."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import caches
from django.utils import translation

from resources.models import ResourceFile
from site_core.models import SiteDocument, SiteImage
from tests.unheard import unheard


@pytest.fixture(autouse=True)
def nothing_stored(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("django_db"):
        request.getfixturevalue("db")
        with unheard():
            for model in (ResourceFile, SiteDocument, SiteImage):
                model.objects.all().delete()


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture(params=["files", "remote"])
def storage(request: pytest.FixtureRequest, settings: Any, tmp_path: Path) -> None:
    """Wagtail serves a file that has a path in another way than one that has none."""
    backend = {"BACKEND": "tests.site_core.media.stores.RemoteStorage"}
    if request.param == "files":
        location = {"location": tmp_path, "base_url": "/media/"}
        backend = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": location}
    settings.STORAGES = {**settings.STORAGES, "default": backend}
    caches["renditions"].clear()  # ids begin anew in each test, and so do the files behind them
