"""The browser tests walk a page of every type that the site has: a new one has to be looked at, too."""

import pytest
from wagtail.models import Page, get_page_models

from site_core.languages.addresses import page_address
from tests.browser.public_pages import PAGES

pytestmark = pytest.mark.django_db


def test_the_walk_covers_every_type_of_page() -> None:
    walked = {address.partition("?")[0] for _template, address in PAGES}
    polish = Page.objects.filter(locale__language_code="pl", live=True, depth__gt=1).select_related("locale")
    covered = {page.cached_content_type.model_class() for page in polish if page_address(page) in walked}
    assert covered == {model for model in get_page_models() if model is not Page}


def test_the_walk_names_pages_that_are_there() -> None:
    polish = Page.objects.filter(locale__language_code="pl", live=True, depth__gt=1).select_related("locale")
    addresses = {page_address(page) for page in polish}
    assert {address.partition("?")[0] for _template, address in PAGES} <= addresses
