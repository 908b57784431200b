"""What is translated, a page or a snippet in the source language, and the text of it that translators have."""

from functools import cached_property
from typing import Any

from wagtail_localize.models import Translation, TranslationSource

from site_core.translation.fingerprints import fingerprints


class Original:
    """Each fact is asked for once. `row`: what readers see, or what is about to be shown to them."""

    row: Any

    @cached_property
    def says(self) -> dict[str, str]:
        return fingerprints(self.row)

    @cached_property
    def taken_over(self) -> TranslationSource | None:
        """The text translators have, or had when they last asked for it."""
        return (
            TranslationSource.objects.filter(object_id=self.row.translation_key, locale_id=self.row.locale_id)
            .select_related("specific_content_type")
            .first()
        )

    @cached_property
    def said_when_taken_over(self) -> dict[str, str]:
        return fingerprints(self.taken_over.as_instance()) if self.taken_over else {}

    @cached_property
    def translated_into(self) -> set[int]:
        """Languages translated passage by passage; others are written."""
        if self.taken_over is None:
            return set()
        translations = Translation.objects.filter(source=self.taken_over, enabled=True)
        return set(translations.values_list("target_locale_id", flat=True))
