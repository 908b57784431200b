"""
Translations entered as translators enter them: string by string into wagtail-localize, then published.

The translated text is first put into an instance that is never saved, and cut into segments by the same code that
cuts the source; so each string finds its original by its place, and a translation whose shape differs from the
source is refused instead of half shown.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from itertools import zip_longest
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db.models import Model
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from demo.content_files import ContentError
from site_core.models import HomePage
from site_core.translation.release.switch import switch_on


def translate(
    source_object: Model, translated: Model, locale: Locale, user: AbstractUser, where: str
) -> Model:
    """
    Translate `source_object` into `locale` with the texts of `translated`, an unsaved instance of the same shape.

    Pages are published. Raises ContentError, naming `where` the text came from, when the shapes differ.
    """
    source, _created = TranslationSource.update_or_create_from_instance(source_object)
    Translation.objects.get_or_create(source=source, target_locale=locale)
    segments = extract_segments(translated)
    enter_strings(source, [s for s in segments if isinstance(s, StringSegmentValue)], locale, user, where)
    enter_overrides(source, [s for s in segments if isinstance(s, OverridableSegmentValue)], locale, user)
    is_page = isinstance(source_object, Page)
    target, _created = source.create_or_update_translation(locale, user=user, publish=not is_page)
    if isinstance(target, HomePage) and not target.live:
        switch_on(target, user)
    elif is_page:
        target.get_latest_revision().publish(user=user)
    if is_page:
        target.refresh_from_db()
    return target


def enter_strings(
    source: TranslationSource,
    values: list[StringSegmentValue],
    locale: Locale,
    user: AbstractUser,
    where: str,
) -> None:
    originals: dict[str, list[StringSegment]] = defaultdict(list)
    for row in (
        StringSegment.objects.filter(source=source).select_related("string", "context").order_by("order")
    ):
        originals[row.context.path].append(row)
    translated: dict[str, list[StringSegmentValue]] = defaultdict(list)
    for value in values:
        translated[value.path].append(value)
    rows = {}
    for path in {**originals, **translated}:
        for original, value in zip_longest(originals.get(path, []), translated.get(path, [])):
            if original is None or value is None:
                raise ContentError(mismatch(where, path, original, value))
            rows[original.string_id, original.context_id] = StringTranslation(
                translation_of_id=original.string_id,
                context_id=original.context_id,
                locale=locale,
                data=value.string.get_translatable_html(),
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
                last_translated_by=user,
            )
    known = StringTranslation.objects.filter(locale=locale, context__object=source.object)
    known.filter(translation_of_id__in=[string for string, _context in rows]).delete()
    StringTranslation.objects.bulk_create(rows.values())


def mismatch(where: str, path: str, original: StringSegment | None, value: StringSegmentValue | None) -> str:
    text = original.string.data if original is not None else value.string.data  # type: ignore[union-attr]
    side = "is not in the translation" if value is None else "is not in the Polish text"
    return f"{where}: at {path} this {side}: {text[:120]}"


def enter_overrides(
    source: TranslationSource, values: Iterable[OverridableSegmentValue], locale: Locale, user: AbstractUser
) -> None:
    """Files and pictures that differ in the translation."""
    theirs = {value.path: value.data for value in values}
    for row in OverridableSegment.objects.filter(source=source).select_related("context"):
        data = theirs.get(row.context.path)
        if data is not None and data != json.loads(row.data_json):
            SegmentOverride.objects.update_or_create(
                locale=locale,
                context=row.context,
                defaults={"data_json": json.dumps(data), "last_translated_by": user},
            )


def with_texts(instance: Any, texts: dict[str, Any]) -> Any:
    """A copy of an object with other texts, for cutting into segments; it is never saved."""
    if isinstance(instance, Page):
        copy = type(instance).from_json(instance.to_json(), check_fks=False)
    else:
        copy = type(instance).objects.get(pk=instance.pk)
    for name, value in texts.items():
        setattr(copy, name, value)
    return copy
