"""What the search knows: an entry for each published version of a page, and the words that stand in them."""

from django.db import models
from wagtail.models import Page


class SearchEntry(models.Model):
    """
    One published version of a page, as it was when it was indexed.

    Written by `site_core.search.indexing` alone. The keys it is found by lie beside it, in a table that each database
    has in its own way (`site_core.search.index`): under this row's id, and gone with it.
    """

    page = models.OneToOneField(Page, models.CASCADE, related_name="+")
    translation_key = models.UUIDField(db_index=True)
    language_code = models.CharField(max_length=20)
    title = models.TextField()
    # Plain text for extracts; without harmful examples.
    text = models.TextField(blank=True)
    # The revision that was public then: where another one is by now, the text may not be shown.
    revision = models.BigIntegerField(null=True)
    # Of what was indexed and by which analysers: another one means that the entry is to be made anew.
    fingerprint = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.language_code}: {self.title}"


class SearchWord(models.Model):
    """
    A word of the entries in one language: how it is found by who types it without diacritics, or wrongly.

    `folded` is the word without diacritics, `keys` what it is found by in its own spelling.
    """

    language_code = models.CharField(max_length=20)
    spelling = models.CharField(max_length=60)
    folded = models.CharField(max_length=60, db_index=True)
    keys = models.CharField(max_length=400)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["spelling", "language_code"], name="site_core_search_word_once")
        ]

    def __str__(self) -> str:
        return f"{self.language_code}: {self.spelling}"


class SearchWordVariant(models.Model):
    """A word less one of its letters, or whole: two words with a variant in common are one slip apart."""

    variant = models.CharField(max_length=60, db_index=True)
    word = models.ForeignKey(SearchWord, models.CASCADE, related_name="variants")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["word", "variant"], name="site_core_search_variant_once")
        ]

    def __str__(self) -> str:
        return self.variant
