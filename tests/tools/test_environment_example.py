"""deploy/environment.example names every variable that the settings read, and no other."""

import re

from tools.environment_file import EXAMPLE
from tools.places import ROOT

# Read by gunicorn or by Django itself.
NOT_IN_SETTINGS = {"DJANGO_SETTINGS_MODULE", "WEB_CONCURRENCY"}


def read_by_settings() -> set[str]:
    found: set[str] = set()
    for path in (ROOT / "site_core" / "settings").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        found.update(re.findall(r"\benv(?:\.\w+)?\(\s*\"([A-Z_]+)\"", text))
    return found


def named_in_example() -> set[str]:
    return set(re.findall(r"^#?([A-Z_]+)=", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE))


def test_every_variable_of_the_settings_is_in_the_example() -> None:
    assert len(read_by_settings()) > 5
    assert read_by_settings() - named_in_example() == set()


def test_the_example_names_nothing_that_nobody_reads() -> None:
    assert named_in_example() - read_by_settings() == NOT_IN_SETTINGS
