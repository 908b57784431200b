"""`make test` and `make test-next` from beginning to end."""

import os
import sys

from tools.places import ROOT
from tools.suite.runner import Finished, Step, run, summary
from tools.suite.steps import everything, next_wagtail
from tools.suite.system_packages import ensure_system_packages
from tools.terminal import Refused
from tools.virtual_environment import prepare

INTERRUPTED = 130


def main(arguments: list[str]) -> int:
    """Run every step, stop at the first that fails. The exit code: 0 all held, 1 something did not."""
    os.chdir(ROOT)
    try:
        finished = run_all(steps_for(newest_wagtail="--next" in arguments))
    except Refused as refusal:
        print(f"\n{refusal}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return INTERRUPTED
    print(f"\n{summary(finished)}", flush=True)
    return 0


def steps_for(newest_wagtail: bool) -> list[Step]:
    """Install what the steps need, then name them."""
    if newest_wagtail:
        return next_wagtail(prepare(".venv-next", "requirements-next.txt", "Newest Wagtail"))
    ensure_system_packages()
    return everything(prepare(".venv", "requirements-dev.txt"))


def run_all(steps: list[Step]) -> list[Finished]:
    """All of them, in order."""
    return [run(step) for step in steps]
