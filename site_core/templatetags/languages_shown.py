"""From a stored language code to a language that can be shown, and from languages to their names."""

import re
from collections.abc import Iterable

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from site_core.languages.known import Language, language_of
from site_core.languages.names import name_of, names_alone

register = template.Library()

IN_BRACKETS = re.compile(r"(?<=\()[^()]+(?=\))")


@register.filter
def as_language(code: str) -> Language:
    return language_of(code)


@register.filter
def language_by_name(language: Language) -> str:
    """At the end of a sentence: "польська" for who reads Ukrainian and perhaps has never read "Polski"."""
    return name_of(language)


@register.filter
def languages_by_name(languages: Iterable[Language]) -> str:
    """A fact of its own: "Polski, ukraiński" for who reads Polish, "Польська, українська" for who reads Ukrainian."""
    return names_alone(languages)


@register.filter
def brackets_in(text: str, code: str | None) -> SafeString:
    """`{{ term|brackets_in:"pl" }}`: plain words, those in brackets in another language, if one is given."""
    if not code:
        return conditional_escape(text)
    language = language_of(code)
    part = format_html('<span lang="{}" dir="{}">', language.code, language.direction)
    return SafeString(IN_BRACKETS.sub(lambda found: f"{part}{found[0]}</span>", conditional_escape(text)))
