"""A row of the database becomes the same page by the short way, and a page that is being made goes the whole way."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from resources.models import ResourceFile, ResourcePage
from site_core.models import BasePage
from site_core.models.page_rows import ReadFromRows

pytestmark = pytest.mark.django_db

TYPES = [model for model in apps.get_models() if issubclass(model, BasePage)]


def test_the_short_way_makes_the_same_page_as_the_whole_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever constructors the installed Wagtail has: of a page of each type that there is."""
    rows = [row for model in TYPES if (row := model.objects.first()) is not None]
    values = [[getattr(row, field.attname) for field in row._meta.concrete_fields] for row in rows]
    short = [type(row)(*of_row) for row, of_row in zip(rows, values, strict=True)]
    monkeypatch.delattr(ReadFromRows, "__init__")
    whole = [type(row)(*of_row) for row, of_row in zip(rows, values, strict=True)]
    assert len(rows) > 10
    assert list(map(_known_of, short)) == list(map(_known_of, whole))


def _known_of(page: Page) -> dict[str, Any]:
    return vars(page) | {"_state": vars(page._state)}


def test_a_page_that_is_being_made_is_given_its_type_and_its_rows() -> None:
    page = ResourcePage(title="Nowa lekcja", files=[ResourceFile(language="pl")])
    assert page.content_type == ContentType.objects.get_for_model(ResourcePage)
    assert [file.language for file in page.files.all()] == ["pl"]
    assert ResourcePage(None).content_type == page.content_type
