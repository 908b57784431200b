"""
How many characters may still be sent this month.

Taken before anything is sent, by one conditional UPDATE: of two people at once, both databases let only one have the
last characters. Given back when the service gave nothing for them.
"""

from datetime import date

from django.conf import settings
from django.db.models import F, Value
from django.db.models.functions import Greatest
from django.utils import timezone

from site_core.models import MachineTranslationMonth


def monthly_characters() -> int:
    return int(settings.MACHINE_TRANSLATION_MONTHLY_CHARACTERS)


def remaining() -> int:
    row = MachineTranslationMonth.objects.filter(month=_this_month()).first()
    return max(0, monthly_characters() - (row.characters if row else 0))


def take(characters: int) -> date | None:
    """The month they were taken from; None if that many are not left, and then none are taken."""
    month = _this_month()
    MachineTranslationMonth.objects.get_or_create(month=month)
    rows = MachineTranslationMonth.objects.filter(
        month=month, characters__lte=monthly_characters() - characters
    )
    return month if rows.update(characters=F("characters") + characters) else None


def give_back(characters: int, month: date) -> None:
    """To the month they came from, which may have ended meanwhile."""
    MachineTranslationMonth.objects.filter(month=month).update(
        characters=Greatest(F("characters") - characters, Value(0))
    )


def _this_month() -> date:
    return timezone.localdate().replace(day=1)
