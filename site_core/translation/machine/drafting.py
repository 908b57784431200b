"""One page sent, passage by passage, and what came back stored as drafts that nobody has read."""

import time
from collections.abc import Iterator, Sequence

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from site_core.models import MachineDraft
from site_core.querysets import published_pages
from site_core.translation.machine import budget
from site_core.translation.machine.answers import draft_from
from site_core.translation.machine.failures import Left, Problem, ServiceFailed, Stopped
from site_core.translation.machine.passages import Passage, plan_of_translation
from site_core.translation.machine.service import service, translated
from site_core.translation.permissions import holds_language, may_start

MOST_PASSAGES = 20
MOST_CHARACTERS = 2_000
"""Of one question. Services answer it within seconds; what fails, fails for no more than that."""

LEAST_SECONDS = 3.0
DRAFTED = "site_core.machine_draft"


def draft_page(row: MachineDraft, until: float | None) -> None:
    """
    Fill what is empty. `row` knows at every moment how far it came; raises Stopped where it does not come to the end.

    `until`: of `time.monotonic()`, where somebody waits for the answer.
    """
    translator, page = service(), _public_source(row)
    if translator is None or page is None:
        raise Stopped(Problem.GONE)
    user = row.requested_by
    if user is None or not holds_language(user, row.locale_id):
        raise Stopped(Problem.NOT_YOURS)
    translation = _begun(page, row, user)
    plan = plan_of_translation(translation, page)
    row.service, row.passages = str(translator.display_name), len(plan.passages)
    row.left = {reason.value: len(paths) for reason, paths in plan.left.items()}
    row.save()
    try:
        for some in questions(plan.passages):
            if not has_time(until):
                raise Stopped(Problem.NO_TIME)
            translator.until = until
            _send(some, translation, translator, row)
    finally:
        if row.filled:
            target = translation.get_target_instance()
            facts = {"passages": row.filled, "service": row.service}
            log(instance=target, action=DRAFTED, user=user, data=facts)


def has_time(until: float | None) -> bool:
    """Is it worth while to ask once more?"""
    return until is None or until - time.monotonic() > LEAST_SECONDS


def _public_source(row: MachineDraft) -> Page | None:
    pages = published_pages().filter(
        translation_key=row.translation_key, locale__language_code=settings.LANGUAGE_CODE
    )
    page = pages.select_related("locale").first()
    return page.specific if page else None


def _begun(page: Page, row: MachineDraft, user: AbstractUser) -> Translation:
    """The translation, begun as a draft where there was none."""
    translations = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=row.locale
    ).select_related("source__locale", "source__specific_content_type", "target_locale")
    there = Page.objects.filter(translation_key=page.translation_key, locale=row.locale, alias_of=None)
    if not there.exists():
        if not may_start(user, page, row.locale):
            raise Stopped(Problem.NO_PLACE)
        translate_object(page, [row.locale], user=user)
    translation = translations.filter(enabled=True).first()
    if translation is None or not there.exists():
        raise Stopped(Problem.GONE)
    return translation


def questions(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Passages in portions; one that is larger than a portion goes alone."""
    portion: list[Passage] = []
    characters = 0
    for passage in passages:
        if portion and (len(portion) == MOST_PASSAGES or characters + passage.characters > MOST_CHARACTERS):
            yield portion
            portion, characters = [], 0
        portion.append(passage)
        characters += passage.characters
    if portion:
        yield portion


def _send(
    some: list[Passage], translation: Translation, translator: BaseMachineTranslator, row: MachineDraft
) -> None:
    """No transaction is open while the service is waited for."""
    characters = sum(passage.characters for passage in some)
    month = budget.take(characters)
    if month is None:
        raise Stopped(Problem.BUDGET)
    try:
        answers = translated(
            translator,
            translation.source.locale,
            translation.target_locale,
            [passage.sent.text for passage in some],
        )
    except ServiceFailed:
        budget.give_back(characters, month)
        raise
    row.characters += characters
    with transaction.atomic():
        for passage, answer in zip(some, answers, strict=True):
            _store(passage, draft_from(passage.sent, answer, row.locale.language_code), translation, row)
        row.save()


def _store(passage: Passage, draft: str | Left, translation: Translation, row: MachineDraft) -> None:
    """What somebody has translated meanwhile stays."""
    if isinstance(draft, Left):
        row.left[draft.value] = row.left.get(draft.value, 0) + len(passage.places)
        return
    for place in passage.places:
        _found, is_new = StringTranslation.objects.get_or_create(
            translation_of_id=place.string_id,
            context_id=place.context_id,
            locale_id=translation.target_locale_id,
            defaults={
                "data": draft,
                "translation_type": StringTranslation.TRANSLATION_TYPE_MACHINE,
                "tool_name": row.service,
                "last_translated_by": row.requested_by,
            },
        )
        row.filled += is_new
