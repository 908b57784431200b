"""Start the server, say so when it truly answers, and stop it cleanly."""

import http.client
import signal
import subprocess
import sys
import time
from http import HTTPStatus
from pathlib import Path

from tools.demo.address import HOST, Address
from tools.demo.site import Site
from tools.places import ROOT
from tools.terminal import Refused

PATIENCE = 60  # seconds; a laptop needs three
WORKERS = "2"
THREADS = "8"  # of each worker: browsers talk to it directly, see deploy/gunicorn.py


def serve(site: Site, address: Address, welcome: str) -> int:
    """Serve until Ctrl-C or SIGTERM; `welcome` is printed once the site answers. The exit code."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    started = time.monotonic()
    server = subprocess.Popen(
        [str(Path(site.python).with_name("gunicorn")), "--config", "deploy/gunicorn.py"],
        cwd=ROOT,
        env={
            **site.environment,
            "BIND": address.bind,
            "WEB_CONCURRENCY": site.environment.get("WEB_CONCURRENCY") or WORKERS,
            "WEB_THREADS": site.environment.get("WEB_THREADS") or THREADS,
            "GUNICORN_LOG_LEVEL": site.environment.get("GUNICORN_LOG_LEVEL") or "warning",
        },
        stdin=subprocess.DEVNULL,
    )
    try:
        wait_for(server, address)
        print(f"  {'Server':<22}{time.monotonic() - started:6.1f} s\n\n{welcome}", flush=True)
        code = server.wait()
        raise Refused(f"The server ended by itself (exit code {code}); what it said stands above.")
    except KeyboardInterrupt:
        print("\nStopped.")
        return 0
    finally:
        stop(server)


def wait_for(server: "subprocess.Popen[bytes]", address: Address) -> None:
    """Return when the site answers; Refused when the server ends or takes far too long."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise Refused("The server did not start; what it said stands above.")
        try:
            status = health(address)
        except OSError:
            time.sleep(0.05)
            continue
        if status == HTTPStatus.OK:
            return
        raise Refused(f"The site started but is not well: /healthz answers {status}.")
    raise Refused(f"The server did not answer within {PATIENCE} seconds.")


def health(address: Address) -> int:
    """The status of /healthz, asked directly: a proxy in the environment is none of our business here."""
    connection = http.client.HTTPConnection(HOST, address.port, timeout=5)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status
    finally:
        connection.close()


def stop(server: "subprocess.Popen[bytes]") -> None:
    """End the server and its workers; requests under way may finish."""
    if server.poll() is None:
        server.terminate()
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
