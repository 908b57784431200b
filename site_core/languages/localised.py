"""Snippets in the reader's language."""

from collections.abc import Iterable
from operator import attrgetter
from typing import TypeVar, cast
from uuid import UUID

from django.conf import settings
from django.db.models import CharField, IntegerField, ManyToManyField, Model, QuerySet, UUIDField

from site_core.languages.chains import best_of_each, languages_read
from site_core.languages.freshness import freshness_found, with_freshness
from site_core.languages.known import language_of
from site_core.prepared import prepared

Snippet = TypeVar("Snippet", bound=Model)


def readable_codes(code: str) -> list[str]:
    """
    Languages in which a reader of `code` is shown a snippet, best first.

    Their own, then those of its chain, the one the furniture falls back to, Polish, English; no other, so never Russian
    for somebody who did not ask for it.
    """
    return list(dict.fromkeys([*languages_read(code), language_of(code).interface_code, "pl", "en"]))


def best_of(rows: Iterable[Snippet], code: str) -> list[Snippet]:
    """
    One row for each translation key: the best for a reader of `code`, in the order of the rows.

    `rows` are in `readable_codes(code)` and know their locale.
    """
    return list(best_of_each(rows, readable_codes(code), attrgetter("locale.language_code")).values())


def all_in(model: type[Snippet], code: str) -> list[Snippet]:
    """Every snippet of a translatable model, for a reader of `code`; one query."""
    return best_of(_all(model, codes=readable_codes(code)), code)


def same_and_older(
    model: type[Snippet], pk: int, code: str, name: str
) -> tuple[Snippet | None, Snippet | None]:
    """
    The snippet with this id, for a reader of `code`, and the row of the source language where that says otherwise in
    the text `name` by now; one query.
    """
    rows = list(_same_with_freshness(model, pk=pk, codes=readable_codes(code)))
    best = next(iter(best_of(rows, code)), None)
    if best is None or name not in freshness_found(best).behind:
        return best, None
    sources = (row for row in rows if row.locale.language_code == settings.LANGUAGE_CODE)
    return best, next(sources, None)


def chosen_in(page: Model, relation: str, code: str) -> list[Snippet]:
    """
    The snippets that a page's many-to-many relation holds, for a reader of `code`; one query.

    Of a page as it stands in the database; of one being edited or previewed, whose choice is not saved yet, those
    chosen there.
    """
    codes = readable_codes(code)
    if relation in getattr(page, "_cluster_related_objects", {}):
        keys = {row.translation_key for row in getattr(page, relation).all()}
        model = page._meta.get_field(relation).related_model
        return best_of(_with_keys(model, keys=keys, codes=codes), code)
    return best_of(_chosen(type(page), relation, page=page.pk, codes=codes), code)


def readable(model: type[Snippet], codes: list[str]) -> QuerySet:
    """Rows of a translatable model in these languages, with their locale: what `best_of` chooses from."""
    return model._default_manager.filter(locale__language_code__in=codes).select_related("locale")


@prepared(codes=CharField())
def _all(model: type[Snippet], codes: list[str]) -> QuerySet:
    return readable(model, codes)


@prepared(keys=UUIDField(), codes=CharField())
def _with_keys(model: type[Snippet], keys: list[UUID], codes: list[str]) -> QuerySet:
    return readable(model, codes).filter(translation_key__in=keys)


@prepared(pk=IntegerField(), codes=CharField())
def _same_with_freshness(model: type[Snippet], pk: int, codes: list[str]) -> QuerySet:
    key = model._default_manager.filter(pk=pk).order_by().values("translation_key")
    return with_freshness(readable(model, codes).filter(translation_key__in=key))


@prepared(page=IntegerField(), codes=CharField())
def _chosen(page_model: type[Model], relation: str, page: int, codes: list[str]) -> QuerySet:
    field = cast(ManyToManyField, page_model._meta.get_field(relation))
    return readable(field.related_model, codes).filter(
        translation_key__in=keys_chosen(page_model, relation, page)
    )


def keys_chosen(page_model: type[Model], relation: str, page: int) -> QuerySet:
    """Keys of what a page's many-to-many relation holds in the database, for a query."""
    field = cast(ManyToManyField, page_model._meta.get_field(relation))
    rows = getattr(page_model, relation).through.objects.filter(**{f"{field.m2m_field_name()}_id": page})
    return rows.values(f"{field.m2m_reverse_field_name()}__translation_key")
