"""wagtail-localize's forms without what would make half a translation public, or a language that is not one's own."""

from typing import Any

from django import forms
from django.contrib.auth.models import AbstractUser
from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail_localize.views.submit_translations import SubmitTranslationForm
from wagtail_localize.views.update_translations import UpdateTranslationsForm

from site_core.translation.permissions import may_change_snippets, may_start
from site_core.translation.written import WRITTEN_LANGUAGES


class StartTranslationForm(SubmitTranslationForm):
    """Offers, and accepts, only languages that this person may translate this object into, here and now."""

    def __init__(self, instance: Model, user: AbstractUser, *args: Any, **kwargs: Any) -> None:
        super().__init__(instance, *args, **kwargs)
        field = self.fields["locales"]
        field.label = _("Languages")
        missing = list(field.queryset)
        if isinstance(instance, Page):
            open_to = [
                locale.pk
                for locale in missing
                if locale.language_code not in WRITTEN_LANGUAGES and may_start(user, instance, locale)
            ]
        else:
            open_to = [
                locale.pk for locale in missing if may_change_snippets(user, type(instance), locale.pk)
            ]
        field.queryset = field.queryset.filter(pk__in=open_to)
        if len(open_to) < 2:
            self.fields["select_all"].widget = forms.HiddenInput()
        if not open_to:
            field.help_text = _(
                "There is no language to choose here: either the page exists in all of yours, or the page above it "
                "has to be translated first."
            )
        if isinstance(instance, Page) and not instance.permissions_for_user(user).can_edit():
            self.fields["include_subtree"] = forms.BooleanField(required=False, disabled=True)
            self.fields["include_subtree"].widget = forms.HiddenInput()


class BringUpToDateForm(UpdateTranslationsForm):
    """Brings the source's new text to the translators; publishing half of it is not on offer (stack.md, T2)."""

    publish_translations = forms.BooleanField(
        required=False, disabled=True, initial=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["publish_translations"].help_text = ""
        # Drafts by machine are asked for where one is told what they cost (site_core.translation.machine).
        self.fields.pop("use_machine_translation", None)
