"""What a start of the demo does again, and what it leaves alone."""

from pathlib import Path

import pytest

from tools.demo import preparation
from tools.demo.command import confirm_reset
from tools.demo.preparation import fill_database, start_over
from tools.demo.site import Site
from tools.stamps import Stamps
from tools.terminal import Refused


class RecordingSite(Site):
    """Notes the commands instead of running them; a migration makes the database's file."""

    def __init__(self, place: Path, database_url: str | None = None) -> None:
        super().__init__(Path("python"), place, "http://127.0.0.1:8000", database_url)
        self.commands: list[str] = []
        self.fails_at = ""

    def quietly(self, *command: str) -> None:
        self.note(command[0])
        if self.sqlite_file:
            self.sqlite_file.touch()

    def aloud(self, name: str, *command: str) -> str:
        self.note(" ".join(command))
        return "  Administrator  administrator  a-password\n"

    def tool(self, module: str) -> None:
        self.note(module)

    def note(self, command: str) -> None:
        self.commands.append(command)
        if command.startswith(self.fails_at or "never"):
            raise Refused("The disk is full.")

    def start(self) -> list[str]:
        """Fill the database as a start of the demo does; the commands that took."""
        self.commands = []
        fill_database(self, Stamps(self.state / "stamps.json"))
        return self.commands


BOTH = ["migrate", "index_search", "load_demo --if-empty"]


def test_a_second_start_touches_nothing(tmp_path: Path) -> None:
    site = RecordingSite(tmp_path)
    assert site.start() == BOTH
    assert site.start() == []
    assert (site.state / "logins.txt").stat().st_mode & 0o777 == 0o600


def test_a_database_that_was_removed_is_filled_again_even_if_that_was_broken_off(tmp_path: Path) -> None:
    site = RecordingSite(tmp_path)
    site.start()
    (tmp_path / "site.sqlite3").unlink()
    site.fails_at = "load_demo"
    with pytest.raises(Refused):
        site.start()
    site.fails_at = ""
    assert site.start() == ["load_demo --if-empty"]
    assert site.start() == []


def test_new_migrations_are_applied_to_what_somebody_edited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = RecordingSite(tmp_path)
    site.start()
    monkeypatch.setattr(preparation, "migrations", lambda *words: "others")
    assert site.start() == ["migrate", "index_search"]


def test_new_demo_content_is_announced_and_not_loaded_over_somebodys_edits(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = RecordingSite(tmp_path)
    site.start()
    Stamps(site.state / "stamps.json").record(content="older")
    assert site.start() == []
    assert "`make demo-reset` loads it anew" in capsys.readouterr().out


def test_starting_over_throws_away_database_uploads_and_logins(tmp_path: Path) -> None:
    site = RecordingSite(tmp_path)
    site.start()
    for name in ("site.sqlite3-wal", "site.sqlite3-shm", "media/images/one.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    start_over(site)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["demo"]
    assert site.start() == BOTH


def test_a_server_may_have_been_emptied_so_it_is_asked_every_time(tmp_path: Path) -> None:
    site = RecordingSite(tmp_path, "postgres://db.example/site")
    assert [site.start(), site.start()] == [BOTH, BOTH]


def test_another_database_is_another_demo(tmp_path: Path) -> None:
    RecordingSite(tmp_path).start()
    other = RecordingSite(tmp_path, f"sqlite:///{tmp_path}/other.sqlite3")
    assert other.start() == BOTH


def test_a_servers_tables_are_dropped_only_for_who_names_the_database(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("CONFIRM", raising=False)
    with pytest.raises(Refused, match=r"every table in the database “city”.*CONFIRM=city"):
        confirm_reset("postgres://db.example/city")
    monkeypatch.setenv("CONFIRM", "city")
    confirm_reset("postgres://db.example/city")
    monkeypatch.delenv("CONFIRM")
    confirm_reset(None)
    confirm_reset("sqlite:////srv/demo.sqlite3")
