"""What `demo/files` was made from, so that anybody can tell what is stale without making it again."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from demo.file_generator.sources import FILES, Job, jobs

MANIFEST = FILES / "manifest.json"
# Goes up by one when a change of the generator changes what the files look like: then all of them are stale.
GENERATOR = 2


def fingerprint(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def read_manifest() -> dict[str, dict[str, Any]]:
    return json.loads(MANIFEST.read_text(encoding="utf-8"))["files"] if MANIFEST.exists() else {}


def write_manifest(entries: dict[str, dict[str, Any]]) -> None:
    text = json.dumps({"files": entries}, indent=1, sort_keys=True, ensure_ascii=False)
    MANIFEST.write_text(text + "\n", encoding="utf-8")


def entry(job: Job, made: bytes) -> dict[str, Any]:
    return {
        "file": fingerprint(made),
        "generator": GENERATOR,
        "source": fingerprint(job.source.path.read_bytes()),
    }


def is_fresh(job: Job, known: dict[str, dict[str, Any]]) -> bool:
    """Made by this generator from the source as it is now, and not changed by hand since."""
    path = FILES / job.name
    return path.is_file() and known.get(job.name) == entry(job, path.read_bytes())


def problems() -> Iterator[str]:
    """Sentences about files that are missing, stale or left over; none when all is well."""
    known, wanted = read_manifest(), {job.name: job for job in jobs()}
    for name, job in wanted.items():
        if not (FILES / name).is_file():
            yield f"{name} is missing"
        elif not is_fresh(job, known):
            yield f"{name} is stale: its source or the generator has changed, or the file itself"
    for name in leftovers(set(wanted)):
        yield f"{name} is left over: no page names it"


def leftovers(wanted: set[str]) -> list[str]:
    present = {path.relative_to(FILES).as_posix() for path in FILES.rglob("*") if path.is_file()}
    return sorted(present - wanted - {MANIFEST.name})
