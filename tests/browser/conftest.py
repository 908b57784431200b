"""A real server with the demo's content, and a real browser in front of it.

Every worker has its own copy of the content and its own server, so tests may edit and publish.
"""

import re
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from tests.browser.public_pages import PublicPages
from tools.places import ROOT
from tools.suite.chromium import chromium, chromium_arguments
from tools.suite.parts import asked_for, keep_only, of_part
from tools.suite.seeded_site import copy_of_seed, site_answering

SCREENSHOTS = ROOT / "test-results"
# A busy machine is slow, not wrong. Nothing waits this long when all is well.
expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of all tests, the part that is asked for."""
    keep_only(of_part(items, asked_for()), items, config)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium; nothing is downloaded."""
    arguments = [*browser_type_launch_args.get("args", []), *chromium_arguments()]
    return {**browser_type_launch_args, "executable_path": chromium(), "args": arguments}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A reader in Kraków who asked for little movement."""
    return {
        **browser_context_args,
        "locale": "pl-PL",
        "timezone_id": "Europe/Warsaw",
        "reduced_motion": "reduce",
    }


@pytest.fixture(scope="session")
def site_var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This worker's own database and media."""
    return copy_of_seed(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def base_url(site_var: Path) -> Iterator[str]:
    """Where the site answers; `page.goto("/pl/")` goes there."""
    with site_answering(site_var) as url:
        yield url


@pytest.fixture(scope="session")
def public_pages(base_url: str) -> PublicPages:
    """Addresses of every public template, in each language."""
    return PublicPages(base_url)


class Readers:
    """A browser for every kind of reader, kept from test to test: another one costs more than a whole page does.

    What tells one test's reader from another's is emptied in between: cookies, and the pages that the browser may
    show again for a minute (`PUBLIC_MAX_AGE`), which another test may have changed meanwhile. Other stored things
    need not be: the site stores none (test_quiet.py). A test that counts what is fetched asks for `new_context`,
    which nobody has used.
    """

    def __init__(self, browser: Browser, arguments: dict[str, Any]) -> None:
        self.browser = browser
        self.arguments = arguments
        self._kept: dict[str, BrowserContext] = {}

    def open_page(self, **wishes: Any) -> Page:
        kind = repr(sorted(wishes.items()))
        if kind not in self._kept:
            self._kept[kind] = self.browser.new_context(**{**self.arguments, **wishes})
        return self._kept[kind].new_page()

    def leave(self) -> None:
        """Close what is open and take along what its pages left behind."""
        for context in self._kept.values():
            for number, page in enumerate(context.pages):
                if number == 0:
                    context.new_cdp_session(page).send("Network.clearBrowserCache")
                page.close()
            context.clear_cookies()


@pytest.fixture(scope="session")
def readers(browser: Browser, browser_context_args: dict[str, Any]) -> Readers:
    return Readers(browser, browser_context_args)


@pytest.fixture
def reader(readers: Readers) -> Iterator[Callable[..., Page]]:
    """`reader(java_script_enabled=False)`: a page for another reader, who wishes something else than usual."""
    yield readers.open_page
    readers.leave()


@pytest.fixture
def page(reader: Callable[..., Page]) -> Page:
    """A page for a reader without wishes."""
    return reader()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: "pytest.CallInfo[None]"
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Screenshots of whatever is open when a test fails. (pytest-playwright's own are taken of passing tests, too.)"""
    report = yield
    if call.when == "call" and report.failed and isinstance(item, pytest.Function):
        browser = item.funcargs.get("browser")
        if isinstance(browser, Browser):
            keep_screenshots(browser, re.sub(r"[^\w.-]+", "-", item.name))
    return report


def keep_screenshots(browser: Browser, name: str) -> None:
    pages = [page for context in browser.contexts for page in context.pages]
    for number, page in enumerate(pages, start=1):
        with suppress(Error):  # a page that cannot be drawn any more must not hide why the test failed
            page.screenshot(path=SCREENSHOTS / f"{name}-{number}.png", full_page=True, timeout=10_000)
