"""From a stored language code to a language that can be shown."""

from django import template

from site_core.languages.known import Language, language_of

register = template.Library()


@register.filter
def as_language(code: str) -> Language:
    return language_of(code)
