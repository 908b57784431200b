"""What a process keeps is made again when it has to be, and not before."""

from types import SimpleNamespace

import pytest

from site_core.journal import kept as module
from site_core.journal.kept import LONGEST, MOST, Kept
from site_core.journal.stamps import stamp_of
from site_core.journal.writing import note

pytestmark = pytest.mark.django_db

KIND = "leaves"


class Tree:
    """Counts how often it is made anew, and how often it is asked."""

    def __init__(self) -> None:
        self.made, self.asked = 0, 0
        self.kept = Kept(KIND, self.make)

    def make(self, of: int) -> int:
        self.made += 1
        return self.made

    def ask(self, content: int) -> list:
        self.asked += 1
        return [SimpleNamespace(content=content, journal_stamp=stamp_of(KIND))]

    def answer(self, of: int = 1) -> int:
        return self.kept.asked(of, self.ask)[0].content


def test_as_long_as_nothing_changes_it_is_made_once() -> None:
    tree = Tree()
    assert [tree.answer() for _ in range(3)] == [1, 1, 1]
    assert (tree.made, tree.asked) == (1, 3)


def test_after_a_change_it_is_made_again_and_asked_again() -> None:
    tree = Tree()
    tree.answer()
    note(KIND)
    assert [tree.answer(), tree.answer()] == [2, 2]
    assert (tree.made, tree.asked) == (2, 4)


def test_where_there_are_no_rows_the_stamp_is_asked_for_alone() -> None:
    tree = Tree()
    assert tree.kept.asked(1, lambda content: []) == []
    note(KIND)
    assert tree.kept.asked(1, lambda content: []) == []
    assert tree.made == 2


def test_what_changes_while_it_is_made_makes_it_again_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    tree = Tree()

    def make(of: int) -> int:
        note(KIND)
        return Tree.make(tree, of)

    tree.kept = Kept(KIND, make)
    assert tree.answer() == 2  # once more in the same answer, and no third time
    assert tree.answer() == 3


def test_what_no_journal_heard_of_is_seen_after_ten_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    tree, now = Tree(), 1_000.0
    monkeypatch.setattr(module, "monotonic", lambda: now)
    tree.answer()
    now += LONGEST - 1
    assert tree.answer() == 1
    now += 2
    assert tree.answer() == 2
    assert LONGEST == 600


def test_not_everything_is_kept() -> None:
    tree = Tree()
    for of in range(MOST + 1):
        tree.answer(of)
    assert tree.answer(MOST) == MOST + 1  # still there
    assert tree.answer(0) == MOST + 2  # the one that was made first is gone
