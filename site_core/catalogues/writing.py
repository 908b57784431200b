"""Bring a catalogue up to what the code asks for, without guessing and without a trace of time or machine."""

from pathlib import Path

import polib
from django.conf import settings

from site_core.catalogues.comparison import key_of
from site_core.catalogues.plural_forms import numbers_by_form, plural_forms

SOURCE_LANGUAGE_OF_MESSAGES = "en"


def updated_catalogue(
    template: polib.POFile, path: Path, language: str, complete: bool = True
) -> polib.POFile:
    """
    The catalogue with every message of the template in the template's order, translations kept, the rest left out.

    New messages come empty, never filled with the translation of something similar; in English, whose messages they
    are, they come filled.
    """
    known = {key_of(entry): entry for entry in polib.pofile(str(path))} if path.exists() else {}
    fresh = polib.POFile(wrapwidth=100)
    fresh.metadata = {
        "Project-Id-Version": "Wspólny Język",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms(language),
    }
    for asked_for in template:
        kept = known.get(key_of(asked_for))
        if kept is not None or complete:
            fresh.append(_entry(asked_for, kept, language))
    return fresh


def _entry(asked_for: polib.POEntry, kept: polib.POEntry | None, language: str) -> polib.POEntry:
    entry = polib.POEntry(
        msgctxt=asked_for.msgctxt,
        msgid=asked_for.msgid,
        msgid_plural=asked_for.msgid_plural,
        comment=asked_for.comment,
        # Files without line numbers, each once: a line moved in the code changes no catalogue.
        occurrences=[(name, "") for name in dict.fromkeys(name for name, _line in asked_for.occurrences)],
        flags=[flag for flag in asked_for.flags if flag != "fuzzy"],
    )
    if kept is not None:
        entry.msgstr, entry.msgstr_plural, entry.tcomment = kept.msgstr, kept.msgstr_plural, kept.tcomment
        entry.flags += ["fuzzy"] if kept.fuzzy else []
    elif entry.msgid_plural:
        own = [entry.msgid, entry.msgid_plural] if language == SOURCE_LANGUAGE_OF_MESSAGES else []
        count = len(numbers_by_form(plural_forms(language)))
        entry.msgstr_plural = dict(enumerate(own or [""] * count))
    elif language == SOURCE_LANGUAGE_OF_MESSAGES:
        entry.msgstr = entry.msgid
    return entry


def write_catalogue(catalogue: polib.POFile, path: Path) -> bool:
    """Write it if it says something else than the file does; tells whether it did."""
    text = str(catalogue)
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return True


def shown(path: Path) -> str:
    """The path as a person in the repository would write it."""
    root = Path(settings.BASE_DIR)
    return str(path.relative_to(root) if path.is_relative_to(root) else path)
