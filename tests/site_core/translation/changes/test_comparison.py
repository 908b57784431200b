"""What counts as changed: one row for each text somebody has to look at, and none for anything else."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.formats import date_format
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation

from site_core.translation.changes.comparison import Comparison
from site_core.translation.changes.follows import followed
from tests.organisations import actions
from tests.site_core.translation.changes.changing import (
    NEW_QUOTE,
    add_quote,
    change,
    change_body,
    rewrite,
    rich_text,
    set_summary,
)
from tests.site_core.translation.changes.screen import changed
from tests.site_core.translation.sources import Raw, first, translate_again

pytestmark = pytest.mark.django_db


def comparison(translation: Translation) -> Comparison:
    return Comparison(Translation.objects.select_related("source").get(pk=translation.pk))


@pytest.fixture(params=["before taking over", "after"])
def and_taken_over(request: pytest.FixtureRequest, ukrainian: Translation) -> Callable[[], None]:
    """Everything holds whether or not somebody has brought the translators' text up to date."""
    return ukrainian.source.update_from_db if request.param == "after" else lambda: None


def test_nothing_changed(ukrainian: Translation) -> None:
    found = comparison(ukrainian)
    assert (found.rows, found.removed, found.moved, found.waiting, followed(found)) == ([], [], {}, [], [])


def test_one_changed_paragraph_of_three_is_one_row(
    ukrainian: Translation, and_taken_over: Callable[[], None]
) -> None:
    change_body(rewrite)
    and_taken_over()
    (row,) = changed(ukrainian)
    assert row.before.replace("kilkanaście", "kilkadziesiąt") == row.now
    assert row.before != row.now
    assert row.translation.startswith("Зазвичай це триває лічені секунди.")
    assert (row.place, row.is_rich) == ("Tekst", True)


def test_a_new_and_a_removed_text(ukrainian: Translation, and_taken_over: Callable[[], None]) -> None:
    def apply(raw: Raw) -> None:
        add_quote(raw)
        raw[:] = [block for block in raw if block["type"] != "glossary_term"]

    change_body(apply)
    and_taken_over()
    found = comparison(ukrainian)
    (row,) = found.rows
    assert (row.path, row.before, row.translation) == (f"body.{NEW_QUOTE}.text", None, "")
    assert row.place == "Cytat"
    assert found.removed[0].before == "świadek"
    assert {gone.now for gone in found.removed} == {None}
    assert found.removed[0].translation == "свідок"


def test_a_paragraph_that_came_beside_a_changed_one_is_new(
    ukrainian: Translation, and_taken_over: Callable[[], None]
) -> None:
    def apply(raw: Raw) -> None:
        rewrite(raw)
        rich_text(raw)["value"] = "<p>Zupełnie nowy akapit.</p>" + rich_text(raw)["value"]

    change_body(apply)
    and_taken_over()
    new, other = changed(ukrainian)
    assert (new.before, new.now) == (None, "Zupełnie nowy akapit.")
    assert "kilkanaście" in other.before


@pytest.mark.parametrize("change_order", [list.reverse, lambda raw: raw.insert(0, raw.pop())])
def test_blocks_in_another_order_are_no_change(ukrainian: Translation, change_order: Any) -> None:
    change_body(change_order)
    found = comparison(ukrainian)
    assert (found.rows, found.removed) == ([], [])


def test_a_text_that_moved_into_another_block_keeps_its_translation(
    ukrainian: Translation, and_taken_over: Callable[[], None]
) -> None:
    def apply(raw: Raw) -> None:
        old = first(raw, "glossary_term")
        raw[raw.index(old)] = {**old, "id": NEW_QUOTE}

    change_body(apply)
    and_taken_over()
    found = comparison(ukrainian)
    assert (found.rows, found.removed) == ([], [])
    assert {row.data for row in found.moved.values()} >= {"свідок"}


def test_a_text_within_a_list_within_a_block(ukrainian: Translation) -> None:
    def apply(raw: Raw) -> None:
        first(raw, "steps")["value"]["steps"][1]["value"]["title"] = "Poproś kogoś o wsparcie"

    change_body(apply)
    (row,) = changed(ukrainian)
    assert (row.before, row.now) == ("Poproś o wsparcie", "Poproś kogoś o wsparcie")
    assert row.place == "Kroki · 2 · Co zrobić"


def test_alternative_text_of_a_picture(ukrainian: Translation) -> None:
    def apply(raw: Raw) -> None:
        first(raw, "figure")["value"]["image"]["alt_text"] = "Plakat z pięcioma sposobami."

    change_body(apply)
    (row,) = changed(ukrainian)
    assert row.now == "Plakat z pięcioma sposobami."
    assert row.path.endswith(".image.alt_text")
    assert not row.is_rich


def test_what_is_translated_already_is_no_row(ukrainian: Translation) -> None:
    change_body(rewrite)
    translate_again(actions.campaign("pl"), "uk", publish=False)
    found = comparison(ukrainian)
    assert found.rows == []
    assert len(found.waiting) == 1, "the page does not show it yet"


def test_a_draft_of_the_source_is_no_change(ukrainian: Translation) -> None:
    polish = actions.campaign("pl")
    polish.summary = "Jeszcze nie."
    polish.save_revision()
    assert changed(ukrainian) == []


def test_before_is_what_the_present_translation_was_made_of(ukrainian: Translation) -> None:
    """Changed twice, and taken over in between by somebody who translated nothing."""
    old = actions.campaign("pl").summary
    change(set_summary("Pośrednie zdanie."))
    ukrainian.source.update_from_db()
    change(set_summary("Ostateczne zdanie."))
    (row,) = changed(ukrainian)
    assert (row.before, row.now) == (old, "Ostateczne zdanie.")


def test_of_two_earlier_wordings_it_is_the_one_translated_last(ukrainian: Translation) -> None:
    change(set_summary("Pośrednie zdanie."))
    ukrainian.source.update_from_db()
    string = actions.summary_segment("uk")
    StringTranslation.objects.create(
        translation_of=string.string,
        context=string.context,
        locale=ukrainian.target_locale,
        data="Проміжне речення.",
        translation_type="manual",
    )
    change(set_summary("Ostateczne zdanie."))
    (row,) = changed(ukrainian)
    assert (row.before, row.translation) == ("Pośrednie zdanie.", "Проміжне речення.")
    assert comparison(ukrainian).removed == []


def test_what_follows_by_itself_is_told_old_and_new(ukrainian: Translation) -> None:
    def apply(raw: Raw) -> None:
        card = first(raw, "contact_card")["value"]
        card["languages"] = ["pl", "uk"]
        card["website"] = "https://przyklad.krakow.pl"

    before = actions.campaign("pl")
    change_body(apply)

    later_day = before.ends_on.replace(year=before.ends_on.year + 1)

    def later(page: Any) -> None:
        page.ends_on = later_day

    change(later)
    found = comparison(ukrainian)
    assert found.rows == []
    told = {one.place: (one.before, one.now) for one in followed(found)}
    card = "Miejsce, do którego można się zwrócić"
    assert told == {
        "Data zakończenia": (
            date_format(before.ends_on, "SHORT_DATE_FORMAT"),
            date_format(later_day, "SHORT_DATE_FORMAT"),
        ),
        f"{card} · Strona internetowa": ("https://bazgroly.krakow.pl", "https://przyklad.krakow.pl"),
        f"{card} · Języki, w których można rozmawiać": ("Polski", "Polski, Українська"),
    }


def test_languages_in_another_order_are_the_same_languages(ukrainian: Translation) -> None:
    def turn_round(page: Any) -> None:
        assert len(page.languages) > 1
        page.languages = page.languages[::-1]

    change(turn_round)
    assert followed(comparison(ukrainian)) == []


def test_a_link_that_leads_elsewhere_needs_nobody(ukrainian: Translation) -> None:
    def apply(raw: Raw) -> None:
        callout = first(raw, "callout")["value"]
        assert "tel:112" in callout["text"]
        callout["text"] = callout["text"].replace("tel:112", "tel:997")

    change_body(apply)
    found = comparison(ukrainian)
    assert found.rows == []
    assert len(followed(found)) == 1


@pytest.mark.slow
def test_thirty_changed_texts_cost_what_one_does(ukrainian: Translation) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            found = comparison(ukrainian)
            assert found.rows
            assert found.removed is not None
            assert followed(found) is not None
        return len(captured)

    change_body(rewrite)
    one = asked()

    def apply(raw: Raw) -> None:
        more = "".join(f"<p>Akapit numer {number}.</p>" for number in range(30))
        rich_text(raw)["value"] += more

    change_body(apply)
    assert len(changed(ukrainian)) == 31
    assert asked() == one


@pytest.mark.slow
def test_only_of_its_own_language(ukrainian: Translation) -> None:
    english = Translation.objects.get(
        source=ukrainian.source, target_locale=Locale.objects.get(language_code="en")
    )
    change_body(rewrite)
    translate_again(actions.campaign("pl"), "en")
    assert changed(english) == []
    assert len(changed(ukrainian)) == 1
