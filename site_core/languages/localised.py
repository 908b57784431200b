"""Snippets in the reader's language."""

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple, TypeVar, cast
from uuid import UUID

from django.conf import settings
from django.db.models import CharField, F, IntegerField, ManyToManyField, Model, QuerySet, UUIDField, Value

from site_core.languages.chains import best_of_each, languages_read
from site_core.languages.freshness import freshness_found, with_freshness
from site_core.languages.known import language_of
from site_core.languages.words import Words
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


class Named(NamedTuple):
    """A snippet as it is called for one reader; `slug` is empty where its model has none."""

    translation_key: UUID
    slug: str
    words: Words


Names = Mapping[type[Model], Sequence[Named]]
"""Of every snippet of a model, in the order of the names."""


def names_in(models: tuple[type[Model], ...], code: str) -> Names:
    """What the snippets of translatable models with a `name` are called for a reader of `code`; one query for all."""
    rows = [_NameRow._make(row) for row in _names(models, codes=readable_codes(code))] if models else []
    return {
        model: sorted(
            (
                Named(row.translation_key, row.slug, Words(row.name, language_of(row.language_code)))
                for row in _best(rows, number, code)
            ),
            key=lambda named: named.words.casefold(),
        )
        for number, model in enumerate(models)
    }


class _NameRow(NamedTuple):
    translation_key: UUID
    language_code: str
    name: str
    slug: str
    model: int


def _best(rows: Iterable[_NameRow], model: int, code: str) -> Iterable[_NameRow]:
    of_model = (row for row in rows if row.model == model)
    return best_of_each(of_model, readable_codes(code), attrgetter("language_code")).values()


@prepared(codes=CharField())
def _names(models: tuple[type[Model], ...], codes: list[str]) -> QuerySet:
    first, *others = (_named(model, codes, number) for number, model in enumerate(models))
    return first.union(*others, all=True) if others else first


def _named(model: type[Model], codes: list[str], number: int) -> QuerySet:
    has_slug = any(field.name == "slug" for field in model._meta.get_fields())
    rows = model._default_manager.filter(locale__language_code__in=codes).order_by()
    rows = rows.annotate(called_in_addresses=F("slug") if has_slug else Value("", CharField()))
    return rows.annotate(model_number=Value(number)).values_list(
        "translation_key", "locale__language_code", "name", "called_in_addresses", "model_number"
    )


def same_in(model: type[Snippet], pk: int, code: str) -> Snippet | None:
    """The snippet with this id, for a reader of `code`; one query."""
    return next(iter(best_of(_same(model, pk=pk, codes=readable_codes(code)), code)), None)


def same_and_older(
    model: type[Snippet], pk: int, code: str, name: str
) -> tuple[Snippet | None, Snippet | None]:
    """
    The same, and the row of the source language where that says otherwise in the text `name` by now; one query.
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
def _same(model: type[Snippet], pk: int, codes: list[str]) -> QuerySet:
    key = model._default_manager.filter(pk=pk).order_by().values("translation_key")
    return readable(model, codes).filter(translation_key__in=key)


@prepared(pk=IntegerField(), codes=CharField())
def _same_with_freshness(model: type[Snippet], pk: int, codes: list[str]) -> QuerySet:
    key = model._default_manager.filter(pk=pk).order_by().values("translation_key")
    return with_freshness(readable(model, codes).filter(translation_key__in=key))


@prepared(page=IntegerField(), codes=CharField())
def _chosen(page_model: type[Model], relation: str, page: int, codes: list[str]) -> QuerySet:
    field = cast(ManyToManyField, page_model._meta.get_field(relation))
    rows = getattr(page_model, relation).through.objects.filter(**{f"{field.m2m_field_name()}_id": page})
    keys = rows.values(f"{field.m2m_reverse_field_name()}__translation_key")
    return readable(field.related_model, codes).filter(translation_key__in=keys)
