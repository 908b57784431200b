"""`manage.py forget_questions`: what people asked of the search, as far as it may not be kept any longer."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from site_core.search.demand.forgetting import outdated


class Command(BaseCommand):
    """Every night. As often as one likes."""

    help = (
        "Forgets questions that nobody may read, of months that are over, and all that are older than a year."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        gone, _by_type = outdated(timezone.localdate()).delete()
        self.stdout.write(f"{gone} questions forgotten")
