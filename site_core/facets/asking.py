"""The questions of a filter, and what is asked of the database to answer them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import QuerySet, Value

Question = Callable[[QuerySet], QuerySet]
"""What is asked of the pages of a list. Equal for equal questions (a function, a frozen dataclass): its SQL is kept."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Question: id, translation key, rank of its language and these columns of every page, in the order of the list."""

    names: tuple[str, ...]

    def __call__(self, pages: QuerySet) -> QuerySet:
        return pages.values_list("pk", "translation_key", "reading_rank", *self.names)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Question: what several questions to other tables answer, with the name of the facet that asks it; one query."""

    questions: tuple[tuple[str, Question], ...]

    def __call__(self, pages: QuerySet) -> QuerySet:
        first, *others = (question(pages).annotate(facet=Value(name)) for name, question in self.questions)
        return first.union(*others, all=True)


def as_stored(stored: Any) -> Iterable[str]:
    """A column that holds one value, or a list of codes."""
    return stored if isinstance(stored, list | tuple) else (stored,)


@dataclass(frozen=True, slots=True)
class Facet:
    """
    One question of a filter. `options` are (value, label) pairs in the order they are shown.

    Where the values of a page are: in `columns` of its own, which `values(*stored)` turns into values; or `elsewhere`,
    in other tables, as Questions that give rows of one value and the `JoinedKeys` of the pages that have it.

    `single`: each value includes those before it ("up to 45 minutes"), so one is chosen. An old address with several
    means the last of them. `folded`: out of sight until somebody unfolds it, or has chosen something in it.
    """

    name: str
    label: Any
    options: Sequence[tuple[str, Any]]
    columns: tuple[str, ...] = ()
    values: Callable[..., Iterable[str]] = as_stored
    elsewhere: tuple[Question, ...] = ()
    single: bool = False
    folded: bool = False

    def of_pages_with(self, link: str) -> "Facet":
        """The same question to a list of pages of any type; those of the type it is about have it behind `link`."""
        return replace(self, columns=tuple(f"{link}__{column}" for column in self.columns))
