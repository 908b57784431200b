"""Conditions that the two databases write differently."""

from typing import Any, ClassVar

from django.db.models import BooleanField, Func


class Condition(Func):
    """Of two expressions. `template` and `arg_joiner` are SQLite's, `on_postgresql` the same two for PostgreSQL."""

    output_field = BooleanField()
    template = "(%(expressions)s)"
    on_postgresql: ClassVar[tuple[str, str]]

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, Any]:
        template, joiner = self.on_postgresql
        return self.as_sql(compiler, connection, template=template, arg_joiner=joiner, **extra)
