"""
`python -m tests.performance.growth [--pages 500 2000 10000] [--stock-up-to 10000] [--write FOLDER]`

A copy of the demonstration grows to so many pages in each of four languages, and is asked the same questions at each
size. The last line of each is the ratio to the first: the machine that did one did the other.
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

from django.db import connection

from site_core.garbage import keep_what_is_loaded
from tests.performance.growth.plot import curves
from tests.performance.growth.site import begin

LANGUAGES = ("pl", "en", "uk", "be")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.performance.growth")
    parser.add_argument("--pages", type=int, nargs="+", default=[500, 2_000, 10_000], help="in each language")
    parser.add_argument(
        "--stock-up-to", type=int, default=10_000, help="beyond it Wagtail's own is not asked"
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--write", type=Path, help="folder for search-growth-<database>.json and .svg")
    wishes = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        vendor = begin(Path(folder))
        measured = measure(sorted(wishes.pages), wishes.stock_up_to, wishes.rounds)
    if wishes.write:
        place = wishes.write / f"search-growth-{vendor}"
        place.with_suffix(".json").write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
        place.with_suffix(".svg").write_text(curves(measured), encoding="utf-8")


def measure(sizes: list[int], stock_up_to: int, rounds: int) -> list[dict]:
    from tests.performance.growth.measuring import ask_admin, ask_chooser, ask_search, ask_stock
    from tests.performance.growth.pages import Growing

    growing, measured = Growing(LANGUAGES), []
    for size in sizes:
        growing.grow_to(size)
        _as_in_service()
        row = {"pages": size, "languages": len(LANGUAGES), "workers": os.cpu_count()}
        row["search"] = ask_search(growing.questions(), rounds)
        row["admin"] = ask_admin(growing.questions(), rounds)
        row["chooser"] = ask_chooser(growing.questions(), rounds)
        if size <= stock_up_to:
            growing.index(as_stock=True)
            row["stock"] = ask_stock(growing.questions(), rounds=1)  # seconds each
        measured.append(row)
        _say(json.dumps(row))
    first, last = measured[0], measured[-1]
    for what in ("search", "admin", "chooser"):
        ratio = last[what]["p95"] / first[what]["p95"]
        _say(f"{what}: p95 at {last['pages']} pages is {ratio:.2f} times that at {first['pages']}")
    return measured


def _as_in_service() -> None:
    """What was written is on the disk, and what is loaded stays, as `deploy/gunicorn.py` has it."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("CHECKPOINT")
    keep_what_is_loaded()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
