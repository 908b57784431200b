from pathlib import Path

import pytest

from tools.stamps import Stamps, digest


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "one.txt").write_text("1")
    (folder / "two.txt").write_text("2")
    return folder


def test_the_fingerprint_follows_content_names_and_words(sources: Path) -> None:
    first = digest([sources], "3.11")
    assert digest([sources], "3.11") == first
    assert digest([sources], "3.12") != first

    (sources / "one.txt").write_text("1!")
    changed = digest([sources], "3.11")
    assert changed != first

    (sources / "two.txt").rename(sources / "three.txt")
    assert digest([sources], "3.11") != changed


def test_compiled_python_is_not_a_source(sources: Path) -> None:
    before = digest([sources])
    (sources / "__pycache__").mkdir()
    (sources / "__pycache__" / "one.pyc").write_bytes(b"\0")
    assert digest([sources]) == before


def test_a_stamp_outlives_its_process_and_can_be_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "demo" / "stamps.json"
    Stamps(path).record(static="abc", migrations="def")
    assert Stamps(path).match(static="abc", migrations="def")
    assert not Stamps(path).match(static="abd")

    Stamps(path).forget("static", "never there")
    assert not Stamps(path).match(static="abc")
    assert Stamps(path).match(migrations="def")


@pytest.mark.parametrize("damage", ["", "{", "[1]", "null"])
def test_a_damaged_file_means_that_work_is_done_again(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "stamps.json"
    path.write_text(damage)
    assert not Stamps(path).match(static="abc")
