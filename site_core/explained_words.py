"""Words that a page explains, as they are asked for."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext

from site_core.languages.known import Language


def questions_answered_in(raw: Any, language: Language) -> Iterator[str]:
    """
    Of the raw data of a StreamField, for each glossary term: "What is hate speech?". A rich text explains none.

    In the language in force; a page in a language that the interface does not speak has the terms alone.
    """
    if isinstance(raw, str):
        return
    question = gettext("What is %(term)s?") if language.interface_code == language.code else "%(term)s"
    for block in raw:
        if block["type"] == "glossary_term" and block["value"].get("term"):
            yield question % {"term": block["value"]["term"]}
