"""
Taking many pages down at once asks about their versions in other languages, as taking down one does.

Wagtail's own question, with one more on it: `UnpublishBulkAction` is called the same in Wagtail 7.4 and 8.
"""

from functools import cached_property
from typing import Any

from django import forms
from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.views.pages.bulk_actions import UnpublishBulkAction
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import DefaultPageForm
from wagtail.models import Page

from site_core.translation.taking_down import OtherVersion, other_versions

AFTER_WAGTAIL = 10


class VersionsField(forms.MultipleChoiceField):
    """What is not offered any more when the answer comes is not heard, and no mistake of the person's."""

    widget = forms.CheckboxSelectMultiple

    def valid_value(self, value: str) -> bool:
        return True


class TakeManyDownForm(DefaultPageForm):
    versions = VersionsField(
        label=_("Take them down in these languages, too?"),
        help_text=_("Versions that are not ticked stay public. Their readers see them as before."),
        required=False,
    )


class TakeManyDown(UnpublishBulkAction):
    form_class = TakeManyDownForm

    @cached_property
    def chosen_pages(self) -> tuple[list[Page], dict[str, list[Page]]]:
        actionable: tuple[list[Page], dict[str, list[Page]]] = super().get_actionable_objects()
        return actionable

    def get_actionable_objects(self) -> tuple[list[Page], dict[str, list[Page]]]:
        """Wagtail looks them up anew each time, and asks for the rights to each."""
        return self.chosen_pages

    @cached_property
    def others(self) -> list[OtherVersion]:
        pages, _not_allowed = self.chosen_pages
        return other_versions(pages, self.request.user)

    @cached_property
    def sources(self) -> set[Any]:
        """Those chosen that are the source: with it, its versions are meant, unless somebody says otherwise."""
        pages, _not_allowed = self.chosen_pages
        of_source = Page.objects.filter(
            pk__in=[page.pk for page in pages], locale__language_code=settings.LANGUAGE_CODE
        )
        return set(of_source.values_list("translation_key", flat=True))

    def get_form(self, form_class: type[forms.Form] | None = None) -> forms.Form:
        form: forms.Form = super().get_form(form_class)
        if not self.others:
            del form.fields["versions"]
            return form
        versions = form.fields["versions"]
        versions.choices = [(str(version.page.pk), label_of(version)) for version in self.others]
        versions.initial = [
            str(version.page.pk) for version in self.others if version.page.translation_key in self.sources
        ]
        return form

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Wagtail shows the fields of the form only where pages stand below; there is one more now."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        below = context["has_live_descendants"] or any(version.has_live_below for version in self.others)
        if not below:
            context["form"].fields["include_descendants"].widget = forms.HiddenInput()
        return {**context, "has_live_descendants": below or bool(self.others)}

    def get_execution_context(self) -> dict[str, Any]:
        ticked = self.request.POST.getlist("versions")
        chosen = [version.page for version in self.others if str(version.page.pk) in ticked]
        return {**super().get_execution_context(), "versions": chosen}

    @classmethod
    def execute_action(cls, objects: list[Page], versions: Any = (), **kwargs: Any) -> tuple[int, int]:
        pages, below = super().execute_action([*objects, *versions], **kwargs)
        return pages, below


def label_of(version: OtherVersion) -> str:
    language = version.language
    return format_html(
        '<span>{}: <span lang="{}" dir="{}">{}</span></span>',
        version.name,
        language.code,
        language.direction,
        version.page.title,
    )


hooks.register("register_bulk_action", TakeManyDown, order=AFTER_WAGTAIL)
