"""The sitemap: an index of parts, every published page in every language, each with its true versions."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID
from xml.sax.saxutils import quoteattr

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from site_core.languages.addresses import absolute
from site_core.languages.status import listed_pages

PER_PART = 2_000
"""Of the 50,000 that the protocol allows: a part is made in a tenth of a second, however many there are."""
MOST_PARTS = 50_000
"""That an index may name."""
NAMESPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'


class Entry(NamedTuple):
    key: UUID
    code: str
    address: str


def entries(pages: QuerySet) -> list[Entry]:
    """Of published pages; one query over plain values, as large sites need."""
    rows = pages.values_list("translation_key", "locale__language_code", "url_path")
    start = absolute("/")
    return [Entry(key, code, f"{start}{code}/{url_path.split('/', 2)[2]}") for key, code, url_path in rows]


def number_of_parts(count: int) -> int:
    return max(1, -(-count // PER_PART))


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """`/sitemap.xml`."""
    parts = range(1, number_of_parts(listed_pages().count()) + 1)
    locations = "".join(f"<sitemap><loc>{absolute(f'/sitemap-{part}.xml')}</loc></sitemap>" for part in parts)
    return xml(f"<sitemapindex {NAMESPACES}>{locations}</sitemapindex>")


@require_safe
def sitemap_part(request: HttpRequest, part: int) -> HttpResponse:
    """`/sitemap-<part>.xml`, counted from 1. Raises Http404 for a part that does not exist."""
    if not 1 <= part <= MOST_PARTS:
        raise Http404
    pages = listed_pages().order_by("path")[(part - 1) * PER_PART : part * PER_PART]
    shown = entries(pages)
    if not shown:
        raise Http404
    versions: dict[UUID, list[Entry]] = defaultdict(list)
    keys = pages.values("translation_key")
    for entry in entries(listed_pages().filter(translation_key__in=keys).order_by("path")):
        versions[entry.key].append(entry)
    return xml(f"<urlset {NAMESPACES}>{''.join(urls(shown, versions))}</urlset>")


def urls(shown: list[Entry], versions: dict[UUID, list[Entry]]) -> Iterator[str]:
    for entry in shown:
        alternates = "".join(
            f'<xhtml:link rel="alternate" hreflang="{other.code}" href={quoteattr(other.address)}/>'
            for other in versions[entry.key]
        )
        yield f"<url><loc>{entry.address}</loc>{alternates}</url>"


def xml(content: str) -> HttpResponse:
    return HttpResponse(f'<?xml version="1.0" encoding="UTF-8"?>{content}', content_type="application/xml")
