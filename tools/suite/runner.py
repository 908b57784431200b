"""Run the steps one after another, show what they say, remember how long each took and how pytest closed."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tools.places import ROOT
from tools.terminal import Refused

# "==== 812 passed, 3 skipped in 61.20s (0:01:01) ====", with or without colours
PYTEST_CLOSES = re.compile(r"^(?:\x1b\[[\d;]*m)*=+ .*\bin [\d.]+s\b.*=+(?:\x1b\[[\d;]*m)*$")


@dataclass(frozen=True)
class Step:
    """One command. `environment` is added to ours; a value of None takes the variable away."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str | None] = field(default_factory=dict)


@dataclass
class Finished:
    """What there is to say of a step afterwards."""

    name: str
    seconds: float
    closing_line: str = ""


def run(step: Step) -> Finished:
    """Run one step to its end. Refused, by name, when it fails: the steps after it are not run."""
    print(f"\n── {step.name} {'─' * max(3, 76 - len(step.name))}", flush=True)
    start = time.monotonic()
    closing_line = ""
    with subprocess.Popen(
        list(step.command),
        cwd=ROOT,
        env=environment_of(step),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            sys.stdout.write(line)
            sys.stdout.flush()
            if PYTEST_CLOSES.match(line.rstrip()):
                closing_line = line.rstrip()
    seconds = time.monotonic() - start
    if process.returncode:
        raise Refused(f"“{step.name}” failed after {seconds:.1f} s (exit code {process.returncode}).")
    print(f"   {seconds:.1f} s", flush=True)
    return Finished(step.name, seconds, closing_line)


def environment_of(step: Step) -> dict[str, str]:
    """Ours, with the step's own changes. A database named outside is never the suite's."""
    merged = {**os.environ, "DATABASE_URL": None, "PYTHONUNBUFFERED": "1", **step.environment}
    return {name: value for name, value in merged.items() if value is not None}


def summary(finished: Sequence[Finished]) -> str:
    """Times of all steps, then pytest's own closing lines, last."""
    rows = [f"   {each.seconds:6.1f} s  {each.name}" for each in finished]
    total = f"   {sum(each.seconds for each in finished):6.1f} s  altogether"
    closing = [f"{each.name}:\n{each.closing_line}" for each in finished if each.closing_line]
    return "\n".join([f"── Summary {'─' * 69}", *rows, total, "", *closing])
