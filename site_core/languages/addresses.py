"""Public addresses, worked out from a page's own row: no query, whatever the number of languages."""

from django.conf import settings
from wagtail.models import Page


def page_address(page: Page) -> str:
    """
    Address of a page from the root of the site: `/<language>/<path>/`.

    The home pages stand at depth 2 and carry slugs like `home-uk`, which no reader ever sees.
    `page.locale` should have been selected with the page.
    """
    path = page.url_path.split("/", 2)[2] if page.url_path.count("/") > 1 else ""
    return f"/{page.locale.language_code}/{path}"


def absolute(address: str) -> str:
    """The address with the site's own scheme and host, which are configured, never taken from a request."""
    return settings.SITE_URL.rstrip("/") + address
