"""A page known by its row is the page."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from site_core.languages.rows import row_of

pytestmark = pytest.mark.django_db


def test_the_page_of_a_row_says_what_the_page_says(demo_page: Callable[..., Page]) -> None:
    page = Page.objects.select_related("locale").get(pk=demo_page("Klasa dialogu").pk)
    row = row_of(page)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        same = row.as_page()
        for fact in (
            "pk",
            "path",
            "depth",
            "title",
            "url_path",
            "translation_key",
            "content_type_id",
            "live",
        ):
            assert getattr(same, fact) == getattr(page, fact), fact
    assert not asked.captured_queries
    assert same.slug == page.slug, "what is not in the row is read when it is asked for"
