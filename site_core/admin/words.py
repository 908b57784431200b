"""Words of Wagtail's and wagtail-localize's scripts: theirs, with ours from `locale/wagtail/` on top."""

from django.utils.translation import get_language
from django.utils.translation.trans_real import DjangoTranslation
from django.views.i18n import JavaScriptCatalog

from site_core.catalogues.words_of_others import overlay_path


class ScriptWords(JavaScriptCatalog):
    """Django reads, for named packages, their own folders only."""

    def get_catalog(self) -> dict:
        ours = DjangoTranslation(get_language(), domain=self.domain, localedirs=[str(overlay_path())])
        found = ours._catalog.items()  # noqa: SLF001 - as JavaScriptCatalog does
        words = {key: text for key, text in found if isinstance(key, str) and key}
        return {**super().get_catalog(), **words}
