"""A real server with a copy of the demo's content, for browser tests and the handbook's pictures."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from tools.places import ROOT
from tools.suite.seed import ensure_seed
from tools.terminal import Refused

PATIENCE = 30  # seconds


def copy_of_seed(folder: Path) -> Path:
    """`folder`, with a database and media of one's own; the static files are shared, as nobody changes them."""
    original = ensure_seed()
    for name in ("site.sqlite3", "secret-key"):
        if (original / name).exists():
            shutil.copy2(original / name, folder / name)
    if (original / "media").exists():
        shutil.copytree(original / "media", folder / "media")
    (folder / "static").symlink_to(original / "static")
    return folder


@contextlib.contextmanager
def site_answering(site_var: Path) -> Iterator[str]:
    """Where the site in `site_var` answers, on a free port, while the context lasts.

    Refused, with the server's own words, when it does not come up.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    log = site_var / "server.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.py"],
            cwd=ROOT,
            env={
                **os.environ,
                "DJANGO_SETTINGS_MODULE": "site_core.settings.demo",
                "SITE_VAR": str(site_var),
                "SITE_URL": url,
                "BIND": f"127.0.0.1:{port}",
                "WEB_CONCURRENCY": "1",
                "WEB_THREADS": "8",
            },
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            wait_until_it_answers(server, f"{url}/healthz", log)
            yield url
        finally:
            server.terminate()
            server.wait(15)


def wait_until_it_answers(server: "subprocess.Popen[bytes]", url: str, log: Path) -> None:
    """Return when the site is well; Refused with the server's own words when it is not."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        try:
            direct.open(url, timeout=5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise Refused(f"The site did not answer at {url}. The server said:\n{log.read_text(errors='replace')}")
