"""Rules of the house that would drift if only people held them."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.checks import Error, register
from django.db import models
from wagtail.blocks import Block, ChooserBlock, ListBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import TranslatableMixin

from site_core.blocks import body_blocks
from site_core.models import BasePage
from site_core.samples import block_samples, page_samples

# Fields of Wagtail's own that no translation rule is about.
NOT_CONTENT = {"draft_title", "url_path", "path", "go_live_at", "expire_at"}


@register()
def every_type_has_a_sample(app_configs: Any, **kwargs: Any) -> list[Error]:
    errors = [
        Error(
            f"The block “{name}” has no sample.",
            hint="Add one with site_core.samples.register_block_sample: a test translates and serves it.",
            id="site_core.E001",
        )
        for name, _block in body_blocks()
        if name not in block_samples()
    ]
    errors += [
        Error(
            f"{model.__name__} has no sample.",
            obj=model,
            hint="Add one in the room's samples.py: a test translates, publishes and serves it in every language.",
            id="site_core.E002",
        )
        for model in apps.get_models()
        if issubclass(model, BasePage) and model not in page_samples()
    ]
    return errors


@register()
def what_is_made_once_follows_from_words(app_configs: Any, **kwargs: Any) -> list[Error]:
    """A block of words alone would go on showing what was once chosen in it, whatever became of that."""
    return [
        Error(
            f"The block “{name}” is made once, of its words, and something is chosen in it.",
            hint="Take `of_words` from it, or let it say what it shows: site_core.blocks.shown.ShownByFacts.",
            id="site_core.E006",
        )
        for name in sorted({name for name, block in _blocks_in_use() if _keeps_what_is_chosen(block)})
    ]


def _keeps_what_is_chosen(block: Block) -> bool:
    chooses = any(isinstance(one, ChooserBlock) for one in _within(block))
    return chooses and getattr(block.meta, "of_words", False)


def _blocks_in_use() -> Iterator[tuple[str, Block]]:
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, StreamField):
                yield from field.stream_block.child_blocks.items()


def _within(block: Block) -> Iterator[Block]:
    children = [*getattr(block, "child_blocks", {}).values()]
    if isinstance(block, ListBlock):
        children.append(block.child_block)
    for child in children:
        yield child
        yield from _within(child)


@register()
def every_text_has_a_translation_rule(app_configs: Any, **kwargs: Any) -> list[Error]:
    """What wagtail-localize guesses changes with the class of a field; the rules here are written out."""
    errors = []
    for model in apps.get_models():
        if issubclass(model, TranslatableMixin) and model.__module__.split(".")[0] not in (
            "wagtail",
            "wagtail_localize",
        ):
            if "translatable_fields" not in vars(model):
                errors.append(
                    Error(
                        f"{model.__name__} does not say how it is translated.", obj=model, id="site_core.E003"
                    )
                )
                continue
            ruled = {rule.field_name for rule in model.translatable_fields}
            errors += [
                Error(
                    f"{model.__name__}.{name} has no translation rule.",
                    obj=model,
                    hint="Name it in translatable_fields: translated, or kept in step with the source.",
                    id="site_core.E004",
                )
                for name in texts(model)
                if name not in ruled
            ]
    return errors


def texts(model: type[models.Model]) -> Iterator[str]:
    for field in model._meta.get_fields():
        is_text = isinstance(field, models.CharField | models.TextField | StreamField | RichTextField)
        if is_text and field.editable and field.name not in NOT_CONTENT:
            yield field.name
