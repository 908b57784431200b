"""The demo's server from its first answer to Ctrl-C, with a small program in gunicorn's place."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tools.places import ROOT

# Answers /healthz with the status in HEALTH, or ends at once when that is 0.
GUNICORN = f"""#!{sys.executable}
import http.server, os, sys
status = int(os.environ["HEALTH"])
if not status:
    sys.exit("cannot import site_core")
class Site(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(status)
        self.end_headers()
host, port = os.environ["BIND"].split(":")
try:
    http.server.HTTPServer((host, int(port)), Site).serve_forever()
except KeyboardInterrupt:
    pass
"""
START = """
import signal, sys
from pathlib import Path
from tools.demo.address import Address
from tools.demo.server import serve
from tools.demo.site import Site
from tools.terminal import Refused
place, port = Path(sys.argv[1]), int(sys.argv[2])
# As in a terminal: a suite that was started in the background has its children ignore Ctrl-C.
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    sys.exit(serve(Site(place / "python", place, "http://127.0.0.1"), Address(port), "The site answers."))
except Refused as refusal:
    print(refusal, flush=True)
    sys.exit(1)
"""


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(place: Path, port: int, health: int) -> "subprocess.Popen[str]":
    gunicorn = place / "gunicorn"
    gunicorn.write_text(GUNICORN)
    gunicorn.chmod(0o755)
    return subprocess.Popen(
        [sys.executable, "-c", START, str(place), str(port)],
        cwd=ROOT,
        env={
            **os.environ,
            "HEALTH": str(health),
            "HTTP_PROXY": "http://127.0.0.1:9",
            "PYTHONUNBUFFERED": "1",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )


def read_until(demo: "subprocess.Popen[str]", text: str) -> None:
    for line in demo.stdout or ():
        if text in line:
            return
    pytest.fail(f"it ended without saying “{text}”")


@pytest.mark.parametrize("how", ["Ctrl-C", "SIGTERM"])
def test_it_says_when_it_answers_and_stops_cleanly(tmp_path: Path, port: int, how: str) -> None:
    demo = start(tmp_path, port, 200)
    read_until(demo, "The site answers.")
    with socket.create_connection(("127.0.0.1", port)):
        pass
    if how == "Ctrl-C":
        os.killpg(demo.pid, signal.SIGINT)  # as a terminal does: to everybody
    else:
        demo.terminate()
    rest, _ = demo.communicate(timeout=20)
    assert demo.returncode == 0
    assert ("Stopped." in rest) is (how == "Ctrl-C")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", port))


def test_a_server_that_does_not_start_is_one_sentence(tmp_path: Path, port: int) -> None:
    demo = start(tmp_path, port, 0)
    said, _ = demo.communicate(timeout=20)
    assert demo.returncode == 1
    assert said == "The server did not start; what it said stands above.\n"


def test_a_site_that_is_not_well_is_not_announced(tmp_path: Path, port: int) -> None:
    demo = start(tmp_path, port, 503)
    said, _ = demo.communicate(timeout=20)
    assert demo.returncode == 1
    assert said == "The site started but is not well: /healthz answers 503.\n"
