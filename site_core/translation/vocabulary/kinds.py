"""Which models hold names and descriptions. The rooms above bring them; this one knows none by name."""

from functools import cache

from django.conf import settings
from django.db.models import Exists, Model, OuterRef, Q
from modelcluster.fields import ParentalKey
from wagtail.models import Page, get_translatable_models

from site_core.translation.permissions import User


@cache
def vocabulary_models() -> tuple[type[Model], ...]:
    """Models of the site that are translated and are neither pages nor rows of one, in the order of their names."""
    found = (
        model
        for model in get_translatable_models(include_subclasses=True)
        if not issubclass(model, Page)
        and hasattr(model, "translatable_fields")
        and not any(isinstance(field, ParentalKey) for field in model._meta.get_fields())
    )
    return tuple(sorted(found, key=lambda model: model._meta.label))


def readable_models(user: User) -> list[type[Model]]:
    return [
        model
        for model in vocabulary_models()
        if user.has_perm(f"{model._meta.app_label}.view_{model._meta.model_name}")
    ]


def is_source(row: Model) -> bool:
    return bool(row.locale.language_code == settings.LANGUAGE_CODE)


def stands_in_the_vocabulary() -> Q:
    """Of rows of the table: those of a snippet that is there, and whose source is."""
    found = Q(pk__in=())
    for model in vocabulary_models():
        same_thing = model._default_manager.filter(translation_key=OuterRef("translation_key"))
        found |= Q(
            Exists(same_thing.filter(locale_id=OuterRef("locale_id"))),
            Exists(same_thing.filter(locale__language_code=settings.LANGUAGE_CODE)),
        )
    return found
