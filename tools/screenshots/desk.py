"""A person at a desk: a browser of fixed size, in one language, signed in as one of the demo's people."""

import calendar
import contextlib
import sqlite3
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Locator, Page

from tools.suite.seed import PLACE
from tools.terminal import Refused

LOCALES = {"pl": "pl-PL", "en": "en-GB"}
SIZE = {"width": 1280, "height": 860}
TALL = 1800
SHARPNESS = 1.5
PATIENCE = 120_000  # milliseconds; a busy machine is slow, not wrong
SETTLED = 900  # milliseconds for what the admin builds after loading

# What only the demonstration shows, what moves, and what depends on the machine.
QUIET = """
.demonstration-strip, main .help-block.help-warning, .w-dismissible-badge { display: none !important; }
main svg.art { visibility: hidden; } /* drawn from an identity that every loading of the content throws anew */
*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent !important; }
::-webkit-scrollbar { display: none; }
"""
# The demo's content is loaded today; the pictures are to be the same tomorrow.
SAME_DAY_EVERY_DAY = """([today, fixed]) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    for (const [at, written] of today.entries()) {
      if (node.data.includes(written)) node.data = node.data.replaceAll(written, fixed[at]);
    }
  }
}"""
FIXED_DAY = date(2026, 12, 1)
FORMS_OF_A_DAY = ("%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%d")


class Desk:
    """One language; a browser context for each person who sits down."""

    def __init__(self, browser: Browser, url: str, database: Path, language: str) -> None:
        self.browser = browser
        self.url = url
        self.database = database
        self.language = language
        self._open: tuple[str, str, Page] | None = None
        self._contexts: dict[str | None, BrowserContext] = {}

    def sit(self, person: str | None, address: str) -> Page:
        """A fresh page at the address, seen by the person; by an anonymous reader if there is none."""
        self._open = None
        context = self.context_of(person)
        for finished in [page for each in self._contexts.values() for page in each.pages]:
            finished.close()  # an open editor goes on saving and asking
        page = context.new_page()
        page.goto(self.url + address)
        self.settle(page)
        return page

    def follow(self, person: str, address: str, link: str) -> Page:
        """Where the first link with these words leads, on the page at the address."""
        page = self.sit(person, address)
        page.get_by_role("link", name=link).first.click()
        page.wait_for_load_state()
        self.settle(page)
        return page

    def edit(self, person: str, address: str) -> Page:
        """The editor of the page at a public address. Opening one takes longest, so it is kept for the next scene."""
        if self._open is not None and self._open[:2] == (person, address):
            return self._open[2]
        page = self.sit(person, f"/admin/pages/{self.page_id(address)}/edit/")
        self._open = (person, address, page)
        return page

    def context_of(self, person: str | None) -> BrowserContext:
        if person not in self._contexts:
            self._contexts[person] = self.browser.new_context(
                locale=LOCALES[self.language],
                timezone_id="Europe/Warsaw",
                reduced_motion="reduce",
                color_scheme="light",
                viewport={"width": SIZE["width"], "height": SIZE["height"]},
                device_scale_factor=SHARPNESS,
                bypass_csp=True,
            )
            self._contexts[person].set_default_timeout(PATIENCE)
            # Which side panel was open is remembered; each picture begins as on the first day.
            self._contexts[person].add_init_script("localStorage.clear()")
            if person is not None:
                self.sign_in(person)
        return self._contexts[person]

    def sign_in(self, person: str) -> None:
        page = self._contexts[person].new_page()
        page.goto(f"{self.url}/account/login/")
        page.fill("input[name=login]", person)
        page.fill("input[name=password]", password_of(person))
        page.click("main form button[type=submit]")
        page.wait_for_url(f"{self.url}/admin/**")
        page.close()

    def page_id(self, address: str) -> int:
        """The id of the page at a public address, as the copy's database has it. Refused where there is none."""
        found = self._page_id(address)
        if found is None:
            raise Refused(f"The demo's content has no page at {address}.")
        return found

    def has_page(self, address: str) -> bool:
        return self._page_id(address) is not None

    def _page_id(self, address: str) -> int | None:
        language, *_above, slug = address.strip("/").split("/")
        with contextlib.closing(sqlite3.connect(self.database)) as database:
            row = database.execute(
                "SELECT page.id FROM wagtailcore_page page JOIN wagtailcore_locale locale"
                " ON locale.id = page.locale_id WHERE page.slug = ? AND locale.language_code = ?",
                (slug, language),
            ).fetchone()
        return None if row is None else int(row[0])

    def alone(self, part: Locator) -> bytes:
        """A part of the editor without the bars that float above it, however tall it is."""
        page = part.page
        page.add_style_tag(content="footer.footer, header { display: none !important }")
        page.set_viewport_size({"width": SIZE["width"], "height": TALL})
        return picture(part)

    def settle(self, page: Page) -> None:
        """Wait until the page stands still, without what is no part of the picture."""
        for frame in page.frames:
            frame.add_style_tag(content=QUIET)
        page.wait_for_timeout(SETTLED)
        today = date.today()  # noqa: DTZ011 - the server's own day
        page.evaluate(SAME_DAY_EVERY_DAY, [written_forms(today), written_forms(FIXED_DAY)])


def password_of(person: str) -> str:
    """As loading the demo's content printed it: role, user name, password."""
    lines = (PLACE / "demo" / "logins.txt").read_text(encoding="utf-8").splitlines()
    words = [line.split() for line in lines if line.strip()]
    return next(line[-1] for line in words if person in line)


def written_forms(day: date) -> list[str]:
    """A day as the admin writes it, in either language."""
    return [
        *(day.strftime(form) for form in FORMS_OF_A_DAY),
        f"{day.day} {calendar.month_name[day.month]} {day.year}",
    ]


def picture(part: Locator, margin: int = 12) -> bytes:
    """The part of the page and a little around it."""
    page = part.page
    part.scroll_into_view_if_needed()
    box = part.bounding_box()
    if box is None:
        raise ValueError(f"nothing to be seen of {part}")
    left, top = max(0, box["x"] - margin), max(0, box["y"] - margin)
    return page.screenshot(
        clip={
            "x": left,
            "y": top,
            "width": min(SIZE["width"] - left, box["width"] + 2 * margin),
            "height": box["height"] + 2 * margin,
        },
        full_page=False,
    )
