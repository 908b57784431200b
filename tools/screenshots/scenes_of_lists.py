"""Pictures of the lists and forms that editors look after translations and the search with."""

import contextlib
import sqlite3
from datetime import date

from tools.screenshots.desk import Desk, picture
from tools.screenshots.registry import scene
from tools.screenshots.scenes import CAMPAIGN_IN_UKRAINIAN, EDITOR, TRANSLATOR, ensure_change

QUESTIONS = "/admin/search-questions/"
ASKED = {
    "pl": (("hejt w klasie", 14, 9), ("tłumacz migowy", 9, 3), ("zmywanie bohomazów", 6, 0)),
    "uk": (("куди звернутися", 11, 12), ("безкоштовний юрист", 7, 5)),
}
"""By language: a question, how often it was asked, and how many pages were found."""


@scene("board")
def the_board(desk: Desk) -> bytes:
    page = desk.sit(EDITOR, "/admin/translations-board/")
    page.set_viewport_size({"width": 1480, "height": 900})
    page.locator(".board-choose input").nth(1).check()
    desk.settle(page)
    return page.screenshot(clip={"x": 200, "y": 0, "width": 1280, "height": 900})


@scene("names")
def names_and_descriptions(desk: Desk) -> bytes:
    page = desk.sit(EDITOR, "/admin/translations-board/names/")
    return page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 620})


@scene("asked")
def what_people_search_for(desk: Desk) -> bytes:
    """Nobody searches the demonstration: its copy gets questions that could have been asked."""
    have_asked(desk)
    page = desk.sit(EDITOR, QUESTIONS)
    return page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 520})


def have_asked(desk: Desk) -> None:
    month = date.today().replace(day=1)  # noqa: DTZ011 - the server's own day
    rows = [
        (f"{language}{text}", month, language, text, times, found, month, f"{month} 12:00:00")
        for language, asked in ASKED.items()
        for text, times, found in asked
    ]
    with contextlib.closing(sqlite3.connect(desk.database)) as database, database:
        database.executemany(
            "INSERT OR IGNORE INTO site_core_askedquestion (digest, month, language_code, text, times, found,"
            " first_asked_on, counted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [tuple(map(str, row)) for row in rows],
        )


@scene("pin")
def a_page_is_pinned(desk: Desk) -> bytes:
    return form_beside_a_question(desk, {"pl": "Przypnij stronę", "en": "Pin a page"})


@scene("synonyms")
def words_that_mean_the_same(desk: Desk) -> bytes:
    return form_beside_a_question(desk, {"pl": "Dodaj synonim", "en": "Add a synonym"})


@scene("known-words")
def words_that_the_search_knows(desk: Desk) -> bytes:
    page = desk.sit(EDITOR, "/admin/search-words/?q=graffiti")
    page.locator("td[lang=en] summary").first.click()
    desk.settle(page)
    return page.screenshot(clip={"x": 200, "y": 0, "width": 1080, "height": 620})


def form_beside_a_question(desk: Desk, button: dict[str, str]) -> bytes:
    have_asked(desk)
    page = desk.follow(EDITOR, QUESTIONS, button[desk.language])
    return desk.alone(page.locator("main form").last)


@scene("readers-will-see")
def what_readers_will_see(desk: Desk) -> bytes:
    """A translator finishes what `what-changed` has left to do; an editor comes to publish it."""
    ensure_change(desk)
    page = desk.follow(TRANSLATOR, "/admin/", CAMPAIGN_IN_UKRAINIAN)
    text = page.locator("textarea").first
    text.fill(text.input_value().replace("вісьмома", "дев’ятьма"))
    page.click("button[value=save]")
    page.locator(".messages").wait_for()
    page = desk.follow(EDITOR, "/admin/", CAMPAIGN_IN_UKRAINIAN)
    return picture(page.locator(".changes"))
