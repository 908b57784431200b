"""In one long running text, which paragraphs are older than the source's is marked in their place, and no others."""

import re
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup, Tag
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from site_core.languages.addresses import page_address
from site_core.languages.status import statuses_of
from site_core.models import VersionFreshness
from site_core.translation.fingerprints import whole
from site_core.translation.freshness import rebuild
from tests.site_core.translation.sources import Raw, behind, publish, translate_again, with_body

pytestmark = pytest.mark.django_db

WHERE = "Gdzie zgłosić? Ścieżki w Krakowie"
TEXT = (
    "<h2>Po kolei</h2><p>Pierwszy.</p><p>Drugi <b>ważny</b>.</p>"
    "<ul><li>Jabłko</li><li>Gruszka</li><li>Śliwka</li></ul><p>Ostatni.</p>"
)
BLOCK = {"type": "rich_text", "value": TEXT, "id": "long-text"}


@pytest.fixture
def polish(demo_page: Callable[..., Page]) -> Page:
    """A page that begins with a long running text, translated into Ukrainian word by word."""
    page = publish(demo_page(WHERE), with_body(lambda raw: raw.insert(0, BLOCK)))
    translate_again(page, "uk")
    rows = StringTranslation.objects.filter(locale__language_code="uk", context__path="body.long-text")
    for row in rows:
        row.data = f"Укр: {row.data}"
        row.save()
    translate_again(page, "uk")
    assert behind(page)["uk"] == []
    return page


@pytest.fixture
def read(reader: Client, demo_page: Callable[..., Page]) -> Callable[[], Tag]:
    """The long text as the reader of a language gets it."""

    def text(code: str = "uk") -> Tag:
        html = reader.get(page_address(demo_page(WHERE, code))).content.decode()
        return BeautifulSoup(html, "html.parser").select_one(".block--rich_text")

    return text


def say(old: str, new: str) -> Callable[[Page], None]:
    def edit(raw: Raw) -> None:
        assert old in raw[0]["value"]
        raw[0]["value"] = raw[0]["value"].replace(old, new)

    return with_body(edit)


def words(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def marks(text: Tag) -> list[str]:
    return [words(mark) for mark in text.select(".passage-mark")]


def sources(text: Tag) -> list[str]:
    return [words(source) for source in text.select(".passage-source > div")]


OLDER = "Тут текст старіший за польський."
NEW = "Тут у польському тексті є щось нове."
GONE = "У польському тексті цього вже немає."


@pytest.mark.slow
def test_the_paragraph_that_is_older_is_marked_and_no_other(polish: Page, read: Callable[[], Tag]) -> None:
    publish(polish, say("<p>Pierwszy.</p>", "<p>Pierwszy inaczej.</p>"))
    text = read()
    (box,) = text.select(".passage")
    assert words(box.select_one(".passage > p:not(.passage-mark)")) == "Укр: Pierwszy."
    assert marks(text) == [OLDER]
    source = box.select_one("details > div")
    assert (source["lang"], source["dir"], words(source)) == ("pl", "ltr", "Pierwszy inaczej.")
    assert box.find_previous("h2").get_text() == "Укр: Po kolei"
    assert not box.select("li")


@pytest.mark.slow
def test_a_heading_and_an_item_are_marked_alike(polish: Page, read: Callable[[], Tag]) -> None:
    def both(page: Page) -> None:
        say("<h2>Po kolei</h2>", "<h2>Krok po kroku</h2>")(page)
        say("<li>Gruszka</li>", "<li>Gruszka konferencja</li>")(page)

    publish(polish, both)
    text = read()
    heading, item = text.select(".passage")
    assert heading.select_one("h2").get_text() == "Укр: Po kolei"
    assert [tag.get_text() for tag in text.select("h2")] == ["Укр: Po kolei"], (
        "the outline has each heading once"
    )
    assert item.parent.name == "li"
    assert item.parent.find_previous_sibling("li").get_text() == "Укр: Jabłko"
    assert sources(text) == ["Krok po kroku", "Gruszka konferencja"]


@pytest.mark.slow
def test_what_is_new_and_what_is_gone_stand_in_their_place(polish: Page, read: Callable[[], Tag]) -> None:
    def change(page: Page) -> None:
        say("<p>Pierwszy.</p>", "<p>Pierwszy.</p><p>Nowy akapit.</p>")(page)
        say("<li>Śliwka</li>", "")(page)
        say("<li>Jabłko</li>", "<li>Jabłko</li><li>Banan</li>")(page)

    publish(polish, change)
    text = read()
    assert marks(text) == [NEW, NEW, GONE]
    paragraph, item, gone = text.select(".passage")
    assert words(paragraph.find_previous_sibling("p")) == "Укр: Pierwszy."
    assert item.name == "li"
    assert words(item.find_previous_sibling("li")) == "Укр: Jabłko"
    assert words(gone).endswith("Укр: Śliwka")
    assert sources(text) == ["Nowy akapit.", "Banan"]


@pytest.mark.slow
def test_of_one_that_became_two_the_polish_text_is_whole(polish: Page, read: Callable[[], Tag]) -> None:
    publish(polish, say("<p>Pierwszy.</p>", "<p>Pierwsza połowa.</p><p>Druga połowa.</p>"))
    text = read()
    assert marks(text) == [OLDER]
    assert sources(text) == ["Pierwsza połowa. Druga połowa."]


@pytest.mark.slow
def test_a_text_written_anew_or_only_reordered_is_marked_as_one(
    polish: Page, read: Callable[[], Tag]
) -> None:
    publish(polish, say(TEXT, "<p>Wszystko inaczej.</p>"))
    assert "Цей фрагмент" in marks(read().parent)[0]
    publish(
        polish, say("<p>Wszystko inaczej.</p>", TEXT.replace("<p>Pierwszy.</p>", "") + "<p>Pierwszy.</p>")
    )
    assert behind(polish)["uk"] == ["body.long-text"]
    assert marks(read().parent) == ["Цей фрагмент старіший за польський текст."]


@pytest.mark.slow
def test_counts_stay_those_of_passages(polish: Page, reader: Client, demo_page: Callable[..., Page]) -> None:
    def two(page: Page) -> None:
        say("Pierwszy.", "Pierwszy inaczej.")(page)
        say("Ostatni.", "Ostatni inaczej.")(page)

    publish(polish, two)
    html = reader.get(page_address(demo_page(WHERE, "uk"))).content.decode()
    assert html.count(OLDER) == 2
    assert "1 фрагмент цієї сторінки" in html
    assert re.search('"creativeWorkStatus": ?"outdated: 1"', html)
    status = statuses_of([polish.translation_key], ["uk"])[polish.translation_key]["uk"]
    assert status.count == 1


@pytest.mark.slow
def test_translated_again_nothing_is_marked(polish: Page, read: Callable[[], Tag]) -> None:
    publish(polish, say("Pierwszy.", "Pierwszy inaczej."))
    assert marks(read())
    translate_again(polish, "uk")
    assert not marks(read().parent)


@pytest.mark.slow
def test_a_text_rewritten_by_hand_is_marked_as_one(polish: Page, read: Callable[[], Tag]) -> None:
    """Nobody knows then which paragraph stands for which."""
    uk = Page.objects.get(translation_key=polish.translation_key, locale__language_code="uk").specific
    publish(polish, say("Pierwszy.", "Pierwszy inaczej."))
    publish(uk, say("<p>Укр: Pierwszy.</p>", ""))
    assert marks(read().parent) == ["Цей фрагмент старіший за польський текст."]


@pytest.mark.slow
def test_a_row_from_before_knows_the_whole_only_until_it_is_found_anew(
    polish: Page, read: Callable[[], Tag]
) -> None:
    row = VersionFreshness.objects.get(translation_key=polish.translation_key, locale__language_code="uk")
    VersionFreshness.objects.filter(pk=row.pk).update(
        basis={path: whole(mark) for path, mark in row.basis.items()}
    )
    publish(polish, say("Pierwszy.", "Pierwszy inaczej."))
    assert behind(polish)["uk"] == ["body.long-text"], "comparing goes on as before"
    assert "Цей фрагмент" in marks(read().parent)[0]
    day = VersionFreshness.objects.get(pk=row.pk).source_changed_at
    rebuild()
    assert marks(read()) == [OLDER]
    found = VersionFreshness.objects.get(translation_key=polish.translation_key, locale__language_code="uk")
    assert found.source_changed_at == day


@pytest.mark.slow
def test_a_row_from_before_learns_its_paragraphs_with_the_next_publishing(
    polish: Page, read: Callable[[], Tag]
) -> None:
    rows = VersionFreshness.objects.filter(translation_key=polish.translation_key)
    for row in rows:
        rows.filter(pk=row.pk).update(basis={path: whole(mark) for path, mark in row.basis.items()})
    publish(polish, lambda page: setattr(page, "summary", "Inaczej."))
    publish(polish, say("Pierwszy.", "Pierwszy inaczej."))
    assert marks(read()) == [OLDER]


@pytest.mark.slow
def test_running_text_outside_the_body(reader: Client, demo_page: Callable[..., Page]) -> None:
    polish = demo_page("Słyszę? Reaguję.")
    publish(polish, lambda page: setattr(page, "aim", "<p>Raz.</p><p>Dwa.</p>"))
    translate_again(polish, "uk")
    publish(polish, lambda page: setattr(page, "aim", "<p>Raz.</p><p>Dwa & <i>trzy</i>.</p>"))
    html = reader.get(page_address(demo_page("Słyszę? Reaguję.", "uk"))).content.decode()
    section = BeautifulSoup(html, "html.parser").select_one("section[aria-labelledby=aim]")
    assert marks(section) == [OLDER]
    assert sources(section) == ["Dwa & trzy ."]
    assert section.select_one(".passage").find_previous_sibling("p").get_text() == "Raz."


@pytest.mark.slow
def test_links_lead_where_they_led_and_signs_do_nothing(polish: Page, read: Callable[[], Tag]) -> None:
    link = f'<a linktype="page" id="{polish.get_parent().pk}">a &lt;b&gt; {{{{ x }}}} \\1</a>'
    publish(polish, say("Pierwszy.", link))
    (source,) = read().select(".passage-source")
    assert source.select_one("a")["href"].startswith("/uk/")
    assert words(source.select_one("a")) == "a <b> {{ x }} \\1"
    assert not re.search("[\ufdd0-\ufdef]", str(read()))


@pytest.mark.slow
def test_marks_cost_no_query_more(polish: Page, reader: Client, demo_page: Callable[..., Page]) -> None:
    address = page_address(demo_page(WHERE, "uk"))

    def cost() -> int:
        reader.get(address)
        with CaptureQueriesContext(connection) as captured:
            reader.get(address)
        return len(captured)

    current = cost()
    publish(polish, say("Pierwszy.", "Pierwszy inaczej."))
    assert cost() == current + 1
