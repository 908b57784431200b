"""Pages whose day of review has passed: a list to work off, and a report."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import DateField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.models import Page

from site_core.models import BasePage


def page_types() -> Iterator[type[BasePage]]:
    return (model for model in apps.get_models() if issubclass(model, BasePage))


def overdue_pages() -> QuerySet:
    """Published pages to be looked at again, longest overdue first, with `review_day`. One query for all types."""
    today = timezone.localdate()
    overdue = Q()
    days = []
    for model in page_types():
        overdue |= Q(pk__in=model.objects.filter(review_by__lt=today).values("pk"))
        days.append(Subquery(model.objects.filter(pk=OuterRef("pk")).values("review_by")[:1]))
    return (
        Page.objects.filter(overdue, live=True, alias_of=None)
        .annotate(review_day=Coalesce(*days, output_field=DateField()))
        .select_related("locale")
        .order_by("review_day", "path")
    )
