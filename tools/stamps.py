"""Remember what a step was made from, so that an unchanged one is skipped."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path


def digest(paths: Iterable[Path], *words: str) -> str:
    """A fingerprint of the files (folders are walked; what is missing counts as empty) and the words."""
    total = hashlib.sha256("\0".join(words).encode())
    for file in sorted(file for path in paths for file in files_below(path)):
        total.update(f"\0{file}\0".encode())
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def files_below(path: Path) -> Iterable[Path]:
    """The path itself when it is a file; else every file in it that somebody wrote."""
    if path.is_file():
        return [path]
    return (file for file in path.rglob("*") if file.is_file() and "__pycache__" not in file.parts)


class Stamps:
    """Names and fingerprints in one small file. A damaged file counts as none: work is then done again."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.values: dict[str, str] = {}
        if path.exists():
            try:
                stored = json.loads(path.read_text(encoding="utf-8"))
            except ValueError:
                stored = {}
            self.values = stored if isinstance(stored, dict) else {}

    def match(self, **stamps: str) -> bool:
        """Whether every named step was last done with this fingerprint."""
        return all(self.values.get(name) == value for name, value in stamps.items())

    def record(self, **stamps: str) -> None:
        """Write the stamps down at once, so that an interruption later loses nothing."""
        self.values.update(stamps)
        self.save()

    def forget(self, *names: str) -> None:
        """Take the stamps away: until they are recorded again, the step counts as not done."""
        for name in names:
            self.values.pop(name, None)
        self.save()

    def save(self) -> None:
        """Replace the file in one go."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.path.with_suffix(".new")
        fresh.write_text(json.dumps(self.values, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        fresh.replace(self.path)
