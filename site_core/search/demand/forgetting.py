"""When what was asked is forgotten."""

from datetime import date

from django.db.models import Q, QuerySet

from site_core.models import AskedQuestion
from site_core.search.demand.counting import month_of

KEPT_MONTHS = 12
"""Beside the current one."""


def oldest_month(today: date) -> date:
    return months_before(month_of(today), KEPT_MONTHS)


def months_before(month: date, number: int) -> date:
    months = month.year * 12 + month.month - 1 - number
    return date(months // 12, months % 12 + 1, 1)


def outdated(today: date) -> QuerySet[AskedQuestion]:
    """What was not asked often enough in a month that is over, and what is older than a year."""
    return AskedQuestion.objects.filter(
        Q(month__lt=month_of(today), text="") | Q(month__lt=oldest_month(today))
    )
