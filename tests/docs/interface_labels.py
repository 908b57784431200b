"""Every word the admin may show, by language: our catalogues and those of what it is built on."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import polib
from django.apps import apps

from site_core.catalogues.comparison import Key, key_of
from site_core.catalogues.words_of_others import overlay_path
from tools.places import ROOT

OURS = ROOT / "locale"
LEAST_OF_ITS_OWN = 5
# "%(count)d", "%s", "{title}": what the interface fills in
FILLED_IN = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


@cache
def labels(language: str) -> frozenset[str]:
    """Everything the interface says in the language, as `comparable` makes it."""
    return frozenset(comparable(FILLED_IN.sub("…", said)) for said in _said(language))


def is_label(text: str, language: str) -> bool:
    """
    Whether the interface says this in the language; a first capital and a last colon do not count.

    "Submit to …": the ellipsis stands for what the interface fills in. Where that is a label as well, it may be written
    out: "Approve and Publish" is "Approve" in "… and Publish".
    """
    wanted, known = comparable(text), labels(language)
    return wanted in known or any(
        wanted[len(before) : len(wanted) - len(after)] in known
        for before, after in _with_one_gap(language)
        if len(wanted) > len(before) + len(after) and wanted.startswith(before) and wanted.endswith(after)
    )


@cache
def _with_one_gap(language: str) -> frozenset[tuple[str, str]]:
    """What stands before and after the gap of labels that have words of their own around it."""
    gaps = [label.split("…") for label in labels(language) if label.count("…") == 1]
    return frozenset((before, after) for before, after in gaps if len(before + after) >= LEAST_OF_ITS_OWN)


def comparable(text: str) -> str:
    plain = " ".join(text.split()).rstrip(":*").rstrip()
    return plain[:1].lower() + plain[1:]


def _said(language: str) -> Iterator[str]:
    """
    Ours first: a message that we say differently is never shown in the other's words.

    What a catalogue in another language does not have at all is shown in English.
    """
    ours = {key: entry for path in _our_catalogues(language) for key, entry in _entries(path)}
    theirs = [found for path in _built_on(language) for found in _entries(path) if found[0] not in ours]
    known = {*ours, *(key for key, _entry in theirs)}
    english = [found for path in _built_on("en") for found in _entries(path) if found[0] not in known]
    for entry in [*ours.values(), *(entry for _key, entry in [*theirs, *english])]:
        yield from _forms(entry)


def _our_catalogues(language: str) -> Iterator[Path]:
    """What our code asks for, and better words for messages of others. They have no message in common."""
    for place in (OURS, overlay_path()):
        yield from sorted((place / language / "LC_MESSAGES").glob("*.po"))


def _built_on(language: str) -> Iterator[Path]:
    for app in apps.get_app_configs():
        yield from sorted(Path(app.path).glob(f"locale/{language}/LC_MESSAGES/*.po"))


def _entries(catalogue: Path) -> Iterator[tuple[tuple[str, Key], polib.POEntry]]:
    """By message and domain: our word for what a script says leaves what Python says as it is."""
    for entry in polib.pofile(str(catalogue)):
        if not entry.obsolete:
            yield (catalogue.stem, key_of(entry)), entry


def _forms(entry: polib.POEntry) -> Iterator[str]:
    """What is shown: the translation, or the English words where there is none."""
    if entry.msgid_plural:
        said = [form for form in entry.msgstr_plural.values() if form]
        yield from said or [entry.msgid, entry.msgid_plural]
    else:
        yield entry.msgid if entry.fuzzy or not entry.msgstr else entry.msgstr
