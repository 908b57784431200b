"""`make test` itself: it must stop at the first failure, and never on a person's own database."""

import subprocess
import sys
from pathlib import Path

import pytest

from tools.suite import proxy_program, system_packages
from tools.suite.runner import (
    PYTEST_CLOSES,
    Finished,
    Step,
    environment_of,
    run,
    run_beside_each_other,
    summary,
)
from tools.suite.system_packages import SystemProgram, ensure_system_packages
from tools.terminal import Refused


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_a_step_shows_what_it_says_and_keeps_the_closing_line(capsys: pytest.CaptureFixture[str]) -> None:
    finished = run(Step("Two tests", python("print('..'); print('=== 2 passed in 0.01s ===')")))
    assert finished.closing_line == "=== 2 passed in 0.01s ==="
    said = capsys.readouterr().out
    assert "── Two tests ──" in said
    assert "..\n" in said


def test_a_failing_step_is_refused_by_name_after_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Refused, match=r"“Lint” failed after .* s \(exit code 3\)"):
        run(Step("Lint", python("print('line 4 is wrong'); raise SystemExit(3)")))
    assert "line 4 is wrong" in capsys.readouterr().out


def test_steps_beside_each_other_are_shown_one_after_another(capsys: pytest.CaptureFixture[str]) -> None:
    slow = Step("Slow", python("import time; print('one'); time.sleep(0.5); print('two')"))
    finished = run_beside_each_other([slow, Step("Quick", python("print('three')"))])
    assert [each.name for each in finished] == ["Slow", "Quick"]
    said = capsys.readouterr().out
    places = [said.index(words) for words in ("── Slow ──", "one\n", "two\n", "── Quick ──", "three\n")]
    assert places == sorted(places)


def test_a_wordy_step_is_heard_where_it_fails(capsys: pytest.CaptureFixture[str]) -> None:
    run_beside_each_other([Step("All well", python("print('much')"), is_wordy=True)])
    assert "much" not in capsys.readouterr().out
    with pytest.raises(Refused, match="“Not well” failed"):
        run_beside_each_other(
            [Step("Not well", python("print('line 7'); raise SystemExit(1)"), is_wordy=True)]
        )
    assert "line 7" in capsys.readouterr().out


def test_of_steps_beside_each_other_the_first_that_fails_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    fails = Step("Types", python("import time; time.sleep(0.5); print('line 9'); raise SystemExit(1)"))
    later = Step("Migrations", python("raise SystemExit(1)"))
    with pytest.raises(Refused, match="“Types” failed"):
        run_beside_each_other([Step("Lint", python("")), fails, later])
    said = capsys.readouterr().out
    assert said.index("── Lint ──") < said.index("── Types ──") < said.index("line 9")
    assert "Migrations" not in said


@pytest.mark.parametrize(
    ("line", "closes"),
    [
        ("============ 812 passed, 3 skipped in 61.20s (0:01:01) ============", True),
        ("\x1b[32m===== \x1b[32m\x1b[1m5 passed\x1b[0m\x1b[32m in 1.02s\x1b[0m\x1b[32m =====\x1b[0m", True),
        ("===== 1 failed, 2 passed, 1 warning in 0.10s =====", True),
        ("=========== warnings summary ===========", False),
        ("========== short test summary info ==========", False),
    ],
)
def test_the_line_with_which_pytest_closes(line: str, closes: bool) -> None:
    assert bool(PYTEST_CLOSES.match(line)) is closes


def test_a_database_named_outside_is_not_the_suites(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://somebody@production/site")
    assert "DATABASE_URL" not in environment_of(Step("Tests", []))


def test_the_summary_ends_with_pytests_own_words() -> None:
    said = summary(
        [Finished("Lint", 0.4), Finished("pytest on SQLite", 61.2, "=== 812 passed in 61.20s ===")], 61.3
    )
    assert said.splitlines()[-1] == "=== 812 passed in 61.20s ==="
    assert "61.3 s  altogether" in said


def test_what_is_missing_is_named_where_nothing_may_be_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = SystemProgram("a PostgreSQL server", "postgresql", lambda: False)
    there = SystemProgram("a Chromium browser", "chromium", lambda: True)
    monkeypatch.setattr(system_packages, "NEEDED", (there, nowhere))
    monkeypatch.setattr(system_packages, "may_install", lambda: None)
    with pytest.raises(Refused) as refused:
        ensure_system_packages()
    assert "a PostgreSQL server" in str(refused.value)
    assert "sudo apt install postgresql" in str(refused.value)
    assert "chromium" not in str(refused.value)


def test_where_it_may_it_installs_just_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[str] = []
    browser = SystemProgram("a Chromium browser", "chromium", lambda: "chromium" in installed)
    monkeypatch.setattr(system_packages, "NEEDED", (browser,))
    monkeypatch.setattr(system_packages, "may_install", lambda: ["sudo", "-n"])
    monkeypatch.setattr(system_packages, "install", lambda privileged, packages: installed.extend(packages))
    ensure_system_packages()
    assert installed == ["chromium"]
    ensure_system_packages()
    assert installed == ["chromium"]


def test_a_sudo_that_asks_for_a_password_is_no_permission(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(system_packages.shutil, "which", lambda program: f"/usr/bin/{program}")
    answers = {"code": 1}
    monkeypatch.setattr(
        system_packages.subprocess,
        "run",
        lambda command, **_: subprocess.CompletedProcess(command, answers["code"]),
    )
    assert system_packages.may_install() is None
    answers["code"] = 0
    assert system_packages.may_install() == ["sudo", "-n"]


def test_an_nginx_is_unpacked_and_not_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[list[str]] = []

    def fetched(command: list[str], place: Path) -> bool:
        asked.append(command)
        if command[0] == "dpkg-deb":
            program = place / "usr" / "sbin" / "nginx"
            program.parent.mkdir(parents=True)
            program.write_text("#!/bin/sh\n")
            program.chmod(0o755)
        (place / "nginx_1.22.1_amd64.deb").touch()
        return True

    monkeypatch.setenv("SITE_VAR", str(tmp_path))
    monkeypatch.delenv("NGINX_PROGRAM", raising=False)
    monkeypatch.setattr(
        proxy_program.shutil, "which", lambda name, path="": None if name == "nginx" else name
    )
    monkeypatch.setattr(proxy_program, "succeeds", fetched)
    found = {"NGINX_PROGRAM": str(tmp_path / "nginx" / "usr" / "sbin" / "nginx")}
    assert proxy_program.proxy_environment() == found
    assert not any("install" in command for command in asked)
    asked.clear()
    assert proxy_program.proxy_environment() == found
    assert not asked, "what is there is not fetched again"


def test_where_no_nginx_is_to_be_had_the_suite_says_so_and_goes_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SITE_VAR", str(tmp_path))
    monkeypatch.delenv("NGINX_PROGRAM", raising=False)
    monkeypatch.setattr(proxy_program.shutil, "which", lambda name, path="": None)
    assert proxy_program.proxy_environment() == {}
    assert "the tests of the proxy are left out" in capsys.readouterr().out
