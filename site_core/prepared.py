"""
Queries whose SQL is written once and then only asked with other values.

Django writes the SQL of a queryset anew each time: for a page of a dozen queries that is half of the processor's time,
and the database's own work a twentieth of it. The queries that every page asks are therefore prepared:

    @prepared(slug=CharField(), keys=UUIDField())
    def pages_called(slug, keys):
        return Page.objects.filter(slug=slug, translation_key__in=keys)

    pages_called(slug="kampanie", keys=[...])  # a list

The function gets a stand-in for each value and builds an ordinary queryset; it is called once per process and
*shape*. The shape is whatever decides the SQL itself: the number of values in a list, and the positional arguments
(a model, a limit). A stand-in is an expression: it can be compared with, not computed with in Python. Prefer ranges to
`startswith`, whose pattern no index helps with once it is no constant.
"""

from collections.abc import Callable, Hashable
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import DEFERRED, Field, Model, QuerySet, Value
from django.db.models.query import (
    FlatValuesListIterable,
    ModelIterable,
    ValuesIterable,
    ValuesListIterable,
    get_related_populators,
)
from django.db.models.sql.compiler import SQLCompiler

SHAPES_KEPT = 256
KEYS_KEPT = 10_000


class Slot(NamedTuple):
    """Where a value goes: `position` in a list, or None."""

    name: str
    position: int | None


class StandIn(Value):
    """Stands in a queryset for a value that comes later."""

    def __init__(self, slot: Slot, output_field: Field) -> None:
        super().__init__(slot, output_field)

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, Any]:
        return "%s", [self]

    def bind(self, values: dict[str, Any], connection: Any) -> Any:
        """What the database is given in this place."""
        value = values[self.value.name]
        if self.value.position is not None:
            value = value[self.value.position]
        return self.output_field.get_db_prep_value(value, connection, prepared=False)


class Written(NamedTuple):
    """A query of one shape: all that does not depend on the values."""

    database: str
    sql: str
    parameters: tuple[Any, ...]
    """Constants, and StandIns for the values."""
    converters: list[tuple[int, list[Callable[..., Any]], Any]]
    """How columns of the answer become Python's values: place, functions, expression."""
    become: Callable[[list[Any]], Any]
    """What becomes of a row."""

    def asked(self, values: dict[str, Any]) -> list[Any]:
        connection = connections[self.database]
        bound = [p.bind(values, connection) if isinstance(p, StandIn) else p for p in self.parameters]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, bound)
            rows = list(map(list, cursor.fetchall()))
        for place, functions, expression in self.converters:
            for row in rows:
                for function in functions:
                    row[place] = function(row[place], expression, connection)
        return list(map(self.become, rows))


class Prepared:
    """A prepared query; see the module. Calling it asks the database and gives a list."""

    def __init__(self, build: Callable[..., QuerySet], fields: dict[str, Field]) -> None:
        self.build = build
        self.fields = fields
        self.__doc__ = build.__doc__
        self._written = lru_cache(maxsize=SHAPES_KEPT)(self._write)

    def __call__(self, *shape: Hashable, **values: Any) -> list[Any]:
        values = {name: list(v) if _is_many(v) else v for name, v in values.items()}
        lengths = tuple((name, len(v) if isinstance(v, list) else None) for name, v in values.items())
        written = self._written(shape, lengths)
        if written is None:
            return []
        return written.asked(values)

    def _write(
        self, shape: tuple[Hashable, ...], lengths: tuple[tuple[str, int | None], ...]
    ) -> "Written | None":
        """The query of this shape; None where Django knows that nothing can be found."""
        queryset = self.build(*shape, **{name: self._stand_in(name, length) for name, length in lengths})
        if queryset._prefetch_related_lookups:  # noqa: SLF001
            raise TypeError("A prepared query fetches nothing beside itself: no prefetch_related")
        compiler = queryset.query.get_compiler(queryset.db)
        try:
            sql, parameters = compiler.as_sql()
        except EmptyResultSet:
            return None
        if compiler.has_extra_select:
            raise TypeError(
                "A prepared query gives all that it selects: no distinct() ordered by another column"
            )
        expressions = [column[0] for column in compiler.select[: compiler.col_count]]
        converters = _with_known_keys(compiler.get_converters(expressions), compiler.connection)
        become = _what_rows_become(queryset, compiler)
        return Written(queryset.db, sql, tuple(parameters), converters, become)

    def _stand_in(self, name: str, length: int | None) -> StandIn | list[StandIn]:
        field = self.fields[name]
        if length is None:
            return StandIn(Slot(name, None), field)
        return [StandIn(Slot(name, position), field) for position in range(length)]


def prepared(**fields: Field) -> Callable[[Callable[..., QuerySet]], Prepared]:
    """Decorator; `fields` say how each value is handed to the database. See the module."""
    return lambda build: Prepared(build, fields)


def _what_rows_become(queryset: QuerySet, compiler: SQLCompiler) -> Callable[[list[Any]], Any]:
    """As Django's iterable of this queryset would have it."""
    iterable = queryset._iterable_class  # noqa: SLF001 (Django asks itself so)
    if iterable is ModelIterable:
        return Instances(queryset, compiler)
    if iterable is ValuesListIterable:
        return tuple
    if iterable is FlatValuesListIterable:
        return itemgetter(0)
    if iterable is ValuesIterable:
        names = list(queryset.query.selected or ())
        return lambda row: dict(zip(names, row, strict=True))
    raise TypeError(f"A prepared query gives instances, values or tuples, not what {iterable.__name__} makes")


class Instances:
    """
    Rows become instances of a model; as in Django's `ModelIterable`, which works out for each list of them what
    follows from the query.
    """

    def __init__(self, queryset: QuerySet, compiler: SQLCompiler) -> None:
        klass_info = compiler.klass_info
        columns = klass_info["select_fields"]
        self.database = queryset.db
        self.model = klass_info["model"]
        self.first, self.end = columns[0], columns[-1] + 1
        self.names = [column[0].target.attname for column in compiler.select[self.first : self.end]]
        # The types are those of Django 6.1, which wants to know in what way it fetches, too.
        self.related = get_related_populators(klass_info, compiler.select, queryset.db)  # type: ignore[call-arg]
        self.annotations = list(compiler.annotation_col_map.items())
        self.places = self._places()

    def _places(self) -> list[int] | None:
        """Where in a row each field is, -1 for one that comes when it is asked for; None where all are read."""
        wanted = [field.attname for field in self.model._meta.concrete_fields]
        if self.names == wanted:
            return None
        return [self.first + self.names.index(name) if name in self.names else -1 for name in wanted]

    def __call__(self, row: list[Any]) -> Model:
        if self.places is None:
            values = row[self.first : self.end]
        else:
            values = [row[place] if place >= 0 else DEFERRED for place in self.places]
        instance = self.model.from_db(self.database, self.names, values)
        for populator in self.related:
            populator.populate(row, instance)
        for name, place in self.annotations:
            setattr(instance, name, row[place])
        return instance


def _with_known_keys(
    converters: dict[int, Any], connection: Any
) -> list[tuple[int, list[Callable[..., Any]], Any]]:
    """
    With `_known_key` in the place of the database's own way from the text of a UUID to the object.

    Databases without such a type (SQLite) have one. A list of a thousand pages names six thousand of a thousand keys,
    and to make one costs as much as to read ten columns.
    """
    usual = getattr(connection.ops, "convert_uuidfield_value", None)
    return [
        (place, [_known_key if one == usual else one for one in of_column], expression)
        for place, (of_column, expression) in converters.items()
    ]


def _known_key(value: str | None, expression: Any, connection: Any) -> UUID | None:
    return None if value is None else _uuid(value)


_uuid = lru_cache(maxsize=KEYS_KEPT)(UUID)


def _is_many(value: Any) -> bool:
    return isinstance(value, list | tuple | set | frozenset)
