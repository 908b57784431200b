import ast
import sys

import pytest

from tools.interpreter import refuse_old_python
from tools.places import ROOT

READ_BY_ANY_PYTHON = [
    "tools/__init__.py",
    "tools/interpreter.py",
    "tools/demo/__init__.py",
    "tools/demo/__main__.py",
    "tools/suite/__init__.py",
    "tools/suite/__main__.py",
]


@pytest.mark.parametrize("path", READ_BY_ANY_PYTHON)
def test_python_3_6_can_read_what_comes_before_the_version_check(path: str) -> None:
    ast.parse((ROOT / path).read_text(encoding="utf-8"), feature_version=(3, 6))


def test_an_old_python_is_refused_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit) as ended:
        refuse_old_python()
    said = str(ended.value)
    assert said.startswith("Python 3.11 or newer is needed, and this is 3.9")
    assert "\n" not in said


def test_the_oldest_python_that_will_do_is_let_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 11, 0))
    refuse_old_python()
