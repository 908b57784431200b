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

import copy
from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Field, QuerySet, Value
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

    queryset: QuerySet
    compiler: SQLCompiler
    sql: str
    parameters: tuple[Any, ...]
    """Constants, and StandIns for the values."""
    converters: dict[int, Any]
    """How columns of the answer become Python's values."""

    def asked(self, connection: Any, parameters: tuple[Any, ...]) -> QuerySet:
        """The queryset as its own iterable class wants it, with a compiler that has nothing left to write."""
        ready = copy.copy(self.compiler)
        ready.connection = connection
        ready.as_sql = lambda *args, **kwargs: (self.sql, parameters)  # type: ignore[method-assign]
        ready.get_converters = lambda expressions: self.converters  # type: ignore[method-assign]
        query = copy.copy(self.queryset.query)
        query.get_compiler = lambda *args, **kwargs: ready  # type: ignore[method-assign]
        asked: QuerySet = QuerySet(self.queryset.model, query=query, using=self.queryset.db)
        asked._fields = self.queryset._fields
        asked._iterable_class = self.queryset._iterable_class  # noqa: SLF001
        return asked


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
        connection = connections[written.queryset.db]
        bound = [p.bind(values, connection) if isinstance(p, StandIn) else p for p in written.parameters]
        asked = written.asked(connection, tuple(bound))
        return list(asked._iterable_class(asked))  # type: ignore[call-overload]  # noqa: SLF001 (Django's own way)

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
        expressions = [column[0] for column in compiler.select[: compiler.col_count]]
        converters = _with_known_keys(compiler.get_converters(expressions), compiler.connection)
        return Written(queryset, compiler, sql, tuple(parameters), converters)

    def _stand_in(self, name: str, length: int | None) -> StandIn | list[StandIn]:
        field = self.fields[name]
        if length is None:
            return StandIn(Slot(name, None), field)
        return [StandIn(Slot(name, position), field) for position in range(length)]


def prepared(**fields: Field) -> Callable[[Callable[..., QuerySet]], Prepared]:
    """Decorator; `fields` say how each value is handed to the database. See the module."""
    return lambda build: Prepared(build, fields)


def _with_known_keys(converters: dict[int, Any], connection: Any) -> dict[int, Any]:
    """
    With `_known_key` in the place of the database's own way from the text of a UUID to the object.

    Databases without such a type (SQLite) have one. A list of a thousand pages names six thousand of a thousand keys,
    and to make one costs as much as to read ten columns.
    """
    usual = getattr(connection.ops, "convert_uuidfield_value", None)
    return {
        place: ([_known_key if one == usual else one for one in of_column], expression)
        for place, (of_column, expression) in converters.items()
    }


def _known_key(value: str | None, expression: Any, connection: Any) -> UUID | None:
    return None if value is None else _uuid(value)


_uuid = lru_cache(maxsize=KEYS_KEPT)(UUID)


def _is_many(value: Any) -> bool:
    return isinstance(value, list | tuple | set | frozenset)
