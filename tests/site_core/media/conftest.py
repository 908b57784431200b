"""These tests count what is stored, so the demo's own files are put aside first; sentences are read in English."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from resources.models import ResourceFile
from site_core.models import SiteDocument, SiteImage
from tests.not_indexed import not_indexed


@pytest.fixture(autouse=True)
def nothing_stored(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("django_db"):
        request.getfixturevalue("db")
        with not_indexed():
            ResourceFile.objects.all().delete()
            SiteDocument.objects.all().delete()
            SiteImage.objects.all().delete()


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield
