"""Of the places of a file's words (`SearchEntryFile.places`), the database hands over those of a few keys."""

import json
from collections.abc import Sequence
from typing import Any

from django.db.models import CharField, F, Func, JSONField, Value
from django.db.models.sql.compiler import SQLCompiler

_AT_ONCE = 100
"""Keys. A function of SQLite takes 127 arguments."""

Places = list[int] | None
Sql = tuple[str, tuple[Any, ...]]


class PlaceKey(CharField):
    """A key as each database compares it with those that Django has written: SQLite without reading its escapes."""

    def get_db_prep_value(self, value: str, connection: Any, prepared: bool = False) -> str:
        return json.dumps(value)[1:-1] if connection.vendor == "sqlite" else value


class PlacesOf(Func):
    """
    A list of lists of places, `None` for a key that the file does not have: to be read by `in_order`.

    Not Django's `places__key`, to which a word of digits (112) is the place in a list. Keys are letters and digits.
    """

    output_field = JSONField()

    def __init__(self, field: str, keys: Sequence[Any]) -> None:
        # Of a single path, SQLite would give the value itself, and no list.
        padded = (*keys, *keys[-1:]) if len(keys) % _AT_ONCE == 1 else keys
        values = (key if isinstance(key, Value) else Value(key, PlaceKey()) for key in padded)
        super().__init__(F(field), *values)

    def as_sqlite(self, compiler: SQLCompiler, connection: Any, **context: Any) -> Sql:
        """One reading of the JSON for all of them."""
        (sql, params), *keys = map(compiler.compile, self.source_expressions)
        parts: list[str] = []
        values: list[Any] = []
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            paths = ", ".join(f"'$.\"' || {key} || '\"'" for key, _params in some)
            parts.append(f"json_extract({sql}, {paths})")
            values += [*params, *(value for _key, of_key in some for value in of_key)]
        return f"json_array({', '.join(parts)})", tuple(values)

    def as_postgresql(self, compiler: SQLCompiler, connection: Any, **context: Any) -> Sql:
        """`||` unpacks the JSON once, which each `->` would do for itself."""
        (sql, params), *keys = map(compiler.compile, self.source_expressions)
        places = (
            "SELECT jsonb_agg(unpacked.places -> wanted.key ORDER BY wanted.number)"  # noqa: S608 - our own column
            f" FROM (SELECT {sql} || '{{}}'::jsonb AS places OFFSET 0) AS unpacked,"
            f" unnest(ARRAY[{', '.join(key for key, _params in keys)}]::text[])"
            " WITH ORDINALITY AS wanted(key, number)"
        )
        return f"jsonb_build_array(({places}))", (
            *params,
            *(value for _key, of_key in keys for value in of_key),
        )


def in_order(found: Sequence[Sequence[Places]], keys: Sequence[str]) -> list[tuple[str, Sequence[int]]]:
    """Each key that the file has, and the places of its first words."""
    places = (places for some in found for places in some)
    return [(key, of_key) for key, of_key in zip(keys, places, strict=False) if of_key]
