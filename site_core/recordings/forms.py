"""The form of a recording beside the text: each thing that is wrong in a sentence, at its place."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.forms import WagtailAdminModelForm


class RecordingForm(WagtailAdminModelForm):
    """What is only missing is no mistake of a draft (`is_deferred_validation`): it may come later."""

    made_from_todays_text = forms.BooleanField(
        label=gettext_lazy("It says what this page says today"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.keep_what_is_known()
        if self.instance.known_basis:
            self.fields["made_from_todays_text"].help_text = how_far_behind(len(self.instance.behind))
        else:
            # What was never published with its page is made from the text it is published with.
            del self.fields["made_from_todays_text"]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        self._check_files(data)
        written = strip_tags(data.get("transcript") or "").strip()
        if not (written or data.get("word_for_word") or self.is_deferred_validation):
            self.add_error(
                "transcript",
                _("Write what is said and shown, or tick that it says word for word what this page says."),
            )
        if data.get("recorded_on") and data["recorded_on"] > timezone.localdate():
            self.add_error("recorded_on", _("This day has not come yet."))
        return data

    def _check_files(self, data: dict[str, Any]) -> None:
        raise NotImplementedError

    def save(self, commit: bool = True) -> Any:
        if self.cleaned_data.get("made_from_todays_text"):
            self.instance.confirmed = uuid4()
        return super().save(commit)


class SignLanguageFilmForm(RecordingForm):
    def _check_files(self, data: dict[str, Any]) -> None:
        here, elsewhere, captions = data.get("document"), data.get("address"), data.get("captions")
        if here and elsewhere:
            self.add_error("address", _("Give a file or an address, not both."))
        if here and not is_a(here, "mp4"):
            self.add_error("document", _("This is no film. Choose an MP4 file."))
        if captions and not is_a(captions, "vtt"):
            self.add_error("captions", _("These are no captions. Choose a VTT file."))
        if not self.is_deferred_validation:
            self._check_nothing_is_missing(here, elsewhere, captions)

    def _check_nothing_is_missing(self, here: Any, elsewhere: Any, captions: Any) -> None:
        if not here and not elsewhere and not {"document", "address"} & self.errors.keys():
            nothing = _("There is no film yet. Choose a file, or give the address of the film.")
            self.add_error("document", nothing)
        if here and not captions and "captions" not in self.errors:
            needed = _("A film needs captions: without them, it is only for who knows this sign language.")
            self.add_error("captions", needed)


class AudioRecordingForm(RecordingForm):
    def _check_files(self, data: dict[str, Any]) -> None:
        sound = data.get("document")
        if sound and not is_a(sound, "mp3"):
            self.add_error("document", _("This is no sound. Choose an MP3 file."))


def is_a(document: Any, ending: str) -> bool:
    """The gate has seen to it that the content is what the ending says (docs/features/media.md)."""
    return bool(document.file_extension.lower() == ending)


def how_far_behind(passages: int) -> str:
    if not passages:
        return _("It is up to date: the text has not changed since it was recorded.")
    behind = ngettext(
        "The text has changed since it was recorded, in %(count)d passage, and readers are told so. "
        "Tick this if what is recorded is still right; it holds from when you publish.",
        "The text has changed since it was recorded, in %(count)d passages, and readers are told so. "
        "Tick this if what is recorded is still right; it holds from when you publish.",
        passages,
    )
    return behind % {"count": passages}
