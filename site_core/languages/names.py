"""
What languages are called in the language being read: "польська", "البولندية".

For facts about a page, an event, a file, and for filters. Where readers go over to a language, in the switcher and
among files, each stands by its own name instead: whoever looks for it must find it without reading any other.
"""

from collections.abc import Iterable

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext, pgettext_lazy

from site_core.languages.known import Language, known_languages, language_of
from site_core.languages.lists import joined

NAMES: dict[str, Promise] = {
    "pl": pgettext_lazy("name of a language", "Polish"),
    "en": pgettext_lazy("name of a language", "English"),
    "uk": pgettext_lazy("name of a language", "Ukrainian"),
    "be": pgettext_lazy("name of a language", "Belarusian"),
    "pl-simple": pgettext_lazy("name of a language", "easy-to-read Polish"),
    "ar": pgettext_lazy("name of a language", "Arabic"),
    "ru": pgettext_lazy("name of a language", "Russian"),
    "es": pgettext_lazy("name of a language", "Spanish"),
    "vi": pgettext_lazy("name of a language", "Vietnamese"),
    "hi": pgettext_lazy("name of a language", "Hindi"),
    "it": pgettext_lazy("name of a language", "Italian"),
}


def name_of(language: Language) -> str:
    """As it stands in the middle of a line. Of one that the environment added, what Django calls it."""
    if language.code in NAMES:
        return str(NAMES[language.code])
    english = LANG_INFO.get(language.code, {}).get("name")
    if english is None:
        return language.endonym
    name = gettext(english)
    # Django's names stand alone; in Polish, Ukrainian and Belarusian they are no proper names.
    return name if get_language() == "en" else name[:1].lower() + name[1:]


def names_of(languages: Iterable[Language]) -> str:
    """Several in a row: "polski, ukraiński"."""
    return joined(name_of(language) for language in languages)


def names_alone(languages: Iterable[Language]) -> str:
    """The same as a fact of its own: "Polski, ukraiński"."""
    return capfirst(names_of(languages))


def languages_to_filter_by() -> list[tuple[str, str]]:
    """Codes and names of all languages that pages or files may be in, in the order of the settings."""
    codes = [*known_languages(), *dict(settings.FILE_ONLY_LANGUAGES)]
    return [(code, names_alone([language_of(code)])) for code in codes]
