"""
Machine text that nobody has read, and the act of having read it.

One column decides: a passage whose `translation_type` is "machine" is unread. It is kept out of every page by what
wagtail-localize does with a passage that has an error: it is not there when a page, a revision or a snippet is made,
whoever asks and by whatever way, and it does not count as translated. So no guard can be forgotten.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from wagtail.log_actions import log
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from site_core.languages.machine_text import MACHINE, unread_on
from site_core.translation.permissions import User, holds_language

READ = "site_core.machine_text_read"
MANUAL = StringTranslation.TRANSLATION_TYPE_MANUAL


def stays_out_of_pages(sender: type, instance: StringTranslation, raw: bool, **kwargs: Any) -> None:
    """Whatever wrote it: no machine text without the error that keeps it out."""
    if not raw and instance.translation_type == MACHINE:
        instance.has_error = True


def unread_in(translation: Translation) -> QuerySet:
    return unread_on(translation.source.object_id, translation.target_locale_id)


def unread_segments(translation: Translation) -> set[int]:
    """Numbers of the segments, as the translation editor knows passages."""
    unread = unread_in(translation).filter(
        translation_of_id=OuterRef("string_id"), context_id=OuterRef("context_id")
    )
    segments = StringSegment.objects.filter(Exists(unread), source=translation.source_id)
    return set(segments.values_list("pk", flat=True))


def may_read_over(user: User, translation: Translation) -> bool:
    """The reviewer's right: to have the whole language in hand, not only a page of one's organisation."""
    return holds_language(user, translation.target_locale_id)


def fingerprint(row: StringTranslation) -> str:
    """Of the words somebody has in front of them; what is said about them holds for no others."""
    return sha256(row.data.encode()).hexdigest()[:16]


@dataclass(slots=True)
class Outcome:
    """`changed`: have other words by now than those that were read. `faulty`: cannot be used as they are."""

    read: int = 0
    changed: int = 0
    faulty: int = 0


def approve(translation: Translation, seen: Mapping[int, str], user: AbstractUser) -> Outcome:
    """
    A person answers for these passages, named by number and fingerprint; whoever calls has asked for the right.

    Their text stays the machine's, and the tool's name with it. Recorded in the log of the page: who, when, how many.
    """
    outcome = Outcome()
    with transaction.atomic():
        for row in unread_in(translation).filter(pk__in=seen).select_for_update(of=("self",)):
            if fingerprint(row) != seen[row.pk]:
                outcome.changed += 1
                continue
            taken_over(row, user)
            outcome.read += not row.has_error
            outcome.faulty += row.has_error
        if outcome.read:
            record(translation, user, outcome.read)
    return outcome


def taken_over(row: StringTranslation, user: AbstractUser) -> None:
    row.translation_type, row.has_error, row.field_error = MANUAL, False, ""
    row.last_translated_by = user
    row.save()  # Asks once more whether it is valid, and makes the address where it is the title.


def record(translation: Translation, user: AbstractUser, passages: int, by_hand: bool = False) -> None:
    log(
        instance=translation.get_target_instance(),
        action=READ,
        user=user,
        data={"passages": passages, "by_hand": by_hand},
    )
