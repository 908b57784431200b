"""What snippets are called for a reader: all of a model, or those that a page belongs to."""

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple, cast
from uuid import UUID

from django.db.models import (
    BigAutoField,
    CharField,
    F,
    ForeignKey,
    IntegerField,
    ManyToManyField,
    Model,
    Q,
    QuerySet,
    Value,
)

from site_core.languages.alphabet import in_alphabet
from site_core.languages.chains import best_of_each
from site_core.languages.known import language_of
from site_core.languages.localised import keys_chosen, readable_codes
from site_core.languages.words import Words
from site_core.prepared import prepared


class Named(NamedTuple):
    """A snippet as it is called for one reader; `slug` is empty where its model has none."""

    translation_key: UUID
    slug: str
    words: Words


Names = Mapping[type[Model], Sequence[Named]]
"""Of every snippet of a model: by its number where it has one, and by its name in the reader's alphabet."""


class _NameRow(NamedTuple):
    translation_key: UUID
    language_code: str
    name: str
    slug: str
    number: int
    part: int


def names_in(models: tuple[type[Model], ...], code: str) -> Names:
    """What the snippets of translatable models are called for a reader of `code`; one query for all."""
    codes = readable_codes(code)
    rows = _of_models(models, codes=codes) if models else []
    return dict(zip(models, _best_names(rows, len(models), codes), strict=True))


def names_chosen(page: Model, relations: tuple[str, ...], code: str) -> dict[str, Any]:
    """
    What those are called that a page's relations hold, by relation; one query for all.

    A list of `Named` for a many-to-many relation; for a foreign key one, or None, and where no language of this reader
    has a name for it, it is called as it is called there. As in `localised.chosen_in`, a choice not saved yet counts.
    """
    in_hand = [_ids_in_hand(page, relation) for relation in relations]
    parts = tuple(
        (relation, None if ids is None else len(ids))
        for relation, ids in zip(relations, in_hand, strict=True)
    )
    codes = readable_codes(code)
    ids = [pk for chosen in in_hand for pk in chosen or ()]
    rows = _of_page(type(page), parts, page=page.pk, ids=ids, codes=codes)
    names = dict(zip(relations, _best_names(rows, len(relations), codes), strict=True))
    return {
        relation: next(iter(found), None)
        if isinstance(_relation(type(page), relation), ForeignKey)
        else found
        for relation, found in names.items()
    }


def _ids_in_hand(page: Model, relation: str) -> list[int] | None:
    """What the page in hand has chosen; None where the database knows."""
    field = _relation(type(page), relation)
    if isinstance(field, ForeignKey):
        pk = getattr(page, field.attname)
        return [] if pk is None else [pk]
    if relation in getattr(page, "_cluster_related_objects", {}):
        return [row.pk for row in getattr(page, relation).all()]
    return None


def _best_names(rows: list[tuple], parts: int, codes: list[str]) -> list[list[Named]]:
    """For each part of a union its names, each in the best language that there is."""
    of_parts: list[list[_NameRow]] = [[] for _part in range(parts)]
    for row in map(_NameRow._make, rows):
        of_parts[row.part].append(row)
    return [_in_order(of_part, codes) for of_part in of_parts]


def _in_order(rows: list[_NameRow], codes: list[str]) -> list[Named]:
    others = [row.language_code for row in rows]
    best = best_of_each(rows, dict.fromkeys([*codes, *others]), attrgetter("language_code"))
    ordered = sorted(
        best.values(), key=lambda row: (row.number, in_alphabet(row.name, codes[0]), row.translation_key)
    )
    return [
        Named(row.translation_key, row.slug, Words(row.name, language_of(row.language_code)))
        for row in ordered
    ]


@prepared(codes=CharField())
def _of_models(models: tuple[type[Model], ...], codes: list[str]) -> QuerySet:
    return _united([_called(model, part, _read_in(codes)) for part, model in enumerate(models)])


@prepared(page=IntegerField(), ids=BigAutoField(), codes=CharField())
def _of_page(
    page_model: type[Model],
    parts: tuple[tuple[str, int | None], ...],
    page: int,
    ids: list[int],
    codes: list[str],
) -> QuerySet:
    """`parts`: relations, each with the number of `ids` that are its own; None: the database knows them."""
    left = iter(ids)
    of_parts = []
    for part, (relation, length) in enumerate(parts):
        field = _relation(page_model, relation)
        rows = field.related_model._default_manager
        chosen = [next(left) for _id in range(length or 0)]
        if length is None:
            keys = keys_chosen(page_model, relation, page)
        else:
            keys = rows.filter(pk__in=chosen).order_by().values("translation_key")
        readable = _read_in(codes)
        if isinstance(field, ForeignKey):
            readable |= Q(pk__in=chosen)
        of_parts.append(_called(field.related_model, part, Q(translation_key__in=keys) & readable))
    return _united(of_parts)


def _relation(page_model: type[Model], name: str) -> ForeignKey | ManyToManyField:
    return cast(ForeignKey | ManyToManyField, page_model._meta.get_field(name))


def _read_in(codes: list[str]) -> Q:
    return Q(locale__language_code__in=codes)


def _called(model: type[Model], part: int, wanted: Q) -> QuerySet:
    """Rows as in `_NameRow`."""
    has = {field.name for field in model._meta.get_fields()}
    return (
        model._default_manager.filter(wanted)
        .order_by()
        .annotate(
            called=F("name" if "name" in has else "title"),
            called_in_addresses=F("slug") if "slug" in has else Value("", CharField()),
            place=F("number") if "number" in has else Value(0),
            part=Value(part),
        )
        .values_list(
            "translation_key", "locale__language_code", "called", "called_in_addresses", "place", "part"
        )
    )


def _united(parts: list[QuerySet]) -> QuerySet:
    first, *others = parts
    return first.union(*others, all=True) if others else first
