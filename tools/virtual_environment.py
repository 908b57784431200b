"""A virtual environment with what a requirements file pins; made once, reused while that is unchanged."""

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

from tools.locks import waiting_for
from tools.places import ROOT, shown, var
from tools.stamps import Stamps, digest
from tools.terminal import Refused, clear_passing, passing, step, unchanged

# Everything in the key's file is in the values' too, in the same version (tests/tools/test_requirements.py).
INCLUDES = {"requirements-dev.txt": ("requirements.txt",)}
NETWORK_SIGNS = (
    "failed to establish a new connection",
    "temporary failure in name resolution",
    "name or service not known",
    "network is unreachable",
    "newconnectionerror",
    "nameresolutionerror",
    "proxyerror",
    "connection refused",
    "timed out",
    "no matching distribution found",
)


def prepare(directory: str, requirements: str, name: str = "Python packages") -> Path:
    """Make or bring up to date `directory` with `requirements`; the path of its python.

    Reports itself as a step called `name`. Refused when venv is missing or pip fails.
    """
    environment = ROOT / directory
    python = environment / "bin" / "python"
    pins = ROOT / requirements
    version = "{}.{}".format(*sys.version_info)
    wanted = digest([pins], version)
    with waiting_for(var() / f"{directory.strip('.')}.lock"):
        stamps = Stamps(environment / "installed.json")
        if stamps.match(**{requirements: wanted}) and runs_as(python) == version:
            unchanged(name)
            return python
        with step(name):
            if runs_as(python) != version or not (environment / "bin" / "pip").exists():
                create(environment)
                stamps = Stamps(environment / "installed.json")
            stamps.forget(requirements, *INCLUDES.get(requirements, ()))
            install(python, pins)
            stamps.record(
                **{requirements: wanted},
                **{other: digest([ROOT / other], version) for other in INCLUDES.get(requirements, ())},
            )
    return python


def runs_as(python: Path) -> str:
    """The version of an interpreter as `3.11`; empty when it is not there or no longer runs."""
    code = "import sys; print('{}.{}'.format(*sys.version_info))"
    try:
        return subprocess.run(
            [str(python), "-c", code], capture_output=True, text=True, check=True
        ).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def create(environment: Path) -> None:
    """A fresh virtual environment in the place of whatever is there."""
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        raise Refused(
            "Python's module for virtual environments is not installed; on Debian: apt install python3-venv"
        )
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(environment)],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        said = (made.stdout + made.stderr).strip().splitlines() or ["it gave no reason"]
        raise Refused(f"The virtual environment {shown(environment)} could not be made: {said[-1]}")
    # As venv itself does from Python 3.13 on: no environment is ever committed.
    (environment / ".gitignore").write_text("*\n", encoding="utf-8")


def install(python: Path, pins: Path) -> None:
    """Let pip install what `pins` names, and nothing whose hash it does not know.

    Python compiles what it loads when it first loads it: a third of the files. Pip would compile all, one by one.
    """
    log = var() / "log" / "pip.log"
    log.parent.mkdir(exist_ok=True)
    total = len(re.findall(r"^[A-Za-z0-9].*==", pins.read_text(encoding="utf-8"), re.MULTILINE))
    command = [str(python), "-m", "pip", "install", "--require-hashes", "--no-input", "--retries", "2"]
    command += ["--disable-pip-version-check", "--progress-bar", "off"]
    command += ["--no-compile", "--requirement", str(pins)]
    environment = {key: value for key, value in os.environ.items() if key not in {"PIP_USER", "PIP_TARGET"}}
    with (
        log.open("w", encoding="utf-8") as kept,
        subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        ) as pip,
    ):
        seen = 0
        for line in pip.stdout or ():
            kept.write(line)
            if line.startswith(("Collecting", "Requirement already satisfied")):
                seen += 1
                passing(f"  Downloading package {seen} of {total}")
            elif line.startswith("Installing"):
                passing(f"  Installing {total} packages")
        clear_passing()
    if pip.returncode:
        raise Refused(f"{reason(log.read_text(encoding='utf-8'))} What pip said is in {shown(log)}.")


def reason(said: str) -> str:
    """Why pip failed, as a sentence for somebody who does not know pip."""
    lowered = said.lower()
    if "do not match the hashes" in lowered:
        return "A downloaded package is not the one that was tested (its hash differs), so pip refused it."
    if "no space left on device" in lowered:
        return "The disk is full, so the Python packages could not be installed."
    if any(sign in lowered for sign in NETWORK_SIGNS):
        return "The Python packages could not be downloaded: no network, or no way to the package index."
    errors = [line for line in said.splitlines() if line.startswith("ERROR")] or ["pip gave no reason."]
    return f"The Python packages could not be installed: {errors[-1].removeprefix('ERROR:').strip()}"
