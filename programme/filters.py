"""Facet values that come from the programme."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.apps import apps
from django.db.models import ManyToManyField, Model, QuerySet
from django.utils.translation import gettext_lazy as _

from programme.models import ProgrammeTags, Topic
from site_core.facets import Facet
from site_core.languages.localised import Names, names_in
from site_core.listings import Tags


def topic_options(code: str) -> list[tuple[str, str]]:
    """All topics in the reader's language, by name. One query."""
    return [(topic.slug, topic.words) for topic in names_in((Topic,), code)[Topic]]


@dataclass(frozen=True, slots=True)
class TopicsOf:
    """Question to the pages of a list (`site_core.facets`): translation key of a page, code of its topic."""

    page_model: type[Model]

    def __call__(self, pages: QuerySet) -> QuerySet:
        column = f"{self.page_model._meta.model_name}_id"
        rows = self.page_model.topics.through.objects.filter(
            **{f"{column}__in": pages.order_by().values("pk")}
        )
        return rows.values_list(f"{self.page_model._meta.model_name}__translation_key", "topic__slug")


def _tagged(page_model: type[Model], relation: str, keys: Iterable[UUID]) -> QuerySet:
    """Ids of the pages of the type with any of these rows in a many-to-many relation."""
    field = cast(ManyToManyField, page_model._meta.get_field(relation))
    rows = getattr(page_model, relation).through.objects
    tagged = rows.filter(**{f"{field.m2m_reverse_field_name()}__translation_key__in": keys})
    return tagged.values(f"{field.m2m_field_name()}_id")


def topic_facet(page_models: Iterable[type[Model]], options: Sequence[tuple[str, str]]) -> Facet:
    return Facet("topic", _("Topic"), options, elsewhere=tuple(TopicsOf(model) for model in page_models))


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
