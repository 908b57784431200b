"""Words of Wagtail's and wagtail-localize's scripts: theirs, with ours from `locale/wagtail/` on top."""

from functools import lru_cache

from django.utils.translation import get_language
from django.utils.translation.trans_real import DjangoTranslation
from django.views.i18n import JavaScriptCatalog

from site_core.catalogues.words_of_others import overlay_path


class ScriptWords(JavaScriptCatalog):
    """Django reads, for named packages, their own folders only."""

    def get_catalog(self) -> dict:
        return {**super().get_catalog(), **our_words(get_language(), self.domain)}


@lru_cache(maxsize=32)
def our_words(language: str, domain: str) -> dict[str, str]:
    """Read once for a process: they come with a release, as the code does."""
    ours = DjangoTranslation(language, domain=domain, localedirs=[str(overlay_path())])
    found = ours._catalog.items()  # noqa: SLF001 - as JavaScriptCatalog does
    return {key: text for key, text in found if isinstance(key, str) and key}
