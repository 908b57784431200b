"""What the board can be narrowed to."""

from functools import reduce
from operator import or_
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import MultipleUserFilter, WagtailFilterSet
from wagtail.models import Page

from site_core.admin.reviews import overdue_pages, page_types
from site_core.languages.known import language_of
from site_core.languages.status import State, state_is
from site_core.translation.board.pages import board_languages, board_pages, sections
from site_core.translation.machine.service import service


class PageReviewFilter(ChoiceFilter):
    """As `site_core.admin.filters.ReviewFilter`, for pages of all types in one list."""

    def filter(self, pages: QuerySet, value: str) -> QuerySet:
        if value == "overdue":
            return pages.filter(pk__in=overdue_pages().order_by().values("pk"))
        if value == "none":
            have = (model.objects.filter(review_by__isnull=False).values("pk") for model in page_types())
            return pages.exclude(reduce(or_, (Q(pk__in=some) for some in have)))
        return pages


class SectionFilter(ModelChoiceFilter):
    def filter(self, pages: QuerySet, section: Page | None) -> QuerySet:
        return pages.filter(path__startswith=section.path) if section else pages


class NotByItself(ChoiceFilter):
    """Language and state are one question: "what is missing in Ukrainian"; `BoardFilters` asks it."""

    def filter(self, pages: QuerySet, value: str) -> QuerySet:
        return pages


class BoardFilters(WagtailFilterSet):
    language = NotByItself(label=_("Language"), empty_label=_("All"), choices=())
    state = NotByItself(label=_("State"), empty_label=_("All"), choices=(), widget=forms.RadioSelect)
    section = SectionFilter(
        label=_("Section"),
        queryset=lambda request: sections(),
        empty_label=_("All"),
        widget=forms.RadioSelect,
    )
    owner = MultipleUserFilter(label=_("Owner"), widget=forms.CheckboxSelectMultiple)
    review = PageReviewFilter(
        label=_("Review"),
        choices=[("overdue", _("The day has passed")), ("none", _("No day set"))],
        empty_label=_("All"),
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Page
        fields: list[str] = []

    def __init__(self, *args: Any, request: Any, **kwargs: Any) -> None:
        super().__init__(*args, request=request, **kwargs)
        self.locales = board_languages(request.user)
        language = self.filters["language"]
        language.extra["choices"] = [
            (locale.language_code, language_of(locale.language_code).endonym) for locale in self.locales
        ]
        language.extra["widget"] = forms.RadioSelect
        self.filters["state"].extra["choices"] = self._states()
        owners = board_pages(request.user).order_by().values("owner")
        self.filters["owner"].queryset = get_user_model().objects.filter(pk__in=owners)

    def _states(self) -> list[tuple[str, str]]:
        """Drafts by machine where there is one to make them, or where they are asked for."""
        has_machine = service() is not None or (self.data or {}).get("state") == State.MACHINE_DRAFT
        return [(state.value, state.label) for state in State if has_machine or state != State.MACHINE_DRAFT]

    def filter_queryset(self, pages: QuerySet) -> QuerySet:
        pages = super().filter_queryset(pages)
        state = self.form.cleaned_data.get("state")
        if not state:
            return pages
        chosen = self.form.cleaned_data.get("language")
        codes = [chosen] if chosen else [locale.language_code for locale in self.locales]
        return pages.filter(reduce(or_, (state_is(code, state) for code in codes), Q(pk__in=())))
