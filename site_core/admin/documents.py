"""
The list and the chooser of documents say which language a file is in, and can be narrowed by it.

Pictures have no language: their alternative text stands where they are used, in the language of that page.
"""

from functools import cached_property
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.documents.views import chooser
from wagtail.documents.views.documents import DocumentsFilterSet, IndexView

from site_core.blocks.choices import language_choices
from site_core.languages.known import language_of
from site_core.media.models import SiteDocument


class FileLanguageColumn(Column):
    """The language a file is written in, under its own name; a dash where nobody said."""

    cell_template_name = "site_core/admin/language_cell.html"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("language", label=_("Language"), **kwargs)

    def get_value(self, instance: SiteDocument) -> Any:
        return language_of(instance.language) if instance.language else None


class DocumentFilters(DocumentsFilterSet):
    language = ChoiceFilter(label=_("Language"), choices=language_choices, empty_label=_("All"))

    class Meta(DocumentsFilterSet.Meta):
        pass


class DocumentList(IndexView):
    filterset_class = DocumentFilters

    @cached_property
    def columns(self) -> list[Column]:
        boxes, title, *others = super().columns
        return [boxes, title, FileLanguageColumn(sort_key="language"), *others]


class LanguageFilterMixin(forms.Form):
    """As Wagtail's filter by locale, for what has a language and is no translation."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"] = forms.ChoiceField(
            label=_("Language"),
            choices=[("", _("All languages")), *language_choices()],
            required=False,
            widget=forms.Select(attrs={"data-chooser-modal-search-filter": True}),
        )

    def filter(self, objects: QuerySet) -> QuerySet:
        code = self.cleaned_data.get("language")
        return super().filter(objects.filter(language=code) if code else objects)


class SaysLanguageMixin:
    """A view that lists documents to choose from."""

    def get_filter_form_class(self) -> type[forms.Form]:
        form = super().get_filter_form_class()
        return type("FilterForm", (LanguageFilterMixin, form), {})

    @property
    def columns(self) -> list[Column]:
        title, *others = super().columns
        return [title, FileLanguageColumn(), *others]


class ChooseView(SaysLanguageMixin, chooser.DocumentChooseView):
    pass


class ChooseResultsView(SaysLanguageMixin, chooser.DocumentChooseResultsView):
    pass


# Wagtail has no setting for this; its views ask the viewset each time they are put under an address.
chooser.viewset.choose_view_class = ChooseView
chooser.viewset.choose_results_view_class = ChooseResultsView


@hooks.register("register_admin_urls", order=-1)
def list_of_documents() -> list[URLPattern]:
    """Before Wagtail's own two, whose names lead here too."""
    return [
        path("documents/", DocumentList.as_view()),
        path("documents/results/", DocumentList.as_view(results_only=True)),
    ]
