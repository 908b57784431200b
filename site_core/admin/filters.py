"""Filters of lists in the admin. The filter by language is Wagtail's own and comes with every translatable type."""

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.views.pages.listing import PageFilterSet


class ReviewFilter(ChoiceFilter):
    """Pages whose day of review has passed, or that have none."""

    def filter(self, pages: QuerySet, value: str) -> QuerySet:
        if value == "overdue":
            return pages.filter(review_by__lt=timezone.localdate())
        if value == "none":
            return pages.filter(review_by=None)
        return pages


class PublishedFilter(ChoiceFilter):
    def filter(self, pages: QuerySet, value: str) -> QuerySet:
        if value == "live":
            return pages.filter(live=True)
        if value == "draft":
            return pages.filter(live=False)
        if value == "changed":
            return pages.filter(live=True, has_unpublished_changes=True)
        return pages


class ListingFilters(PageFilterSet):
    """What every list of pages can be narrowed by."""

    published = PublishedFilter(
        label=_("Published"),
        choices=[
            ("live", _("Published")),
            ("draft", _("Not published")),
            ("changed", _("Published, with newer changes")),
        ],
        empty_label=_("All"),
        widget=forms.RadioSelect,
    )
    review = ReviewFilter(
        label=_("Review"),
        choices=[("overdue", _("The day has passed")), ("none", _("No day set"))],
        empty_label=_("All"),
        widget=forms.RadioSelect,
    )
    site = None
    has_child_pages = None
