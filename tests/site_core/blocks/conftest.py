"""Blocks are shown to a reader; asked for by name, for what is tested is not always shown."""

from collections.abc import Iterator

import pytest

from site_core.languages.known import language_of
from site_core.languages.reading import reading


@pytest.fixture
def in_polish() -> Iterator[None]:
    with reading(language_of("pl")):
        yield
