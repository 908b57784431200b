"""The written sources of the files, and which file is made from which."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from demo.content_files import CONTENT, ContentError, read_text
from demo.file_generator.named import named_files

SOURCES = CONTENT / "files"
FILES = CONTENT.parent / "files"
CAPTIONS = ".vtt"


@dataclass(frozen=True, slots=True)
class Source:
    """One written source. `name` is `z1/slowa-ktore-rania-karta-pracy.pl`.

    Captions are ready, and have no facts but their format.
    """

    path: Path
    name: str
    facts: dict[str, Any]
    body: str

    @property
    def language(self) -> str:
        return str(self.facts["language"])

    @property
    def prefix(self) -> str:
        return self.name.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Job:
    """One file to make: `name` as content names it, `z1/slowa-ktore-rania-scenariusz-lekcji.pl.pdf`."""

    name: str
    source: Source

    @property
    def format(self) -> str:
        return self.name.rpartition(".")[2]


def read_sources(folder: Path = SOURCES) -> dict[str, Source]:
    """Every source by the name of its file without the ending."""
    found: dict[str, Source] = {}
    for path in sorted(folder.rglob("*.*")):
        if path.suffix not in (".md", CAPTIONS):
            raise ContentError(f"{path}: neither a text nor captions")
        name = path.relative_to(folder).with_suffix("").as_posix()
        if path.suffix == CAPTIONS:
            found[name] = Source(path, name, {"formats": ["vtt"]}, path.read_text(encoding="utf-8"))
        else:
            text = read_text(path)
            found[name] = Source(path, name, text.facts, text.body)
    return found


def jobs() -> Iterator[Job]:
    """What has to be made: the files content names.

    ContentError for a file that nobody has written, or that is not allowed in this format.
    """
    sources = read_sources()
    for name in sorted(named_files()):
        stem, _dot, ending = name.rpartition(".")
        if stem not in sources:
            raise ContentError(f"{name}: content names it, but nobody has written {stem}.md")
        if ending not in sources[stem].facts["formats"]:
            raise ContentError(f"{name}: content names it, but {stem}.md does not allow “{ending}”")
        yield Job(name, sources[stem])
