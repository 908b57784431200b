"""A language that whoever runs the site names in the environment is there as the others are."""

import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from site_core.settings.more_languages import more_languages
from tools.places import ROOT

KNOWN = [("pl", "Polski"), ("pl-simple", "Polski – łatwy do czytania")]


def answered(code: str, **environment: str) -> str:
    """What a site in another process says to a line of Python: settings are read once."""
    finished = subprocess.run(
        [sys.executable, "-c", f"import django; django.setup()\n{code}"],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "site_core.settings.test", **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return (finished.stdout or finished.stderr).strip()


def test_they_stand_under_their_own_names_once() -> None:
    assert more_languages(["cs", " KA", "pl", "pl-simple", "cs", ""], KNOWN) == [
        ("cs", "Česky"),
        ("ka", "ქართული"),
    ]


def test_a_slip_is_named_and_what_codes_look_like() -> None:
    with pytest.raises(ImproperlyConfigured, match=r"no language is known as czech, xx\. .* cs, "):
        more_languages(["czech", "de", "xx"], KNOWN)


def test_the_site_knows_them_their_direction_and_what_is_read_instead() -> None:
    said = answered(
        "from site_core.languages.known import language_of\n"
        "one = language_of('fa')\n"
        "print(one.endonym, one.direction, one.interface_code)",
        MORE_LANGUAGES="fa,it",
    )
    assert said == "فارسی rtl en"


def test_one_that_files_came_in_is_offered_once() -> None:
    said = answered(
        "from site_core.languages.names import languages_to_filter_by\n"
        "print([code for code, name in languages_to_filter_by() if code == 'it'])",
        MORE_LANGUAGES="it",
    )
    assert said == "['it']"


def test_no_migration_is_needed() -> None:
    said = answered(
        "from django.core.management import call_command\n"
        "call_command('makemigrations', check=True, dry_run=True)",
        MORE_LANGUAGES="de,fa,it",
    )
    assert said == "No changes detected"
