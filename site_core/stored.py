"""Bodies as they are stored, for who reads them without making Wagtail's values of them."""

from collections.abc import Iterable, Iterator
from typing import Any


def list_items(stored: Iterable[Any]) -> Iterator[Any]:
    """Values of a stored ListBlock, by Wagtail's rule: items with ids, or bare values from before 2.16."""
    for item in stored:
        is_item = isinstance(item, dict) and item.get("type") == "item" and "id" in item and "value" in item
        yield item["value"] if is_item else item
