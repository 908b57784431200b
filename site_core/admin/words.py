"""Words of Wagtail's and wagtail-localize's scripts: theirs, with ours from `locale/wagtail/` on top."""

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation.trans_real import DjangoTranslation
from django.views.i18n import JavaScriptCatalog


class ScriptWords(JavaScriptCatalog):
    """Django reads, for named packages, their own folders only."""

    def get_catalog(self) -> dict:
        ours = DjangoTranslation(
            get_language(), domain=self.domain, localedirs=[str(settings.LOCALE_PATHS[1])]
        )
        words = {key: text for key, text in ours._catalog.items() if isinstance(key, str) and key}
        return {**super().get_catalog(), **words}
