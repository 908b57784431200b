"""
Which tests ask a database what: noted while they run on SQLite, used to choose what is worth running on PostgreSQL.

Two tests that send the same statements with other values learn the same about a database. So the first part of the
suite runs there a small number of tests that together send every statement any test sends, and the rest the others.
What runs into an error of the database always runs there: databases differ in what they do after one.
"""

import json
import re
import shutil
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from hashlib import blake2b
from heapq import heapify, heappop, heappush
from math import log2
from pathlib import Path
from typing import Any, NamedTuple

from django.db import DatabaseError

from tools.places import var

# "IN (%s, %s, %s)" and "VALUES (%s, %s), (%s, %s)" say the same for any number; savepoints are numbered.
AS_ONE = (
    (re.compile(r"%s(?:, %s)+"), "%s"),
    (re.compile(r"\(%s\)(?:, \(%s\))+"), "(%s)"),
    (re.compile(r'"?s\d+_x\d+"?'), "savepoint"),
)


class Noted(NamedTuple):
    """How long a test took, in seconds of processor time, and the statements it sent, as digests."""

    seconds: float
    statements: frozenset[str]


class Notebook:
    """Of one process: hears what is sent (as one of `connection.execute_wrappers`) while a test runs."""

    def __init__(self) -> None:
        self.tests: dict[str, Noted] = {}
        self._name = ""
        self._sent: set[str] = set()

    @contextmanager
    def test(self, name: str) -> Iterator[None]:
        self._name, self._sent = name, set()
        begun = time.process_time()
        try:
            yield
        finally:
            self.tests[name] = Noted(time.process_time() - begun, frozenset(self._sent))

    def hear(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        self._sent.add(digest(sql))
        try:
            return execute(sql, params, many, context)
        except DatabaseError:
            self._sent.add(f"an error in {self._name}")
            raise

    def write(self, process: str) -> None:
        rows = {name: (noted.seconds, sorted(noted.statements)) for name, noted in self.tests.items()}
        place().mkdir(parents=True, exist_ok=True)
        unfinished = place() / f"{process}.unfinished"
        unfinished.write_text(json.dumps(rows))
        unfinished.replace(place() / f"{process}.json")


@lru_cache(maxsize=20_000)
def digest(sql: str) -> str:
    """The same for statements that differ in how many values they have."""
    for pattern, one in AS_ONE:
        sql = pattern.sub(one, sql)
    return blake2b(sql.encode(), digest_size=6).hexdigest()


def place() -> Path:
    return var() / "statements"


def forget() -> None:
    """What an earlier run noted."""
    shutil.rmtree(place(), ignore_errors=True)


def noted() -> dict[str, Noted]:
    """By name of the test, from all processes of the last run; empty where nothing was noted."""
    tests = {}
    for file in sorted(place().glob("*.json")):
        for name, (seconds, statements) in json.loads(file.read_text()).items():
            tests[name] = Noted(seconds, frozenset(statements))
    return tests


def cover(tests: Mapping[str, Noted]) -> set[str]:
    """
    Names of tests that together send every statement, in little time; the same for the same notes.

    Not the least time there could be: next is always the test that sends most new statements for its time.
    """
    chosen: set[str] = set()
    covered: set[str] = set()
    waiting = [(-worth(test.statements, test), name) for name, test in tests.items()]
    heapify(waiting)
    while waiting:
        _worth, name = heappop(waiting)
        now = worth(tests[name].statements - covered, tests[name])
        if waiting and now < -waiting[0][0]:
            heappush(waiting, (-now, name))  # what it was worth a while ago
        elif now:
            chosen.add(name)
            covered |= tests[name].statements
    return chosen


def worth(new: Collection[str], test: Noted) -> float:
    """
    New statements for the time, of which a test takes a hundredth of a second to begin and to end.

    Times are rounded to powers of two: another run, which measures a little more or less, chooses nearly the same.
    """
    return len(new) / 2.0 ** round(log2(test.seconds + 0.01))
