"""Run the steps, show what they say, remember how long each took and how pytest closed."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, field

from tools.places import ROOT
from tools.terminal import Refused

# "==== 812 passed, 3 skipped in 61.20s (0:01:01) ====", with or without colours
PYTEST_CLOSES = re.compile(r"^(?:\x1b\[[\d;]*m)*=+ .*\bin [\d.]+s\b.*=+(?:\x1b\[[\d;]*m)*$")


@dataclass(frozen=True)
class Step:
    """
    One command. `environment` is added to ours; a value of None takes the variable away.

    What a wordy one says is shown only where it fails, beside others.
    """

    name: str
    command: Sequence[str]
    environment: Mapping[str, str | None] = field(default_factory=dict)
    is_wordy: bool = False


@dataclass
class Finished:
    """What there is to say of a step afterwards."""

    name: str
    seconds: float
    closing_line: str = ""


def run(step: Step) -> Finished:
    """Run one step to its end. Refused, by name, when it fails: the steps after it are not run."""
    show(heading(step))
    finished = follow(step, show)
    show(f"   {finished.seconds:.1f} s\n")
    return finished


def run_beside_each_other(steps: Sequence[Step]) -> list[Finished]:
    """Run steps of one core each, as many at a time as there are cores; show what they say in the order given.

    Refused for the first in that order that fails. Those that have not begun by then are left out, those that have
    come to their end unheard.
    """
    said: list[list[str]] = [[] for _ in steps]
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        running = [pool.submit(follow, step, lines.append) for step, lines in zip(steps, said, strict=True)]
        finished = []
        try:
            for step, lines, future in zip(steps, said, running, strict=True):
                wait([future])
                said_enough = step.is_wordy and future.exception() is None
                show(heading(step) + ("" if said_enough else "".join(lines)))
                finished.append(future.result())
                show(f"   {finished[-1].seconds:.1f} s\n")
        finally:
            pool.shutdown(cancel_futures=True)
    return finished


def heading(step: Step) -> str:
    return f"\n── {step.name} {'─' * max(3, 76 - len(step.name))}\n"


def show(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def follow(step: Step, hear: Callable[[str], object]) -> Finished:
    """Run one step and hand on each line it says. Refused, by name, when it fails."""
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
            hear(line)
            if PYTEST_CLOSES.match(line.rstrip()):
                closing_line = line.rstrip()
    seconds = time.monotonic() - start
    if process.returncode:
        raise Refused(f"“{step.name}” failed after {seconds:.1f} s (exit code {process.returncode}).")
    return Finished(step.name, seconds, closing_line)


def environment_of(step: Step) -> dict[str, str]:
    """Ours, with the step's own changes. A database named outside is never the suite's."""
    merged = {**os.environ, "DATABASE_URL": None, "PYTHONUNBUFFERED": "1", **step.environment}
    return {name: value for name, value in merged.items() if value is not None}


def summary(finished: Sequence[Finished], altogether: float) -> str:
    """Times of all steps (some ran beside each other), then pytest's own closing lines, last."""
    rows = [f"   {each.seconds:6.1f} s  {each.name}" for each in finished]
    total = f"   {altogether:6.1f} s  altogether"
    closing = [f"{each.name}:\n{each.closing_line}" for each in finished if each.closing_line]
    return "\n".join([f"── Summary {'─' * 69}", *rows, total, "", *closing])
