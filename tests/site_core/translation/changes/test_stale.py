"""Somebody was quicker, or the source was published again: nothing is overwritten, nothing typed is lost."""

import pytest
from django.test import Client
from wagtail_localize.models import StringTranslation, Translation

from tests.organisations import actions
from tests.site_core.translation.changes.changing import change, change_body, rewrite, rich_text, set_summary
from tests.site_core.translation.changes.screen import (
    changed,
    fill,
    filled,
    open_screen,
    send,
    stored,
)
from tests.site_core.translation.sources import Raw

pytestmark = pytest.mark.django_db

MINE, THEIRS = "Мої слова.", "Слова колеги."


@pytest.mark.slow
def test_what_a_colleague_translated_meanwhile_stays(
    translator: Client, editor: Client, ukrainian: Translation
) -> None:
    change(set_summary("Nowe streszczenie."))
    shown = open_screen(translator, ukrainian).context["form"].shown
    fill(editor, ukrainian, {"summary": THEIRS})
    answer = send(translator, ukrainian, filled(shown, {"summary": MINE}))
    assert MINE not in stored(ukrainian, "summary")
    (one,) = answer.context["form"].shown
    assert (one.text, one.theirs) == (MINE, THEIRS)
    assert "Somebody has worked on this text" in answer.content.decode()
    send(translator, ukrainian, filled([one], {}))
    assert MINE in stored(ukrainian, "summary"), "having seen theirs, one may prefer one's own"


@pytest.mark.slow
def test_a_draft_that_a_machine_made_meanwhile_is_not_approved_unseen(
    translator: Client, ukrainian: Translation
) -> None:
    change(set_summary("Nowe streszczenie."))
    ukrainian.source.update_from_db()
    shown = open_screen(translator, ukrainian).context["form"].shown
    segment = actions.summary_segment("uk")
    machine = StringTranslation.objects.create(
        translation_of=segment.string,
        context=segment.context,
        locale=ukrainian.target_locale,
        data="Машинний текст.",
        translation_type="machine",
    )
    answer = send(translator, ukrainian, filled(shown, {}, still=("summary",)))
    machine.refresh_from_db()
    assert machine.translation_type == "machine"
    assert answer.context["form"].shown[0].theirs == "Машинний текст."


@pytest.mark.slow
def test_where_the_source_changed_again_what_was_typed_comes_back_beside_it(
    translator: Client, ukrainian: Translation
) -> None:
    change_body(rewrite)
    shown = open_screen(translator, ukrainian).context["form"].shown
    path = shown[0].row.path

    def again(raw: Raw) -> None:
        rich_text(raw)["value"] = rich_text(raw)["value"].replace("kilkadziesiąt", "parę")

    change_body(again)
    answer = send(translator, ukrainian, filled(shown, {path: MINE}))
    assert MINE not in stored(ukrainian, path)
    (one,) = answer.context["form"].shown
    assert one.text == MINE
    assert "parę sekund" in one.row.now
    assert "The source was changed again" in answer.content.decode()
    assert 'name="still' in answer.content.decode()
    assert not one.still
    send(translator, ukrainian, filled([one], {}))
    assert MINE in stored(ukrainian, path)
    assert changed(ukrainian) == []


@pytest.mark.slow
def test_what_was_typed_for_a_text_that_is_gone_is_shown(translator: Client, ukrainian: Translation) -> None:
    change_body(rewrite)
    shown = open_screen(translator, ukrainian).context["form"].shown
    change_body(lambda raw: raw.remove(rich_text(raw)))
    answer = send(translator, ukrainian, filled(shown, {shown[0].row.path: MINE}))
    assert answer.context["form"].homeless == [MINE]
    assert MINE in answer.content.decode()


@pytest.mark.slow
def test_texts_nobody_touched_do_not_stand_in_the_way(
    translator: Client, editor: Client, ukrainian: Translation
) -> None:
    change_body(rewrite)
    change(set_summary("Nowe streszczenie."))
    shown = open_screen(translator, ukrainian).context["form"].shown
    path = next(one.row.path for one in shown if one.row.path != "summary")
    fill(editor, ukrainian, {"summary": THEIRS})
    send(translator, ukrainian, filled(shown, {path: MINE}))
    assert THEIRS in stored(ukrainian, "summary")
    assert MINE in stored(ukrainian, path)
    assert changed(ukrainian) == []
