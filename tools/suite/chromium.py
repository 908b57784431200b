"""The system's Chromium, and how it is started; nothing is downloaded."""

import os
import shutil

from tools.suite.system_packages import BROWSERS
from tools.terminal import Refused


def chromium() -> str:
    """The program: the one named in BROWSER_PROGRAM, or one on the path. Refused where there is none."""
    program = os.environ.get("BROWSER_PROGRAM") or next(
        (found for name in BROWSERS if (found := shutil.which(name))), None
    )
    if program is None:
        raise Refused(
            "There is no Chromium; on Debian: apt install chromium (or name one in BROWSER_PROGRAM)"
        )
    return program


def chromium_arguments() -> list[str]:
    """What it needs to be told on a server; `--no-sandbox` as root."""
    arguments = ["--disable-dev-shm-usage", "--disable-gpu"]
    return [*arguments, "--no-sandbox"] if os.geteuid() == 0 else arguments
