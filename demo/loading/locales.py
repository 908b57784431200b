"""Languages and the place of the site in the tree."""

from django.conf import settings
from wagtail.models import Locale, Page, Site


def ensure_locales() -> dict[str, Locale]:
    """A Locale row for every language of the settings, by code."""
    return {code: Locale.objects.get_or_create(language_code=code)[0] for code, _name in settings.LANGUAGES}


def tree_root() -> Page:
    """The root of all trees, without the page that Wagtail's first migration plants there."""
    root = Page.get_first_root_node()
    for planted in root.get_children().filter(content_type__model="page"):
        planted.delete()
    root.refresh_from_db()
    return root


def point_site_at(home: Page) -> None:
    """The one site, at the source language's home page."""
    Site.objects.all().delete()
    Site.objects.create(
        hostname="localhost", root_page=home, is_default_site=True, site_name=settings.WAGTAIL_SITE_NAME
    )
