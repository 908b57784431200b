"""How often readers asked for a page in their language."""

from django.db import models


class TranslationRequest(models.Model):
    """
    One page that is missing in one language, and how often it was asked for.

    Nothing is kept of who asked (`site_core.translation.demand`). The row goes when the version is published.
    """

    # The page in all its languages.
    translation_key = models.UUIDField()
    language_code = models.CharField(max_length=20)
    count = models.PositiveIntegerField(default=1)
    counted_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["translation_key", "language_code"], name="site_core_one_count_per_page_and_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.translation_key} {self.language_code}: {self.count}"
