"""
Better words for messages of Wagtail, wagtail-localize and allauth: `locale/wagtail/`.

Apart from our own catalogues, which hold what our code asks for and nothing else. Here stands only what those packages
really ask for, so an overlay shrinks when they mend their words or give a message up.
"""

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import polib
from django.conf import settings
from django.utils.translation import to_language

from site_core.catalogues.comparison import Key, entry_faults, key_of, name_of
from site_core.catalogues.plural_forms import plural_forms

PACKAGES = ("wagtail", "wagtail_localize", "allauth")
ASKED_IN = "en"
# allauth's source language has no catalogue worth the name.
ALSO_IN = "pl"


def overlay_path() -> Path:
    """Beside our own; the second of LOCALE_PATHS."""
    return Path(settings.LOCALE_PATHS[0]) / "wagtail"


def overlays() -> Iterator[tuple[str, Path]]:
    """(language, catalogue), for Python and for scripts."""
    for path in sorted(overlay_path().glob("*/LC_MESSAGES/*.po")):
        yield to_language(path.parent.parent.name), path


@cache  # Installed packages stay as they are while a process lives, and looking through them takes half a second.
def asked_for_by_others(domain: str) -> frozenset[Key]:
    """Every message the packages have in a domain, `django` or `djangojs`."""
    found: set[Key] = set()
    for name in PACKAGES:
        spec = find_spec(name)
        for root in (spec.submodule_search_locations or []) if spec else []:
            for language in (ASKED_IN, ALSO_IN):
                for path in Path(root).glob(f"**/locale/{language}/LC_MESSAGES/{domain}.po"):
                    found |= {key_of(entry) for entry in polib.pofile(str(path)) if not entry.obsolete}
    return frozenset(found)


def overlay_faults() -> Iterator[tuple[str, str]]:
    """(language, sentence) for everything wrong with the overlays."""
    known = {domain: asked_for_by_others(domain) for domain in ("django", "djangojs")}
    for language, path in overlays():
        catalogue = polib.pofile(str(path), check_for_duplicates=True)
        header = catalogue.metadata.get("Plural-Forms", "")
        if header != plural_forms(language):
            yield language, f"the header Plural-Forms has to be: {plural_forms(language)}"
            continue
        for entry in catalogue:
            if key_of(entry) not in known[path.stem]:
                yield language, f"no package asks for this: {name_of(entry)}"
            for fault in entry_faults(entry, header):
                yield language, f"{fault}: {name_of(entry)}"
