"""That something has changed: what processes keep in memory is looked at again."""

from django.db import models


class JournalEntry(models.Model):
    """
    Something of this `kind` has changed. Written in the transaction of the change, by `site_core.journal` alone.

    `token` is random: an id is given again after a transaction that was rolled back, a token of 48 bits is not.
    """

    kind = models.CharField(max_length=20)
    token = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.kind} {self.token}"
