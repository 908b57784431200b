"""The one answer to "in which languages does this page exist?"

The switcher, hreflang, the sitemap and the helpful 404 all ask here, so that none of them can disagree.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from site_core.languages.chains import best_version
from site_core.languages.known import Language, known_languages, language_of
from site_core.languages.rows import PageRow


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


def language_versions(
    versions: dict[str, PageRow], public: Iterable[str], current: str | None
) -> list[LanguageVersion]:
    """
    One entry for every public language, in the order of the settings.

    `versions` are the published pages by language (`surroundings`), `public` the codes of languages with a published
    home page: what is in any other cannot be reached.
    """
    public_codes = set(public)
    entries = []
    for code in known_languages():
        if code not in public_codes:
            continue
        page = versions.get(code)
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
