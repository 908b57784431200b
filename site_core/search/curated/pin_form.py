"""The form of a pinned page."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Case, QuerySet, When
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from site_core.languages.rows import HOME_DEPTH
from site_core.models import PinnedPage
from site_core.search.curated.pins import MOST_FOR_A_QUESTION, MOST_PINS, same_words, words_of_pin
from site_core.search.demand.read import languages_counted
from site_core.search.query import asked_text


class PinForm(forms.ModelForm):
    language_code = forms.ChoiceField(
        label=gettext_lazy("Language of the question"), choices=languages_counted
    )
    page = forms.ModelChoiceField(
        Page.objects.filter(depth__gt=HOME_DEPTH, alias_of=None),
        label=gettext_lazy("Page"),
        widget=AdminPageChooser,
        help_text=gettext_lazy(
            "In any language: readers are shown it in theirs. While it is not public, nothing is shown."
        ),
        error_messages={
            "invalid_choice": gettext_lazy("Everybody finds the home page. Choose a page below it.")
        },
    )

    class Meta:
        model = PinnedPage
        fields = ["language_code", "question", "page", "reason"]
        help_texts = {
            "question": gettext_lazy(
                "A few words, as people ask. Any form and order of the same words counts: “mowa nienawiści”, "
                "“mowie nienawiści”."
            ),
            "reason": gettext_lazy("Readers see this sentence with the page. It may stay empty."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["page"] = versions_to_show(self.instance.translation_key).first()

    def clean_question(self) -> str:
        return asked_text(self.cleaned_data["question"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        code, question = cleaned.get("language_code"), cleaned.get("question")
        if code and question:
            self._check_question(question, code, cleaned.get("page"))
        return cleaned

    def _check_question(self, question: str, code: str, page: Page | None) -> None:
        words = words_of_pin(question, code)
        if not words:
            self.add_error("question", _("This has no word that the search could look for."))
            return
        others = PinnedPage.objects.exclude(pk=self.instance.pk)
        of_language = others.filter(language_code=code)
        same = [other for other in of_language if same_words(words_of_pin(other.question, code), words)]
        if page and page.translation_key in {other.translation_key for other in same}:
            self.add_error("page", _("This page is pinned to the question already."))
        elif len(same) >= MOST_FOR_A_QUESTION:
            self.add_error(
                "question",
                _("Three pages are pinned to this question already. Take one of them away first."),
            )
        elif others.count() >= MOST_PINS:
            raise ValidationError(_("No more pages can be pinned. Delete pins that nobody needs any more."))

    def save(self, commit: bool = True) -> PinnedPage:
        self.instance.translation_key = self.cleaned_data["page"].translation_key
        pin: PinnedPage = super().save(commit)
        return pin


def versions_to_show(translation_key: Any) -> QuerySet:
    """Of the page, the version that editors know it by first: the source, or any that is left of it."""
    source = Case(When(locale__language_code=settings.LANGUAGE_CODE, then=0), default=1)
    return Page.objects.filter(translation_key=translation_key, alias_of=None).order_by(source, "pk")
