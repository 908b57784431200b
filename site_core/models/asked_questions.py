"""What is asked of the search, and how often."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AskedQuestion(models.Model):
    """
    One question in one language and one calendar month.

    Until it has been counted five times, the row cannot tell what was asked (`site_core.search.demand.counting`, the
    one writer). Nothing is kept of who asked.
    """

    # Of language and words, under a key that is another every month.
    digest = models.CharField(max_length=64, unique=True)
    month = models.DateField(db_index=True)  # its first day
    language_code = models.CharField(max_length=20)
    # In small letters, as it was typed the fifth time; empty until then.
    text = models.CharField(max_length=200, blank=True)
    times = models.PositiveIntegerField()
    # Pages that were found when it was counted last.
    found = models.PositiveIntegerField()
    first_asked_on = models.DateField(db_index=True)
    counted_at = models.DateTimeField()

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        indexes = [
            # For the report: what each question found last, whatever number of others there are.
            models.Index(fields=["text", "language_code", "month"], name="site_core_asked_text")
        ]

    def __str__(self) -> str:
        return f"{self.language_code}: {self.text or '…'} ({self.times})"
