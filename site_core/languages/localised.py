"""Snippets in the reader's language."""

from collections.abc import Iterable
from typing import TypeVar
from uuid import UUID

from django.db.models import Model

from site_core.languages.known import language_of

Snippet = TypeVar("Snippet", bound=Model)


def in_best_language(model: type[Snippet], keys: Iterable[UUID], code: str) -> list[Snippet]:
    """
    One row of a translatable model for each translation key, in the model's own order.

    In language `code` where it exists, else in the language the furniture falls back to, else in the first there
    is; an empty list of keys costs nothing, any other one query. Never Russian in place of another language.
    """
    wanted = set(keys)
    if not wanted:
        return []
    order = [code, language_of(code).interface_code, "pl", "en"]
    best: dict[UUID, Snippet] = {}
    for row in model.objects.filter(translation_key__in=wanted).select_related("locale"):
        if _rank(row, order) < _rank(best.get(row.translation_key), order):
            best[row.translation_key] = row
    return list(best.values())


def _rank(row: Model | None, order: list[str]) -> int:
    if row is None:
        return len(order)
    code = row.locale.language_code
    return order.index(code) if code in order else len(order)
