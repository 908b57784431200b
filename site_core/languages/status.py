"""
In which languages does a page exist, and how far is each version behind?

For lists of pages, as the board of translators asks. What is public is decided where readers' pages decide it
(`site_core.querysets`), what is behind by the table that publishing writes (`VersionFreshness`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.apps import apps
from django.db.models import Case, CharField, Count, Exists, OuterRef, Q, QuerySet, TextChoices, Value, When
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from site_core.languages.freshness import with_freshness
from site_core.languages.machine_text import unread_on
from site_core.languages.rows import HOME_DEPTH, PageRow, row_values, rows_and_more
from site_core.querysets import only_published, published_pages


class State(TextChoices):
    """Of one page in one language. Only the first three can be read by anybody."""

    CURRENT = "current", _("current")
    OUTDATED = "outdated", _("older")
    OUTDATED_MINOR = "outdated_minor", _("current but for a minor change")
    MACHINE_DRAFT = "machine_draft", _("machine draft")
    DRAFT = "draft", _("draft")
    MISSING = "missing", _("missing")


@dataclass(frozen=True, slots=True)
class Status:
    """
    `count`: passages that are older than the source's, `since`: when the first of them changed there.

    `version` is the row of the page in this language, public or not; None where there is none.
    """

    state: State
    count: int = 0
    since: datetime | None = None
    version: PageRow | None = None


MISSING = Status(State.MISSING)


def statuses_of(keys: Iterable[UUID], languages: Iterable[str]) -> dict[UUID, dict[str, Status]]:
    """Of each page, by its key, its status in each of the languages; one query."""
    codes = list(languages)
    found: dict[UUID, dict[str, Status]] = {key: dict.fromkeys(codes, MISSING) for key in keys}
    versions = with_state(Page.objects.filter(translation_key__in=list(found)), codes)
    values = row_values(versions, "state", "found_changed_at", "found_behind")
    for version, state, since, behind in rows_and_more(values):
        status = Status(State(state), version=version)
        if status.state is State.OUTDATED:
            status = Status(status.state, len(behind), since, version)
        found[version.translation_key][version.language_code] = status
    return found


def state_is(code: str, state: str) -> Q:
    """The same as a condition on pages: those whose status in language `code` is `state`."""
    versions = with_state(Page.objects.filter(translation_key=OuterRef("translation_key")), [code])
    if state == State.MISSING:
        return ~Q(Exists(versions))
    return Q(Exists(versions.filter(state=state)))


def counts_by_language(pages: QuerySet, languages: Iterable[str]) -> dict[str, dict[State, int]]:
    """How many of the pages are in which state, language by language; two queries."""
    codes = list(languages)
    every = pages.count()
    counts = {code: dict.fromkeys(State, 0) for code in codes}
    keys = pages.order_by().values("translation_key")
    rows = (
        with_state(Page.objects.filter(translation_key__in=keys), codes)
        .order_by()
        .values_list("locale__language_code", "state")
        .annotate(Count("pk"))
    )
    for code, state, number in rows:
        counts[code][State(state)] = number
    for states in counts.values():
        states[State.MISSING] = every - sum(states.values())
    return counts


def in_public_language() -> Q:
    """
    As a condition on pages: in a language whose home page everybody may read. Nothing below any other can be reached.

    The only place that says it to the database; of rows that are read already, `published_homes` says the same.
    """
    return Q(locale__in=published_pages().filter(depth=HOME_DEPTH).values("locale"))


def listed_pages() -> QuerySet:
    """Every page that readers can reach: published, in a public language."""
    return published_pages().filter(in_public_language(), depth__gte=HOME_DEPTH)


def with_state(pages: QuerySet, codes: Iterable[str]) -> QuerySet:
    """
    The versions in these languages, each with its `state`. Aliases, copies in the wrong language, are no versions.

    Public is what `listed_pages` lists.
    """
    freshness = apps.get_model("site_core", "VersionFreshness").objects.filter(
        translation_key=OuterRef("translation_key"), locale_id=OuterRef("locale_id")
    )
    by_machine = unread_on(OuterRef("translation_key"), OuterRef("locale_id"))
    public = Q(Exists(only_published(Page.objects.filter(pk=OuterRef("pk"))))) & in_public_language()
    return with_freshness(
        pages.filter(locale__language_code__in=list(codes), alias_of__isnull=True)
    ).annotate(
        state=Case(
            When(~public & Q(Exists(by_machine)), then=Value(State.MACHINE_DRAFT.value)),
            When(~public, then=Value(State.DRAFT.value)),
            When(Exists(freshness.filter(source_changed_at__isnull=False)), then=Value(State.OUTDATED.value)),
            When(Exists(freshness.filter(minor=True)), then=Value(State.OUTDATED_MINOR.value)),
            default=Value(State.CURRENT.value),
            output_field=CharField(),
        )
    )
