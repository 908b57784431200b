"""What cannot be kept is told beside the text it is about, and nothing that was typed is lost."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from site_core.translation.changes.form import MOST_CHARACTERS, SHOWN_AT_ONCE
from site_core.translation.changes.names import changes_url
from tests.organisations import actions
from tests.site_core.translation.changes.changing import (
    change,
    change_body,
    set_summary,
)
from tests.site_core.translation.changes.screen import (
    changed,
    fill,
    filled,
    open_screen,
    said,
    send,
    stored,
)
from tests.site_core.translation.sources import Raw, first

pytestmark = pytest.mark.django_db


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("<p>Так.</p>", "tag is not allowed"),
        ('<a id="a7">Так.</a>', "a7"),
        ('<b onclick="x()">Так.</b>', "attributes"),
        ("Так\0.", "cannot be stored"),
        ("т" * (MOST_CHARACTERS + 1), "too long"),
    ],
)
def test_what_does_not_fit_is_told_beside_the_text_and_nothing_is_lost(
    translator: Client, ukrainian: Translation, path: str, words: str, sentence: str
) -> None:
    change(set_summary("Nowe streszczenie."))
    answer = fill(translator, ukrainian, {path: words, "summary": "Новий опис."})
    shown = {one.row.path: one for one in answer.context["form"].shown}
    assert sentence in shown[path].error
    assert shown[path].error in answer.context["form"].shown[1].error
    assert (shown[path].text, shown["summary"].text) == (words, "Новий опис.")
    assert "Новий опис." not in stored(ukrainian, "summary"), "one form is saved as a whole, or not at all"
    assert "Nothing was saved yet" in answer.content.decode()


@pytest.mark.slow
def test_a_link_that_is_left_out_is_asked_for(translator: Client, ukrainian: Translation, path: str) -> None:
    """Who types a text anew leaves out its marks; readers would have nowhere to go."""

    def link(raw: Raw) -> None:
        block = first(raw, "rich_text")
        block["value"] = block["value"].replace("</p>", ' <a href="https://www.krakow.pl/">Tam</a>.</p>', 1)

    change_body(link)
    answer = fill(translator, ukrainian, {path: "Переклад без посилання."})
    shown = answer.context["form"].shown[0]
    assert '<a id="a1">' in shown.error
    assert shown.text == "Переклад без посилання."
    fill(translator, ukrainian, {path: 'Переклад: <a id="a1">там</a>.'})
    assert 'Переклад: <a id="a1">там</a>.' in stored(ukrainian, path)


@pytest.mark.slow
def test_a_tick_beside_an_empty_field_is_told(translator: Client, ukrainian: Translation, path: str) -> None:
    answer = fill(translator, ukrainian, {path: ""}, still=(path,))
    assert "Type the translation." in answer.context["form"].shown[0].error


def test_a_title_longer_than_its_field_is_told_before_anybody_publishes(
    translator: Client, ukrainian: Translation
) -> None:
    def rename(page: Page) -> None:
        page.title = "Słyszę i reaguję."

    change(rename)
    answer = fill(translator, ukrainian, {"title": "ч" * 300})
    assert "255" in answer.context["form"].shown[0].error


@pytest.mark.slow
def test_a_body_beyond_all_measure_gets_a_sentence(
    translator: Client, ukrainian: Translation, path: str
) -> None:
    shown = open_screen(translator, ukrainian).context["form"].shown
    translator.raise_request_exception = False
    for data in (filled(shown, {path: "т" * 3_000_000}), {f"x{number}": "x" for number in range(12_000)}):
        answer = translator.post(changes_url(ukrainian.pk), data)
        assert answer.status_code == 400
        assert "<h1" in answer.content.decode()


@pytest.mark.slow
@pytest.mark.parametrize("mark", ["", "a", "a:b:c", "a:1", "a:-1:c", f"a:{'9' * 40}:c", "\0:1:\0"])
def test_marks_that_nobody_gave_out_change_nothing(
    translator: Client, ukrainian: Translation, path: str, mark: str
) -> None:
    before = list(StringTranslation.objects.order_by("pk").values())
    (row,) = changed(ukrainian)
    answer = send(translator, ukrainian, {f"seen-{row.key}": mark, f"text-{row.key}": "Ні.", "seen-x": mark})
    assert answer.status_code == 200
    assert list(StringTranslation.objects.order_by("pk").values()) == before


@pytest.mark.slow
def test_a_locked_page_is_left_alone(
    translator: Client, ukrainian: Translation, path: str, person: Callable
) -> None:
    shown = open_screen(translator, ukrainian).context["form"].shown
    Page.objects.filter(pk=actions.campaign("uk").pk).update(locked=True, locked_by=person("editor"))
    assert 'value="save"' not in open_screen(translator, ukrainian).content.decode()
    send(translator, ukrainian, filled(shown, {path: "Так."}))
    assert "Так." not in stored(ukrainian, path)


@pytest.mark.slow
def test_what_a_field_of_the_page_refuses_is_told_and_nothing_is_written(
    editor: Client, ukrainian: Translation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object) -> None:
        raise ValidationError({"summary": ["Tak nie."], "slug": ["I tak nie."]})

    change(set_summary("Nowe streszczenie."))
    monkeypatch.setattr("site_core.translation.changes.saving.make_public", refuse)
    answer = fill(editor, ukrainian, {"summary": "Новий опис."}, action="publish")
    assert answer.context["form"].shown[0].error == "Tak nie."
    assert answer.context["form"].shown[0].text == "Новий опис."
    assert "I tak nie." in said(answer)
    assert "Новий опис." not in stored(ukrainian, "summary")


@pytest.mark.slow
def test_of_very_many_texts_the_first_ones_are_shown_and_the_rest_is_promised(
    translator: Client, ukrainian: Translation
) -> None:
    def apply(raw: Raw) -> None:
        more = "".join(f"<p>Akapit numer {number}.</p>" for number in range(SHOWN_AT_ONCE + 20))
        first(raw, "rich_text")["value"] += more

    change_body(apply)
    answer = open_screen(translator, ukrainian)
    shown = answer.context["form"].shown
    assert len(shown) == SHOWN_AT_ONCE
    assert "20 more texts come when these are saved." in answer.content.decode()
    data = filled(shown, {})
    data |= {f"text-{one.row.key}": f"Абзац {number}." for number, one in enumerate(shown)}
    send(translator, ukrainian, data)
    assert len(open_screen(translator, ukrainian).context["form"].shown) == 20
