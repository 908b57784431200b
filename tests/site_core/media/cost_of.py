"""`python -m tests.site_core.media.cost_of FILE…`: prints, as JSON, what the gate said and what it cost."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import django
from django.core.exceptions import ValidationError
from django.core.files.base import File


def main(paths: list[Path]) -> dict[str, tuple[str, float, float]]:
    django.setup()
    from site_core.media.documents import check_document
    from site_core.media.images import clean_image

    costs = {}
    for path in paths:
        gate = check_document if path.suffix == ".odt" else clean_image
        with path.open("rb") as file:
            memory, began = _most_memory(), time.process_time()
            try:
                gate(File(file), path.name)
                code = "taken"
            except ValidationError as refusal:
                code = refusal.code
            costs[path.name] = (code, _most_memory() - memory, time.process_time() - began)
    return costs


def _most_memory() -> float:
    """The most this process ever held, in megabytes. (`getrusage` would count what its parent held as well.)"""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main([Path(path) for path in sys.argv[1:]])))
