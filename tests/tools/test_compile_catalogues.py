"""The catalogues are compiled without GNU gettext; they must come out as if it had done it."""

import gettext
import os
import subprocess
from pathlib import Path

import pytest

from tools.compile_catalogues import base_of, compile_catalogue, is_stale

SAMPLE = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\\n"

msgid "Home"
msgstr "Strona główna"

msgctxt "verb"
msgid "Open"
msgstr "Otwórz"

msgid "%(count)d event"
msgid_plural "%(count)d events"
msgstr[0] "%(count)d wydarzenie"
msgstr[1] "%(count)d wydarzenia"
msgstr[2] "%(count)d wydarzeń"

#, fuzzy
msgid "Doubtful"
msgstr "Wątpliwe"

msgid "Not yet translated"
msgstr ""

#~ msgid "Gone"
#~ msgstr "Nie ma"
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "django.po"
    path.write_text(SAMPLE.lstrip(), encoding="utf-8")
    return path


def read(path: Path) -> dict[object, str]:
    with path.open("rb") as compiled:
        return dict(gettext.GNUTranslations(compiled)._catalog)


def test_it_says_the_same_as_gettext_does(source: Path, tmp_path: Path) -> None:
    by_gettext = tmp_path / "gettext.mo"
    subprocess.run(["msgfmt", "--check", "-o", str(by_gettext), str(source)], check=True)
    assert read(compile_catalogue(source)) == read(by_gettext)


def test_doubtful_and_unfinished_entries_stay_english(source: Path) -> None:
    with compile_catalogue(source).open("rb") as compiled:
        catalogue = gettext.GNUTranslations(compiled)
    assert catalogue.gettext("Home") == "Strona główna"
    assert catalogue.pgettext("verb", "Open") == "Otwórz"
    assert catalogue.ngettext("%(count)d event", "%(count)d events", 5) == "%(count)d wydarzeń"
    assert catalogue.gettext("Doubtful") == "Doubtful"
    assert catalogue.gettext("Not yet translated") == "Not yet translated"


def test_only_what_changed_is_stale(source: Path) -> None:
    assert is_stale(source)
    compiled = compile_catalogue(source)
    assert not is_stale(source)
    later = compiled.stat().st_mtime_ns + 1_000_000_000
    os.utime(source, ns=(later, later))
    assert is_stale(source)


def test_a_catalogue_of_exceptions_is_compiled_together_with_what_it_stands_on(tmp_path: Path) -> None:
    header = SAMPLE.lstrip().split("\n\n")[0]
    base, source = (tmp_path / name / "LC_MESSAGES" / "django.po" for name in ("pl", "pl_Simple"))
    for path, text in ((base, SAMPLE.lstrip()), (source, f'{header}\n\nmsgid "Home"\nmsgstr "Początek"\n')):
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    assert (base_of(base), base_of(source)) == (None, base)
    with compile_catalogue(source).open("rb") as compiled:
        catalogue = gettext.GNUTranslations(compiled)
    assert catalogue.gettext("Home") == "Początek"
    assert catalogue.pgettext("verb", "Open") == "Otwórz"
    later = source.with_suffix(".mo").stat().st_mtime_ns + 1_000_000_000
    os.utime(base, ns=(later, later))
    assert is_stale(source)
