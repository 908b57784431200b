"""Sample pages: made, put into another language as an editor would, and looked for on what a reader gets."""

import json
from collections.abc import Iterable
from html import unescape
from typing import TYPE_CHECKING

from django.utils.html import strip_tags
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue, TemplateSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue

from site_core.models import HomePage
from site_core.samples import block_samples, page_samples
from site_core.samples.registry import SampleObjects
from tests.not_indexed import not_indexed

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

# Stands in the page's address, or after a campaign's end.
NOT_ON_THE_PAGE = {"slug", "results"}


def whole_body(objects: SampleObjects) -> list[dict]:
    return [
        {"type": name, "value": sample(objects), "id": f"00000000-0000-4000-9000-{number:012d}"}
        for number, (name, sample) in enumerate(block_samples().items())
    ]


def publish_sample(model: type[Page], home: HomePage, body: list[dict]) -> Page:
    """A published page of the type, in the source language."""
    page = page_samples()[model](json.dumps(body))
    page.title, page.slug, page.locale, page.live = f"Próbka {model.__name__}", "probka", home.locale, False
    page.seo_title, page.social_text = "Próbka w wyszukiwarce", "Próbka udostępniona"
    if model is HomePage:
        page.slug = "home-probka"
        home.get_parent().add_child(instance=page)
    else:
        home.add_child(instance=page)
    page.save_revision().publish()
    return model.objects.get(pk=page.pk)


def publish_translation(source: TranslationSource, locale: Locale) -> tuple[dict[str, str], Page]:
    """Every string translated, then published: what must be read on the page, by path, and the page."""
    Translation.objects.create(source=source, target_locale=locale)
    strings, expected = {}, {}
    segments = StringSegment.objects.filter(source=source).select_related("string", "context")
    for segment in segments:
        path = segment.context.path
        data = in_other_words(path, segment.string.data, locale)
        strings[segment.string_id, segment.context_id] = StringTranslation(
            translation_of=segment.string,
            context=segment.context,
            locale=locale,
            data=data,
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        )
        expected[f"{path} {segment.order}"] = data
    StringTranslation.objects.bulk_create(strings.values())
    with not_indexed():
        target, _created = source.create_or_update_translation(locale, publish=False)
        target.get_latest_revision().publish()
    return expected, Page.objects.select_related("locale").get(pk=target.pk)


def write_in_easy_language(page: Page, own: Page) -> dict[str, str]:
    """Other words into every text of `own`, as somebody writes them; what must be read on the page, by path."""
    written, expected = [], {}
    for segment in extract_segments(page):
        if segment.path.split(".")[0] in type(page).shared_child_relations:
            continue  # Rows stand with the source page alone.
        if isinstance(segment, StringSegmentValue):
            data = in_other_words(segment.path, segment.string.data, own.locale)
            expected[f"{segment.path} {segment.order}"] = data
            segment = StringSegmentValue(
                segment.path, StringValue(data), attrs=segment.attrs, order=segment.order
            )
        elif not isinstance(segment, TemplateSegmentValue):
            continue
        written.append(segment)
    ingest_segments(page, own, page.locale, own.locale, written)
    return expected


def in_other_words(path: str, data: str, locale: Locale) -> str:
    code = locale.language_code
    return f"xx-{code}" if path == "slug" else f"[{code}] {data}"


def lost_on(answer: "Response", expected: dict[str, str]) -> dict[str, str]:
    """Which of the words a reader does not get, neither in the text nor in the page's head."""
    assert answer.status_code == 200
    html = answer.content.decode()
    seen = (words_of(html), unescape(html))
    return {
        path: words
        for path, data in expected.items()
        if path.split()[0] not in NOT_ON_THE_PAGE and not appear(words := words_of(data), seen)
    }


def words_of(html: str) -> str:
    return " ".join(unescape(strip_tags(html)).split())


def appear(words: str, places: Iterable[str]) -> bool:
    return any(words in place for place in places)
