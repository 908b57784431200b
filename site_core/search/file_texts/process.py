"""Files are read by a process of its own, one after another, each within its seconds."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import NamedTuple, Self

from site_core.search.file_texts.child import ANSWERED, ASKED

SECONDS = 10.0
LARGEST = 60 * 1024 * 1024
"""Bytes: what is accepted when it is uploaded."""
_ROOT = Path(__file__).resolve().parents[3]


class Reading(NamedTuple):
    """`text`: empty where there is none, and then `reason` says why to whoever runs the site."""

    text: str
    reason: str = ""


class FileReader:
    """
    `with FileReader() as reader: reader.read(data, "pdf")`; never an error.

    The process is started for the first file and ended with the last. Whatever breaks it, or takes longer than
    `seconds`, has no text.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        self.seconds = seconds
        self.child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def read(self, data: bytes, extension: str) -> Reading | None:
        """None where the process was asked to end, as all are when the site is: that says nothing of the file."""
        if len(data) > LARGEST:
            return Reading("", "too large")
        if self.child is not None and self.child.poll() is not None:  # the time was up just after its answer
            self._end()
        child = self.child = self.child or _started()
        timer = Timer(self.seconds, child.kill)
        timer.start()
        try:
            answer = _exchange(child, data, extension)
        except OSError:
            answer = None
        finally:
            timer.cancel()
        if answer is None:
            with suppress(subprocess.TimeoutExpired):  # what has closed its pipe is about to say why it ended
                child.wait(0.5)
            self._end()
            if child.returncode == -signal.SIGTERM:
                return None
            return Reading("", f"took longer than {self.seconds:g} s, too much memory, or broke the reader")
        return answer

    def _end(self) -> None:
        child, self.child = self.child, None
        if child is None:
            return
        child.kill()
        child.communicate()


def _started() -> subprocess.Popen[bytes]:
    """Without our secrets in its environment: it needs none."""
    return subprocess.Popen(
        [sys.executable, "-m", "site_core.search.file_texts.child"],
        cwd=_ROOT,
        env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _exchange(child: subprocess.Popen[bytes], data: bytes, extension: str) -> Reading | None:
    """None if it died over it."""
    assert child.stdin is not None  # noqa: S101 - for the type checker
    assert child.stdout is not None  # noqa: S101
    child.stdin.write(ASKED.pack(extension.encode()[:8], len(data)))
    child.stdin.write(data)
    child.stdin.flush()
    head = child.stdout.read(ANSWERED.size)
    if len(head) < ANSWERED.size:
        return None
    read, length = ANSWERED.unpack(head)
    said = child.stdout.read(length)
    if len(said) < length:
        return None
    text = said.decode("utf-8", "replace")
    return Reading(text) if read else Reading("", text)
