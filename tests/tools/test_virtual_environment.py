import importlib.util
import shutil
import socket
import sys
from pathlib import Path

import pytest

from tools import virtual_environment
from tools.terminal import Refused


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty clone, with a package index that nobody answers for."""
    monkeypatch.setenv("SITE_VAR", str(tmp_path / "var"))
    monkeypatch.setattr(virtual_environment, "ROOT", tmp_path)
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        monkeypatch.setenv("PIP_INDEX_URL", f"http://127.0.0.1:{closed.getsockname()[1]}/simple")
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    for variable in ("PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS"):
        monkeypatch.delenv(variable, raising=False)
    return tmp_path


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment as `create` really makes it, which takes seconds, in the place of one that no longer runs."""
    place = tmp_path_factory.mktemp("made") / ".venv"
    (place / "bin").mkdir(parents=True)
    (place / "bin" / "python").symlink_to("/no/such/python")
    (place / "left over").touch()
    virtual_environment.create(place)
    return place


@pytest.fixture
def made_at_once(made: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Every environment is a copy of the one; where they were asked for."""
    asked: list[Path] = []

    def create(place: Path) -> None:
        asked.append(place)
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(made, place, symlinks=True)

    monkeypatch.setattr(virtual_environment, "create", create)
    return asked


def test_an_environment_is_made_whole_in_place_of_a_broken_one(made: Path) -> None:
    assert not (made / "left over").exists()
    assert virtual_environment.runs_as(made / "bin" / "python") == "{}.{}".format(*sys.version_info)
    assert (made / "bin" / "pip").exists()
    assert (made / ".gitignore").read_text() == "*\n"


def test_no_network_is_one_sentence_and_the_next_start_tries_again(
    clone: Path, made_at_once: list[Path]
) -> None:
    (clone / "requirements.txt").write_text(f"polib==1.2.0 --hash=sha256:{'0' * 64}\n")
    for _ in range(2):
        with pytest.raises(Refused) as refused:
            virtual_environment.prepare(".venv", "requirements.txt")
        said = str(refused.value)
        assert said.startswith("The Python packages could not be downloaded: no network")
        assert "\n" not in said
    assert "Connection refused" in (clone / "var" / "log" / "pip.log").read_text()


@pytest.mark.slow
def test_nothing_to_install_is_installed_once(
    clone: Path, made_at_once: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    requirements = clone / "requirements.txt"
    requirements.write_text("# nothing\n")
    python = virtual_environment.prepare(".venv", "requirements.txt")
    assert python == clone / ".venv" / "bin" / "python"
    assert "unchanged" not in capsys.readouterr().out

    virtual_environment.prepare(".venv", "requirements.txt")
    assert "unchanged" in capsys.readouterr().out

    requirements.write_text("# still nothing\n")
    virtual_environment.prepare(".venv", "requirements.txt")
    assert "unchanged" not in capsys.readouterr().out

    assert len(made_at_once) == 1
    python.unlink()  # as when the system's Python was replaced
    virtual_environment.prepare(".venv", "requirements.txt")
    assert "unchanged" not in capsys.readouterr().out
    assert virtual_environment.runs_as(python)
    assert made_at_once == [clone / ".venv"] * 2


def test_a_python_without_venv_says_what_to_install(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (clone / "requirements.txt").write_text("# nothing\n")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(Refused, match="on Debian: apt install python3-venv"):
        virtual_environment.prepare(".venv", "requirements.txt")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("WARNING: Retrying … NameResolutionError(…)\nERROR: No matching distribution", "no network"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "its hash differs"),
        ("ERROR: Could not install packages due to an OSError: No space left on device", "disk is full"),
        ("ERROR: Failed building wheel for lxml", "could not be installed: Failed building wheel for lxml"),
        ("", "could not be installed: pip gave no reason"),
    ],
)
def test_the_reason_is_said_in_words_for_somebody_who_does_not_know_pip(said: str, sentence: str) -> None:
    assert sentence in virtual_environment.reason(said)
