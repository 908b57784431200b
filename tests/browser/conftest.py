"""A real server with the demo's content, and a real browser in front of it.

Every worker has its own copy of the content and its own server, so tests may edit and publish.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.public_pages import PublicPages
from tools.suite.chromium import chromium, chromium_arguments
from tools.suite.seeded_site import copy_of_seed, site_answering

# A busy machine is slow, not wrong. Nothing waits this long when all is well.
expect.set_options(timeout=20_000)


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


@pytest.fixture
def reader(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Callable[..., Page]]:
    """`reader(java_script_enabled=False)`: another reader's browser, who wishes something else than usual."""
    opened: list[BrowserContext] = []

    def open_page(**wishes: Any) -> Page:
        opened.append(browser.new_context(**{**browser_context_args, **wishes}))
        return opened[-1].new_page()

    yield open_page
    for context in opened:
        context.close()
