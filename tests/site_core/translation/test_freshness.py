"""How far each version of a page is behind its source, passage by passage, known when something is published."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

from site_core.models import VersionFreshness
from site_core.translation.fingerprints import fingerprints
from site_core.translation.freshness import rebuild
from tests.site_core.translation.sources import behind, first, publish, translate_again, with_body

pytestmark = pytest.mark.django_db

WHERE = "Gdzie zgłosić? Ścieżki w Krakowie"
TRANSLATED = {"uk", "en", "be", "ar"}


@pytest.fixture
def polish(demo_page: Callable[..., Page]) -> Page:
    """A Polish page, brought up to date in every language it is translated into."""
    page = demo_page(WHERE)
    translate_again(page, "uk")
    assert behind(page) == in_each([])
    return page


def in_each(paths: list[str], codes: set[str] = TRANSLATED) -> dict[str, list[str]]:
    return dict.fromkeys(codes, paths)


def facts() -> dict[Any, Any]:
    return {
        (row.translation_key, row.locale_id): (row.basis, row.behind, row.source_changed_at, row.minor_reason)
        for row in VersionFreshness.objects.all()
    }


def test_the_demonstration_has_one_version_that_is_behind(demo_page: Callable[..., Page]) -> None:
    assert {code: len(paths) for code, paths in behind(demo_page(WHERE)).items()} == {
        "uk": 1,
        "en": 0,
        "be": 0,
        "ar": 0,
    }
    assert sum(1 for row in VersionFreshness.objects.all() if row.behind) == 1


def edit_running_text(raw: list) -> str:
    block = first(raw, "rich_text")
    block["value"] = block["value"].replace("<p>", "<p>Teraz inaczej. ", 1)
    return f"body.{block['id']}"


def edit_nested(raw: list) -> str:
    block = first(raw, "steps")
    step = block["value"]["steps"][1]
    step["value"]["title"] = "Zapisz, zanim zapomnisz"
    return f"body.{block['id']}.steps.{step['id']}.title"


def edit_phone(raw: list) -> str:
    """No passage of translators, and the first thing that must not be old."""
    block = first(raw, "contact_card")
    block["value"]["phone"] = "113"
    return f"body.{block['id']}.phone"


@pytest.mark.slow
@pytest.mark.parametrize("edit", [edit_running_text, edit_nested, edit_phone])
def test_one_changed_passage_is_behind_in_each_language(polish: Page, edit: Callable[[list], str]) -> None:
    changed = []
    page = publish(polish, with_body(lambda raw: changed.append(edit(raw))))
    assert behind(page) == in_each(changed)
    dates = set(VersionFreshness.objects.exclude(behind=[]).values_list("source_changed_at", flat=True))
    assert dates == {page.last_published_at}


def test_a_changed_title_is_behind_and_an_address_is_not(polish: Page) -> None:
    def retitle(page: Page) -> None:
        page.title, page.slug = "Gdzie to zgłosić?", "gdzie-to-zglosic"

    assert behind(publish(polish, retitle)) == in_each(["title"])


@pytest.mark.slow
def test_the_text_that_describes_a_picture_is_a_passage(demo_page: Callable[..., Page]) -> None:
    polish = demo_page(WHERE)
    image = {"image": image_id(), "alt_text": "Mur z napisem", "decorative": False}
    figure = {"image": image, "caption": "Mur", "credit": ""}
    block = {"type": "figure", "value": figure, "id": "6f6d8a0e-0000-4000-8000-000000000001"}
    page = publish(polish, with_body(lambda raw: raw.append(block)))
    for code in TRANSLATED:
        translate_again(page, code)
    assert behind(page) == in_each([])

    def describe(raw: list) -> None:
        first(raw, "figure")["value"]["image"]["alt_text"] = "Czysty mur"

    page = publish(page, with_body(describe))
    assert behind(page) == in_each([f"body.{block['id']}.image.alt_text"])


def image_id() -> int:
    from wagtail.images import get_image_model
    from wagtail.images.tests.utils import get_test_image_file

    return get_image_model().objects.create(title="Mur", file=get_test_image_file()).pk


@pytest.mark.slow
def test_moving_blocks_changes_nothing(polish: Page) -> None:
    def move(raw: list) -> None:
        raw.reverse()
        first(raw, "steps")["value"]["steps"].reverse()

    assert behind(publish(polish, with_body(move))) == in_each([])


def test_the_keys_that_the_editor_gives_to_paragraphs_are_no_change(polish: Page) -> None:
    """It gives them when a text is saved in it for the first time: nobody wrote anything else."""

    def give_keys(raw: list) -> None:
        block = first(raw, "rich_text")
        assert "data-block-key" not in block["value"]
        block["value"] = block["value"].replace("<p>", '<p data-block-key="a1b2c">')

    publish(polish, with_body(give_keys))
    assert behind(polish) == in_each([])


def test_a_new_block_and_one_taken_away_are_behind(polish: Page) -> None:
    gone = []

    def replace(raw: list) -> None:
        gone.append(raw.pop(0)["id"])
        raw.append({"type": "rich_text", "value": "<p>Nowe.</p>", "id": "new"})

    page = publish(polish, with_body(replace))
    assert behind(page) == in_each(sorted([f"body.{gone[0]}", "body.new"]))


def test_saving_a_draft_changes_nothing(polish: Page) -> None:
    polish.title = "Szkic"
    polish.save_revision()
    assert behind(polish) == in_each([])


@pytest.mark.slow
def test_translating_makes_current_and_only_the_language_that_was_translated(polish: Page) -> None:
    page = publish(polish, with_body(edit_nested))
    translate_again(page, "en")
    assert {code for code, paths in behind(page).items() if not paths} == {"en"}


@pytest.mark.slow
def test_a_version_is_as_old_as_the_text_it_was_made_from(polish: Page) -> None:
    """Published again without the new text (a typing error put right): still behind."""
    page = publish(polish, with_body(edit_nested))
    before = behind(page)
    publish(page_in(page, "en"), lambda page: setattr(page, "title", f"{page.title}!"))
    assert behind(page) == before


@pytest.mark.slow
def test_text_that_waits_for_its_translator_is_behind(polish: Page) -> None:
    """Taken over by the translators, not translated yet; then the table is found anew."""
    page = publish(polish, with_body(edit_nested))
    before = behind(page)
    TranslationSource.objects.get(object_id=page.translation_key).update_from_db()
    for emptied in (False, True):
        if emptied:
            VersionFreshness.objects.all().delete()
        rebuild()
        assert behind(page) == before


@pytest.mark.slow
def test_putting_the_old_text_back_makes_current_again(polish: Page) -> None:
    old = polish.get_latest_revision()
    page = publish(polish, with_body(edit_nested))
    assert all(behind(page).values())
    old.publish()
    assert behind(page) == in_each([])
    assert not VersionFreshness.objects.filter(source_changed_at__isnull=False).exists()


@pytest.mark.slow
def test_a_change_upon_a_change_keeps_the_first_day(polish: Page) -> None:
    page = publish(polish, with_body(edit_nested))
    day = page.last_published_at
    page = publish(page, with_body(edit_running_text))
    assert {len(paths) for paths in behind(page).values()} == {2}
    dates = VersionFreshness.objects.filter(translation_key=page.translation_key)
    assert set(dates.values_list("source_changed_at", flat=True)) == {day}


@pytest.mark.slow
def test_an_easy_version_follows_the_source_that_its_writer_saw(demo_page: Callable[..., Page]) -> None:
    easy = Page.objects.filter(locale__language_code="pl-simple", live=True, depth__gt=2).first().specific
    page = Page.objects.get(translation_key=easy.translation_key, locale__language_code="pl").specific
    page = publish(page, lambda page: setattr(page, "summary", "Po zmianie."))
    assert behind(page)["pl-simple"] == ["summary"]
    rebuild()
    assert behind(page)["pl-simple"] == ["summary"]
    publish(easy, lambda page: setattr(page, "summary", "Prosto po zmianie."))
    assert behind(page)["pl-simple"] == []


@pytest.mark.slow
def test_what_is_not_public_has_no_row(polish: Page) -> None:
    version = {code: page_in(polish, code) for code in TRANSLATED}
    version["uk"].unpublish()
    assert set(behind(polish)) == TRANSLATED - {"uk"}
    version["en"].delete()
    assert set(behind(polish)) == TRANSLATED - {"uk", "en"}
    polish.unpublish()
    assert behind(polish) == {}
    polish.get_latest_revision().publish()
    assert behind(polish) == in_each([], TRANSLATED - {"uk", "en"})


def page_in(page: Page, code: str) -> Page:
    return Page.objects.get(translation_key=page.translation_key, locale__language_code=code).specific


@pytest.mark.slow
def test_a_new_translation_gets_its_row(polish: Page) -> None:
    version = page_in(polish, "uk")
    version.unpublish()
    version.get_latest_revision().publish()
    assert behind(polish)["uk"] == []


@pytest.mark.slow
def test_moving_or_copying_a_page_changes_nothing(polish: Page) -> None:
    page = publish(polish, with_body(edit_nested))
    before = facts()
    page.move(page.get_parent().get_parent(), pos="last-child")
    page.refresh_from_db()
    page.copy(update_attrs={"slug": "kopia"}, keep_live=True)
    assert facts() == before


@pytest.mark.slow
def test_a_table_found_anew_is_the_same(polish: Page, capsys: pytest.CaptureFixture) -> None:
    page = publish(polish, with_body(edit_nested))
    publish(page, lambda page: setattr(page, "summary", "Jeszcze raz inaczej."))
    before = facts()
    assert len(before) > 100
    call_command("rebuild_freshness")
    assert facts() == before
    VersionFreshness.objects.all().delete()
    call_command("rebuild_freshness")
    found = facts()
    # Days of publications but the last come from the log, which is written a moment later.
    assert {key: fact[:2] for key, fact in found.items()} == {key: fact[:2] for key, fact in before.items()}
    days = {key: fact[2] and fact[2].date() for key, fact in before.items()}
    assert {key: fact[2] and fact[2].date() for key, fact in found.items()} == days
    assert "100%" in capsys.readouterr().out


@pytest.mark.slow
def test_a_table_found_anew_forgets_what_is_not_public(polish: Page) -> None:
    before = set(facts())
    Page.objects.filter(pk=page_in(polish, "uk").pk).update(live=False)
    rebuild()
    gone = before - set(facts())
    assert [key for key, _locale in gone] == [polish.translation_key]


@pytest.mark.slow
def test_publishing_costs_the_same_in_two_languages_as_in_all(polish: Page) -> None:
    def cost() -> int:
        revision = publish(polish, with_body(edit_nested)).save_revision()
        with CaptureQueriesContext(connection) as captured:
            revision.publish()
        return len(captured)

    in_all = cost()
    for code in ("uk", "be", "ar"):
        page_in(polish, code).unpublish()
    assert cost() == in_all


def test_fingerprints_are_the_same_in_another_process(demo_page: Callable[..., Page]) -> None:
    """They are compared after years: whoever changes how they are made has `rebuild_freshness` run."""
    page = type(demo_page(WHERE))(title="Tytuł", summary="Zażółć gęślą jaźń.", slug="tytul")
    assert fingerprints(page) == {"title": "95ff28e18de1a48baeb5a902", "summary": "177766cf5c878cc50040eb5e"}
