"""What `make test`, `make test-rest` and `make test-next` run: quick things first, so that a slip shows in seconds."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from tools.environment_file import example_environment
from tools.suite.parts import PART, Part
from tools.suite.runner import Step

SETTINGS = {"DJANGO_SETTINGS_MODULE": "site_core.settings.test"}


def workers() -> str:
    """
    How many pytest processes: one more than there are cores, at most eight.

    With one each, a fifth of the time all that run wait (measured: 78 % of two cores used by two, 98 % by three).
    """
    return os.environ.get("PYTEST_WORKERS") or str(min(8, (os.cpu_count() or 2) + 1))


def pytest(python: Path, *arguments: str) -> list[str]:
    """A parallel pytest; in random order by pytest-randomly, whose seed its header names."""
    colour = "--color=yes" if sys.stdout.isatty() else "--color=auto"
    return [str(python), "-m", "pytest", "-n", workers(), "--dist", "worksteal", colour, *arguments]


def catalogues(python: Path) -> Step:
    """The interface's languages, which several of the other steps load."""
    return Step("Catalogues", [str(python), "-m", "tools.compile_catalogues"])


def quick_checks(python: Path, postgres: Mapping[str, str]) -> list[Step]:
    """Form, floors, types, and what Django itself can check: each keeps one core busy, none needs another's result."""
    programs = python.parent
    manage = [str(python), "manage.py"]
    return [
        Step("Lint", [str(programs / "ruff"), "check", "."]),
        Step("Form of the code", [str(programs / "ruff"), "format", "--check", "."]),
        Step("Form of the templates", [str(programs / "djhtml"), "--check", "--tabwidth", "2", "templates"]),
        Step("Floors", [str(programs / "lint-imports"), "--no-logo", "--no-cache"]),
        Step("Types", [str(programs / "mypy")], SETTINGS),
        Step("Django's checks", [*manage, "check", "--fail-level", "WARNING"], SETTINGS),
        Step(
            "Checks for production",
            [*manage, "check", "--deploy", "--fail-level", "WARNING"],
            {**example_environment(), "SITE_VAR": None},
        ),
        Step("Migrations made", [*manage, "makemigrations", "--check", "--dry-run"], SETTINGS),
        Step("Migrations safe", [str(python), "-m", "tools.lint_migrations"], {**SETTINGS, **postgres}),
        Step("Catalogues complete", [*manage, "check_catalogues"], SETTINGS),
        # Once: otherwise each worker of a fresh clone compiles all tests for itself, at the same time.
        Step("Tests can be read", [str(python), "-m", "pytest", "--collect-only", "-qqq"], is_wordy=True),
    ]


def suites(
    part: Part, python: Path, postgres: Mapping[str, str], proxy: Mapping[str, str | None]
) -> list[Step]:
    """A part of the tests: on each database, then in a browser. The content that they stand on comes first."""
    chosen, name = {PART: part}, "" if part is Part.FIRST else ", the rest"
    # The first run notes which statements each test sends; by that the second run of both parts chooses.
    noting = ("-p", "tests.noting") if part is Part.FIRST else ()
    return [
        Step("Demo content on both databases", [str(python), "-m", "tools.suite.seed", "--both"], postgres),
        Step(f"pytest on SQLite{name}", pytest(python, *noting), {**chosen, **proxy}),
        Step(f"pytest on PostgreSQL{name}", pytest(python, "--ignore=tests/tools"), {**chosen, **postgres}),
        Step(f"pytest in a browser{name}", pytest(python, "tests/browser"), chosen),
    ]


def next_wagtail(python: Path, proxy: Mapping[str, str | None]) -> list[Step]:
    """`make test-next`: would the site stand on the newest Wagtail? On SQLite, without the browser."""
    manage = [str(python), "manage.py"]
    return [
        Step("Django's checks (newest Wagtail)", [*manage, "check"], SETTINGS),
        Step("Migrations (newest Wagtail)", [*manage, "makemigrations", "--check", "--dry-run"], SETTINGS),
        Step("pytest (newest Wagtail)", pytest(python), proxy),
    ]
