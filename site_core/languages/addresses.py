"""Public addresses, worked out from a page's own row: no query, whatever the number of languages."""

from django.conf import settings
from wagtail.models import Page


def page_address(page: Page) -> str:
    """
    Address of a page from the root of the site: `/<language>/<path>/`.

    `page.locale` should have been selected with the page.
    """
    return address_below_home(page.locale.language_code, page.url_path)


def address_below_home(code: str, url_path: str) -> str:
    """
    `/<language>/<path>/` from a language and Wagtail's `url_path`.

    The home pages stand at depth 2 and carry slugs like `home-uk`, which no reader ever sees.
    """
    parts = url_path.split("/", 2)
    return f"/{code}/{parts[2] if len(parts) > 2 else ''}"


def absolute(address: str) -> str:
    """The address with the site's own scheme and host, which are configured, never taken from a request."""
    return settings.SITE_URL.rstrip("/") + address
