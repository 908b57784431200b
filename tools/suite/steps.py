"""What `make test` runs, in order: quick things first, so that a slip shows in seconds."""

import os
import sys
from pathlib import Path

from tools.environment_file import example_environment
from tools.suite.runner import Step

SETTINGS = {"DJANGO_SETTINGS_MODULE": "site_core.settings.test"}


def workers() -> str:
    """How many pytest processes: one per core, at least two, at most eight."""
    return os.environ.get("PYTEST_WORKERS") or str(min(8, max(2, os.cpu_count() or 2)))


def pytest(python: Path, *arguments: str) -> list[str]:
    """A parallel pytest; in random order by pytest-randomly, whose seed its header names."""
    colour = "--color=yes" if sys.stdout.isatty() else "--color=auto"
    return [str(python), "-m", "pytest", "-n", workers(), "--dist", "worksteal", colour, *arguments]


def quick_checks(python: Path) -> list[Step]:
    """Form, floors, types, and what Django itself can check."""
    programs = python.parent
    manage = [str(python), "manage.py"]
    with_postgres = [str(python), "-m", "tools.with_postgres"]
    return [
        Step("Lint", [str(programs / "ruff"), "check", "."]),
        Step("Form of the code", [str(programs / "ruff"), "format", "--check", "."]),
        Step("Form of the templates", [str(programs / "djhtml"), "--check", "--tabwidth", "2", "templates"]),
        Step("Floors", [str(programs / "lint-imports"), "--no-logo", "--no-cache"]),
        Step("Catalogues", [str(python), "-m", "tools.compile_catalogues"]),
        Step("Types", [str(programs / "mypy")], SETTINGS),
        Step("Django's checks", [*manage, "check", "--fail-level", "WARNING"], SETTINGS),
        Step(
            "Checks for production",
            [*manage, "check", "--deploy", "--fail-level", "WARNING"],
            {**example_environment(), "SITE_VAR": None},
        ),
        Step("Migrations made", [*manage, "makemigrations", "--check", "--dry-run"], SETTINGS),
        Step("Migrations safe", [*with_postgres, str(python), "-m", "tools.lint_migrations"], SETTINGS),
        Step("Catalogues complete", [*manage, "check_catalogues"], SETTINGS),
    ]


def suites(python: Path) -> list[Step]:
    """The tests: on each database, then in a browser."""
    with_postgres = [str(python), "-m", "tools.with_postgres"]
    return [
        Step("pytest on SQLite", pytest(python)),
        Step("pytest on PostgreSQL", [*with_postgres, *pytest(python, "--ignore=tests/tools")]),
        Step("Demo content for the browser", [str(python), "-m", "tools.suite.seed"]),
        Step("pytest in a browser", pytest(python, "tests/browser")),
    ]


def everything(python: Path) -> list[Step]:
    """`make test`."""
    return [*quick_checks(python), *suites(python)]


def next_wagtail(python: Path) -> list[Step]:
    """`make test-next`: would the site stand on the newest Wagtail? On SQLite, without the browser."""
    manage = [str(python), "manage.py"]
    return [
        Step("Django's checks (newest Wagtail)", [*manage, "check"], SETTINGS),
        Step("Migrations (newest Wagtail)", [*manage, "makemigrations", "--check", "--dry-run"], SETTINGS),
        Step("pytest (newest Wagtail)", pytest(python)),
    ]
