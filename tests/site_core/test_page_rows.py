"""A row of the database becomes the same page by the short way, and a page that is being made goes the whole way."""

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


def test_what_is_read_is_the_page_as_it_was_written() -> None:
    for page in Page.objects.filter(depth__gt=2).specific()[:30]:
        row = type(page).objects.get(pk=page.pk)
        made = type(page)(
            **{field.attname: getattr(row, field.attname) for field in page._meta.concrete_fields}
        )
        assert made.serializable_data() == row.serializable_data()
        assert not row._state.adding


def test_a_page_that_is_being_made_is_given_its_type_and_its_rows() -> None:
    page = ResourcePage(title="Nowa lekcja", files=[ResourceFile(language="pl")])
    assert page.content_type == ContentType.objects.get_for_model(ResourcePage)
    assert [file.language for file in page.files.all()] == ["pl"]
    assert ResourcePage(None).content_type == page.content_type
