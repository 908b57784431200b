"""A film in sign language and a voice beside the text: nothing of them comes unasked, and then they play."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.public_pages import PublicPages
from tests.browser.recorded import ADDRESS
from tests.browser.test_accessibility import UNFOLD_MAIN, violations_by_scheme
from tests.browser.watch import Watch
from tools.places import ROOT

FILM = "Obejrzyj w polskim języku migowym (1 min)"
SOUND = "Posłuchaj (1 min)"
CUES_SHOWN = "video => video.textTracks[0].mode === 'showing' && (video.textTracks[0].cues || []).length"

# Not wait_for_function: its second look would be `eval`, which the site's policy forbids.
PLAYED_BEYOND = """(video, seconds) => new Promise((done) => {
  const look = () => video.currentTime > seconds ? done() : setTimeout(look, 50);
  look();
})"""


@pytest.fixture(scope="session")
def recorded(base_url: str, site_var: Path) -> str:
    """The address of a page with both beside its text."""
    site = {
        "DJANGO_SETTINGS_MODULE": "site_core.settings.demo",
        "SITE_VAR": str(site_var),
        "SITE_URL": base_url,
    }
    subprocess.run(
        [sys.executable, "-m", "tests.browser.recorded"], cwd=ROOT, env={**os.environ, **site}, check=True
    )
    return ADDRESS


@pytest.mark.parametrize("scripts", [True, False])
def test_nothing_is_fetched_before_it_is_started(
    new_context: Callable[..., BrowserContext], recorded: str, scripts: bool
) -> None:
    page = new_context(java_script_enabled=scripts).new_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(recorded)
    for words in (FILM, SOUND):
        page.get_by_text(words).click()
    expect(page.locator("video")).to_be_visible()
    expect(page.locator("audio")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert [url for url in fetched if "/documents/" in url] == []


def test_it_plays_with_captions_and_can_be_sought_in(
    new_context: Callable[..., BrowserContext], base_url: str, recorded: str
) -> None:
    page = new_context(viewport={"width": 1280, "height": 900}).new_page()
    watch = Watch(page, base_url)
    parts: list[int] = []
    page.on("response", lambda answer: parts.append(answer.status) if answer.url.endswith(".mp4") else None)
    page.goto(recorded)
    page.get_by_text(FILM).click()
    film = page.locator("video")
    film.evaluate("video => video.play()")
    film.evaluate(PLAYED_BEYOND, 0)
    assert film.evaluate("video => video.duration") == 30
    film.evaluate("video => { video.currentTime = 25 }")
    film.evaluate(PLAYED_BEYOND, 25)
    assert film.evaluate(CUES_SHOWN) == 2
    assert set(parts) == {206}
    assert watch.complaints == []


@pytest.mark.parametrize("language", ["pl", "uk", "ar"])
def test_axe_finds_nothing(page: Page, public_pages: PublicPages, recorded: str, language: str) -> None:
    """In Polish, and where others are shown the Polish page."""
    page.goto(recorded if language == "pl" else recorded.replace("/pl/", f"/{language}/"))
    page.evaluate(UNFOLD_MAIN)
    expect(page.locator(".recording")).to_have_count(2)
    assert violations_by_scheme(page) == {}


def test_on_a_narrow_screen_nothing_hangs_over(reader: Callable[..., Page], recorded: str) -> None:
    page = reader(viewport={"width": 320, "height": 640})
    page.goto(recorded)
    page.evaluate(UNFOLD_MAIN)
    assert page.evaluate("() => document.documentElement.scrollWidth") == 320
