"""What editors decide about a language that people read in."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from site_core.languages.chains import NOBODYS_FALLBACK
from site_core.languages.known import known_languages, language_of


def fallback_choices() -> list[tuple[str, str]]:
    """Languages that another language may fall back to, each by its own name."""
    return [
        (code, language.endonym)
        for code, language in known_languages().items()
        if code not in NOBODYS_FALLBACK
    ]


class ReadingLanguage(models.Model):
    """
    Where readers of a language are led when a page is not in it (`site_core.languages.chains`).

    Two steps are enough for every language here: the one most of its readers share, then the language of the source.
    """

    locale = models.OneToOneField(
        Locale, models.CASCADE, verbose_name=_("language of the reader"), related_name="reading_language"
    )
    first_choice = models.CharField(
        _("a page that is not in it is shown in"),
        max_length=20,
        blank=True,
        help_text=_(
            "The whole page, marked as being in another language. Empty: the reader is told it is missing."
        ),
    )
    second_choice = models.CharField(_("and if it is not in that either, in"), max_length=20, blank=True)

    class Meta:
        verbose_name = _("reading language")
        verbose_name_plural = _("reading languages")
        ordering = ["locale"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(first_choice__in=NOBODYS_FALLBACK)
                & ~models.Q(second_choice__in=NOBODYS_FALLBACK),
                name="nobody_falls_back_to_russian",
                violation_error_message=_("Russian is shown to nobody who did not ask for it."),
            )
        ]

    def __str__(self) -> str:
        return language_of(self.locale.language_code).endonym

    def clean(self) -> None:
        """
        Refuses a chain that leads nowhere, back to the language itself, twice to the same, or through Russian.

        Raises ValidationError, each at its field.
        """
        super().clean()
        errors: dict[str, Any] = {}
        own = getattr(getattr(self, "locale", None), "language_code", "")
        for name in ("first_choice", "second_choice"):
            code = getattr(self, name)
            if code in NOBODYS_FALLBACK:
                errors[name] = _("Russian is shown to nobody who did not ask for it.")
            elif code and code == own:
                errors[name] = _("This is the language that the page is missing in.")
            elif code and code not in known_languages():
                errors[name] = _("The site does not know this language.")
        if self.second_choice and not self.first_choice:
            errors.setdefault("second_choice", _("Choose the first language before the second."))
        elif self.second_choice and self.second_choice == self.first_choice:
            errors.setdefault("second_choice", _("The same language twice."))
        if errors:
            raise ValidationError(errors)
