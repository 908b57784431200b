"""Where pages stood before, so that an address which somebody printed, sent or linked still answers."""

from django.db import models


class PastAddress(models.Model):
    """
    An address that a page has left: renamed, moved, taken down or deleted.

    Written by signals (`site_core.languages.leaving`), read where no page stands any more (`site_core.languages.past`).
    One row for a page that leaves, none for those below it: they are found through it, so renaming a section of two
    thousand pages writes one row.
    """

    language_code = models.CharField(max_length=20)
    # What follows the language in the address, without slashes at its ends: "kampanie/slysze-reaguje".
    path = models.TextField()
    # Its SHA-256: a path may be longer than what an index takes.
    digest = models.CharField(max_length=64)
    # Whose it was: the identity of the page across languages. The page itself may be gone.
    translation_key = models.UUIDField()
    left_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["digest", "language_code"], name="site_core_one_page_left_an_address_last"
            )
        ]

    def __str__(self) -> str:
        return f"/{self.language_code}/{self.path}/"
