"""wagtail-localize's own views with our forms in them."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail.permissions import page_permission_policy
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.views.report import TranslationsReportFilterSet, TranslationsReportView
from wagtail_localize.views.submit_translations import (
    SubmitPageTranslationView,
    SubmitSnippetTranslationView,
)
from wagtail_localize.views.update_translations import UpdateTranslationsView

from site_core.translation.changes.preview import effects
from site_core.translation.forms import BringUpToDateForm, StartTranslationForm
from site_core.translation.permissions import User


class OwnLanguages:
    """Mixin: the form that only offers languages of this person."""

    def get_form(self) -> StartTranslationForm:
        if self.request.method == "POST":
            return StartTranslationForm(self.object, self.request.user, self.request.POST)
        chosen = Locale.objects.filter(language_code=self.request.GET.get("select_locale", ""))
        return StartTranslationForm(self.object, self.request.user, initial={"locales": list(chosen)})


class StartPageTranslation(OwnLanguages, SubmitPageTranslationView):
    pass


class StartSnippetTranslation(OwnLanguages, SubmitSnippetTranslationView):
    pass


class ReportFilters(TranslationsReportFilterSet):
    """wagtail-localize leaves both labels to the names of its fields, which it did not mark for translation."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["source_locale"].label = _("Translated from")
        self.filters["target_locale"].label = _("Translated into")

    class Meta(TranslationsReportFilterSet.Meta):
        pass


class TranslationsReport(TranslationsReportView):
    """Only of pages this person finds in the page tree, and of the vocabulary for those who may read it."""

    filterset_class = ReportFilters

    def get_queryset(self) -> QuerySet:
        pages = page_permission_policy.explorable_instances(self.request.user)
        return (
            super()
            .get_queryset()
            .filter(
                Q(source__object_id__in=pages.order_by().values("translation_key"))
                | Q(source__specific_content_type__in=readable_vocabulary(self.request.user))
            )
            .order_by("target_locale__language_code", "source__object_repr", "pk")
        )


def readable_vocabulary(user: User) -> list[ContentType]:
    """Kinds of snippets the person may read."""
    models = [
        model
        for model in get_snippet_models()
        if user.has_perm(f"{model._meta.app_label}.view_{model._meta.model_name}")
    ]
    return list(ContentType.objects.get_for_models(*models).values())


class BringUpToDate(UpdateTranslationsView):
    """Says first what it will do, language by language; one POST does it."""

    template_name = "site_core/admin/changes/bring_up_to_date.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "effects": effects(self.object, self.request.user)}

    def get_form(self) -> BringUpToDateForm:
        if self.request.method == "POST":
            return BringUpToDateForm(self.request.POST)
        return BringUpToDateForm()
