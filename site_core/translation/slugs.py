"""
Addresses of translated pages: made from the translated title, and never of letters an address cannot hold.

The slug is one more string to wagtail-localize (stack.md, T8): left untranslated it keeps a finished translation at
"12 of 13", and Cyrillic in it would leave nothing of it when the page is saved.
"""

from typing import Any

from anyascii import anyascii
from django.core.validators import validate_slug
from django.utils.text import slugify
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

LENGTH = 100
# What the official Ukrainian and Belarusian romanisations write otherwise than the table for all of Cyrillic.
AS_SPELT_HERE = str.maketrans({"г": "h", "Г": "H"})
# Without its short vowels a romanised Arabic title is no word: there the Polish address stays.
KEPT = ("ar",)


def slug_of(text: str, code: str) -> str:
    """A slug in Latin letters; empty where nothing of the text can stand in one."""
    if code in ("uk", "be"):
        text = text.translate(AS_SPELT_HERE)
    return slugify(anyascii(text))[:LENGTH].strip("-")


def fill_slug(translation: Translation) -> None:
    """Give the slug of a page a translation where it has none and the title has one. At most five queries."""
    strings = StringSegment.objects.filter(source=translation.source_id)
    slug = strings.filter(context__path="slug").select_related("string", "context__object").first()
    if slug is None or _translated(slug, translation).exists():
        return
    title = strings.filter(context__path="title").first()
    found = title and _translated(title, translation).filter(has_error=False).first()
    page = Page.objects.filter(
        translation_key=translation.source.object_id, locale=translation.target_locale_id
    ).first()
    if not found or page is None:
        return
    code = translation.target_locale.language_code
    made = "" if code in KEPT else slug_of(found.data, code)
    StringTranslation.objects.get_or_create(
        translation_of=slug.string,
        context=slug.context,
        locale=translation.target_locale,
        defaults={
            "data": page.slug if page.live else made or slug.string.data,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "last_translated_by": found.last_translated_by,
        },
    )


def _translated(segment: StringSegment, translation: Translation) -> Any:
    return StringTranslation.objects.filter(
        translation_of=segment.string_id, context=segment.context_id, locale=translation.target_locale_id
    )


def slug_stays_an_address(sender: type, instance: StringTranslation, raw: bool, **kwargs: Any) -> None:
    """Whatever is typed for a slug becomes one; if nothing is left of it, the translator is told, as for any error."""
    if raw or instance.context is None or instance.context.path != "slug":
        return
    instance.data = slug_of(instance.data, instance.locale.language_code) or instance.data
    if slugify(instance.data) != instance.data:
        instance.has_error = True
        instance.field_error = str(validate_slug.message)


def slug_follows_title(sender: type, instance: StringTranslation, raw: bool, **kwargs: Any) -> None:
    if raw or instance.has_error or instance.context is None or instance.context.path != "title":
        return
    for translation in Translation.objects.filter(
        source__object_id=instance.context.object_id, target_locale=instance.locale_id, enabled=True
    ).select_related("source", "target_locale"):
        fill_slug(translation)
