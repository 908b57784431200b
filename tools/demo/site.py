"""Run the site's own management commands for the demo."""

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tools.places import ROOT, shown
from tools.terminal import Refused, bar, clear_passing

# "OperationalError: connection refused", "SystemCheckError: …", with or without the module before it
EXCEPTION = re.compile(r"^(?:\w+\.)*\w*(?:Error|Exception|Configured)\b.*")

PERCENTAGE = re.compile(r"^\s*(\d{1,3}) ?%\s*$")


class Site:
    """`manage.py` under the demo's settings: one directory, one database, one interpreter."""

    def __init__(self, python: Path, place: Path, url: str, database_url: str | None = None) -> None:
        self.python = python
        self.place = place
        self.database_url = database_url or f"sqlite:///{place / 'site.sqlite3'}"
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "site_core.settings.demo",
            "DATABASE_URL": self.database_url,
            "SITE_VAR": str(place),
            "SITE_URL": url,
        }
        self.log = place / "log" / "demo.log"

    @property
    def state(self) -> Path:
        """Where is remembered what was done to this site."""
        return self.place / "demo"

    @property
    def sqlite_file(self) -> Path | None:
        """The file of an SQLite database; None for a database server.

        Only about a file can we know that nobody emptied it since we filled it.
        """
        parts = urlsplit(self.database_url)
        return Path(unquote(parts.path[1:])) if parts.scheme == "sqlite" else None

    def quietly(self, *command: str) -> None:
        """Run a management command whose output interests nobody unless it fails."""
        self.run_quietly(["manage.py", *command], f"manage.py {command[0]}")

    def tool(self, module: str) -> None:
        """Run one of our tools that needs the site's packages."""
        self.run_quietly(["-m", module], module)

    def run_quietly(self, arguments: list[str], name: str) -> None:
        """Run Python with `arguments`; Refused with the last line of what it said when it fails."""
        finished = subprocess.run(
            [str(self.python), *arguments],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )
        said = finished.stdout + finished.stderr
        self.log.parent.mkdir(exist_ok=True)
        with self.log.open("a", encoding="utf-8") as log:
            log.write(f"$ {' '.join(arguments)}\n{said}\n")
        if finished.returncode:
            raise Refused(f"“{name}” failed: {telling_line(said)} (all of it: {shown(self.log)})")

    def aloud(self, name: str, *command: str) -> str:
        """Run a management command that takes its time; what it wrote besides its progress.

        A line with nothing but a percentage is progress, and moves a bar called `name`.
        """
        said = []
        with subprocess.Popen(
            [str(self.python), "manage.py", *command],
            cwd=ROOT,
            env={**self.environment, "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
            errors="replace",
        ) as process:
            for line in process.stdout or ():
                if percentage := PERCENTAGE.match(line):
                    bar(name, int(percentage[1]))
                else:
                    said.append(line)
        clear_passing()
        if process.returncode:
            sys.stdout.writelines(said)
            raise Refused(f"“manage.py {command[0]}” failed; what it said stands above.")
        return "".join(said)


def telling_line(said: str) -> str:
    """The line of a failed command's output that says most: its last exception, else its last line."""
    lines = [line for line in said.splitlines() if line.strip()]
    exceptions = [line for line in lines if EXCEPTION.match(line)]
    return (exceptions or lines or ["it gave no reason"])[-1].strip()
