"""What a page says, as its type declares it (`search_fields`): the title, the summary, and the rest in their order."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from wagtail.models import Page
from wagtail.search import index

_SPACE = re.compile(r"\s+")
_OWN_PARTS = {"title", "summary"}


class PageTexts(NamedTuple):
    """Plain text. Blocks that must not be found (harmful examples) say so themselves, and are not in it."""

    title: str
    summary: str
    body: list[str]

    @property
    def for_extracts(self) -> str:
        return "\n".join(text for text in (self.summary, *self.body) if text)


def page_texts(page: Page) -> PageTexts:
    """Of a page of its own type."""
    fields = (field for field in type(page).get_search_fields() if isinstance(field, index.SearchField))
    rest = {field.field_name: field for field in fields if field.field_name not in _OWN_PARTS}
    body = [text for field in rest.values() for text in _plain(field.get_value(page))]
    return PageTexts(page.title, getattr(page, "summary", ""), body)


def _plain(value: Any) -> Iterator[str]:
    """A StreamField gives a list of texts, a field one."""
    for text in value if isinstance(value, list | tuple) else [value]:
        plain = _SPACE.sub(" ", str(text or "")).strip()
        if plain:
            yield plain
