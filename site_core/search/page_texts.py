"""What a page says, as its type declares it (`search_fields`): the title, the summary, and the rest in their order."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from wagtail.models import Page
from wagtail.search import index

from site_core.languages.known import language_of
from site_core.languages.reading import reading
from site_core.models import BasePage

_SPACE = re.compile(r"(?:\s|-{3,})+")
"""And lines drawn with hyphens."""
_OWN_PARTS = {"title", "summary"}


class PageTexts(NamedTuple):
    """Plain text. Blocks that must not be found (harmful examples) say so themselves, and are not in it."""

    title: str
    summary: str
    body: list[str]
    facts: list[str]

    @property
    def for_extracts(self) -> str:
        return "\n".join(text for text in (self.summary, *self.body) if text)


def page_texts(page: Page) -> PageTexts:
    """Of a page of its own type; a query or two for its topics and files."""
    fields = (field for field in type(page).get_search_fields() if isinstance(field, index.SearchField))
    rest = {field.field_name: field for field in fields if field.field_name not in _OWN_PARTS}
    with reading(language_of(page.locale.language_code)):  # labels of blocks are words of the interface
        body = [text for field in rest.values() for text in _plain(field.get_value(page))]
        facts = list(page.search_facts()) if isinstance(page, BasePage) else []
    return PageTexts(page.title, getattr(page, "summary", ""), body, facts)


def _plain(value: Any) -> Iterator[str]:
    """A StreamField gives a list of texts, a field one."""
    for text in value if isinstance(value, list | tuple) else [value]:
        plain = _SPACE.sub(" ", str(text or "")).strip()
        if plain:
            yield plain
