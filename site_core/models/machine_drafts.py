"""What was asked of a translation service: per month, and per page. No text is kept here."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from site_core.translation.machine.failures import Left, Problem


class MachineTranslationMonth(models.Model):
    """Characters sent in a calendar month; changed by single conditional updates only (`machine.budget`)."""

    month = models.DateField(unique=True)  # its first day
    characters = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}: {self.characters}"


class DraftState(models.TextChoices):
    WAITING = "waiting", _("waiting")
    RUNNING = "running", _("being translated")
    DONE = "done", _("done")
    FAILED = "failed", _("not finished")


class MachineDraft(models.Model):
    """
    One page into one language, asked for by one person; pages asked for together have the same `run`.

    The page is named by its identity across languages: its translation may not exist yet.
    """

    run = models.UUIDField(default=uuid4, db_index=True)
    translation_key = models.UUIDField()
    locale = models.ForeignKey(Locale, models.CASCADE, related_name="+")
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    requested_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=DraftState.choices, default=DraftState.WAITING)
    problem = models.CharField(max_length=10, choices=Problem.choices, blank=True)
    service = models.CharField(max_length=100, blank=True)
    passages = models.PositiveIntegerField(default=0)  # that were to be sent
    filled = models.PositiveIntegerField(default=0)  # that have a draft now
    characters = models.PositiveIntegerField(default=0)  # that count for the month
    left = models.JSONField(default=dict)  # how many passages, by `Left`

    class Meta:
        constraints = [
            # Two tasks for one page would send, and pay for, everything twice.
            models.UniqueConstraint(
                fields=["translation_key", "locale"],
                condition=models.Q(state="running"),
                name="site_core_one_machine_at_a_page",
            )
        ]

    def __str__(self) -> str:
        return f"{self.translation_key} {self.locale_id}: {self.state}"

    @property
    def reasons(self) -> list[tuple[Left, int]]:
        """Why passages were left without a draft, in the order of `Left`."""
        return [(reason, self.left[reason]) for reason in Left if self.left.get(reason)]

    @property
    def is_over(self) -> bool:
        return self.state in (DraftState.DONE, DraftState.FAILED)
