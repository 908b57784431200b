"""Real records through the real configuration: what happened is there, people are not."""

import io
import json
import logging
import logging.config
from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from gunicorn.config import Config

from site_core.logging.gunicorn import Logger as GunicornLogger
from site_core.logging.json_lines import JsonLineFormatter
from site_core.logging.redaction import RedactingFilter, redacted
from site_core.settings.logging import LOGGING


@pytest.fixture
def log() -> io.StringIO:
    """What the console handler of the settings would write."""
    return io.StringIO()


@pytest.fixture
def console(log: io.StringIO) -> logging.Handler:
    handler = logging.StreamHandler(log)
    handler.setFormatter(JsonLineFormatter())
    handler.addFilter(RedactingFilter())
    return handler


@pytest.fixture
def django_request(console: logging.Handler) -> Iterator[logging.Logger]:
    logger = logging.getLogger("django.request")
    logger.addHandler(console)
    yield logger
    logger.removeHandler(console)


def lines(log: io.StringIO) -> list[dict]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("mail to jan.kowalski@example.org bounced", "mail to [e-mail] bounced"),
        ("mail to <Ала.Ко@приклад.укр>", "mail to <[e-mail]>"),
        ("from 203.0.113.9 port 5", "from [address] port 5"),
        ("from 2001:db8::8a2e:370:7334 again", "from [address] again"),
        ("from fe80::1%eth0 again", "from [address] again"),
        ("GET /pl/search/?q=pobicie+tramwaj HTTP/1.1", "GET /pl/search/?[query] HTTP/1.1"),
        ("/pl/search/?q=a&page=2", "/pl/search/?[query]"),
        ("/account/password/reset/key/3-abc-def123/ opened", "/account/password/reset/key/[key]/ opened"),
        ("DETAIL:  Key (name)=(Jan Kowalski) already exists.", "DETAIL:  Key (name)=([values])"),
        ("Failing row contains (1, Jan, 1980-01-01).", "Failing row contains ([values])"),
        ("at 12:34:56 on 127.0.0.1, version 4.2.1", "at 12:34:56 on 127.0.0.1, version 4.2.1"),
        ("Is it ready? Yes.", "Is it ready? Yes."),
    ],
)
def test_people_are_taken_out(written: str, read: str) -> None:
    assert redacted(written).startswith(read.rstrip())
    if "[" not in read:
        assert redacted(written) == written


@pytest.mark.urls("tests.site_core.security.urls")
def test_a_request_that_breaks_leaves_a_trace_without_the_reader(
    django_request: logging.Logger, log: io.StringIO
) -> None:
    server = Client(raise_request_exception=False, REMOTE_ADDR="203.0.113.9")
    server.get("/pl/broken/?q=imie+nazwisko&mail=jan@example.org", headers={"cookie": "sessionid=abcdef"})
    text = log.getvalue()
    record = lines(log)[0]
    assert record["level"] == "ERROR"
    assert record["status_code"] == 500
    assert record["message"] == "Internal Server Error: /pl/broken/"
    assert "RuntimeError: broken for the person" in record["exception"]
    for trace in ("203.0.113.9", "imie", "nazwisko", "jan@", "abcdef"):
        assert trace not in text


def test_a_line_is_json_whatever_is_in_it(django_request: logging.Logger, log: io.StringIO) -> None:
    django_request.warning('first "line"\nsecond: zażółć %s', "gęślą")
    assert [line["message"] for line in lines(log)] == ['first "line"\nsecond: zażółć gęślą']


def test_only_named_extras_are_written(django_request: logging.Logger, log: io.StringIO) -> None:
    django_request.warning(
        "saved", extra={"page_id": 7, "request": "a request full of people", "visitor": "Jan"}
    )
    assert lines(log)[0]["page_id"] == 7
    assert "Jan" not in log.getvalue()
    assert "full of people" not in log.getvalue()


def test_the_settings_send_everything_through_the_filter() -> None:
    """Every handler that writes anything is filtered, and no logger has one of its own past it."""
    for name, handler in LOGGING["handlers"].items():
        assert handler["class"] == "logging.NullHandler" or handler["filters"] == ["without_people"], name
    used = {name for logger in LOGGING["loggers"].values() for name in logger["handlers"]}
    assert used <= {"nowhere"}
    assert LOGGING["root"]["handlers"] == ["console"]
    logging.config.DictConfigurator(LOGGING).configure_filter(LOGGING["filters"]["without_people"])


def test_django_mails_nobody() -> None:
    names = {type(handler).__name__ for handler in logging.getLogger("django").handlers}
    assert "AdminEmailHandler" not in names


def test_the_server_log_has_no_address_query_or_key(capsys: pytest.CaptureFixture[str]) -> None:
    config = Config()
    config.set("accesslog", "-")
    logger = GunicornLogger(config)
    environ = {
        "REQUEST_METHOD": "GET",
        "RAW_URI": "/account/password/reset/key/3-secret/?q=jan",
        "PATH_INFO": '/account/password/reset/key/3-secret/"\nfake line',
        "QUERY_STRING": "q=jan",
        "REMOTE_ADDR": "203.0.113.9",
        "HTTP_USER_AGENT": "a rare browser",
        "HTTP_REFERER": "https://example.org/?who=jan",
        "SERVER_PROTOCOL": "HTTP/1.1",
    }
    response = SimpleNamespace(status="404 Not Found", sent=12, headers=[])
    logger.access(response, SimpleNamespace(headers=[]), environ, timedelta(milliseconds=15))
    written = capsys.readouterr()
    text = written.out + written.err
    (record,) = [json.loads(line) for line in text.splitlines() if "gunicorn.access" in line]
    assert (record["method"], record["status_code"], record["milliseconds"]) == ("GET", 404, 15)
    for trace in ("203.0.113.9", "jan", "secret", "browser", "example.org"):
        assert trace not in text


def test_the_servers_own_complaints_have_no_address(capsys: pytest.CaptureFixture[str]) -> None:
    logger = GunicornLogger(Config())
    logger.warning("Invalid request from ip=%s: %s", "203.0.113.9", "bad line")
    text = capsys.readouterr().err
    assert "Invalid request from ip=[address]" in text
    assert "203.0.113.9" not in text
