"""Words that a page explains, as they are asked for."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext


def questions_answered_in(blocks: Iterable[Any]) -> Iterator[str]:
    """Of the raw data of a StreamField, in the language in force: "What is hate speech?" for each glossary term."""
    for block in blocks:
        if block["type"] == "glossary_term" and block["value"].get("term"):
            yield gettext("What is %(term)s?") % {"term": block["value"]["term"]}
