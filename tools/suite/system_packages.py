"""Programs the suite needs from the system; installed where that is allowed, else named."""

import os
import shutil
import subprocess
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from tools.places import shown, var
from tools.terminal import Refused, step
from tools.with_postgres import server_programs

# The headless shell is the same engine from the same source without windows to manage: the browser tests take half
# the time in it.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


class SystemProgram(NamedTuple):
    """Something the suite starts, the Debian package that brings it, and how to see that it is there."""

    name: str
    package: str
    present: Callable[[], bool]


def on_path(*programs: str) -> Callable[[], bool]:
    """A test for any one of these programs."""
    return lambda: any(shutil.which(program) for program in programs)


def has_browser() -> bool:
    """A Chromium to drive: the one named in BROWSER_PROGRAM, or one on the path."""
    return bool(os.environ.get("BROWSER_PROGRAM")) or on_path(*BROWSERS)()


NEEDED = (
    SystemProgram("a Chromium browser", "chromium-headless-shell", has_browser),
    SystemProgram("a PostgreSQL server", "postgresql", lambda: server_programs() is not None),
    SystemProgram("Python's venv module", "python3-venv", lambda: find_spec("ensurepip") is not None),
    SystemProgram("GNU gettext", "gettext", on_path("xgettext")),
)


def missing() -> list[SystemProgram]:
    """What is needed and not there."""
    return [program for program in NEEDED if not program.present()]


def ensure_system_packages() -> None:
    """Return when everything needed is there; install it first where we may. Refused when we may not."""
    absent = missing()
    if not absent:
        return
    packages = [program.package for program in absent]
    names = " and ".join(program.name for program in absent)
    privileged = may_install()
    if privileged is None:
        raise Refused(
            f"The suite needs {names}, and may not install anything here. On Debian:"
            f" sudo apt install {' '.join(packages)}"
        )
    with step("System packages"):
        install(privileged, packages)
    if still := missing():
        raise Refused(
            f"apt installed {' '.join(packages)}, and yet {still[0].name} is not to be found on this machine."
        )


def may_install() -> list[str] | None:
    """What to put before `apt-get`: nothing as root, sudo where it asks nothing; None when neither works."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
        return None if asked.returncode else ["sudo", "-n"]
    return None


def install(privileged: list[str], packages: list[str]) -> None:
    """Let apt install the packages; its words go to a log. No new database cluster is made or started."""
    log = var() / "log" / "apt.log"
    log.parent.mkdir(exist_ok=True)
    environment = "DEBIAN_FRONTEND=noninteractive"
    commands = (
        ["apt-get", "update", "-q"],
        ["apt-get", "install", "-q", "--yes", "--no-install-recommends", *packages],
    )
    with log.open("w", encoding="utf-8") as kept:
        for command in commands:
            finished = subprocess.run(
                [*privileged, "env", environment, *command],
                stdin=subprocess.DEVNULL,
                stdout=kept,
                stderr=subprocess.STDOUT,
                check=False,
            )
    if finished.returncode:
        raise Refused(f"apt could not install {' '.join(packages)}; what it said is in {shown(Path(log))}.")
