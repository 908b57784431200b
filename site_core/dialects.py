"""Conditions that the two databases write differently."""

from typing import Any, ClassVar

from django.db.models import Aggregate, BooleanField, Func, TextField


class Condition(Func):
    """`template` and `arg_joiner`, between two expressions, are SQLite's, `on_postgresql` the same for PostgreSQL."""

    output_field = BooleanField()
    template = "(%(expressions)s)"
    on_postgresql: ClassVar[tuple[str, str]]

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, Any]:
        template, joiner = self.on_postgresql
        return self.as_sql(compiler, connection, template=template, arg_joiner=joiner, **extra)


class IsListed(Condition):
    """
    Of a number and a list of numbers in JSON, one value: is it one of them?

    For PostgreSQL as an array: a list to be unfolded it takes for a hundred rows, to be joined with all the pages. By a
    query of its own, since it would read the list anew for every row that it looks at (of 500 pages: 380 ms).
    """

    template = "(%(expressions)s)))"
    arg_joiner = " IN (SELECT value FROM json_each("
    on_postgresql = ("(%(expressions)s, '[]', '{}')::bigint[])::bigint[]))", " = ANY((SELECT translate(")


class IsListedKey(IsListed):
    """The same of a translation key and a list of them, written as 32 hexadecimal digits, as SQLite keeps them."""

    on_postgresql = ("(%(expressions)s, '[]', '{}')::uuid[])::uuid[]))", " = ANY((SELECT translate(")


class IsNone(Condition):
    """
    Of a column that is empty in nearly all rows, like a page's `alias_of`: is it?

    With the plus, SQLite does not look it up by the column's index. It knows nothing of how often a value is there,
    unless somebody has run ANALYZE, takes this for the rarest of conditions, and walks through all pages.
    """

    template = "(+%(expressions)s IS NULL)"
    on_postgresql = ("(%(expressions)s IS NULL)", "")


class JoinedKeys(Aggregate):
    """
    The translation keys of a group in one text, 32 hexadecimal digits each, with commas.

    One row for each group where there were thousands: to read a row costs Python more than to split a text.
    """

    function = "GROUP_CONCAT"
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, Any]:
        template = "STRING_AGG(REPLACE((%(expressions)s)::text, '-', ''), ',')"
        return self.as_sql(compiler, connection, template=template, **extra)
