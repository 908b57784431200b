"""Facet values that come from the programme."""

from collections.abc import Iterable
from functools import partial

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from programme.models import Topic
from site_core.facets import Facet
from site_core.languages.localised import in_best_language
from site_core.listings import Tags


def topic_options(code: str) -> list[tuple[str, str]]:
    """All topics in the reader's language, by name. One query."""
    topics = in_best_language(Topic, Topic.objects.order_by().values("translation_key"), code)
    return sorted(((topic.slug, topic.name) for topic in topics), key=lambda option: option[1].casefold())


def about_topics(page_model: type[Model], values: list[str]) -> Q:
    """Pages of the type tagged with any of the topics, by the topic's code, which all languages share."""
    tagged = page_model.topics.through.objects.filter(topic__slug__in=values)
    return Q(pk__in=tagged.values(f"{page_model._meta.model_name}_id"))


def topic_pairs(page_model: type[Model], pages: QuerySet) -> Iterable[tuple[int, str]]:
    """(id of the page, code of a topic) for all the pages; one query."""
    column = f"{page_model._meta.model_name}_id"
    tagged = page_model.topics.through.objects.filter(**{f"{column}__in": pages.order_by().values("pk")})
    return tagged.values_list(column, "topic__slug")


def topic_facet(page_model: type[Model], code: str) -> Facet:
    return Facet(
        "topic",
        _("Topic"),
        topic_options(code),
        partial(about_topics, page_model),
        pairs=partial(topic_pairs, page_model),
    )


def with_tags(pages: QuerySet, tags: Tags) -> QuerySet:
    """Pages with any of the activity lines, any of the topics and the organisation that a listing was asked for."""
    if tags.organisation:
        pages = pages.filter(organisation__translation_key=tags.organisation)
    if tags.activity_lines:
        pages = pages.filter(activity_lines__translation_key__in=tags.activity_lines).distinct()
    if tags.topics:
        pages = pages.filter(topics__translation_key__in=tags.topics).distinct()
    if tags.leave_out:
        pages = pages.exclude(translation_key=tags.leave_out)
    return pages
