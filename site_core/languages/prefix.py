"""The language in front of every public address."""

from django.urls.resolvers import LocalePrefixPattern
from django.utils import translation

from site_core.languages.reading import reading_language


class ReadingLanguagePrefix(LocalePrefixPattern):
    """
    Django's language prefix, told by the language being read.

    The active translation is not enough: easy-to-read Polish shares it with Polish. Code that activates another
    language to reverse an address there (Wagtail does) still gets that language.
    """

    @property
    def language_prefix(self) -> str:
        reading = reading_language()
        active = translation.get_language()
        code = active if active and active != reading.interface_code else reading.code
        return f"{code}/"
