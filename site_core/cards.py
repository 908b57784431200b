"""What a list shows of a page, whatever its type."""

from dataclasses import dataclass
from datetime import datetime

from site_core.languages.known import Language


@dataclass(slots=True, unsafe_hash=True)
class Card:
    """
    One entry of a list. Text is plain; `meta` holds short facts ready to show ("45 minutes"), `spoken` those of them
    that say which languages it is held in.

    Two cards that say the same are the same, so that a row once made may be shown again; what completes a card does
    so before it is shown.

    `status` is a style key (`running`, `ended`, `planned`, `cancelled`, `rescheduled`, `postponed`, `full`) or empty.
    `starts` and `ends` are aware, in the zone of the place, and None for what has no time.
    """

    url: str
    title: str
    language: Language
    summary: str = ""
    kind: str = ""
    kind_label: str = ""
    meta: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()
    status: str = ""
    status_label: str = ""
    palette: str = "river"
    seed: str = ""
    starts: datetime | None = None
    ends: datetime | None = None
    previous_starts: datetime | None = None

    @property
    def clocks(self) -> tuple[str, ...]:
        """What a clock at the place shows; the same moment in another zone is another time to read."""
        return tuple(time.isoformat() for time in (self.starts, self.ends, self.previous_starts) if time)

    @property
    def direction(self) -> str:
        return self.language.direction
