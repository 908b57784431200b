"""Pages sent to a service that behaves."""

import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation

from site_core.models import DraftState, MachineDraft
from site_core.translation.machine import budget, drafting, tasks
from site_core.translation.machine.failures import Problem
from site_core.translation.machine.placeholders import protected
from tests.organisations import actions
from tests.site_core.translation.libretranslate import LibreTranslate
from tests.site_core.translation.machine.asking import passages, prefill, report, said_in_log, translation_of

pytestmark = pytest.mark.django_db


@pytest.mark.slow
def test_every_passage_of_the_page_is_a_draft_by_a_machine(
    editor: Client, server: LibreTranslate, polish: Page
) -> None:
    (row,) = prefill(editor, "uk", polish)
    assert (row.state, row.problem) == (DraftState.DONE, "")
    version = polish.get_translation(row.locale)
    assert not version.live
    drafts = passages(polish, "uk")
    assert drafts[polish.title] == server.answer(polish.title, "uk")
    assert row.filled == len(StringTranslation.objects.filter(translation_type="machine"))
    assert row.characters == sum(map(len, server.texts)) == budget.monthly_characters() - budget.remaining()
    assert {question["target"] for question in server.asked} == {"uk"}
    assert any("LibreTranslate" in line for line in said_in_log(version))
    assert row.left["harmful"] >= 3
    text = report(editor, row)
    assert polish.title in text
    assert "never sent" in text


@pytest.mark.slow
def test_of_a_harmful_example_the_service_hears_nothing(
    editor: Client, server: LibreTranslate, polish: Page
) -> None:
    prefill(editor, "uk", polish)
    example = next(block for block in polish.body.raw_data if block["type"] == "harmful_example")["value"]
    assert server.texts
    assert not any(example["example"] in text or example["why"] in text for text in server.texts)


@pytest.mark.slow
def test_numbers_and_addresses_stay_here_and_stand_in_the_draft(
    editor: Client, server: LibreTranslate, polish: Page
) -> None:
    type(polish).objects.filter(pk=polish.pk).update(
        summary="Zadzwoń: 116 111 albo pisz na pomoc@example.org."
    )
    prefill(editor, "uk", polish)
    assert not any("116" in text or "example.org" in text for text in server.texts)
    draft = passages(polish, "uk")["Zadzwoń: 116 111 albo pisz na pomoc@example.org."]
    assert "116 111" in draft
    assert "pomoc@example.org" in draft


def test_what_people_translated_stays(editor: Client, server: LibreTranslate) -> None:
    polish, segment = actions.campaign("pl"), actions.summary_segment("uk")
    known = StringTranslation.objects.filter(
        context__object_id=polish.translation_key, locale__language_code="uk"
    )
    known.filter(translation_of=segment.string, context=segment.context).delete()
    before = dict(known.values_list("pk", "data"))
    (row,) = prefill(editor, "uk", polish)
    assert (row.passages, row.filled) == (1, 1)
    assert server.texts == [protected(segment.string.data).text]
    assert dict(known.filter(pk__in=before).values_list("pk", "data")) == before


@pytest.mark.slow
def test_several_pages_are_told_of_one_by_one(editor: Client, server: LibreTranslate, polish: Page) -> None:
    other = actions.untranslated_page()
    rows = prefill(editor, "uk", polish, other)
    assert [row.state for row in rows] == [DraftState.DONE] * 2
    assert len({row.run for row in rows}) == 1
    text = report(editor, rows[0])
    assert polish.title in text
    assert other.title in text


@pytest.mark.slow
def test_the_characters_run_out_in_the_middle(
    editor: Client, server: LibreTranslate, polish: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else has spent them since it was agreed to."""
    monkeypatch.setattr(drafting, "MOST_PASSAGES", 5)

    taken = budget.take(budget.remaining() - 1_000)
    assert taken
    rows = prefill(editor, "uk", polish)
    assert rows == [], "what is not affordable does not begin"
    budget.give_back(99_000, taken)
    original = drafting.translated

    def spending(*args: object) -> list[str]:
        answers = original(*args)
        budget.take(budget.remaining())
        return answers

    monkeypatch.setattr(drafting, "translated", spending)
    (row,) = prefill(editor, "uk", polish)
    assert (row.problem, len(server.asked)) == (Problem.BUDGET, 1)
    assert row.filled >= 5
    assert budget.remaining() == 0


@pytest.mark.slow
def test_a_task_that_is_delivered_twice_sends_once(
    editor: Client, server: LibreTranslate, polish: Page
) -> None:
    (row,) = prefill(editor, "uk", polish)
    sent = len(server.asked)
    tasks.draft.call(row.pk, None)
    assert len(server.asked) == sent
    row.refresh_from_db()
    assert row.state == DraftState.DONE


@pytest.mark.slow
def test_two_do_not_translate_one_page_at_once(editor: Client, server: LibreTranslate, polish: Page) -> None:
    (first,) = prefill(editor, "uk", polish)
    MachineDraft.objects.filter(pk=first.pk).update(state=DraftState.RUNNING, started_at=timezone.now())
    StringTranslation.objects.filter(translation_type="machine").delete()
    server.asked = []
    (second,) = prefill(editor, "uk", polish)
    assert (second.problem, server.asked) == (Problem.AT_WORK, [])
    MachineDraft.objects.filter(pk=first.pk).update(started_at=timezone.now() - timedelta(hours=2))
    (third,) = prefill(editor, "uk", polish)
    assert third.state == DraftState.DONE, "a process that ended does not keep the polish for ever"


@pytest.mark.slow
def test_what_somebody_wrote_meanwhile_is_not_overwritten(
    editor: Client, server: LibreTranslate, polish: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = drafting.translated

    def somebody_is_faster(*args: object) -> list[str]:
        segment = StringSegment.objects.get(source__object_id=polish.translation_key, context__path="summary")
        StringTranslation.objects.create(
            translation_of=segment.string,
            context=segment.context,
            locale=actions.campaign("uk").locale,
            data="Людські слова",
            translation_type="manual",
        )
        monkeypatch.setattr(drafting, "translated", original)
        return original(*args)

    monkeypatch.setattr(drafting, "translated", somebody_is_faster)
    prefill(editor, "uk", polish)
    assert passages(polish, "uk", "manual")[polish.summary] == "Людські слова"


@pytest.mark.slow
def test_a_page_that_was_taken_down_or_whose_translation_was_stopped_is_not_sent(
    editor: Client, server: LibreTranslate, polish: Page
) -> None:
    (row,) = prefill(editor, "uk", polish)
    StringTranslation.objects.filter(translation_type="machine").delete()
    for harm in (
        lambda: polish.unpublish(),
        lambda: translation_of(polish, "uk").__class__.objects.update(enabled=False),
    ):
        server.asked = []
        late = MachineDraft.objects.create(
            translation_key=polish.translation_key, locale=row.locale, requested_by=row.requested_by
        )
        harm()
        tasks.draft.call(late.pk, None)
        late.refresh_from_db()
        assert (late.problem, server.asked) == (Problem.GONE, [])
        polish.get_latest_revision().publish()


def test_who_was_asked_to_leave_in_the_meantime_sends_nothing(
    editor: Client, server: LibreTranslate, polish: Page, person: Callable
) -> None:
    translator = person("translator-uk")
    row = MachineDraft.objects.create(
        translation_key=polish.translation_key, locale=actions.campaign("uk").locale, requested_by=translator
    )
    translator.groups.clear()
    tasks.draft.call(row.pk, None)
    row.refresh_from_db()
    assert (row.problem, server.asked) == (Problem.NOT_YOURS, [])


def test_an_error_of_ours_is_told_and_not_hidden(
    editor: Client, server: LibreTranslate, polish: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*args: object) -> None:
        raise RuntimeError("ours")

    row = MachineDraft.objects.create(
        translation_key=polish.translation_key, locale=actions.campaign("uk").locale
    )
    monkeypatch.setattr(tasks, "draft_page", break_down)
    with pytest.raises(RuntimeError):
        tasks.draft.call(row.pk, time.monotonic() + 5)
    row.refresh_from_db()
    assert (row.state, row.problem) == (DraftState.FAILED, Problem.FAULT)
