"""What bringing translations up to date will do, language by language, before it is done."""

from dataclasses import dataclass, field

from django.core.exceptions import ObjectDoesNotExist
from wagtail_localize.models import SegmentOverride, Translation, TranslationSource

from site_core.languages.known import Language, language_of
from site_core.translation.changes.comparison import Comparison
from site_core.translation.changes.follows import Followed, followed, overrides
from site_core.translation.changes.texts import ChangedText
from site_core.translation.permissions import User, holds_language


@dataclass(slots=True)
class Effect:
    """Of one language. `kept`: texts whose translation stays. `overrides`: what was replaced, in words, and stays."""

    language: Language
    title: str
    changed: list[ChangedText] = field(default_factory=list)
    new: list[ChangedText] = field(default_factory=list)
    gone: list[ChangedText] = field(default_factory=list)
    moved: int = 0
    kept: int = 0
    followed: list[Followed] = field(default_factory=list)
    overrides: list[str] = field(default_factory=list)
    overrides_gone: list[str] = field(default_factory=list)


def effects(source: TranslationSource, user: User) -> list[Effect]:
    """
    One's own languages first. Nothing is written.

    The same number of queries for each language, for any number of passages.
    """
    rows = source.translations.filter(enabled=True).select_related("target_locale")
    found = []
    for translation in sorted(
        rows.order_by("target_locale__language_code"),
        key=lambda translation: not holds_language(user, translation.target_locale_id),
    ):
        translation.source = source
        try:
            found.append(_effect(translation))
        except ObjectDoesNotExist:
            continue  # Its page was deleted.
    return found


def _effect(translation: Translation) -> Effect:
    comparison = Comparison(translation, now=translation.source.get_source_instance())
    effect = Effect(
        language_of(translation.target_locale.language_code), _title(comparison), gone=comparison.removed
    )
    for row in comparison.rows:
        (effect.new if row.before is None else effect.changed).append(row)
    texts = {(path, text) for path, found in comparison.passages.texts.items() for text in found}
    effect.moved = len(comparison.moved)
    effect.kept = sum(comparison.settled(*text) is not None for text in texts)
    effect.followed = followed(comparison)
    for override in overrides(translation):
        there = _is_there(override, comparison)
        (effect.overrides if there else effect.overrides_gone).append(comparison.place(override.context.path))
    return effect


def _title(comparison: Comparison) -> str:
    target = comparison.target
    named = getattr(target, "get_admin_display_title", None)
    return str(named() if named else target)


def _is_there(override: SegmentOverride, comparison: Comparison) -> bool:
    """wagtail-localize keeps what was replaced by its place, as long as the source has that place."""
    return override.context.path in comparison.passages.places
