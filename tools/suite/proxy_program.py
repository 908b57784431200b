"""An nginx for the tests of the proxy, out of Debian's package and not installed: that would start one on port 80."""

import os
import shutil
import subprocess
from pathlib import Path

from tools.places import var
from tools.suite.system_packages import may_install

PACKAGE = "nginx"


def nginx_at_hand() -> str | None:
    """The one that is named, else the one that is installed."""
    return os.environ.get("NGINX_PROGRAM") or shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")


def proxy_environment() -> dict[str, str | None]:
    """Which nginx the tests are to run, where none is at hand: one unpacked, or none."""
    if nginx_at_hand():
        return {}
    program = var() / "nginx" / "usr" / "sbin" / "nginx"
    if not runs(program):
        unpack(var() / "nginx")
        if not runs(program):
            print("  There is no nginx to be had here: the tests of the proxy are left out.", flush=True)
            return {}
    return {"NGINX_PROGRAM": str(program)}


def runs(program: Path) -> bool:
    """Is it there, with all the libraries it wants?"""
    if not program.exists():
        return False
    return subprocess.run([str(program), "-v"], capture_output=True, check=False).returncode == 0


def unpack(place: Path) -> None:
    """Fetch the package as apt would and unpack it in `place`. Nothing happens where apt is not, or has it not."""
    if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
        return
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    fetch = ["apt-get", "download", "-q", PACKAGE]
    if not succeeds(fetch, place):
        privileged = may_install()  # the lists of a fresh machine are empty, and only root may fetch them
        if privileged is None or not succeeds([*privileged, "apt-get", "update", "-q"], place):
            return
        succeeds(fetch, place)
    for package in place.glob(f"{PACKAGE}_*.deb"):
        succeeds(["dpkg-deb", "--extract", package.name, "."], place)


def succeeds(command: list[str], place: Path) -> bool:
    finished = subprocess.run(command, cwd=place, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return finished.returncode == 0
