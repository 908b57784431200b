"""How far each published version of a page is behind the page it was made from."""

from django.db import models
from wagtail.models import Locale


class VersionFreshness(models.Model):
    """
    One published version of a page in another language than the source's.

    Written when pages are published (`site_core.translation.freshness`), never by hand: the board of translators, the
    notice to readers and reports read here. The page is named by its identity across languages, not by its row, which a
    version that is made again does not keep.
    """

    translation_key = models.UUIDField()
    locale = models.ForeignKey(Locale, models.CASCADE, related_name="+")
    # By path, the fingerprint of each passage of the source that this version was made from, or that an editor let
    # pass as meaning the same; of a running text with those of its paragraphs (`site_core.translation.fingerprints`).
    # Empty where it is not known any more: then the passage counts as behind.
    basis = models.JSONField(default=dict)
    # Paths of passages that the source has otherwise by now, or has only now, or no longer.
    behind = models.JSONField(default=list)
    # When the source was first published with a change this version does not have. Null: there is none.
    source_changed_at = models.DateTimeField(null=True, blank=True)
    # The source differs from what was translated in something an editor called minor, and why.
    minor = models.BooleanField(default=False)
    minor_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["translation_key", "locale"], name="site_core_one_freshness_for_each_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.translation_key} {self.locale_id}: {len(self.behind)}"

    @property
    def is_current(self) -> bool:
        """Does it say everything the source says, but for what an editor called minor?"""
        return not self.behind
