"""What is known of each language: its code, its own name, the direction it is read in."""

from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.conf.locale import LANG_INFO


@dataclass(frozen=True, slots=True)
class Language:
    """A language a reader may ask for. `code` is a BCP 47 tag and the first part of the address."""

    code: str
    endonym: str
    direction: str

    @property
    def interface_code(self) -> str:
        """Code of the catalogue the furniture is shown in; differs only where there is no own catalogue."""
        return settings.INTERFACE_FALLBACK.get(self.code, self.code)


def _direction(code: str) -> str:
    information = LANG_INFO.get(code) or LANG_INFO.get(code.split("-")[0], {})
    return "rtl" if information.get("bidi") else "ltr"


@cache
def known_languages() -> dict[str, Language]:
    """Every language of the settings, in their order, by code."""
    return {code: Language(code, str(name), _direction(code)) for code, name in settings.LANGUAGES}


def language_of(code: str) -> Language:
    """The language with this code; a code that left the settings keeps a readable form instead of failing."""
    return (
        known_languages().get(code)
        or _languages_of_files().get(code)
        or Language(code, code, _direction(code))
    )


@cache
def _languages_of_files() -> dict[str, Language]:
    """Languages that files come in and people speak at events, though no page is written in them."""
    return {code: Language(code, name, _direction(code)) for code, name in settings.FILE_ONLY_LANGUAGES}
