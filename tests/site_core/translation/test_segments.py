"""What translators are given of a page: the rows that wagtail-localize would store, in a dozen queries."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.db.models import Model, QuerySet
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
)
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.strings import StringValue

from site_core.models import HomePage, SiteDocument, SiteImage
from site_core.samples import page_samples
from site_core.samples.registry import SampleObjects
from tests.languages.sample_pages import publish_sample, whole_body
from tests.not_indexed import not_indexed
from tests.site_core.translation.sources import Raw, publish, with_body

pytestmark = pytest.mark.django_db

SEGMENTS = {
    StringSegmentValue: StringSegment,
    TemplateSegmentValue: TemplateSegment,
    RelatedObjectSegmentValue: RelatedObjectSegment,
    OverridableSegmentValue: OverridableSegment,
}
STORED = (*SEGMENTS.values(), String, Template, TranslatableObject, TranslationContext)
LONG = "Słyszę? Reaguję."
NEW_TEXT = "Jedno zdanie, którego nie było."
MOST_QUERIES = 8


def rows(source: TranslationSource) -> dict[type[Model], set[int]]:
    return {
        kind: set(kind._default_manager.filter(source=source).values_list("pk", flat=True))
        for kind in SEGMENTS.values()
    }


def rows_of_the_library(source: TranslationSource) -> dict[type[Model], set[int]]:
    """Every value by wagtail-localize's own function, which makes what is not there."""
    found: dict[type[Model], set[int]] = {kind: set() for kind in SEGMENTS.values()}
    for value in extract_segments(source.as_instance()):
        kind = SEGMENTS[type(value)]
        languages = (source.locale,) if kind is StringSegment else ()
        segment = kind.from_value(source, *languages, value)
        found[kind].add(segment.pk)
    return found


def counts() -> dict[str, int]:
    return {kind.__name__: kind._default_manager.count() for kind in STORED}


@pytest.fixture
def objects(home: HomePage) -> SampleObjects:
    document, image = SiteDocument.objects.first(), SiteImage.objects.first()
    assert document
    assert image
    return SampleObjects(page_id=home.pk, document_id=document.pk, image_id=image.pk)


@pytest.mark.parametrize("model", page_samples(), ids=lambda model: model.__name__)
def test_rows_are_those_that_wagtail_localize_would_store(
    model: type[Page], home: HomePage, objects: SampleObjects
) -> None:
    with not_indexed():
        page = publish_sample(model, home, whole_body(objects))
    source, _is_new = TranslationSource.update_or_create_from_instance(page)
    ours, before = rows(source), counts()
    assert ours[StringSegment]
    assert rows_of_the_library(source) == ours
    assert counts() == before
    assert not TranslationContext.objects.filter(object=source.object_id, field_path="").exists()


def test_what_is_taken_over_again_stays_as_it_is(demo_page: Callable[..., Page]) -> None:
    source = TranslationSource.objects.get(object_id=demo_page(LONG).translation_key)
    before = rows(source)
    source.update_from_db()
    assert rows(source) == before
    assert rows_of_the_library(source) == before


def test_a_text_in_the_first_place_moves_all_others_on(demo_page: Callable[..., Page]) -> None:
    page = demo_page(LONG)
    source = TranslationSource.objects.get(object_id=page.translation_key)
    before = StringSegment.objects.filter(source=source).count()

    def with_one_more(raw: Raw) -> None:
        raw.insert(0, {"type": "rich_text", "value": "<p>Nowy akapit.</p>", "id": "0" * 36})

    publish(page, with_body(with_one_more))
    source.update_from_db()
    assert rows_of_the_library(source) == rows(source)
    assert StringSegment.objects.filter(source=source).count() == before + 1


def test_what_is_gone_from_the_page_is_gone_for_translators(demo_page: Callable[..., Page]) -> None:
    page = demo_page(LONG)
    source = TranslationSource.objects.get(object_id=page.translation_key)
    publish(page, with_body(lambda raw: raw.clear()))
    source.update_from_db()
    assert rows_of_the_library(source) == rows(source)
    assert not StringSegment.objects.filter(source=source, context__path__startswith="body").exists()


def test_a_page_of_sixty_texts_asks_eight_times(demo_page: Callable[..., Page]) -> None:
    page = demo_page(LONG)
    source = TranslationSource.objects.get(object_id=page.translation_key)
    assert StringSegment.objects.filter(source=source).count() > 60
    with CaptureQueriesContext(connection) as again:
        source.update_from_db()
    assert of_translators(again) <= MOST_QUERIES
    for kind in SEGMENTS.values():
        kind._default_manager.filter(source=source).delete()
    with CaptureQueriesContext(connection) as anew:
        source.update_from_db()
    assert of_translators(anew) <= MOST_QUERIES + len(SEGMENTS)


def of_translators(asked: CaptureQueriesContext) -> int:
    """How many queries are about what translators are given; the others look the page itself up."""
    return sum("wagtail_localize_" in query["sql"] for query in asked)


def test_a_text_that_somebody_else_stores_at_the_same_moment_is_there_once(
    demo_page: Callable[..., Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = demo_page(LONG)
    source = TranslationSource.objects.get(object_id=page.translation_key)
    publish(page, lambda changed: setattr(changed, "summary", NEW_TEXT))
    store = QuerySet.bulk_create

    def a_moment_later(query: QuerySet, new: Any, **options: Any) -> Any:
        if query.model is String:
            String.from_value(source.locale, StringValue(NEW_TEXT))
        return store(query, new, **options)

    monkeypatch.setattr(QuerySet, "bulk_create", a_moment_later)
    source.update_from_db()
    text = String.objects.get(locale=source.locale, data=NEW_TEXT)
    assert StringSegment.objects.filter(source=source, string=text).exists()
