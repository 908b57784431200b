"""
What waits for translators, and what translators have finished for those who publish.

Read from wagtail-localize's own tables, in as many queries for ten pages as for ten thousand. A translation is

- outdated: its source was published again after the translators last got its text, or they have the new text and
  some of it is not translated, while the page shows the old;
- unfinished: some passage has no translation, and the page was never published;
- ready: nothing is missing, and the page shows less than is translated, or not the dates and pictures of the source as
  it was last taken over.
"""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    DateTimeField,
    Exists,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Length, Substr
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationLog

from site_core.models import VersionFreshness
from site_core.querysets import published_pages
from site_core.translation.vocabulary.kinds import vocabulary_models


def pages_missing_in(locale: Locale) -> QuerySet:
    """Published pages of the source language that could be translated into `locale` now: the page above exists."""
    in_locale = Page.objects.filter(locale=locale, alias_of=None)
    parent = Page.objects.filter(path=OuterRef("parent_path"))
    return (
        published_pages()
        .filter(locale__language_code=settings.LANGUAGE_CODE, depth__gt=1)
        .filter(~Exists(in_locale.filter(translation_key=OuterRef("translation_key"))))
        .annotate(parent_path=Substr("path", 1, Length("path") - Page.steplen))
        .annotate(parent_key=Subquery(parent.values("translation_key")[:1]))
        .filter(Exists(in_locale.filter(translation_key=OuterRef("parent_key"))))
        .order_by("path")
    )


def page_translations(locales: list[Locale]) -> QuerySet:
    """Translations of pages into the languages, with `target_id`, `title` and `source_changed_at` of each."""
    target = Page.objects.filter(
        translation_key=OuterRef("source__object_id"), locale=OuterRef("target_locale"), alias_of=None
    )
    source = Page.objects.filter(
        translation_key=OuterRef("source__object_id"), locale=OuterRef("source__locale"), live=True
    )
    return (
        Translation.objects.filter(enabled=True, target_locale__in=locales)
        .select_related("source", "target_locale")
        .annotate(
            target_id=Subquery(target.values("pk")[:1]),
            target_is_live=Subquery(target.values("live")[:1]),
            title=Subquery(target.values("draft_title")[:1]),
            source_changed_at=Subquery(source.values("last_published_at")[:1]),
        )
        .filter(target_id__isnull=False)
    )


def vocabulary_translations(locales: list[Locale]) -> QuerySet:
    """
    Translations of names and descriptions that are behind, with `source_changed_at` of each; longest first.

    Of these, those that `has_gaps` wait for a translator, the others for who publishes them.
    """
    kinds = ContentType.objects.get_for_models(*vocabulary_models()).values()
    behind = VersionFreshness.objects.filter(
        translation_key=OuterRef("source__object_id"), locale=OuterRef("target_locale")
    )
    return (
        Translation.objects.filter(
            enabled=True, target_locale__in=locales, source__specific_content_type__in=list(kinds)
        )
        .select_related("source__specific_content_type", "source__locale", "target_locale")
        .annotate(source_changed_at=Subquery(behind.values("source_changed_at")[:1]))
        .filter(source_changed_at__isnull=False)
        .order_by("source_changed_at", "pk")
    )


def source_is_newer() -> Q:
    """The translators do not have the source's text as it is published now."""
    return Q(source_changed_at__gt=F("source__last_updated_at"))


def has_gaps() -> Exists:
    translated = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale_id=OuterRef(OuterRef("target_locale_id")),
        has_error=False,
    )
    return Exists(StringSegment.objects.filter(~Exists(translated), source_id=OuterRef("source_id")))


def outdated(translations: QuerySet) -> QuerySet:
    """Longest out of date first."""
    behind = source_is_newer() | (Q(target_is_live=True) & has_gaps())
    return translations.filter(behind).order_by("source_changed_at", "pk")


def unfinished(translations: QuerySet) -> QuerySet:
    begun = ~source_is_newer() & Q(target_is_live=False) & has_gaps()
    return translations.filter(begun).order_by("title", "pk")


def ready(translations: QuerySet) -> QuerySet:
    """Translated to the end, but the page does not show it yet. Longest waiting first."""
    made = (
        TranslationLog.objects.filter(source=OuterRef("source"), locale=OuterRef("target_locale"))
        .order_by()
        .values("source")
        .annotate(latest=Max("created_at"))
    )
    newest = (
        StringTranslation.objects.filter(
            context__object_id=OuterRef("source__object_id"), locale=OuterRef("target_locale")
        )
        .order_by()
        .values("context__object_id")
        .annotate(latest=Max("updated_at"))
    )
    return (
        translations.annotate(
            made_at=Subquery(made.values("latest"), output_field=DateTimeField()),
            translated_at=Subquery(newest.values("latest"), output_field=DateTimeField()),
        )
        .filter(~source_is_newer() & ~has_gaps())
        .filter(
            Q(target_is_live=False)
            | Q(translated_at__gt=F("made_at"))
            | Q(source__last_updated_at__gt=F("made_at"))
        )
        .order_by("translated_at", "pk")
    )
