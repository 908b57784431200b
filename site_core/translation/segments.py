"""
What translators are given of a page, written down in a dozen queries, however many passages it has.

wagtail-localize (1.14.5, `TranslationSource.refresh_segments`) asks at least four times for each passage that is there
and eight times for a new one: 420 and 600 queries for a long page, each time its changes are taken over. Here
everything is looked up together, and what is new is stored together. The rows are the same, and so is what happens to
those whose place or text has changed: others are stored in their stead.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar
from uuid import UUID, uuid5

from django.core.serializers.json import DjangoJSONEncoder
from django.db import router, transaction
from django.db.models import Model, QuerySet
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
from wagtail_localize.segments.types import BaseValue

Row = TypeVar("Row", bound=Model)
Value = TypeVar("Value", bound=BaseValue)


def write_segments_together() -> None:
    """Once, when the site starts: in the place of wagtail-localize's own."""
    TranslationSource.refresh_segments = refresh_segments


@transaction.atomic
def refresh_segments(source: TranslationSource) -> None:
    """The passages of a source as its content says now. Raises SourceDeletedError where its page is gone."""
    instance = source.as_instance()
    found = list(extract_segments(instance))
    contexts = _contexts(source, instance, {value.path for value in found})
    strings = _strings(source, (value.string.data for value in _of_kind(StringSegmentValue, found)))
    templates = _templates(_of_kind(TemplateSegmentValue, found))
    wanted: dict[type[Model], list[Model]] = {
        kind: [] for kind in (StringSegment, TemplateSegment, RelatedObjectSegment, OverridableSegment)
    }
    for value in found:
        place = {"source": source, "context": contexts[value.path], "order": value.order}
        match value:
            case TemplateSegmentValue():
                row = TemplateSegment(**place, template=templates[_key_of_template(value)])
            case RelatedObjectSegmentValue():
                row = RelatedObjectSegment(**place, object=_related(value))
            case OverridableSegmentValue():
                row = OverridableSegment(**place, data_json=_as_json(value.data))
            case _:
                string = strings[_key_of_text(value.string.data)]
                row = StringSegment(**place, string=string, attrs=_as_json(value.attrs))
        wanted[type(row)].append(row)
    for kind, rows in wanted.items():
        _settle(kind._default_manager.filter(source=source), rows)


def _of_kind(kind: type[Value], found: Iterable[BaseValue]) -> Iterator[Value]:
    return (value for value in found if isinstance(value, kind))


def _settle(stored: QuerySet, wanted: Iterable[Model]) -> None:
    """Rows that say the same stay, what is new is stored, what is not wanted goes."""
    fields = [field.attname for field in stored.model._meta.concrete_fields if not field.primary_key]

    def said(row: Model) -> tuple[Any, ...]:
        return tuple(getattr(row, name) for name in fields)

    new = {said(row): row for row in wanted}
    gone = [row.pk for row in stored if new.pop(said(row), None) is None]
    if gone:
        stored.filter(pk__in=gone).delete()
    stored.model._default_manager.bulk_create(new.values())


def _known(rows: QuerySet, key: str, wanted: Mapping[UUID, Row]) -> dict[UUID, Row]:
    """
    Rows by their key. Those that are not there are stored, also where somebody else does so at the same moment.

    In the order of their keys: two who store the same ones in another order each would wait for each other.
    """
    rows = rows.using(router.db_for_write(rows.model))  # what was stored a moment ago is not in a copy yet
    found = {getattr(row, key): row for row in rows.filter(**{f"{key}__in": wanted})}
    missing = {name: wanted[name] for name in sorted(wanted.keys() - found.keys())}
    if missing:
        rows.model._default_manager.bulk_create(missing.values(), ignore_conflicts=True)
        found |= {getattr(row, key): row for row in rows.filter(**{f"{key}__in": missing})}
    return found


def _contexts(
    source: TranslationSource, instance: Model, paths: Iterable[str]
) -> dict[str, TranslationContext]:
    """By path, each with the path of its field."""
    wanted = {}
    for path in paths:
        key = TranslationContext._get_path_id(path)  # noqa: SLF001 - of a number that is written nowhere else
        wanted[key] = TranslationContext(object_id=source.object_id, path_id=key, path=path)
    stored = TranslationContext.objects.filter(object=source.object_id)
    found = _known(stored, "path_id", wanted)
    fieldless = [context for context in found.values() if not context.field_path]
    for context in fieldless:
        context.save = _not_by_itself
        context.get_field_path(instance)
    TranslationContext.objects.bulk_update(fieldless, ["field_path"])
    return {row.path: row for row in found.values()}


def _not_by_itself(**kwargs: Any) -> None:
    """Instead of a context's `save`: it would be stored as soon as its field is found."""


def _strings(source: TranslationSource, texts: Iterable[str]) -> dict[UUID, String]:
    wanted = {}
    for text in texts:
        key = _key_of_text(text)
        wanted[key] = String(locale_id=source.locale_id, data_hash=key, data=text)
    return _known(String.objects.filter(locale=source.locale_id), "data_hash", wanted)


def _key_of_text(text: str) -> UUID:
    return uuid5(String.UUID_NAMESPACE, text)


def _templates(values: Iterable[TemplateSegmentValue]) -> dict[UUID, Template]:
    wanted = {}
    for value in values:
        key = _key_of_template(value)
        wanted[key] = Template(
            uuid=key,
            template=value.template,
            template_format=value.format,
            string_count=value.string_count,
        )
    return _known(Template.objects.all(), "uuid", wanted)


def _key_of_template(value: TemplateSegmentValue) -> UUID:
    return uuid5(uuid5(Template.BASE_UUID_NAMESPACE, value.format), value.template)


def _related(value: RelatedObjectSegmentValue) -> TranslatableObject:
    found, _is_new = TranslatableObject.objects.get_or_create(
        content_type=value.content_type, translation_key=value.translation_key
    )
    return found


def _as_json(value: Any) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder)
