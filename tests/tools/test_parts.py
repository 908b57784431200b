"""What `make test` runs of the tests, and what it leaves to `make test-rest`: together all, none twice."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tools.suite.parts import PART, Part, asked_for, of_part
from tools.suite.runner import Step
from tools.suite.steps import next_wagtail, suites


@dataclass(frozen=True)
class Told:
    """A test, as pytest tells of it."""

    nodeid: str
    slow: bool = False

    def get_closest_marker(self, name: str) -> object | None:
        return self if name == "slow" and self.slow else None


TESTS = [Told("b"), Told("a", slow=True), Told("c"), Told("d", slow=True), Told("e")]


@pytest.mark.parametrize("enough", [lambda test: True, lambda test: test.nodeid == "c", lambda test: False])
def test_each_test_is_in_one_part(enough: Callable[[Told], bool]) -> None:
    first, rest = (of_part(TESTS, part, enough) for part in (Part.FIRST, Part.REST))
    assert set(first) | set(rest) == set(TESTS)
    assert not set(first) & set(rest)
    assert not any(test.slow for test in first)


def test_the_order_stays() -> None:
    assert [test.nodeid for test in of_part(TESTS, Part.FIRST)] == ["b", "c", "e"]
    assert [test.nodeid for test in of_part(TESTS, Part.REST, lambda test: test.nodeid == "e")] == [
        "b",
        "a",
        "c",
        "d",
    ]


def test_who_asks_for_no_part_gets_all() -> None:
    assert of_part(TESTS, None, lambda test: False) == TESTS


def test_a_part_that_there_is_not_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PART, "half")
    with pytest.raises(ValueError, match="half"):
        asked_for()


def test_every_run_of_the_first_part_has_one_of_the_rest() -> None:
    first, rest = (pytests(suites(part, Path("python"), {}, {})) for part in (Part.FIRST, Part.REST))
    assert [step.environment[PART] for step in (*first, *rest)] == ["first"] * 3 + ["rest"] * 3
    assert [walked_by(step) for step in first] == [walked_by(step) for step in rest]


def test_the_newest_wagtail_runs_all_of_it() -> None:
    assert [PART in step.environment for step in pytests(next_wagtail(Path("python"), {}))] == [False]


def pytests(steps: list[Step]) -> list[Step]:
    return [step for step in steps if "pytest" in step.command]


def walked_by(step: Step) -> list[str]:
    return [argument for argument in step.command if "tests/" in argument]
