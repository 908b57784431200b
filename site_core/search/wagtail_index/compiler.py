"""
Wagtail's index, asked for keys.

Objects are narrowed by one subquery over the index, and put in order by what they say themselves: who has the words as
they were typed, then the shortest title, which is the most of what was asked. Wagtail's own order repeats the search
for every hit (ten seconds for a common word among 10,000 pages).
"""

from functools import cached_property
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import (
    Case,
    Expression,
    F,
    Field,
    Model,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Length
from modelsearch.backends.base import get_model_root
from modelsearch.utils import get_descendants_content_types_pks
from wagtail.search.models import IndexEntry
from wagtail.search.query import MatchAll, PlainText

from site_core.dialects import Condition
from site_core.search.index import expressions
from site_core.search.index.store import database_store
from site_core.search.wagtail_index.asking import Asked, asked


class KeysCompiler:
    """
    Mixin of Wagtail's compilers for a database. `fields` do not narrow a search: the index has one column.

    What is found does not depend on whether the last word is whole: else "delete all that this list shows", for which
    Wagtail searches by whole words, would not be what the list shows.
    """

    queryset: QuerySet
    query: Any
    order_by_relevance: bool

    @cached_property
    def asked(self) -> Asked | None:
        return asked(self.query)

    def search(
        self, config: Any, start: int | None, stop: int | None, score_field: str | None = None, **kwargs: Any
    ) -> QuerySet:
        if isinstance(self.query, MatchAll):
            return self.queryset[start:stop]
        if self.asked is None:
            return self.queryset.none()
        model = self.queryset.model
        found = self.queryset.filter(IsAnyOf(F("pk"), Subquery(met(model, self.asked.wanted))))
        if score_field is not None:
            found = found.annotate(**{score_field: 1.0 / (1.0 + _length(model))})
        if self.order_by_relevance:
            as_typed = Case(When(Q(pk__in=met(model, self.asked.exact)), then=Value(0)), default=Value(1))
            found = found.order_by(as_typed, _length(model), "-pk")
        elif not found.query.order_by:
            found = found.order_by("-pk")
        return found[start:stop]


class KeysResults:
    """Mixin of Wagtail's results: of what was counted by a field, the whole need not be counted again."""

    start: int
    stop: int | None
    _count_cache: int | None

    def facet(self, field_name: str) -> dict[Any, int]:
        counts: dict[Any, int] = super().facet(field_name)
        if self.start == 0 and self.stop is None:
            self._count_cache = sum(counts.values())
        return counts


def narrowed(objects: QuerySet, text: str) -> QuerySet:
    """Those that a search of the admin finds, in the order they have; for lists with an order of their own."""
    question = asked(PlainText(text))
    if question is None:
        return objects.none()
    return objects.filter(IsAnyOf(F("pk"), Subquery(met(objects.model, question.wanted))))


def met(model: type[Model], wanted: expressions.Expression) -> QuerySet:
    """Primary keys of this model's objects in the index that have it."""
    within = {"content_type__in": get_descendants_content_types_pks(model)}
    question = Value(database_store().question_of(wanted))
    if connection.vendor == "postgresql":
        entries, number = IndexEntry.objects.filter(Meets(F("autocomplete"), question), **within), "object_id"
    else:
        # From the full-text table: it has to come first, or the search is repeated for every entry.
        rows = apps.get_model("wagtailsearch", "SQLiteFTSIndexEntry").objects.filter(
            Meets(F("autocomplete"), question), **{f"index_entry__{name}": of for name, of in within.items()}
        )
        entries, number = rows, "index_entry__object_id"
    return entries.annotate(met=Cast(number, get_model_root(model)._meta.pk)).values("met")


class Meets(Condition):
    """Of a column of keys and a question in the database's notation."""

    arg_joiner = " MATCH "
    on_postgresql = ("(%(expressions)s::tsquery)", " @@ ")


class IsAnyOf(Condition):
    """
    Of a primary key and a subquery for such.

    PostgreSQL guesses how many a question will find, and where it guesses too many it reads all objects instead of
    looking up those few; of an array it looks up what is in it.
    """

    arg_joiner = " IN "
    on_postgresql = ("(%(expressions)s))", " = ANY(ARRAY")


def _length(model: Any) -> Expression:
    """Of the title, or whatever the model completes first; all alike where that is no column."""
    names = [field.field_name for field in model.get_autocomplete_search_fields()]
    columns = {field.name for field in model._meta.get_fields() if isinstance(field, Field)}
    name = next((name for name in names if name in columns), None)
    return Length(name) if name else Value(0)
