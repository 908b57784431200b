"""The texts that files are made from, and which files each of them makes."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from demo.content_files import read_text

SOURCES = Path(__file__).parent.parent / "content" / "files"
FILES = Path(__file__).parent.parent / "files"
_NEW_PIECE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_OTHER_LANGUAGE = re.compile(r"^\|\|\|[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Source:
    """One text: `z1/lesson-plan.pl.md` has folder `z1`, stem `lesson-plan.pl`."""

    path: Path

    @property
    def folder(self) -> str:
        return self.path.parent.name

    @property
    def stem(self) -> str:
        return self.path.name.removesuffix(self.path.suffix)

    @cached_property
    def facts(self) -> dict[str, Any]:
        return {"formats": ["vtt"]} if self.path.suffix == ".vtt" else read_text(self.path).facts

    @cached_property
    def pieces(self) -> list[list[str]]:
        """Markdown by page, slide or card; each in one language, or in two where the text has `|||`."""
        pieces = _NEW_PIECE.split(read_text(self.path).body.strip())
        return [[side.strip() for side in _OTHER_LANGUAGE.split(piece)] for piece in pieces if piece.strip()]

    @property
    def outputs(self) -> dict[str, str]:
        """Name below `demo/files/` by format."""
        return {kind: f"{self.folder}/{self.stem}.{kind}" for kind in self.facts["formats"]}

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.path.read_bytes()).hexdigest()


def all_sources(folder: Path = SOURCES) -> list[Source]:
    return [Source(path) for path in sorted(folder.glob("*/*")) if path.suffix in (".md", ".vtt")]
