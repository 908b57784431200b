"""Where on a page a passage stands, in the words its editor shows."""

from itertools import groupby
from typing import Any

from django.db.models import Field, Model
from django.utils.text import capfirst
from wagtail import blocks
from wagtail.blocks.list_block import ListValue
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock

BETWEEN = " · "


class Places:
    """Of one page or snippet; rows that belong to it are asked for once."""

    def __init__(self, instance: Model) -> None:
        self.instance = instance
        self._children: dict[str, dict[str, Model]] = {}

    def label(self, path: str) -> str:
        """A block named as the only text in it is said once."""
        labels = self.find(path)[0]
        return BETWEEN.join(label for label, _same in groupby(labels))

    def value(self, path: str) -> Any:
        return self.find(path)[1]

    def find(self, path: str) -> tuple[list[str], Any]:
        """Labels from the outside, and what stands there. Raises LookupError where it has no such place."""
        name, *rest = path.split(".")
        field = self.instance._meta.get_field(name)
        if isinstance(field, StreamField):
            labels: list[str] = []
            value = _into(field.stream_block, getattr(self.instance, name), rest, labels)
            return labels or [heading(field)], value
        if isinstance(field, Field):
            return [heading(field)], getattr(self.instance, name)
        child = self._child(name, rest[0])
        labels, value = Places(child).find(".".join(rest[1:]))
        return [str(capfirst(field.related_model._meta.verbose_name)), *labels], value

    def _child(self, name: str, key: str) -> Model:
        if name not in self._children:
            rows = getattr(self.instance, name).all()
            self._children[name] = {str(row.translation_key): row for row in rows}
        return self._children[name][key]


def heading(field: Field) -> str:
    return str(capfirst(field.verbose_name))


def _into(block: blocks.Block, value: Any, names: list[str], labels: list[str]) -> Any:
    if not names or names[0].startswith("'"):  # The target of a link, within the text that holds it.
        return value
    name, *rest = names
    if isinstance(block, ImageBlock):
        labels.append(str(block.child_blocks[name].label))
        return value if name == "image" else getattr(value, "contextual_alt_text", "")
    if isinstance(block, blocks.StructBlock):
        child = block.child_blocks[name]
        labels.append(str(child.label))
        return _into(child, value[name], rest, labels)
    if isinstance(block, blocks.ListBlock) and isinstance(value, ListValue):
        for number, item in enumerate(value.bound_blocks, 1):
            if item.id == name:
                labels.append(str(number))
                return _into(block.child_block, item.value, rest, labels)
    if isinstance(block, blocks.StreamBlock):
        for item in value:
            if item.id == name:
                labels.append(str(capfirst(item.block.label)))
                return _into(item.block, item.value, rest, labels)
    raise LookupError(name)
