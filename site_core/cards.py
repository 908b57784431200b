"""What a list shows of a page, whatever its type."""

from dataclasses import dataclass, field
from datetime import datetime

from site_core.languages.known import Language


@dataclass(slots=True)
class Card:
    """
    One entry of a list. Text is plain; `meta` holds short facts ready to show ("45 minutes").

    `status` is a style key (`running`, `ended`, `planned`, `cancelled`, `rescheduled`, `postponed`, `full`) or empty.
    `starts` and `ends` are aware, in the zone of the place, and None for what has no time.
    """

    url: str
    title: str
    language: Language
    summary: str = ""
    kind: str = ""
    kind_label: str = ""
    meta: list[str] = field(default_factory=list)
    status: str = ""
    status_label: str = ""
    palette: str = "river"
    seed: str = ""
    starts: datetime | None = None
    ends: datetime | None = None
    previous_starts: datetime | None = None

    @property
    def direction(self) -> str:
        return self.language.direction
