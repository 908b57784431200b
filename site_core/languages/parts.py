"""
Parts of a text in another language than the text (WCAG 2.2, criterion 3.1.2).

They are stored as `<span lang="uk" dir="ltr">…</span>`, in rich text and in the strings of translators alike, so that
neither a reader's screen reader, nor an export, nor a search needs to know of us.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.conf import settings

from site_core.languages.known import Language, language_of

# Name of the rich text feature: it stands in lists of features, never in what is stored.
LANGUAGE_OF_PART = "language-of-part"


@cache
def part_languages() -> dict[str, Language]:
    """By code, the languages words can be in. A way of writing a language, as easy Polish is, is none of its own."""
    codes = [code for code, _name in (*settings.LANGUAGES, *settings.FILE_ONLY_LANGUAGES)]
    return {
        code: language_of(code)
        for code in codes
        if code.split("-")[0] == code or code.split("-")[0] not in codes
    }


def part_attributes(code: str) -> dict[str, str]:
    """Attributes of the element around words in this language. Raises KeyError for a language nobody knows."""
    language = part_languages()[code]
    return {"lang": language.code, "dir": language.direction}


def is_part(name: str, attributes: Mapping[str, Any]) -> bool:
    """Are these words in a language that is known, and marked as nothing else? The direction follows from it."""
    return (
        name == "span" and set(attributes) <= {"lang", "dir"} and attributes.get("lang") in part_languages()
    )
