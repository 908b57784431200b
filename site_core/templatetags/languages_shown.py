"""From a stored language code to a language that can be shown, and from languages to their names."""

from collections.abc import Iterable

from django import template

from site_core.languages.known import Language, language_of
from site_core.languages.names import names_alone

register = template.Library()


@register.filter
def as_language(code: str) -> Language:
    return language_of(code)


@register.filter
def languages_by_name(languages: Iterable[Language]) -> str:
    """A fact of its own: "Polski, ukraiński" for who reads Polish, "Польська, українська" for who reads Ukrainian."""
    return names_alone(languages)
