"""Writing down what was translated, exactly as the translation editor does, and making it public where asked."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from site_core.translation.changes.comparison import Comparison
from site_core.translation.changes.form import ChangesForm, Shown
from site_core.translation.changes.texts import as_stored
from site_core.translation.machine.publishing import why_not_read
from site_core.translation.machine.reading import MANUAL, record
from site_core.translation.slugs import fill_slug
from site_core.translation.whole import why_not_whole


class ChangedMeanwhile(Exception):
    """The source was published between the look at it and the writing. Nothing has been written."""


def hold(translation: Translation) -> None:
    """One writer at a time, for what they compare with; ends with the transaction."""
    TranslationSource.objects.select_for_update().get(pk=translation.source_id)


def write(form: ChangesForm, user: AbstractUser) -> int:
    """
    What was touched, of a form that is valid; the translators' text is brought up to date first.

    Answers how many texts were written. Raises ChangedMeanwhile. Whoever calls holds the source, in a transaction.
    """
    comparison = form.comparison
    if comparison.is_older:
        bring_up_to_date(comparison.source)
    segments = {
        (segment.context.path, segment.string.data): segment
        for segment in StringSegment.objects.filter(source=comparison.source).select_related(
            "context", "string"
        )
    }
    _carry(comparison, segments)
    for shown in form.touched:
        segment = segments.get((shown.row.path, shown.row.now or ""))
        if segment is None:
            raise ChangedMeanwhile
        _store(comparison.translation, segment, as_stored(shown.text, shown.row.is_rich), user)
    _note_what_was_read(comparison, form.touched, user)
    fill_slug(comparison.translation)
    return len(form.touched)


def bring_up_to_date(source: TranslationSource) -> None:
    """As wagtail-localize's own view does, which publishes nothing by it: new texts, and who may read the pages."""
    source.update_from_db()
    for translation in source.translations.filter(enabled=True).select_related("target_locale"):
        source.update_target_view_restrictions(translation.target_locale)


def why_not_public(translation: Translation) -> str:
    """In words; nothing where the translation is whole and a person has read all of it."""
    return why_not_read(translation) or why_not_whole(translation)


def make_public(translation: Translation, user: AbstractUser) -> None:
    """Published when the transaction ends. Raises ValidationError where a field of the page refuses a text."""
    with transaction.atomic():
        translation.save_target(user=user, publish=True)


def _carry(comparison: Comparison, segments: dict[tuple[str, str], StringSegment]) -> None:
    """What moved to another place of the page keeps its translation, and who made it."""
    for key, row in comparison.moved.items():
        if key in segments:
            StringTranslation.objects.update_or_create(
                translation_of_id=row.translation_of_id,
                locale_id=row.locale_id,
                context_id=segments[key].context_id,
                defaults={
                    "data": row.data,
                    "translation_type": row.translation_type,
                    "tool_name": row.tool_name,
                    "last_translated_by_id": row.last_translated_by_id,
                    "has_error": False,
                    "field_error": "",
                },
            )


def _store(translation: Translation, segment: StringSegment, data: str, user: AbstractUser) -> None:
    StringTranslation.objects.update_or_create(
        translation_of_id=segment.string_id,
        locale_id=translation.target_locale_id,
        context_id=segment.context_id,
        defaults={
            "data": data,
            "translation_type": MANUAL,
            "tool_name": "",
            "last_translated_by": user,
            "has_error": False,
            "field_error": "",
        },
    )


def _note_what_was_read(comparison: Comparison, touched: Iterable[Shown], user: AbstractUser) -> None:
    """A machine's text was read by whoever corrected it, or said that it is right."""
    by_machine = [shown for shown in touched if shown.row.by_machine]
    corrected = sum(shown.text.split() != shown.row.typed.split() for shown in by_machine)
    if corrected:
        record(comparison.translation, user, corrected, by_hand=True)
    if corrected < len(by_machine):
        record(comparison.translation, user, len(by_machine) - corrected)
