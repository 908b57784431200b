"""Which files the demo's pages name: as a resource's files, in file lists, as figures and as captions."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from demo.bodies import CONTAINER
from demo.content_files import CONTENT, read_text


def named_files(pages: Path = CONTENT / "pages") -> set[str]:
    """Names like `z1/slowa-ktore-rania-scenariusz-lekcji.pl.pdf`; addresses of other sites are not files of ours."""
    found: set[str] = set()
    for path in sorted(pages.glob("*/page.yaml")):
        found |= set(_file_values(yaml.safe_load(path.read_text(encoding="utf-8"))))
    for path in sorted(pages.glob("*/*.md")):
        for container in CONTAINER.finditer(read_text(path).body):
            found |= set(_file_values(yaml.safe_load(container[2])))
    return found


def _file_values(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("file", "source") and isinstance(inner, str) and _is_ours(inner):
                yield inner
            else:
                yield from _file_values(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _file_values(inner)


def _is_ours(name: str) -> bool:
    """A quotation also has a `source`; only what looks like `prefix/name.ending` is a file."""
    prefix, slash, rest = name.partition("/")
    return bool(slash) and prefix.isalnum() and "." in rest and " " not in name
