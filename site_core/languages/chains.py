"""
Where a reader is led when a page is not in their language: one language after another.

Whole pages only. The chains are data that an editor sees and changes (`ReadingLanguage`); what nobody has changed is
in the settings (`READING_CHAINS`). Russian is in nobody's chain: it is left out here, wherever it was written.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.db.models import QuerySet

from site_core.languages.reading import reading_language, reading_notes
from site_core.prepared import prepared

Row = TypeVar("Row")

NOBODYS_FALLBACK = ("ru",)

FIRST, SECOND = "reading_language__first_choice", "reading_language__second_choice"
"""Ways from a Locale to what an editor chose for it; None where nobody has chosen anything."""


def chain_of(code: str) -> tuple[str, ...]:
    """
    Languages that a page is shown in to a reader of `code` who has no version of their own, best first.

    Those of them that are public, once the home pages have been looked up for this reader. Outside of an answer
    (`reading`) nothing is kept, and each call asks the database.
    """
    notes = reading_notes()
    chains = notes.get("chains")
    if chains is None:
        chains = note_chains(_chosen())
    chain = chains[code] if code in chains else usual_chain(code)
    public = notes.get("public")
    return chain if public is None else tuple(read for read in chain if read in public)


def languages_read(code: str) -> tuple[str, ...]:
    """A reader's own language, then those of its chain."""
    return (code, *chain_of(code))


def languages_of_reader() -> tuple[str, ...]:
    """The same of whoever is being answered."""
    return languages_read(reading_language().code)


def usual_chain(code: str) -> tuple[str, ...]:
    """The chain of a language that no editor has chosen one for."""
    return _allowed(code, settings.READING_CHAINS.get(code, settings.READING_CHAINS["*"]))


def _allowed(code: str, chain: Iterable[str]) -> tuple[str, ...]:
    return tuple(read for read in chain if read and read != code and read not in NOBODYS_FALLBACK)


def note_chains(rows: Iterable[tuple[str, str | None, str | None]]) -> dict[str, tuple[str, ...]]:
    """Remember, for the answer being made, the chosen chains: rows of language, first and second choice."""
    known: dict[str, tuple[str, ...]] = reading_notes().setdefault("chains", {})
    for code, first, second in rows:
        if first is not None:
            known[code] = _allowed(code, (first, second or ""))
    return known


def note_public(codes: Iterable[str]) -> None:
    """Remember which languages have a published home page: nothing is shown in any other."""
    reading_notes()["public"] = frozenset(codes)


@prepared()
def _chosen() -> QuerySet:
    locales = apps.get_model("wagtailcore", "Locale").objects.filter(reading_language__isnull=False)
    return locales.values_list("language_code", FIRST, SECOND)


def best_version(versions: Mapping[str, Any], code: str) -> Any | None:
    """What a reader of `code` is shown of a page with these versions, by language; None: nothing they are promised."""
    return next((versions[read] for read in languages_read(code) if read in versions), None)


def best_of_each(rows: Iterable[Row], codes: Iterable[str], code_of: Callable[[Row], str]) -> dict[UUID, Row]:
    """
    By translation key one row: that in the best of `codes`, best first. Rows in other languages are left out.

    In the order in which the keys first appear. `code_of` tells the language of a row.
    """
    order = {code: rank for rank, code in enumerate(codes)}
    best: dict[UUID, Row] = {}
    for row in rows:
        code = code_of(row)
        key = row.translation_key
        if code in order and (key not in best or order[code] < order[code_of(best[key])]):
            best[key] = row
    return best
