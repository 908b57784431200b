"""The library as a process keeps it in memory: what there is for readers of some languages, and what each has."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import CharField, IntegerField, QuerySet

from programme.filters import TagsOf
from resources.filters import resource_facets
from site_core.bits import AtBits
from site_core.facets import Facet, FacetIndex, Question, index_of
from site_core.journal.kept import Kept
from site_core.journal.stamps import with_stamp
from site_core.listings import Tags
from site_core.prepared import prepared
from site_core.querysets import BasePageQuerySet

if TYPE_CHECKING:
    from resources.models import ResourcePage

CHANGES = "library"
"""The kind of change by which the journal knows it. What is watched: `resources.signal_handlers`."""

Choose = Callable[[FacetIndex], Sequence[int]]
"""Ids of some resources, in the order to show them in; asked again where what is kept was out of date."""


def listed(languages: tuple[str, ...], choose: Choose) -> list["ResourcePage"]:
    """Those that are chosen of what a reader of these languages is shown, in the order of the library; one query."""
    return _chosen(_by_title, languages, choose)


def newest(tags: Tags, limit: int) -> list["ResourcePage"]:
    """Resources with the tags, newest first; one query."""
    return _chosen(_by_time, tags.languages, lambda index: list(islice(_tagged(index, tags), limit)))


def _chosen(
    kept: Kept[tuple[str, ...], FacetIndex], languages: tuple[str, ...], choose: Choose
) -> list["ResourcePage"]:
    ids: Sequence[int] = ()

    def ask(index: FacetIndex) -> list["ResourcePage"]:
        nonlocal ids
        ids = choose(index)
        return _with_ids(ids=ids)

    shown = {resource.pk: resource for resource in kept.asked(languages, ask)}
    return [shown[pk] for pk in ids if pk in shown]


def _tagged(index: FacetIndex, tags: Tags) -> Iterator[int]:
    """Any of the activity lines, any of the topics, the organisation and the campaign."""
    left = index.everything
    for tag, given in (
        ("campaign", tags.campaign),
        ("organisation", tags.organisation),
        ("activity_lines", tags.activity_lines),
        ("topics", tags.topics),
    ):
        if given:
            left &= index.having_any(tag, given if isinstance(given, tuple) else (given,))
    for pk, key in zip(AtBits(index.ids, left), AtBits(index.keys, left), strict=True):
        if key != tags.leave_out:
            yield pk


def _index_by_title(languages: tuple[str, ...]) -> FacetIndex:
    order = ("reading_rank", "title", "pk")
    return index_of(resource_facets(()), lambda question: _asked(question, order, codes=languages))


def _index_by_time(languages: tuple[str, ...]) -> FacetIndex:
    order = ("reading_rank", "-first_published_at", "-pk")
    return index_of(_tag_facets(), lambda question: _asked(question, order, codes=languages))


_by_title = Kept(CHANGES, _index_by_title)
_by_time = Kept(CHANGES, _index_by_time)


def _tag_facets() -> list[Facet]:
    """By translation key, as tags are given."""
    model = apps.get_model("resources", "ResourcePage")
    key = "translation_key"
    return [
        *(Facet(tag, "", (), (f"{tag}__{key}",)) for tag in ("campaign", "organisation")),
        *(Facet(tag, "", (), elsewhere=(TagsOf(model, tag, key),)) for tag in ("activity_lines", "topics")),
    ]


@prepared(codes=CharField())
def _asked(question: Question, order: tuple[str, ...], codes: Iterable[str]) -> QuerySet:
    return question(_published().readable_in(list(codes)).order_by(*order))


@prepared(ids=IntegerField())
def _with_ids(ids: list[int]) -> QuerySet:
    """Still published: a withdrawal that no journal heard of is seen at once."""
    rows = _published().filter(id__in=ids).select_related("locale").with_card_fields()
    return with_stamp(rows, CHANGES)


def _published() -> BasePageQuerySet:
    return apps.get_model("resources", "ResourcePage").objects.published()
