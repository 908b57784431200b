"""Languages of the environment, besides those that come with the site: `MORE_LANGUAGES=de,cs,ka`."""

from collections.abc import Iterable

from django.conf.locale import LANG_INFO
from django.core.exceptions import ImproperlyConfigured

Named = tuple[str, str]


def more_languages(codes: Iterable[str], known: Iterable[Named]) -> list[Named]:
    """
    Codes with the names that Django knows of them, without those known already.

    ImproperlyConfigured for a code that Django has no name of: a slip would be an address that readers get.
    """
    known_codes = dict(known)
    wanted = [code.strip().lower() for code in codes if code.strip()]
    strange = [
        code for code in wanted if "name_local" not in LANG_INFO.get(code, {}) and code not in known_codes
    ]
    if strange:
        raise ImproperlyConfigured(
            f"MORE_LANGUAGES: no language is known as {', '.join(strange)}. "
            f"Codes look like these: {', '.join(sorted(LANG_INFO))}"
        )
    return [
        (code, _capitalised(LANG_INFO[code]["name_local"]))
        for code in dict.fromkeys(wanted)
        if code not in known_codes
    ]


def _capitalised(name: str) -> str:
    """Names stand alone where readers choose one: "Česky", not "česky"."""
    return name[:1].title() + name[1:]  # upper() has letters for Georgian that nobody writes
