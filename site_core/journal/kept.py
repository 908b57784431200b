"""What a process keeps in memory for as long as the journal says the same."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from time import monotonic
from typing import Any, Generic, NamedTuple, TypeVar

from site_core.journal.stamps import stamp_of

Of = TypeVar("Of", bound=Hashable)
Content = TypeVar("Content")
Row = TypeVar("Row", bound=Any)

MOST = 32
"""Snapshots of one thing, one for each chain of languages; of more, what was made first goes."""

LONGEST = 600.0
"""Seconds. What was changed in a way that no journal hears of (SQL by hand) is seen after them."""


class Snapshot(NamedTuple, Generic[Content]):
    """What was made of the database, never older than its stamp; `made_at` is of a clock that only counts."""

    stamp: str | None
    made_at: float
    content: Content


class Kept(Generic[Of, Content]):
    """
    What `make(of)` makes of the database, kept for each `of`; nothing may change it.

    Two threads that find it out of date at the same moment both make it, and neither waits for the other.
    """

    def __init__(self, kind: str, make: Callable[[Of], Content]) -> None:
        self.kind = kind
        self._make = make
        self._snapshots: OrderedDict[Of, Snapshot[Content]] = OrderedDict()

    def asked(self, of: Of, ask: Callable[[Content], list[Row]]) -> list[Row]:
        """
        The rows that `ask` gets from the database by what is kept; they carry the stamp (`with_stamp`).

        Where they say that what is kept is out of date, it is made anew and `ask` asks again; so `ask` may be called
        twice. No query more than `ask` has, but for an answer of no rows: then one, for the stamp.
        """
        snapshot = self._in_hand(of) or self._anew(of)
        rows = ask(snapshot.content)
        if snapshot.stamp != (rows[0].journal_stamp if rows else stamp_of(self.kind)):
            rows = ask(self._anew(of).content)
        return rows

    def _in_hand(self, of: Of) -> Snapshot[Content] | None:
        snapshot = self._snapshots.get(of)
        if snapshot is None or monotonic() - snapshot.made_at > LONGEST:
            return None
        return snapshot

    def _anew(self, of: Of) -> Snapshot[Content]:
        # The stamp first: what changes meanwhile makes the snapshot out of date, and not the other way round.
        stamp = stamp_of(self.kind)
        snapshot = Snapshot(stamp, monotonic(), self._make(of))
        self._snapshots.pop(of, None)
        self._snapshots[of] = snapshot
        while len(self._snapshots) > MOST:
            self._snapshots.popitem(last=False)
        return snapshot
