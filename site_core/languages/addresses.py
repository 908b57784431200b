"""Public addresses, worked out from a page's own row: no query, whatever the number of languages."""

from uuid import UUID

from django.conf import settings
from wagtail.models import Page

from site_core.languages.chains import chain_of


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


def parts_below_home(url_path: str) -> list[str]:
    """What follows the language in the address, part by part; nothing for a home page."""
    return url_path.split("/")[2:-1]


def reading_address(reader: str, code: str, url_path: str) -> str:
    """
    Where a reader of the language `reader` is led to a page of the language `code`.

    Under the reader's own prefix, with the path that the page has in its own language, where the reader's chain holds
    that language: one address for each page and reading language, worked out from one row. Else where the page is true.
    """
    return address_below_home(reader if code in chain_of(reader) else code, url_path)


def ask_address(translation_key: UUID, reader: str) -> str:
    """Where a reader of the language `reader` asks for a page that is not in it (`site_core.translation.asking`)."""
    return f"/{reader}/ask-for/{translation_key}/"


def absolute(address: str) -> str:
    """The address with the site's own scheme and host, which are configured, never taken from a request."""
    return settings.SITE_URL.rstrip("/") + address
