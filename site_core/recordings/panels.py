"""Where editors put recordings beside the text."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import InlinePanel, Panel, get_form_for_model

from site_core.recordings.forms import AudioRecordingForm, SignLanguageFilmForm


class RecordingPanel(InlinePanel):
    """At most one recording of a kind, with a form of its own, which Wagtail's panel has no place for."""

    def __init__(
        self, relation_name: str, form: type[WagtailAdminModelForm], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(relation_name, *args, max_num=1, **kwargs)
        self.form = form

    def clone_kwargs(self) -> dict[str, Any]:
        kwargs: dict[str, Any] = {**super().clone_kwargs(), "form": self.form}
        del kwargs["max_num"]
        return kwargs

    def get_form_options(self) -> dict[str, Any]:
        options: dict[str, Any] = super().get_form_options()
        options["formsets"][self.relation_name]["form"] = get_form_for_model(
            self.db_field.related_model,
            form_class=self.form,
            defer_required_on_fields=self.child_edit_handler.get_form_options().get(
                "defer_required_on_fields"
            ),
        )
        return options


def panels_beside_the_text() -> list[Panel]:
    """The tab of its own that every type of page has."""
    return [
        RecordingPanel(
            "sign_language_films",
            SignLanguageFilmForm,
            heading=_("Film in sign language"),
            label=_("film in sign language"),
            help_text=_(
                "The film stands beside the text, with captions and everything in writing. "
                "It belongs to this version of the page alone. Machines do not sign: show a person."
            ),
        ),
        RecordingPanel(
            "audio_recordings",
            AudioRecordingForm,
            heading=_("Recording to listen to"),
            label=_("recording to listen to"),
            help_text=_("This page read aloud, by a person, in the language of this page."),
        ),
    ]
