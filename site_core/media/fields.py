"""File fields with a gate that every path goes through: forms, rich text, several files at once, API, ORM,
bulk creation.

The deepest place all of them share is `FieldFile.save`. What arrives there unchecked is checked there.
"""

from __future__ import annotations

from django.core.files.base import File
from django.db import models
from django.db.models.fields.files import FieldFile
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from site_core.media.checked import CheckedFile
from site_core.media.documents import check_document
from site_core.media.images import clean_image, measure_image


class _GatedFile:
    """Mixed into a FieldFile. The model answers `take_facts(checked)`, so that size and hash are those of
    what is kept.
    """

    def save(self, name: str, content: File, save: bool = True) -> None:
        checked = self.field.check_upload(content if isinstance(content, File) else File(content), name)
        self.instance.take_facts(checked)
        super().save(checked.name, checked, save=False)
        if save:
            self.instance.save()

    save.alters_data = True


class _GatedField:
    def check_upload(self, content: File, name: str) -> CheckedFile:
        raise NotImplementedError

    def check_waiting_upload(self, instance: models.Model) -> CheckedFile | None:
        """Puts the checked file in the place of one that waits to be saved; `None` when nothing waits."""
        waiting = getattr(instance, self.attname)
        if not waiting or waiting._committed:  # noqa: SLF001 (the only place that knows)
            return None
        checked = self.check_upload(waiting.file, waiting.name)
        setattr(instance, self.attname, checked)
        instance.take_facts(checked)
        return checked


class CleanedImageFile(_GatedFile, WagtailImageFieldFile):
    def get_image_dimensions(self) -> tuple[int, int]:
        """From the header: Wagtail's own way decodes every pixel before anybody asked how many there are."""
        was_closed = self.closed
        self.open()
        try:
            return measure_image(self)
        finally:
            if was_closed:
                self.close()
            else:
                self.seek(0)


class CleanedImageField(_GatedField, WagtailImageField):
    attr_class = CleanedImageFile

    def check_upload(self, content: File, name: str) -> CheckedFile:
        return clean_image(content, name)


class CheckedDocumentFile(_GatedFile, FieldFile):
    pass


class CheckedDocumentField(_GatedField, models.FileField):
    attr_class = CheckedDocumentFile

    def check_upload(self, content: File, name: str) -> CheckedFile:
        return check_document(content, name)
