"""Bodies as they are stored, for who reads them without making Wagtail's values of them."""

from collections.abc import Iterable, Iterator
from typing import Any


def list_items(stored: Iterable[Any]) -> Iterator[Any]:
    """Values of a stored ListBlock: Wagtail wraps each in an item with an id, and did not before 2.16."""
    for item in stored:
        yield item["value"] if isinstance(item, dict) and item.get("type") == "item" else item
