"""A real server each time: starting one takes about a second."""

import subprocess
import sys
from pathlib import Path

import environ
import pytest

from tools import with_postgres
from tools.places import ROOT


def run(code: str) -> "subprocess.CompletedProcess[str]":
    """Run Python code on a throw-away server, as `make test` does."""
    return subprocess.run(
        [sys.executable, "-m", "tools.with_postgres", sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_gets_a_database_of_its_own_that_is_gone_afterwards() -> None:
    finished = run(
        "import os, psycopg\n"
        "with psycopg.connect('') as connection:\n"
        "    print(connection.execute('SELECT current_database()').fetchone()[0])\n"
        "    print(connection.execute('SHOW listen_addresses').fetchone()[0] or 'no port')\n"
        "    print(connection.execute('SHOW server_encoding').fetchone()[0])\n"
        "print(os.environ['DATABASE_URL'])\n"
        "print(os.environ['PGHOST'])\n"
    )
    assert finished.returncode == 0, finished.stderr
    database, port, encoding, url, directory = finished.stdout.split("\n")[:5]
    assert (database, port, encoding) == ("site", "no port", "UTF8")
    assert url.startswith("postgres:///site?host=/tmp/pg-")
    assert not Path(directory).exists()


def test_the_exit_code_of_the_command_is_ours() -> None:
    assert run("raise SystemExit(7)").returncode == 7


def test_the_address_is_understood_by_the_settings() -> None:
    address = with_postgres.TemporaryPostgres("/tmp/pg-abc", "5432", "postgres", "site")
    database = environ.Env.db_url_config(address.environment()["DATABASE_URL"])
    assert database["NAME"] == "site"
    assert database["OPTIONS"] == {"host": "/tmp/pg-abc", "port": 5432, "user": "postgres"}


def test_without_a_server_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(with_postgres, "server_programs", lambda: None)
    assert with_postgres.main(["true"]) == 1
    assert "apt install postgresql" in capsys.readouterr().err
