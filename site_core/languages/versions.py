"""The one answer to "in which languages does this page exist?"

The switcher, hreflang, the sitemap and the helpful 404 all ask here, so that none of them can disagree.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet, UUIDField

from site_core.languages.chains import best_version
from site_core.languages.known import Language, known_languages, language_of
from site_core.languages.rows import PageRow, page_rows, row_values
from site_core.prepared import prepared
from site_core.querysets import published_pages


@dataclass(frozen=True, slots=True)
class LanguageVersion:
    """
    One language's answer for one page. `url` is None where the page does not exist in it.

    `shown_at` is then where its readers are led: the page in another language under their prefix, or their home page.
    """

    language: Language
    url: str | None
    title: str = ""
    current: bool = False
    shown_at: str = ""

    @property
    def exists(self) -> bool:
        return self.url is not None


def published_versions(translation_key: object) -> dict[str, PageRow]:
    """Published pages with this key, by language code. One query; aliases, drafts and private pages never count."""
    return {row.language_code: row for row in page_rows(_versions(key=translation_key))}


@prepared(key=UUIDField())
def _versions(key: object) -> QuerySet:
    return row_values(published_pages().filter(translation_key=key))


def language_versions(
    versions: dict[str, PageRow], public: Iterable[str], current: str | None
) -> list[LanguageVersion]:
    """
    One entry for every public language, in the order of the settings.

    `versions` comes from `published_versions`, `public` are the codes of languages with a published home page.
    """
    public_codes = set(public)
    entries = []
    for code in known_languages():
        page = versions.get(code)
        if page is None and code not in public_codes:
            continue
        shown = page or best_version(versions, code)
        entries.append(
            LanguageVersion(
                language=language_of(code),
                url=page.address if page else None,
                title=page.title if page else "",
                current=code == current,
                shown_at=shown.address_for(code) if shown else f"/{code}/",
            )
        )
    return entries
