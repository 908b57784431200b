"""A language's chain on Wagtail's own form of the language: Settings, Locales."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Field
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale
from wagtail_localize.locales.components import LocaleComponentModelForm, register_locale_component

from site_core.models.reading_languages import ReadingLanguage, fallback_choices


class ReadingLanguageForm(LocaleComponentModelForm):
    """Offers what may stand in a chain; the model refuses the rest."""

    first_choice = forms.ChoiceField(required=False)
    second_choice = forms.ChoiceField(required=False)

    class Meta:
        model = ReadingLanguage
        fields = ["first_choice", "second_choice"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, forms.ChoiceField):
                field.choices = [("", _("No language")), *fallback_choices()]
                model_field = cast(Field, ReadingLanguage._meta.get_field(name))
                field.label, field.help_text = model_field.verbose_name, model_field.help_text

    def validate_with_locale(self, locale: Locale) -> None:
        """The language itself stands on the other half of the form. Raises ValidationError, each at its field."""
        chosen = {name: self.cleaned_data.get(name, "") for name in ("first_choice", "second_choice")}
        try:
            ReadingLanguage(locale=locale, **chosen).clean()
        except ValidationError as error:
            for name, messages in error.message_dict.items():
                for message in messages:
                    self.add_error(name, message)


def register() -> None:
    ReadingLanguage.base_form_class = ReadingLanguageForm
    register_locale_component(
        heading=_("What its readers are shown when a page is not in it"),
        help_text=_("Without a choice of your own the site's usual order holds."),
    )(ReadingLanguage)
