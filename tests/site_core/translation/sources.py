"""An editor of the source, and a translator who catches up."""

import json
from collections.abc import Callable
from typing import Any

from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource

from site_core.models import VersionFreshness

Raw = list[dict[str, Any]]


def publish(page: Page, change: Callable[[Page], Any]) -> Page:
    """Change a page as its public row says it is, save a revision, publish it."""
    page = type(page).objects.get(pk=page.pk)
    change(page)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def with_body(change: Callable[[Raw], Any]) -> Callable[[Page], None]:
    """The change of a body's raw data, in place."""

    def apply(page: Page) -> None:
        raw = json.loads(json.dumps(list(page.body.raw_data)))
        change(raw)
        page.body = json.dumps(raw)

    return apply


def first(raw: Raw, kind: str) -> dict[str, Any]:
    return next(block for block in raw if block["type"] == kind)


def behind(page: Page) -> dict[str, list[str]]:
    """By language, the passages of each version that are behind."""
    rows = VersionFreshness.objects.filter(translation_key=page.translation_key).select_related("locale")
    return {row.locale.language_code: row.behind for row in rows}


def translate_again(page: Page, code: str, publish: bool = True) -> None:
    """Take over the source, translate whatever has no translation, publish."""
    source = TranslationSource.objects.get(object_id=page.translation_key)
    source.update_from_db()
    locale = Locale.objects.get(language_code=code)
    translate_the_rest(source, locale)
    if publish:
        version, _created = source.create_or_update_translation(locale, publish=False)
        version.get_latest_revision().publish()


def translate_the_rest(source: TranslationSource, locale: Locale, words: Callable[[str], str] = str) -> None:
    """Whatever has no translation, by hand. `words`: what is written for a text; the text itself, if nothing else."""
    there = StringTranslation.objects.filter(context__object=source.object_id, locale=locale)
    translated = set(there.values_list("translation_of", "context"))
    for segment in StringSegment.objects.filter(source=source).select_related("string", "context"):
        if (segment.string_id, segment.context_id) not in translated:
            translated.add((segment.string_id, segment.context_id))
            StringTranslation.objects.create(
                translation_of=segment.string,
                context=segment.context,
                locale=locale,
                data=words(segment.string.data),
                translation_type="manual",
            )
