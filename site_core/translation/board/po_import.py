"""
PO files that come back. Nothing is published by it, and nothing is lost: what the file does not say, or says of a text
that is not there any more, or that was translated here since, stays as it is.
"""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

import polib
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.db.models import TextChoices
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.strings import StringValue, validate_translation_links

from site_core.translation.board.po_export import WRITTEN_AT
from site_core.translation.permissions import User, may_translate

TOOL = "PO"
IDENTITY = "X-WagtailLocalize-TranslationID"


class Problem(TextChoices):
    """Why a file was not taken at all."""

    BROKEN = "broken", _("This is no PO file, or it is damaged.")
    TOO_LARGE = "too_large", _("This file is larger than the text of any page.")
    UNKNOWN = (
        "unknown",
        _("Nobody can tell which page this file belongs to: it was not made here."),
    )
    LANGUAGE = "language", _("This file says it is in another language than the one it was made for.")
    NOT_YOURS = "not_yours", _("You do not translate this page into this language.")


class Left(TextChoices):
    """Why a passage was left as it was."""

    STALE = "stale", _("the source has changed since")
    NEWER = "newer", _("translated here after the file was made")
    INVALID = "invalid", _("markup or links that do not fit the source")
    UNFINISHED = "unfinished", _("marked as unfinished")


@dataclass(slots=True)
class FileReport:
    """What became of one file. `left` are source texts by reason."""

    name: str
    problem: Problem | None = None
    page: Page | None = None
    language: str = ""
    taken: int = 0
    unchanged: int = 0
    empty: int = 0
    left: dict[Left, list[str]] = field(default_factory=dict)


def take_over(name: str, content: bytes, user: User) -> FileReport:
    """One file, wholly or, if anything fails, not at all."""
    report = FileReport(name)
    po = parsed(content)
    if po is None:
        report.problem = Problem.BROKEN
        return report
    translation = _translation_of(po)
    if translation is None:
        report.problem = Problem.UNKNOWN
    elif not _may_take(user, translation):
        report.problem = Problem.NOT_YOURS
    elif not _is_in(po, translation.target_locale.language_code):
        report.problem = Problem.LANGUAGE
    else:
        report.page = translation.get_target_instance()
        report.language = translation.target_locale.language_code
        with transaction.atomic():
            _take(po, translation, user, report)
    return report


def parsed(content: bytes) -> polib.POFile | None:
    """
    None for what is no PO file.

    polib takes a string that names a file for the file itself: a line break at the end rules that out.
    """
    try:
        text = content.decode("utf-8-sig")
        po = polib.pofile(text + "\n")
    except (
        OSError,
        ValueError,
        IndexError,
    ):  # Its own words for a file it cannot read; UnicodeDecodeError among them.
        return None
    return po if po.metadata or len(po) else None


def _translation_of(po: polib.POFile) -> Translation | None:
    try:
        identity = UUID(po.metadata.get(IDENTITY, ""))
    except ValueError:
        return None
    return (
        Translation.objects.filter(uuid=identity, enabled=True)
        .select_related("source__locale", "source__specific_content_type", "target_locale")
        .first()
    )


def _may_take(user: User, translation: Translation) -> bool:
    try:
        return may_translate(user, translation)
    except ObjectDoesNotExist:  # The page it is translated into was deleted.
        return False


def _is_in(po: polib.POFile, code: str) -> bool:
    """Programs write `uk_UA` for `uk`; one that wrote nothing is believed."""
    said = po.metadata.get("Language", "").strip().replace("_", "-").lower()
    return not said or said.split("-")[0] == code.split("-")[0].lower()


def _take(po: polib.POFile, translation: Translation, user: User, report: FileReport) -> None:
    """Of what the file says, what fits is handed to wagtail-localize."""
    passages = {
        (segment.context.path, segment.string.data): segment
        for segment in StringSegment.objects.filter(source=translation.source).select_related(
            "string", "context"
        )
    }
    known = {
        (row.context_id, row.translation_of_id): row
        for row in StringTranslation.objects.filter(
            locale=translation.target_locale, context__object_id=translation.source.object_id
        )
    }
    written_at = _written_at(po)
    fits = polib.POFile()
    fits.metadata = {IDENTITY: str(translation.uuid)}
    for entry in po:
        if entry.obsolete:
            continue
        if not entry.msgstr.strip():
            report.empty += 1
            continue
        segment = passages.get((entry.msgctxt, entry.msgid))
        row = known.get((segment.context_id, segment.string_id)) if segment else None
        if row is not None and row.data == entry.msgstr:
            report.unchanged += 1
            continue
        reason = _reason_to_leave(entry, segment, row, written_at)
        if reason is None:
            fits.append(entry)
        else:
            report.left.setdefault(reason, []).append(entry.msgid)
    translation.import_po(fits, user=user, tool_name=TOOL)
    report.taken = len(fits)


def _reason_to_leave(
    entry: polib.POEntry,
    segment: StringSegment | None,
    row: StringTranslation | None,
    written_at: datetime | None,
) -> Left | None:
    if segment is None:
        return Left.STALE
    if entry.fuzzy:
        return Left.UNFINISHED
    if row is not None and (written_at is None or row.updated_at > written_at):
        return Left.NEWER
    return None if _is_valid(entry) else Left.INVALID


def _is_valid(entry: polib.POEntry) -> bool:
    """As the translation editor asks; and nothing that a database refuses."""
    if "\0" in entry.msgstr:
        return False
    try:
        StringValue.from_translated_html(entry.msgstr)
        validate_translation_links(entry.msgid, entry.msgstr)
    except ValueError:
        return False
    return True


def _written_at(po: polib.POFile) -> datetime | None:
    """When the texts were taken out: ours says so itself, the one of a single page in the date of its template."""
    said = po.metadata.get(WRITTEN_AT) or po.metadata.get("POT-Creation-Date", "")
    try:
        moment = parse_datetime(said)
    except ValueError:
        return None
    return moment if moment is not None and moment.tzinfo is not None else None
