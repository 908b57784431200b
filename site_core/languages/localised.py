"""Snippets in the reader's language."""

from collections.abc import Iterable
from typing import TypeVar, cast
from uuid import UUID

from django.db.models import ManyToManyField, Model, QuerySet

from site_core.languages.known import language_of

Snippet = TypeVar("Snippet", bound=Model)


def in_best_language(model: type[Snippet], keys: Iterable[UUID] | QuerySet, code: str) -> list[Snippet]:
    """
    One row of a translatable model for each translation key, in the model's own order.

    In language `code` where it exists, else in the language the furniture falls back to, else in Polish, else in
    English; in no other, so never in Russian for somebody who did not ask for it. `keys` may be a queryset of keys,
    which then becomes part of the one query; an empty list costs nothing.
    """
    wanted = keys if isinstance(keys, QuerySet) else set(keys)
    if isinstance(wanted, set) and not wanted:
        return []
    order = [code, language_of(code).interface_code, "pl", "en"]
    readable = model.objects.filter(translation_key__in=wanted, locale__language_code__in=set(order))
    best: dict[UUID, Snippet] = {}
    for row in readable.select_related("locale"):
        known = best.get(row.translation_key)
        if known is None or _rank(row, order) < _rank(known, order):
            best[row.translation_key] = row
    return list(best.values())


def _rank(row: Model, order: list[str]) -> int:
    """Place in the reader's order."""
    return order.index(row.locale.language_code)


def chosen_keys(page: Model, relation: str) -> list[UUID] | QuerySet:
    """
    Translation keys of the rows a page's many-to-many relation holds.

    Of a page as it stands in the database, as a queryset to be nested in another; of one being edited or
    previewed, whose choice is not saved yet, as a list.
    """
    if relation in getattr(page, "_cluster_related_objects", {}):
        return [row.translation_key for row in getattr(page, relation).all()]
    field = cast(ManyToManyField, page._meta.get_field(relation))
    rows = getattr(type(page), relation).through.objects.filter(**{f"{field.m2m_field_name()}_id": page.pk})
    return rows.values(f"{field.m2m_reverse_field_name()}__translation_key")
