"""Where the catalogues are, and which languages have to be complete."""

from pathlib import Path

from django.conf import settings
from django.utils.translation import to_language, to_locale


def catalogue_path(language: str) -> Path:
    """`locale/pl_Simple/LC_MESSAGES/django.po` for `pl-simple`."""
    return Path(settings.LOCALE_PATHS[0]) / to_locale(language) / "LC_MESSAGES" / "django.po"


def interface_catalogues() -> dict[str, Path]:
    """The catalogues that say everything, by language code."""
    return {code: catalogue_path(code) for code in settings.INTERFACE_LANGUAGES}


def overriding_catalogues() -> dict[str, Path]:
    """Catalogues of other languages on the disk: they say a few things differently from the one they stand on."""
    found = sorted(Path(settings.LOCALE_PATHS[0]).glob("*/LC_MESSAGES/django.po"))
    by_code = {to_language(path.parent.parent.name): path for path in found}
    return {code: path for code, path in by_code.items() if code not in settings.INTERFACE_LANGUAGES}
