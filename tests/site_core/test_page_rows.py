"""A row of the database becomes the same page by the short way, and a page that is being made goes the whole way."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from modelcluster.models import ClusterableModel
from wagtail.models import Page

from resources.models import ResourceFile, ResourcePage
from site_core.models import BasePage
from site_core.models.page_rows import ReadFromRows

pytestmark = pytest.mark.django_db

KNOWN = {ReadFromRows, Page, ClusterableModel, Model, object}
"""Constructors of which it is known what they do with a row: nothing, but for Django's own."""


@pytest.mark.parametrize("model", [model for model in apps.get_models() if issubclass(model, BasePage)])
def test_no_constructor_is_left_out_that_would_do_something(model: type[Model]) -> None:
    assert {base for base in model.__mro__ if "__init__" in vars(base)} == KNOWN


def test_the_short_way_makes_the_same_page_as_the_whole_way(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = Page.objects.filter(depth__gt=2, live=True).specific()[:30]
    values = [[getattr(row, field.attname) for field in row._meta.concrete_fields] for row in rows]
    short = [type(row)(*of_row) for row, of_row in zip(rows, values, strict=True)]
    monkeypatch.delattr(ReadFromRows, "__init__")
    whole = [type(row)(*of_row) for row, of_row in zip(rows, values, strict=True)]
    assert len({type(row) for row in rows}) > 3
    assert list(map(_known_of, short)) == list(map(_known_of, whole))


def _known_of(page: Page) -> dict[str, Any]:
    return vars(page) | {"_state": vars(page._state)}


def test_a_page_that_is_being_made_is_given_its_type_and_its_rows() -> None:
    page = ResourcePage(title="Nowa lekcja", files=[ResourceFile(language="pl")])
    assert page.content_type == ContentType.objects.get_for_model(ResourcePage)
    assert [file.language for file in page.files.all()] == ["pl"]
    assert ResourcePage(None).content_type == page.content_type
