"""A machine's draft of a changed text: seen as such, read by whoever corrects it, approved by who may."""

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.models import Page, PageLogEntry
from wagtail_localize.models import StringTranslation, Translation

from organisations.models import OrganisationPage
from site_core.translation.machine.reading import READ
from tests.organisations import actions
from tests.site_core.translation.changes.changing import (
    change,
    set_summary,
)
from tests.site_core.translation.changes.screen import (
    changed,
    fill,
    open_screen,
    said,
)
from tests.site_core.translation.sources import publish

pytestmark = pytest.mark.django_db

Commit = Callable[..., object]


@pytest.fixture
def by_machine(ukrainian: Translation, path: str) -> StringTranslation:
    """A machine has drafted the changed text."""
    ukrainian.source.update_from_db()
    (row,) = changed(ukrainian)
    segment = ukrainian.source.stringsegment_set.get(context__path=path, string__data=row.now)
    return StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=ukrainian.target_locale,
        data="Машинний текст.",
        translation_type="machine",
        tool_name="LibreTranslate",
    )


@pytest.mark.slow
def test_machine_text_that_nobody_read_is_shown_as_such_and_not_published(
    editor: Client,
    ukrainian: Translation,
    by_machine: StringTranslation,
    django_capture_on_commit_callbacks: Commit,
) -> None:
    change(set_summary("Nowe streszczenie."))
    shown = {one.row.path: one for one in open_screen(editor, ukrainian).context["form"].shown}
    path = by_machine.context.path
    assert (shown[path].text, shown[path].row.by_machine) == ("Машинний текст.", True)
    before = actions.campaign("uk").last_published_at
    with django_capture_on_commit_callbacks(execute=True):
        answer = fill(editor, ukrainian, {"summary": "Новий опис."}, action="publish")
    assert "translated by machine" in said(answer)
    assert actions.campaign("uk").last_published_at == before


@pytest.mark.slow
@pytest.mark.parametrize("words", ["Людський текст.", None])
def test_who_corrects_it_or_says_that_it_is_right_has_read_it(
    translator: Client, ukrainian: Translation, by_machine: StringTranslation, words: str | None
) -> None:
    path = by_machine.context.path
    fill(translator, ukrainian, {path: words} if words else {}, still=() if words else (path,))
    by_machine.refresh_from_db()
    assert (by_machine.translation_type, by_machine.has_error) == ("manual", False)
    assert by_machine.data == (words or "Машинний текст.")
    entry = _log_of(actions.campaign("uk"))
    assert entry == {"passages": 1, "by_hand": bool(words)}


@pytest.mark.slow
def test_who_only_edits_pages_of_an_organisation_corrects_it_but_does_not_approve_it(
    signed_in: Callable[[str], Client],
) -> None:
    own = OrganisationPage.objects.get(locale__language_code="pl")
    translation = Translation.objects.get(
        source__object_id=own.translation_key, target_locale__language_code="uk"
    )
    publish(own, set_summary("Nowe streszczenie."))
    translation.source.update_from_db()
    segment = translation.source.stringsegment_set.get(context__path="summary")
    machine = StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=translation.target_locale,
        data="Машинний текст.",
        translation_type="machine",
    )
    coordinator = signed_in("ngo-coordinator")
    answer = fill(coordinator, translation, {}, still=("summary",))
    assert "not approve it as the machine wrote it" in answer.context["form"].shown[0].error
    machine.refresh_from_db()
    assert machine.translation_type == "machine"
    fill(coordinator, translation, {"summary": "Людський текст."})
    machine.refresh_from_db()
    assert (machine.translation_type, machine.data) == ("manual", "Людський текст.")


def _log_of(page: Page) -> dict:
    return PageLogEntry.objects.filter(page=page.pk, action=READ).latest("timestamp").data
