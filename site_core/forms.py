"""Forms of pages."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.apps import apps
from django.conf import settings
from django.db.models import Model
from django.forms.formsets import INITIAL_FORM_COUNT, TOTAL_FORM_COUNT
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm
from wagtail.blocks import StreamValue
from wagtail.documents import get_document_model
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images import get_image_model
from wagtail.images.permissions import permission_policy as image_policy

from site_core.languages.shared_rows import holds_shared_rows
from site_core.recordings.reading import OF_ONE_VERSION

Chosen = set[tuple[type[Model], str]]


class SitePageForm(WagtailAdminPageForm):
    """
    Every page's form: what belongs to all languages is entered in the source language, and nobody takes a file or
    picture they may not choose (the chooser does not show it, but an id is quickly typed).
    """

    minor_change = forms.BooleanField(
        label=gettext_lazy("Minor change: translations stay valid"),
        required=False,
        help_text=gettext_lazy(
            "Counts when this is published, by you or by who approves it: the new words mean the same. Readers of"
            " other languages are told of no change."
        ),
    )
    minor_reason = forms.CharField(
        label=gettext_lazy("Why it is minor"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("For example: a typing error. It is kept in the history of the page."),
    )

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(leaving_alone_what_was_not_asked(data), *args, **kwargs)
        if not holds_shared_rows(self.instance):
            for relation in self.instance.shared_child_relations:
                self.formsets.pop(relation, None)
        self._offer_minor_change()
        self.chosen_before = self._chosen_in(self.instance)

    def _offer_minor_change(self) -> None:
        """Where there is something that a change could leave behind: translations, recordings."""
        compared, recorded = has_versions_to_compare(self.instance), has_recordings(self.instance)
        if not compared and not recorded:
            for name in ("minor_change", "minor_reason"):
                self.fields.pop(name, None)
        elif recorded and "minor_change" in self.fields:
            field = self.fields["minor_change"]
            field.label = (
                _("Minor change: translations and recordings stay valid")
                if compared
                else _("Minor change: recordings stay valid")
            )
            field.help_text = _(
                "Counts when this is published, by you or by who approves it: the new words mean the same."
                " Readers are told of no change."
            )
        if "minor_change" in self.fields and self.instance.has_unpublished_changes:
            self.fields["minor_change"].initial = bool(self.instance.said_minor)
            self.fields["minor_reason"].initial = self.instance.said_minor

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("minor_change") and not data.get("minor_reason"):
            self.add_error("minor_reason", _("Say why the change is minor."))
        if self.for_user is not None and not self.for_user.is_superuser:
            fresh = self._chosen_now(data) - self.chosen_before
            for model, policy in ((get_document_model(), document_policy), (get_image_model(), image_policy)):
                ids = {pk for chosen, pk in fresh if chosen is model}
                open_to = policy.instances_user_has_permission_for(self.for_user, "choose").filter(pk__in=ids)
                if ids and open_to.count() < len(ids):
                    self.add_error(None, _("Choose only files and pictures that you may use."))
        return data

    def save(self, commit: bool = True) -> Any:
        page = super().save(commit=commit)
        page.minor_reason = self.cleaned_data["minor_reason"] if self.cleaned_data.get("minor_change") else ""
        return page

    def _chosen_in(self, page: Any) -> Chosen:
        """Files and pictures of the page as it was opened: those stay, whoever put them there."""
        found = {pair for name in self.fields for pair in chosen_in_stream(getattr(page, name, None))}
        for relation in self.formsets:
            rows = getattr(page, relation).all() if hasattr(page, relation) else ()
            found |= {pair for row in rows for pair in chosen_in_row(row)}
        return found

    def _chosen_now(self, data: dict[str, Any]) -> Chosen:
        found = {pair for value in data.values() for pair in chosen_in_stream(value)}
        for formset in self.formsets.values():
            for form in formset.forms:
                chosen = form.cleaned_data.values() if form.is_valid() else ()
                found |= {
                    (type(file), str(file.pk))
                    for file in chosen
                    if isinstance(file, get_document_model() | get_image_model())
                }
        return found


def has_versions_to_compare(page: Any) -> bool:
    """Is this the source of published versions in other languages? One query."""
    if page.pk is None or page.locale.language_code != settings.LANGUAGE_CODE:
        return False
    versions = apps.get_model("site_core", "VersionFreshness").objects
    return bool(versions.filter(translation_key=page.translation_key).exists())


def leaving_alone_what_was_not_asked(data: Any) -> Any:
    """
    A form that was opened before a page could have recordings says nothing of them: neither a mistake nor a wish.

    An editor writes for hours; the site is brought up to date meanwhile.
    """
    missing = [
        relation for relation in OF_ONE_VERSION if data and f"{relation}-{TOTAL_FORM_COUNT}" not in data
    ]
    if not missing:
        return data
    data = data.copy()
    for relation in missing:
        data.update({f"{relation}-{TOTAL_FORM_COUNT}": "0", f"{relation}-{INITIAL_FORM_COUNT}": "0"})
    return data


def has_recordings(page: Any) -> bool:
    """Does a public page have a film or a recording beside its text? Two queries."""
    return bool(
        page.pk is not None
        and page.live
        and any(
            apps.get_model("site_core", name).objects.filter(page=page.pk).exists()
            for name in ("SignLanguageFilm", "AudioRecording")
        )
    )


def chosen_in_stream(value: Any) -> Iterator[tuple[type[Model], str]]:
    """Each file and picture that the blocks of a StreamField name, as model and id."""
    if isinstance(value, StreamValue):
        for model, pk, _model_path, _content_path in value.stream_block.extract_references(value):
            yield model, str(pk)


def chosen_in_row(row: Model) -> Iterator[tuple[type[Model], str]]:
    """Each file and picture that a row below a page names."""
    for field in row._meta.concrete_fields:
        if field.related_model in (get_document_model(), get_image_model()):
            pk = getattr(row, field.attname)
            if pk is not None:
                yield field.related_model, str(pk)


class CopyWithoutAlias(CopyForm):
    """Copying a page, without the offer to make an alias: this site has none (architecture: no alias pages)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("alias", None)
