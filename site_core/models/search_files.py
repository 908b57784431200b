"""What the search knows of files: their texts, and which entry offers which file."""

from django.db import models

from site_core.media.models import SiteDocument
from site_core.models.search_entries import SearchEntry


class DocumentText(models.Model):
    """
    The plain text of a document; empty where none could be read.

    Written by `site_core.search.file_texts.keeping` alone. Of the file with this hash, read by this edition of the
    readers: where the document holds another file by now, it says nothing.
    """

    document = models.OneToOneField(SiteDocument, models.CASCADE, related_name="kept_text")
    file_hash = models.CharField(max_length=40)
    edition = models.CharField(max_length=80)
    text = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.document_id}: {self.text[:40]}"


class SearchEntryFile(models.Model):
    """
    A file whose words are among those of an entry, as its page offered it.

    Written by `site_core.search.indexing` alone. `is_quoted`: may its text be shown among results? `places`: by key,
    where in the text the first few words begin that have it.
    """

    entry = models.ForeignKey(SearchEntry, models.CASCADE, related_name="files")
    document = models.ForeignKey(SiteDocument, models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()
    file_hash = models.CharField(max_length=40)
    name = models.TextField()
    name_language_code = models.CharField(max_length=20)
    language_code = models.CharField(max_length=20)
    second_language_code = models.CharField(max_length=20, blank=True)
    is_quoted = models.BooleanField()
    places = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "document"], name="site_core_search_file_once")
        ]

    def __str__(self) -> str:
        return self.name
