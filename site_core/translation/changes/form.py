"""
What somebody typed on the screen of changes, held against what is there by now.

Each text carries what its writer saw. A text that was neither edited nor ticked says nothing. Where the source was
published again, or somebody else was quicker, nothing is written, and what was typed comes back beside what is there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import Field
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail_localize.strings import StringValue, validate_translation_links

from site_core.translation.changes.comparison import Comparison
from site_core.translation.changes.texts import ChangedText, as_stored, digest
from site_core.translation.changes.words import marked, plain
from site_core.translation.machine.reading import may_read_over
from site_core.translation.permissions import User

SHOWN_AT_ONCE = 150
"""Texts on one screen: three fields each stay well below what Django takes of one form."""

MOST_CHARACTERS = 20_000
"""No text of a page is near that long."""

_LINK = re.compile(r'<a\b[^>]*\bid="(a\d{1,4})"')

LINE = 44
"""Letters in a line of the field, about."""


@dataclass(frozen=True, slots=True)
class Posted:
    """`path` and `seen` are fingerprints: of the place, and of the translation that stood in the field."""

    key: str
    path: str
    source_row: int
    seen: str
    text: str
    still: bool

    @property
    def is_touched(self) -> bool:
        return self.still or self.is_edited

    @property
    def is_edited(self) -> bool:
        """An emptied field is an open one."""
        return bool(self.text) and digest(self.text) != self.seen


@dataclass
class Shown:
    """A text as it stands on the screen. `notice`: what happened meanwhile; `theirs`: what somebody else wrote."""

    row: ChangedText
    text: str
    still: bool = False
    error: str = ""
    notice: str = ""
    theirs: str = ""

    @property
    def seen(self) -> str:
        return f"{digest(self.row.path)}:{self.row.source_row}:{digest(tidy(self.row.typed))}"

    @cached_property
    def wordings(self) -> tuple[SafeString, SafeString]:
        now = self.row.now or ""
        return marked(self.row.before, now) if self.row.before is not None else (plain(""), plain(now))

    @property
    def lines(self) -> int:
        """So that the field is as high as what will stand in it, without a script."""
        longest = max(len(self.text), len(self.row.now or ""))
        return min(max(2, -(-longest // LINE) + 1), 16)

    @property
    def has_marks(self) -> bool:
        return self.row.is_rich and "<" in (self.row.now or "")


@dataclass
class ChangesForm:
    comparison: Comparison
    user: User
    data: QueryDict | None = None
    shown: list[Shown] = field(default_factory=list)
    touched: list[Shown] = field(default_factory=list)
    homeless: list[str] = field(default_factory=list)
    """What was typed for texts that are not there any more."""

    def __post_init__(self) -> None:
        rows = self.comparison.rows[:SHOWN_AT_ONCE]
        self.shown = [Shown(row, tidy(row.typed), error=row.error) for row in rows]
        if self.data is not None:
            self._take(list(posted_in(self.data)))

    @property
    def is_valid(self) -> bool:
        return not self.is_stale and not any(one.error for one in self.touched)

    @property
    def is_stale(self) -> bool:
        return bool(self.homeless) or any(one.notice for one in self.shown)

    @property
    def left(self) -> int:
        """Texts that did not fit on the screen."""
        return max(0, len(self.comparison.rows) - SHOWN_AT_ONCE)

    def _take(self, posted: list[Posted]) -> None:
        by_key = {one.row.key: one for one in self.shown}
        known = {one.key for one in posted}
        free = [one for one in self.shown if one.row.key not in known]
        for one in posted:
            if one.key in by_key:
                self._fill(by_key[one.key], one)
            elif one.is_touched:
                self._find_a_home(one, free)

    def _fill(self, shown: Shown, posted: Posted) -> None:
        if not posted.is_touched:
            return
        shown.text, shown.still = posted.text, posted.still
        if digest(tidy(shown.row.typed)) != posted.seen:
            shown.notice = _(
                "Somebody has worked on this text since you opened the page. What you wrote stands here, and nothing "
                "has been overwritten. Compare, and save again."
            )
            shown.theirs = shown.row.typed
        shown.error = self._problem(shown, posted)
        self.touched.append(shown)

    def _find_a_home(self, posted: Posted, free: list[Shown]) -> None:
        """For what was typed under a text of the source that is not what it was, or is translated by now."""
        if settled := self._settled(posted):
            self.shown.append(settled)
            self._fill(settled, posted)
            return
        here = [one for one in free if digest(one.row.path) == posted.path]
        same = [one for one in here if posted.source_row and one.row.source_row == posted.source_row]
        if not here:
            if posted.is_edited:
                self.homeless.append(posted.text)
            return
        found = (same or here)[0]
        free.remove(found)
        found.text = posted.text or found.text
        found.notice = _(
            "The source was changed again since you opened this page. What you wrote stands here, and nothing has "
            "been saved. Compare with the new text, and save again."
        )

    def _settled(self, posted: Posted) -> Shown | None:
        """The text with the translation that somebody else gave it."""
        for path, texts in self.comparison.passages.texts.items():
            if digest(path) == posted.path:
                for text in texts:
                    row = self.comparison.row_of(path, text)
                    if row.key == posted.key:
                        return Shown(row, tidy(row.typed))
        return None

    def _problem(self, shown: Shown, posted: Posted) -> str:
        row, text = shown.row, posted.text
        if not text:
            return _("There is nothing here that could stay as it is. Type the translation.")
        if "\0" in text:
            return _("There is a sign in this text that cannot be stored. Type it again.")
        if len(text) > MOST_CHARACTERS:
            return _("This text is too long: a translation has at most %(most)d characters.") % {
                "most": MOST_CHARACTERS
            }
        if (
            row.by_machine
            and not posted.is_edited
            and not may_read_over(self.user, self.comparison.translation)
        ):
            return _("You may change this text, but not approve it as the machine wrote it.")
        lost = lost_links(row, text) if posted.is_edited else ""
        return why_not_fit(row, text) or lost or self._why_not_in_field(row, text)

    def _why_not_in_field(self, row: ChangedText, text: str) -> str:
        try:
            kept_in = self.comparison.now._meta.get_field(row.path)
        except FieldDoesNotExist:
            return ""
        if row.is_rich or not isinstance(kept_in, Field):
            return ""
        try:
            kept_in.run_validators(text)
        except ValidationError as error:
            return " ".join(error.messages)
        return ""


def posted_in(data: QueryDict) -> Iterator[Posted]:
    """What is no mark of ours is left out."""
    for name, mark in data.items():
        key, parts = name.removeprefix("seen-"), str(mark).split(":")
        if key == name or len(parts) != 3 or not parts[1].isdecimal() or len(parts[1]) > 18:
            continue
        path, source_row, seen = parts
        text = tidy(str(data.get(f"text-{key}", "")))
        yield Posted(key, path, int(source_row), seen, text, f"still-{key}" in data)


def tidy(text: str) -> str:
    """As browsers send it, and as it is compared."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def lost_links(row: ChangedText, text: str) -> str:
    """Who types a text anew easily leaves out the marks of its links, and readers then have nowhere to go."""
    missing = [link for link in _LINK.findall(row.now or "") if link not in set(_LINK.findall(text))]
    if not row.is_rich or not missing:
        return ""
    return _(
        "The text above leads somewhere, and this translation does not yet. Put %(links)s around the words that lead "
        "there, and </a> behind them, as above."
    ) % {"links": ", ".join(f'<a id="{link}">' for link in missing)}


def why_not_fit(row: ChangedText, text: str) -> str:
    """As wagtail-localize asks of what is stored: markup that a text cannot have, links that its source has not."""
    stored = as_stored(text, row.is_rich)
    try:
        StringValue.from_translated_html(stored)
        validate_translation_links(row.now or "", stored)
    except ValueError as error:
        return str(error)
    return ""
