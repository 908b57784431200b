"""Choosers of pictures and files whose query is written once, and not for every page that shows one."""

import copy
from typing import Any

from django.db.models import BigAutoField, Model, QuerySet
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from site_core.prepared import prepared


class PreparedChooser:
    """Wagtail's chooser block; reads what was chosen by a prepared query."""

    model_class: type[Model]

    def bulk_to_python(self, values: list[int | None]) -> list[Model | None]:
        """Shape as Wagtail's: an object of its own for each id that exists, None for others."""
        wanted = {pk for pk in values if pk is not None}
        found = {row.pk: row for row in _chosen(self.model_class, ids=wanted)}
        # Copying an object takes longer than making one from its row: only what stands in a second place is copied.
        unused = dict(found)
        return [unused.pop(pk, None) or copy.copy(found.get(pk)) for pk in values]


class PreparedDocumentChooserBlock(PreparedChooser, DocumentChooserBlock):
    pass


class PreparedImageChooserBlock(PreparedChooser, ImageChooserBlock):
    pass


class PreparedImageBlock(ImageBlock):
    """Wagtail's picture with its alternative text, around our chooser."""

    def __init__(self, required: bool = True, **kwargs: Any) -> None:
        super().__init__(required=required, **kwargs)
        chooser: blocks.Block = PreparedImageChooserBlock(required=required)
        chooser.set_name("image")
        self.child_blocks["image"] = chooser


@prepared(ids=BigAutoField())
def _chosen(model: type[Model], ids: list[int]) -> QuerySet:
    return model._default_manager.filter(pk__in=ids).order_by()
