"""What the screen shows, to whom, and that looking at it writes nothing."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from site_core.languages.addresses import page_address
from site_core.translation.changes.names import changes_url
from tests.organisations import actions
from tests.site_core.translation.changes.changing import add_quote, change_body, rewrite, rich_text
from tests.site_core.translation.changes.screen import open_screen
from tests.site_core.translation.sources import Raw

pytestmark = pytest.mark.django_db


def soup(client: Client, translation: Translation) -> BeautifulSoup:
    return BeautifulSoup(open_screen(client, translation).content, "html.parser")


def test_old_words_new_words_and_the_present_translation(translator: Client, ukrainian: Translation) -> None:
    change_body(rewrite)
    found = soup(translator, ukrainian)
    (text,) = found.select(".changes-text")
    assert [mark.text for mark in text.select("del")] == ["kilkanaście"]
    assert [mark.text for mark in text.select("ins")] == ["kilkadziesiąt"]
    assert {words["lang"] for words in text.select(".changes-words")} == {"pl"}
    field = text.select_one("textarea")
    assert field.text.startswith("Зазвичай це триває")
    assert (field["lang"], field["dir"]) == ("uk", "ltr")
    assert "1 text changed since this page was translated." in found.text
    assert actions.campaign("uk").title in found.select_one(".changes h2").text


def test_the_field_of_an_arabic_translation_runs_from_right_to_left(editor: Client) -> None:
    translation = Translation.objects.filter(
        target_locale__language_code="ar", source__object_repr="Kampanie"
    ).get()
    page = translation.source.get_source_instance()
    page.summary = "Coś nowego."
    page.save_revision().publish()
    field = soup(editor, translation).select_one("textarea")
    assert (field["lang"], field["dir"]) == ("ar", "rtl")


def test_the_ways_on(translator: Client, ukrainian: Translation) -> None:
    change_body(rewrite)
    ways = [link["href"] for link in soup(translator, ukrainian).select(".changes-ways a")]
    target = actions.campaign("uk")
    assert ways == [
        reverse("wagtailadmin_pages:edit", args=[target.pk]),
        page_address(target),
        page_address(actions.campaign("pl")),
    ]


def test_looking_writes_nothing(translator: Client, ukrainian: Translation) -> None:
    change_body(rewrite)
    with CaptureQueriesContext(connection) as captured:
        open_screen(translator, ukrainian)
    written = [
        query["sql"] for query in captured if not query["sql"].startswith(("SELECT", "SAVEPOINT", "RELEASE"))
    ]
    assert written == []


@pytest.mark.slow
def test_it_asks_no_more_of_thirty_texts_than_of_one(translator: Client, ukrainian: Translation) -> None:
    def asked() -> int:
        open_screen(translator, ukrainian)
        with CaptureQueriesContext(connection) as captured:
            open_screen(translator, ukrainian)
        return len(captured)

    def apply(raw: Raw) -> None:
        rich_text(raw)["value"] += "".join(f"<p>Akapit numer {number}.</p>" for number in range(30))

    change_body(rewrite)
    one = asked()
    change_body(apply)
    assert len(open_screen(translator, ukrainian).context["form"].shown) == 31
    assert asked() == one


def test_a_plain_text_is_shown_in_letters_and_not_in_markup(
    translator: Client, ukrainian: Translation
) -> None:
    change_body(add_quote)
    found = soup(translator, ukrainian)
    assert "Nikt nie zostaje sam & nikt nie milczy." in found.select_one(".changes-words").text
    assert "new" in found.select_one(".changes-kind").text
    assert found.select_one("[name^=still-]") is None, "there is nothing that could stay"


@pytest.mark.parametrize(
    ("name", "status"), [("editor", 200), ("translator-uk", 200), ("administrator", 200)]
)
def test_who_translates_the_language_comes_in(
    signed_in: Callable[[str], Client], ukrainian: Translation, name: str, status: int
) -> None:
    assert signed_in(name).get(changes_url(ukrainian.pk)).status_code == status


@pytest.mark.parametrize("name", ["writer-easy-polish", "ngo-author", "ngo-coordinator", "viewer"])
def test_nobody_else_sees_or_changes_anything(
    signed_in: Callable[[str], Client], ukrainian: Translation, name: str
) -> None:
    client = signed_in(name)
    for answer in (client.get(changes_url(ukrainian.pk)), client.post(changes_url(ukrainian.pk))):
        assert answer.status_code == 302
        assert answer["Location"] == reverse("wagtailadmin_home")


def test_another_language_is_refused(translator: Client) -> None:
    assert translator.get(changes_url(actions.translation("en").pk)).status_code == 302


def test_who_is_not_signed_in_is_sent_to_sign_in(client: Client, ukrainian: Translation) -> None:
    answer = client.get(changes_url(ukrainian.pk))
    assert answer.status_code == 302
    assert "login" in answer["Location"]


def test_there_is_none_for_a_stopped_translation(editor: Client, ukrainian: Translation) -> None:
    Translation.objects.filter(pk=ukrainian.pk).update(enabled=False)
    assert editor.get(changes_url(ukrainian.pk)).status_code == 404
    assert editor.get(changes_url(10**9)).status_code == 404


def test_easy_polish_is_written_and_has_no_such_screen() -> None:
    written = Page.objects.filter(locale=Locale.objects.get(language_code="pl-simple"), depth__gt=2)
    assert written.exists()
    assert not Translation.objects.filter(
        target_locale__language_code="pl-simple", source__object_id__in=written.values("translation_key")
    ).exists()
