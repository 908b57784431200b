"""A campaign that is published in Polish and Ukrainian, and whose Polish text is about to change."""

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail_localize.models import Translation

from tests.organisations import actions
from tests.site_core.translation.changes.changing import change_body, rewrite
from tests.site_core.translation.changes.screen import changed


@pytest.fixture
def ukrainian(db: None) -> Translation:
    return actions.translation("uk")


@pytest.fixture
def translator(signed_in: Callable[[str], Client]) -> Client:
    return signed_in("translator-uk")


@pytest.fixture
def editor(signed_in: Callable[[str], Client]) -> Client:
    return signed_in("editor")


@pytest.fixture
def path(ukrainian: Translation) -> str:
    """Of the one text that changed."""
    change_body(rewrite)
    (row,) = changed(ukrainian)
    return row.path
