"""The upload field of the admin: Wagtail's texts and limits, our gate instead of its decoding."""

from __future__ import annotations

from typing import Any

from django.core.files.base import File
from django.forms.fields import FileField
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from site_core.media.checked import CheckedFile
from site_core.media.images import clean_image


class CleanedImageFormField(WagtailImageField):
    """Wagtail's field decodes the whole picture before it counts its pixels; this one asks the gate, which
    counts first.
    """

    def to_python(self, data: Any) -> CheckedFile | None:
        upload = FileField.to_python(self, data)
        return (
            None
            if upload is None
            else clean_image(upload if isinstance(upload, File) else File(upload), upload.name or "")
        )


class SiteImageForm(BaseImageForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            stock = self.fields["file"]
            self.fields["file"] = CleanedImageFormField(
                label=stock.label, required=stock.required, widget=stock.widget
            )
