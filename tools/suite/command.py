"""`make test`, `make test-rest` and `make test-next` from beginning to end."""

import os
import signal
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tools.places import ROOT
from tools.suite.parts import Part
from tools.suite.proxy_program import proxy_environment
from tools.suite.runner import Finished, run, run_beside_each_other, summary
from tools.suite.steps import catalogues, next_wagtail, quick_checks, suites
from tools.suite.system_packages import ensure_system_packages
from tools.terminal import Refused
from tools.virtual_environment import prepare
from tools.with_postgres import server_programs, stop_on_terminate, temporary_postgres

INTERRUPTED = 130


def main(arguments: list[str]) -> int:
    """Run every step, stop at the first that fails. The exit code: 0 all held, 1 something did not."""
    os.chdir(ROOT)
    signal.signal(signal.SIGTERM, stop_on_terminate)
    start = time.monotonic()
    try:
        finished = test_next() if "--next" in arguments else rest() if "--rest" in arguments else test()
    except Refused as refusal:
        print(f"\n{refusal}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return INTERRUPTED
    print(f"\n{summary(finished, time.monotonic() - start)}", flush=True)
    return 0


def test() -> list[Finished]:
    """Install what the steps need, then run them all, beside a PostgreSQL that is gone afterwards."""
    python = installed()
    with postgres_beside() as postgres:
        return [
            run(catalogues(python)),
            *run_beside_each_other(quick_checks(python, postgres)),
            *(run(step) for step in suites(Part.FIRST, python, postgres, proxy_environment())),
        ]


def rest() -> list[Finished]:
    """The tests that the first part has left."""
    python = installed()
    with postgres_beside() as postgres:
        steps = [catalogues(python), *suites(Part.REST, python, postgres, proxy_environment())]
        return [run(step) for step in steps]


def installed() -> Path:
    """The Python of an environment with all that the steps need."""
    ensure_system_packages()
    return prepare(".venv", "requirements-dev.txt")


@contextmanager
def postgres_beside() -> Iterator[Mapping[str, str]]:
    """Where a PostgreSQL is that is gone afterwards, as variables. Refused where there is no server."""
    programs = server_programs()
    if programs is None:
        raise Refused("There is no PostgreSQL server; on Debian: apt install postgresql")
    with temporary_postgres(programs) as database:
        yield database.environment()


def test_next() -> list[Finished]:
    """The steps on the newest Wagtail."""
    python = prepare(".venv-next", "requirements-next.txt", "Newest Wagtail")
    return [run(step) for step in next_wagtail(python, proxy_environment())]
