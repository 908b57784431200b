"""Links into other pages: each leads to the reader's language where that page exists in it."""

from collections.abc import Iterable
from uuid import UUID

from wagtail.models import Page

from site_core.cards import Card
from site_core.languages.addresses import page_address
from site_core.languages.known import language_of
from site_core.querysets import published_pages


def best_pages(chosen: Iterable[Page], code: str) -> list[Page]:
    """
    For each chosen page its published version in language `code`, else the chosen one if it is published.

    One query for all of them. Order is kept; what nobody may see falls out.
    """
    chosen = list(chosen)
    keys = {page.translation_key for page in chosen}
    if not keys:
        return []
    rows = published_pages().filter(translation_key__in=keys).select_related("locale")
    in_language: dict[UUID, Page] = {}
    by_id: dict[int, Page] = {}
    for row in rows:
        by_id[row.pk] = row
        if row.locale.language_code == code:
            in_language[row.translation_key] = row
    found = [in_language.get(page.translation_key) or by_id.get(page.pk) for page in chosen]
    return [page for page in found if page is not None]


def best_versions(chosen: Iterable[Page], code: str) -> list[Card]:
    """`best_pages` as cards with title and language, which is all a link needs."""
    return [
        Card(
            url=page_address(page),
            title=page.title,
            language=language_of(page.locale.language_code),
            kind_label=str(page.cached_content_type.model_class()._meta.verbose_name).capitalize(),
            seed=str(page.translation_key),
        )
        for page in best_pages(chosen, code)
    ]
