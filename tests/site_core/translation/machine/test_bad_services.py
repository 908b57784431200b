"""Pages sent to services that fail, lie or take their time: nothing is lost, and it is told."""

import pytest
from django.test import Client
from django.utils import translation
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from site_core.models import DraftState
from site_core.translation.machine import budget, drafting, tasks
from site_core.translation.machine.failures import Problem
from tests.organisations import actions
from tests.site_core.translation.libretranslate import LibreTranslate
from tests.site_core.translation.machine.asking import passages, prefill, report

pytestmark = pytest.mark.django_db


@pytest.mark.slow
@pytest.mark.parametrize(
    ("mode", "problem"),
    [
        ("broken", Problem.BROKEN),
        ("busy", Problem.BUSY),
        ("refusing", Problem.REFUSED),
        ("breaking_off", Problem.AWAY),
        ("malformed", Problem.NONSENSE),
        ("short_of_one", Problem.NONSENSE),
        ("hanging", Problem.SLOW),
    ],
)
def test_a_service_that_fails_costs_nothing_and_is_told_of(
    editor: Client, server: LibreTranslate, polish: Page, settings: object, mode: str, problem: Problem
) -> None:
    server.mode = mode
    if problem is Problem.SLOW:
        settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR["OPTIONS"]["SECONDS"] = 0.5
    (row,) = prefill(editor, "uk", polish)
    assert (row.state, row.problem) == (DraftState.FAILED, problem)
    assert (row.filled, row.characters) == (0, 0)
    assert budget.remaining() == budget.monthly_characters()
    assert passages(polish, "uk") == {}
    with translation.override("en"):
        assert str(problem.label) in report(editor, row)


@pytest.mark.slow
def test_what_came_before_the_failure_stays_and_the_rest_can_be_asked_for_again(
    editor: Client, server: LibreTranslate, polish: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafting, "MOST_PASSAGES", 5)

    def fails_after_one(text: str, code: str) -> str:
        server.mode = "broken"
        return LibreTranslate.answer_of(text, code)

    server.answer = fails_after_one
    (row,) = prefill(editor, "uk", polish)
    assert row.problem == Problem.BROKEN
    assert row.filled >= 5
    assert (
        budget.monthly_characters() - budget.remaining() == row.characters == sum(map(len, server.texts[:5]))
    )
    server.mode, server.answer, server.asked = "right", LibreTranslate.answer_of, []
    (again,) = prefill(editor, "uk", polish)
    assert again.state == DraftState.DONE
    assert row.filled + again.filled == len(StringTranslation.objects.filter(translation_type="machine"))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("mode", "reason"),
    [
        ("dropping_tags", "markup"),
        ("adding_tags", "markup"),
        ("adding_scripts", "markup"),
        ("unchanged", "unchanged"),
        ("silent", "length"),
        ("chatty", "length"),
        ("russian", "letters"),
    ],
)
def test_a_passage_that_does_not_fit_stays_empty_and_is_told_of(
    editor: Client, server: LibreTranslate, polish: Page, mode: str, reason: str
) -> None:
    server.mode = mode
    (row,) = prefill(editor, "uk", polish)
    assert row.state == DraftState.DONE
    assert row.left[reason] > 0
    assert "script" not in "".join(passages(polish, "uk").values())
    with_tags = [text for text in passages(polish, "uk") if "<" in text]
    if reason == "markup":
        assert with_tags == []
    else:
        assert passages(polish, "uk") == {}
    assert row.characters > 0, "the service did translate them"


def test_after_a_failure_the_next_page_is_not_tried(
    editor: Client, server: LibreTranslate, polish: Page
) -> None:
    other = actions.untranslated_page()
    server.mode = "broken"
    rows = prefill(editor, "uk", polish, other)
    assert sorted(row.problem for row in rows) == [Problem.BROKEN, Problem.NOT_TRIED]
    assert len(server.asked) == 1


def test_where_somebody_waits_it_does_not_take_longer_than_they_can(
    editor: Client, server: LibreTranslate, polish: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "SECONDS_IN_A_REQUEST", -1.0)
    (row,) = prefill(editor, "uk", polish)
    assert row.problem == Problem.NO_TIME
    assert server.asked == []
    text = report(editor, row)
    assert f"page={polish.pk}" in text, "the way to go on"


def test_an_answer_is_not_waited_for_longer_either(
    editor: Client, server: LibreTranslate, polish: Page, monkeypatch: pytest.MonkeyPatch, settings: object
) -> None:
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR["OPTIONS"]["SECONDS"] = 3_600
    monkeypatch.setattr(tasks, "SECONDS_IN_A_REQUEST", 3.0)
    monkeypatch.setattr(drafting, "LEAST_SECONDS", 0.0)
    server.mode = "slow"
    (row,) = prefill(editor, "uk", polish)
    assert row.problem == Problem.SLOW


def test_nothing_of_the_text_is_logged(
    editor: Client, server: LibreTranslate, polish: Page, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    server.mode = "broken"
    prefill(editor, "uk", polish)
    assert polish.summary not in caplog.text
    assert "a-key" not in caplog.text
