"""The proxy as it is deployed: what it keeps, what it never keeps, and what readers get when the site is gone.

Runs deploy/nginx/ with a small site behind it. Skipped where nginx is not installed (NGINX_PROGRAM names one).
"""

import http.client
import os
import re
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.places import ROOT
from tools.suite.proxy_program import nginx_at_hand

NGINX = nginx_at_hand()
pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")

# Counts what reaches it; its pages may be kept for one second.
SITE = """
import http.server, itertools, socketserver, sys
count = itertools.count(1)

class Site(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def do_GET(self):
        body = f"{next(count)} {self.headers.get('X-Forwarded-For')} {self.headers.get('X-Forwarded-Proto')}".encode()
        self.send_response(200)
        private = self.path.startswith("/admin/") or "session" in self.headers.get("Cookie", "")
        self.send_header("Cache-Control", "private, no-store" if private else "public, max-age=1")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    do_POST = do_GET
    def address_string(self):
        return "socket"
    def log_message(self, *arguments):
        pass

class Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True
    def get_request(self):
        return self.socket.accept()[0], ("socket", 0)

Server(sys.argv[1], Site).serve_forever()
"""

TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


class Proxy:
    """nginx in front of a site that a test may freeze or kill."""

    def __init__(
        self, port: int, site: "subprocess.Popen[bytes]", nginx: "subprocess.Popen[bytes]", log: Path
    ) -> None:
        self.port = port
        self.nginx = nginx
        self.site = site
        self.log = log

    def worker(self) -> int:
        """The process that answers; there is one."""
        children = Path(f"/proc/{self.nginx.pid}/task/{self.nginx.pid}/children").read_text()
        return int(children.split()[0])

    def get(self, path: str, **headers: str) -> http.client.HTTPResponse:
        """The answer, read to its end; the body is in `.text`, the seconds it took in `.took`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=15)
        begun = time.monotonic()
        connection.request("GET", path, headers={"Host": "jezyk.example.org", **headers})
        response = connection.getresponse()
        response.text = response.read().decode()
        response.took = time.monotonic() - begun
        connection.close()
        return response


@pytest.fixture
def proxy(tmp_path: Path) -> Iterator[Proxy]:
    """The deployed configuration with this test's paths and port, and without the certificate."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    place = Path(os.path.realpath(tmp_path))
    media = place / "var" / "media"
    (media / "documents").mkdir(parents=True)
    (media / "documents" / "list.pdf").write_text("private")
    (media / "original_images").mkdir()
    (media / "original_images" / "drawing.svg").write_text("<svg/>")
    (media / "images").mkdir()
    (media / "images" / "drawing.svg").write_text("<svg/>")
    (place / "var" / "static").mkdir()
    (place / "site").symlink_to(ROOT)
    snippet = (ROOT / "deploy/nginx/wspolny-jezyk-site.conf").read_text(encoding="utf-8")
    snippet = snippet.replace("/srv/wspolny-jezyk", str(place)).replace("/var/log/nginx", str(place))
    (place / "snippet.conf").write_text(snippet)
    outside = (ROOT / "deploy/nginx/wspolny-jezyk.conf").read_text(encoding="utf-8")
    outside = outside[: outside.index("server {\n    listen 80;")]
    outside = outside.replace("/var/cache/nginx", str(place)).replace("/run/wspolny-jezyk", str(place))
    user = "user root;" if os.geteuid() == 0 else ""
    scratch = "".join(f"{kind}_temp_path {place}/{kind};" for kind in TEMPORARY)
    (place / "nginx.conf").write_text(
        f"daemon off; pid {place}/nginx.pid; error_log {place}/start.log; {user} events {{}}\n"
        f"http {{\n{scratch}\ntypes {{ image/svg+xml svg; text/html html; }}\n{outside}\n"
        f"server {{ listen 127.0.0.1:{port}; server_name jezyk.example.org; include {place}/snippet.conf; }}\n}}\n"
    )
    site = subprocess.Popen([sys.executable, "-c", SITE, str(place / "web.sock")])
    nginx = subprocess.Popen([str(NGINX), "-p", str(place), "-c", str(place / "nginx.conf")])
    try:
        proxy = Proxy(port, site, nginx, place / "wspolny-jezyk.log")
        wait_for(proxy, place / "start.log", nginx)
        yield proxy
    finally:
        site.kill()
        nginx.terminate()
        site.wait()
        nginx.wait(10)


def wait_for(proxy: Proxy, log: Path, nginx: "subprocess.Popen[bytes]") -> None:
    """Return when both answer."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and nginx.poll() is None:
        try:
            if proxy.get("/healthz").status == 200:
                return
        except OSError:
            pass
        time.sleep(0.05)
    pytest.fail(f"nginx does not answer: {log.read_text() if log.exists() else 'no log'}")


def written_down(proxy: Proxy, wanted: str) -> str:
    """The log, once this stands in it: nginx writes after it has answered."""
    deadline = time.monotonic() + 10
    while wanted not in (written := proxy.log.read_text()):
        assert time.monotonic() < deadline, written
        time.sleep(0.05)
    return written


def session_cookie() -> str:
    """What an editor's cookie is called in production."""
    production = (ROOT / "site_core/settings/production.py").read_text(encoding="utf-8")
    found = re.search(r'^SESSION_COOKIE_NAME = "(.+)"', production, re.MULTILINE)
    assert found
    return found[1]


def test_a_page_is_made_once_for_many_readers(proxy: Proxy) -> None:
    first, second = proxy.get("/pl/"), proxy.get("/pl/")
    assert (first.headers["X-Cache"], second.headers["X-Cache"]) == ("MISS", "HIT")
    assert first.text == second.text
    assert proxy.get("/uk/").text != first.text


def test_a_page_is_renewed_and_a_copy_that_is_taken_away_is_given_out_no_more(
    proxy: Proxy, tmp_path: Path
) -> None:
    first = proxy.get("/pl/").text
    assert proxy.get("/pl/").text == first
    time.sleep(2.1)
    proxy.get("/pl/")  # from the copy, which is fetched anew meanwhile
    time.sleep(0.2)
    renewed = proxy.get("/pl/")
    assert renewed.headers["X-Cache"] == "HIT"
    assert renewed.text != first
    for kept in (tmp_path / "wspolny-jezyk").rglob("*"):
        kept.unlink() if kept.is_file() else None
    time.sleep(1.1)
    answer = proxy.get("/pl/")
    assert answer.headers["X-Cache"] == "MISS"
    assert answer.text != renewed.text


def test_more_addresses_than_a_worker_may_open_files_are_answered(proxy: Proxy) -> None:
    addresses = [f"/pl/?page={number}" for number in range(400)]
    for address in addresses:
        proxy.get(address)
    resource.prlimit(proxy.worker(), resource.RLIMIT_NOFILE, (300, 300))
    assert {proxy.get(address).status for address in [*addresses, *addresses]} == {200}
    assert proxy.get("/healthz").status == 200


def test_an_editors_page_is_neither_taken_from_the_cache_nor_put_there(proxy: Proxy) -> None:
    readers = proxy.get("/pl/").text
    editors = proxy.get("/pl/", Cookie=f"__Host-csrf=a; {session_cookie()}=b")
    assert editors.headers["X-Cache"] == "BYPASS"
    assert editors.text != readers
    assert proxy.get("/pl/").text == readers
    assert proxy.get("/pl/", Cookie="__Host-csrf=a").headers["X-Cache"] == "HIT"
    assert proxy.get("/admin/").text != proxy.get("/admin/").text


def test_a_frozen_site_keeps_nobody_waiting(proxy: Proxy) -> None:
    """Goal G17: without background_update the first reader waits for the whole read timeout."""
    before = proxy.get("/pl/").text
    time.sleep(2.1)
    proxy.site.send_signal(signal.SIGSTOP)
    try:
        answers = [proxy.get("/pl/") for _ in range(3)]
    finally:
        proxy.site.send_signal(signal.SIGCONT)
    assert {(answer.status, answer.text) for answer in answers} == {(200, before)}
    assert max(answer.took for answer in answers) < 0.2


def test_a_dead_site_goes_on_answering_what_it_answered(proxy: Proxy) -> None:
    before = proxy.get("/pl/").text
    time.sleep(2.1)
    proxy.site.kill()
    proxy.site.wait()
    answers = [proxy.get("/pl/") for _ in range(3)]
    assert {(answer.status, answer.text) for answer in answers} == {(200, before)}
    assert max(answer.took for answer in answers) < 0.2


def test_a_page_nobody_kept_says_so_in_five_languages_and_names_the_emergency_number(proxy: Proxy) -> None:
    proxy.site.kill()
    proxy.site.wait()
    answer = proxy.get("/uk/podii/")
    assert answer.status == 502
    assert answer.headers["Retry-After"] == "60"
    assert answer.headers["Cache-Control"] == "no-store"
    for language in ("pl", "uk", "en", "be", "ar"):
        assert f'lang="{language}"' in answer.text
    assert answer.text.count('href="tel:112"') == 5


def test_documents_are_given_out_by_the_site_alone_and_pictures_run_nothing(proxy: Proxy) -> None:
    assert proxy.get("/media/documents/list.pdf").status == 404
    assert proxy.get("/media/images/../documents/list.pdf").status == 404
    assert proxy.get("/media/original_images/drawing.svg").status == 404
    assert proxy.get("/media/images/../original_images/drawing.svg").status == 404
    picture = proxy.get("/media/images/drawing.svg")
    assert picture.status == 200
    assert "sandbox" in picture.headers["Content-Security-Policy"]
    assert picture.headers["X-Content-Type-Options"] == "nosniff"


def test_a_reader_cannot_claim_another_address_and_is_not_written_down(proxy: Proxy) -> None:
    answer = proxy.get("/pl/search/?q=gdzie-po-pomoc", **{"X-Forwarded-For": "203.0.113.9"})
    assert answer.text.endswith(" 127.0.0.1 http")
    written = written_down(proxy, "GET /pl/search/ 200")
    assert "127.0.0.1" not in written
    assert "pomoc" not in written


def test_guessing_passwords_is_slowed_down(proxy: Proxy) -> None:
    statuses = [proxy.get("/account/login/").status for _ in range(15)]
    assert statuses[:5] == [200] * 5
    assert statuses[-1] == 429


def test_who_asks_the_search_without_end_is_slowed_down_and_told_in_five_languages(proxy: Proxy) -> None:
    answers = [proxy.get(f"/uk/search/suggestions/?q=a{number}") for number in range(150)]
    assert {answer.status for answer in answers[:60]} == {200}
    refused = answers[-1]
    assert refused.status == 429
    assert refused.headers["Retry-After"] == "10"
    assert refused.headers["Cache-Control"] == "no-store"
    assert [refused.text.count(f'lang="{code}"') for code in ("pl", "uk", "en", "be", "ar")] == [1] * 5
    assert refused.text.count('href="tel:112"') == 5
    assert {proxy.get(f"/uk/podii/?page={number}").status for number in range(80)} == {200}


def test_an_address_longer_than_people_write_reaches_the_site(proxy: Proxy) -> None:
    assert proxy.get("/uk/search/?q=" + "a" * 10_000).status == 200
