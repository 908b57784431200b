"""No file that nobody can read in one go."""

import warnings
from collections.abc import Iterator
from pathlib import Path

from tools.places import ROOMS, ROOT

LONGEST = 500
LOOK_TWICE = 250
PLACES = (*ROOMS, "guidance", "tools", "tests", "deploy")


def python_files() -> Iterator[Path]:
    for place in PLACES:
        for path in sorted((ROOT / place).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_python_file_is_longer_than_five_hundred_lines() -> None:
    lengths = {str(path.relative_to(ROOT)): length(path) for path in python_files()}
    assert len(lengths) > 20
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}
    if long := {name: lines for name, lines in lengths.items() if lines > LOOK_TWICE}:
        warnings.warn(f"look twice, more than {LOOK_TWICE} lines: {long}", stacklevel=1)


def test_no_room_is_named_the_rest() -> None:
    forbidden = {"utils.py", "helpers.py", "services.py", "misc.py", "common.py"}
    assert [str(path.relative_to(ROOT)) for path in python_files() if path.name in forbidden] == []
