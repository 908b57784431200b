"""Where a catalogue differs from what the code asks for. One sentence for each fault, for the person who mends it."""

import re
from collections import Counter
from pathlib import Path

import polib

from site_core.catalogues.plural_forms import numbers_by_form, plural_forms

PLACEHOLDER = re.compile(r"%\((\w+)\)[a-z]|%%|(?<!%)%[sd]")
TAG = re.compile(r"</?[a-zA-Z][^>]*>")

Key = tuple[str | None, str, str]


def key_of(entry: polib.POEntry) -> Key:
    """What makes two messages the same: context, sentence, and whether and how it is counted."""
    return (entry.msgctxt, entry.msgid, entry.msgid_plural or "")


def faults(template: polib.POFile, path: Path, language: str, complete: bool = True) -> list[str]:
    """
    Everything wrong with the catalogue at `path`, in the order of the file; empty when it may go out.

    A catalogue that is not `complete` overrides another one: what it leaves out is no fault.
    """
    if not path.exists():
        return ["there is no such file"]
    try:
        catalogue = polib.pofile(str(path), check_for_duplicates=True)
    except (OSError, ValueError) as unreadable:  # polib's own words say which line
        return [f"cannot be read: {unreadable}"]
    header = catalogue.metadata.get("Plural-Forms", "")
    if header != plural_forms(language):
        return [f"the header Plural-Forms has to be: {plural_forms(language)}"]
    asked_for = {key_of(entry): entry for entry in template}
    found = {key_of(entry) for entry in catalogue if not entry.obsolete}
    sentences = []
    for entry in catalogue:
        if entry.obsolete or key_of(entry) not in asked_for:
            sentences.append(f"nobody asks for this any more: {name_of(entry)}")
        else:
            sentences += [f"{fault}: {name_of(entry)}" for fault in entry_faults(entry, header)]
    if complete:
        sentences += [f"is missing: {name_of(entry)}" for key, entry in asked_for.items() if key not in found]
    return sentences


def name_of(entry: polib.POEntry) -> str:
    context = f" (context: {entry.msgctxt})" if entry.msgctxt else ""
    return f"“{entry.msgid}”{context}"


def entry_faults(entry: polib.POEntry, header: str) -> list[str]:
    """What is wrong with one translated message."""
    if entry.fuzzy:
        return ["is marked fuzzy, so a person has to look at it"]
    if not entry.msgid_plural:
        if not entry.msgstr:
            return ["is not translated"]
        return text_faults(entry.msgid, entry.msgstr)
    numbers = numbers_by_form(header)
    forms = [text for _form, text in sorted(entry.msgstr_plural.items())]
    if len(forms) != len(numbers):
        return [f"has {len(forms)} plural forms where the language has {len(numbers)}"]
    if not all(forms):
        return ["is not translated in every plural form"]
    return list(
        dict.fromkeys(
            fault
            for text, taking in zip(forms, numbers, strict=True)
            for fault in text_faults(entry.msgid_plural, text, says_number_itself=len(taking) == 1)
        )
    )


def text_faults(source: str, text: str, says_number_itself: bool = False) -> list[str]:
    """Placeholders and tags have to come through; a form for one number only may write it as a word."""
    found = []
    wanted, given = placeholders(source), placeholders(text)
    if invented := given - wanted:
        found.append(f"has a placeholder that the source does not have ({', '.join(invented)})")
    if not says_number_itself and (lost := wanted - given):
        found.append(f"has lost a placeholder ({', '.join(lost)})")
    if Counter(TAG.findall(source)) != Counter(TAG.findall(text)):
        found.append("has other tags than the source")
    if source[:1].isspace() != text[:1].isspace() or source[-1:].isspace() != text[-1:].isspace():
        found.append("begins or ends with other white space than the source")
    return found


def placeholders(text: str) -> Counter[str]:
    """`%(name)s` and its like, each with how often it stands there."""
    return Counter(match[0] for match in PLACEHOLDER.finditer(text))
