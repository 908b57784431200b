"""What was made from what: enough to say which files are stale without the libraries that make them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from demo.file_generator.sources import FILES, Source

MANIFEST = FILES / "manifest.json"
STYLES = Path(__file__).parent / "styles"
# Raised by hand when the Python of this package makes other files from the same text.
EDITION = 1


def recipe() -> str:
    """Hash of everything but the text that decides what a file looks like."""
    digest = hashlib.sha256(f"edition {EDITION}".encode())
    for style in sorted(path for path in STYLES.rglob("*") if path.is_file()):
        digest.update(style.read_bytes())
    return digest.hexdigest()


def read() -> dict[str, dict[str, str]]:
    return json.loads(MANIFEST.read_text(encoding="utf-8")) if MANIFEST.is_file() else {}


def write(entries: dict[str, dict[str, str]]) -> None:
    MANIFEST.write_text(json.dumps(entries, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def entry(source: Source, output: Path) -> dict[str, str]:
    return {"source": source.digest, "recipe": recipe(), "file": _hash_of(output)}


def stale(sources: list[Source]) -> list[str]:
    """Names of files that are missing, changed by hand, made from another text or in another way; sorted."""
    known, how = read(), recipe()
    wanted = {name: source for source in sources for name in source.outputs.values()}
    return sorted(
        name
        for name, source in wanted.items()
        if name not in known
        or not (FILES / name).is_file()
        or known[name] != {"source": source.digest, "recipe": how, "file": _hash_of(FILES / name)}
    )


def orphans(sources: list[Source]) -> list[str]:
    """Files that no text makes any more."""
    wanted = {name for source in sources for name in source.outputs.values()}
    present = {path.relative_to(FILES).as_posix() for path in FILES.glob("*/*") if path.is_file()}
    return sorted((present | set(read())) - wanted)


def _hash_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
