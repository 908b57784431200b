import errno
import socket
from collections.abc import Iterator

import pytest

from tools.demo.address import chosen_address, why_not
from tools.terminal import Refused


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as other_program:
        other_program.bind(("127.0.0.1", 0))
        other_program.listen()
        yield other_program.getsockname()[1]


def test_the_port_of_another_program_is_refused_by_name(
    taken_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORT", str(taken_port))
    with pytest.raises(Refused, match=f"Port {taken_port} is already in use.*make demo PORT="):
        chosen_address()


def test_a_port_that_was_just_given_back_is_free(taken_port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_connection(("127.0.0.1", taken_port)):
        pass
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    monkeypatch.setenv("PORT", str(free))
    assert chosen_address().url == f"http://127.0.0.1:{free}"


@pytest.mark.parametrize("written", ["eight thousand", "0", "65536", "-1", "80.5"])
def test_what_is_no_port_is_refused_with_the_word_that_was_written(
    written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORT", written)
    with pytest.raises(Refused, match="PORT must be a number") as refused:
        chosen_address()
    assert f"“{written}”" in str(refused.value)


def test_a_port_of_the_administrators_leads_to_one_that_is_not() -> None:
    said = why_not(80, OSError(errno.EACCES, "Permission denied"))
    assert said == "Port 80 may only be opened by the administrator; choose another: make demo PORT=8001"
