"""A campaign of the demonstration, public in every language, with pictures and documents."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import AbstractUser
from django.core.cache import caches
from wagtail.models import Page

from site_core.translation.withdrawing.reasons import Reason
from site_core.translation.withdrawing.record import Record
from site_core.translation.withdrawing.withdraw import withdraw

CAMPAIGN = "Słyszę? Reaguję."

Withdraw = Callable[..., Record]


@pytest.fixture(autouse=True)
def media_of_its_own(settings: Any, tmp_path: Path) -> None:
    """Withdrawing deletes renditions for good; the other tests of this process need theirs."""
    shutil.copytree(settings.MEDIA_ROOT, tmp_path / "media", copy_function=os.link)
    settings.MEDIA_ROOT = str(tmp_path / "media")
    caches["renditions"].clear()


@pytest.fixture
def campaign(demo_page: Callable[..., Page]) -> Page:
    return demo_page(CAMPAIGN)


@pytest.fixture
def editor(person: Callable[[str], AbstractUser]) -> AbstractUser:
    return person("editor")


@pytest.fixture
def withdrawn(editor: AbstractUser, django_capture_on_commit_callbacks: Callable[..., object]) -> Withdraw:
    """`withdrawn(page)`: by the editor, for personal data, stored for good."""

    def do(page: Page, by: AbstractUser = editor, **how: object) -> Record:
        with django_capture_on_commit_callbacks(execute=True):
            return withdraw(page, Reason.PERSONAL_DATA, "", by, **how)

    return do


def public_in(page: Page) -> set[str]:
    versions = Page.objects.filter(translation_key=page.translation_key, live=True)
    return set(versions.values_list("locale__language_code", flat=True))


def version_in(page: Page, code: str) -> Page:
    return Page.objects.get(translation_key=page.translation_key, locale__language_code=code).specific
