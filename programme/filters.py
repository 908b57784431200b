"""Facet values that come from the programme."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.apps import apps
from django.db.models import ManyToManyField, Model, QuerySet
from django.utils.translation import gettext_lazy as _

from programme.models import ProgrammeTags, Topic
from site_core.dialects import JoinedKeys
from site_core.facets import Facet
from site_core.languages.snippet_names import Names, names_in
from site_core.listings import Tags


def topic_options(code: str) -> list[tuple[str, str]]:
    """All topics in the reader's language, by name. One query."""
    return [(topic.slug, topic.words) for topic in names_in((Topic,), code)[Topic]]


@dataclass(frozen=True, slots=True)
class TagsOf:
    """
    Question to the pages of a list (`site_core.facets`): `column` of a tag, keys of the pages that have it.

    `relation` leads from the pages to their tags.
    """

    page_model: type[Model]
    relation: str
    column: str

    def __call__(self, pages: QuerySet) -> QuerySet:
        rows, page, tag = _rows(self.page_model, self.relation)
        of_pages = rows.filter(**{f"{page}_id__in": pages.order_by().values("pk")})
        return of_pages.values_list(f"{tag}__{self.column}").annotate(
            keys=JoinedKeys(f"{page}__translation_key")
        )


def _rows(page_model: type[Model], relation: str) -> tuple[QuerySet, str, str]:
    """Of a many-to-many relation: its table, and what the columns of page and tag are called in it."""
    field = cast(ManyToManyField, page_model._meta.get_field(relation))
    rows = getattr(page_model, relation).through.objects.all()
    return rows, field.m2m_field_name(), field.m2m_reverse_field_name()


def _tagged(page_model: type[Model], relation: str, keys: Iterable[UUID]) -> QuerySet:
    """Ids of the pages of the type with any of these tags."""
    rows, page, tag = _rows(page_model, relation)
    return rows.filter(**{f"{tag}__translation_key__in": keys}).values(f"{page}_id")


def topic_facet(page_models: Iterable[type[Model]], options: Sequence[tuple[str, str]]) -> Facet:
    questions = tuple(TagsOf(model, "topics", "slug") for model in page_models)
    return Facet("topic", _("Topic"), options, elsewhere=questions)


def search_facets(names: Names) -> list[Facet]:
    """What the search is offered: the topics of whatever has some."""
    with_topics = [model for model in apps.get_models() if issubclass(model, ProgrammeTags)]
    return [topic_facet(with_topics, [(topic.slug, topic.words) for topic in names[Topic]])]


def with_tags(pages: QuerySet, tags: Tags) -> QuerySet:
    """Pages with any of the activity lines, any of the topics and the organisation that a listing was asked for."""
    if tags.organisation:
        pages = pages.filter(organisation__translation_key=tags.organisation)
    # Subqueries, not joins: a join finds a page once for each tag, and DISTINCT compares all of its columns.
    if tags.activity_lines:
        pages = pages.filter(pk__in=_tagged(pages.model, "activity_lines", tags.activity_lines))
    if tags.topics:
        pages = pages.filter(pk__in=_tagged(pages.model, "topics", tags.topics))
    if tags.leave_out:
        pages = pages.exclude(translation_key=tags.leave_out)
    return pages
