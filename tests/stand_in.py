"""A stand-in for a service elsewhere: a real HTTP server on this machine, which behaves well or badly."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any


class StandIn:
    """`mode` says how it behaves: `be_<mode>` of its speaker answers."""

    speaker: type["Speaker"]

    def __init__(self, port: int = 0) -> None:
        self.mode = "right"
        self.asked: list[Any] = []
        self.released = Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", port), self.speaker)
        self._server.daemon_threads = True
        self._server.stand_in = self
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def stop(self) -> None:
        self.released.set()
        self._server.shutdown()
        self._server.server_close()


class Speaker(BaseHTTPRequestHandler):
    """One request and its answer. `begun`: of an answer that is never ended."""

    begun = b"{"

    @property
    def service(self) -> Any:
        return self.server.stand_in

    def log_message(self, *args: Any) -> None:
        """Silent."""

    def say(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def be_slow(self, *asked: Any) -> None:
        """A byte now and then, which no time limit of a socket would notice."""
        self.send_response(200)
        self.end_headers()
        while not self.service.released.wait(0.05):
            try:
                self.wfile.write(b" ")
            except OSError:
                return

    def be_deep(self, *asked: Any) -> None:
        self.say(200, b"[" * 200_000)

    def be_breaking_off(self, *asked: Any) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "5000")
        self.end_headers()
        self.wfile.write(self.begun)
        self.wfile.flush()
        self.close_connection = True
