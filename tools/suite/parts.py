"""Which tests a part of the suite runs: `make test` the first, `make test-rest` the rest, `pytest` all (ADR 8)."""

import os
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any, Protocol, TypeVar

PART = "SUITE_PART"


class Part(StrEnum):
    """Each test is in one of them, on each database; on PostgreSQL what was not noted on SQLite is in both."""

    FIRST = "first"
    REST = "rest"


def asked_for() -> Part | None:
    """None: everything. ValueError for a part that there is not."""
    named = os.environ.get(PART)
    return Part(named) if named else None


class Test(Protocol):
    """Of a pytest.Item, what matters here."""

    @property
    def nodeid(self) -> str: ...

    def get_closest_marker(self, name: str) -> object | None: ...


Some = TypeVar("Some", bound=Test)


def of_part(
    tests: Sequence[Some], part: Part | None, enough: Callable[[Some], bool] = lambda test: True
) -> list[Some]:
    """Of tests, in their order, those of a part. `enough`: whether the first part runs one that is not slow."""
    if part is None:
        return list(tests)
    first = {test.nodeid for test in tests if not test.get_closest_marker("slow") and enough(test)}
    return [test for test in tests if (test.nodeid in first) is (part is Part.FIRST)]


def keep_only(kept: Sequence[Test], items: list[Any], config: Any) -> None:
    """Of what pytest collected (`pytest_collection_modifyitems`); the others are counted as deselected."""
    names = {test.nodeid for test in kept}
    config.hook.pytest_deselected(items=[item for item in items if item.nodeid not in names])
    items[:] = kept
