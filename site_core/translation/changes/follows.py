"""What of the source a translated page takes over by itself, and what a translator has replaced, which stays."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Field, ForeignKey, Model
from django.template.defaultfilters import yesno
from django.utils.formats import date_format
from modelcluster.fields import ParentalManyToManyField
from wagtail_localize.fields import SynchronizedField, get_translatable_fields
from wagtail_localize.models import SegmentOverride, Translation

from site_core.languages.known import language_of
from site_core.models import VersionFreshness
from site_core.translation.changes.comparison import Comparison
from site_core.translation.changes.places import heading
from site_core.translation.fingerprints import LEFT_OUT, in_step


@dataclass(frozen=True, slots=True)
class Followed:
    """`before` and `now` in words, where that is known; empty where there is nothing, or nothing to say."""

    place: str
    before: str = ""
    now: str = ""


def followed(comparison: Comparison) -> list[Followed]:
    """Queries: those of the relations that are kept in step, and two."""
    told: dict[str, Followed] = {}
    told |= _fields(comparison)
    told |= _in_blocks(comparison)
    told |= _pictures_and_addresses(comparison)
    known = {row.path for row in (*comparison.rows, *comparison.removed)} | set(comparison.waiting)
    known |= {path for path, _text in comparison.moved}
    for path in _behind(comparison.translation):
        if path not in known and path not in told and path not in LEFT_OUT:
            told[path] = Followed(comparison.place(path))
    return list(told.values())


def overrides(translation: Translation) -> list[SegmentOverride]:
    """What was replaced for this language: a picture, a file, an address. One query."""
    rows = SegmentOverride.objects.filter(
        locale=translation.target_locale_id, context__object_id=translation.source.object_id
    )
    return list(rows.select_related("context").order_by("context__path"))


def _fields(comparison: Comparison) -> dict[str, Followed]:
    found = {}
    for rule in get_translatable_fields(type(comparison.now)):
        if not isinstance(rule, SynchronizedField):
            continue
        field = rule.get_field(type(comparison.now))
        if not isinstance(field, Field):
            continue
        now, before = _compared(field, comparison.now), _compared(field, comparison.target)
        if now != before:
            words = (_in_words(field, comparison.target), _in_words(field, comparison.now))
            found[field.name] = Followed(heading(field), *words)
    return found


def _compared(field: Field, instance: Model) -> Any:
    if isinstance(field, ParentalManyToManyField):
        return sorted(row.pk for row in getattr(instance, field.name).all())
    return _unordered(getattr(instance, field.attname))


def _unordered(value: Any) -> Any:
    """Codes of a vocabulary are a set, in whatever order a form sent them."""
    return sorted(value) if isinstance(value, list) else value


def _in_words(field: Field, instance: Model) -> str:
    if isinstance(field, ParentalManyToManyField):
        return ", ".join(str(row) for row in getattr(instance, field.name).all())
    if isinstance(field, ForeignKey):
        return _said(getattr(instance, field.name))
    value = getattr(instance, field.attname)
    choices = dict(field.flatchoices)
    if isinstance(value, list):
        return ", ".join(str(choices.get(code, code)) for code in value)
    return _said(choices.get(value, value))


def _said(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(yesno(value))
    if isinstance(value, datetime | date):
        return date_format(value, "SHORT_DATE_FORMAT")
    if isinstance(value, list | tuple):
        return ", ".join(language_of(str(code)).endonym for code in value)
    return str(value)


def _in_blocks(comparison: Comparison) -> dict[str, Followed]:
    """Telephone numbers, addresses of e-mail and web, spoken languages (the only lists there are)."""
    now, before = dict(in_step(comparison.now)), dict(in_step(comparison.target))
    there = set(_there(comparison))
    return {
        path: Followed(comparison.place(path), _said(before.get(path)), _said(now.get(path)))
        for path in {**before, **now}
        if _unordered(before.get(path)) != _unordered(now.get(path)) and path.rpartition(".")[0] in there
    }


def _there(comparison: Comparison) -> Iterator[str]:
    """Blocks that both pages have; of a block that came or went its texts are told."""
    for path in comparison.shown.texts.keys() & comparison.passages.texts.keys():
        yield path.rpartition(".")[0]


def _pictures_and_addresses(comparison: Comparison) -> dict[str, Followed]:
    replaced = {row.context.path for row in overrides(comparison.translation)}
    now, before = comparison.passages.values, comparison.shown.values
    return {
        path: Followed(
            comparison.place(path), _said(comparison.shown_value(path)), _said(comparison.value(path))
        )
        for path in now
        if path in before and now[path] != before[path] and path not in replaced
    }


def _behind(translation: Translation) -> list[str]:
    row = VersionFreshness.objects.filter(
        translation_key=translation.source.object_id, locale_id=translation.target_locale_id
    ).first()
    return row.behind if row else []
