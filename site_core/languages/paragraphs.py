"""
Which paragraphs of a running text are older than the source's: marked in their place.

A version's running text has the form of the one it was made from, so its paragraphs are told by their order; where the
form is another one (a text written anew by hand), nobody knows, and the text is marked as a whole.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from functools import lru_cache
from typing import Any

from bs4 import BeautifulSoup, NavigableString, Tag
from wagtail_localize import strings
from wagtail_localize.strings import INLINE_TAGS, StringValue

from site_core.translation.fingerprints import Paragraphs, paragraphs_in, paragraphs_of

ITEM = "li"
# Before and behind the number of a place. Unicode gives them to nobody; where a text has them, they are taken out.
BEGINS, ENDS = "\ufdd2", "\ufdd3"
TOKEN = re.compile(f"(?P<kind>[{BEGINS}{ENDS}])(?P<number>[0-9]+)(?P=kind)")


class How(Enum):
    """In what a place of the version differs from the source. Of a run of older ones the last leads to the source."""

    OLDER = "older"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a running text that is not up to date, and what the source says there today, as it is stored."""

    how: How
    source: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """A running text as stored. Each place's number stands between `BEGINS` before it, between `ENDS` behind it."""

    html: str
    places: tuple[Place, ...]


@dataclass(slots=True)
class _Text:
    """A running text taken apart: its frame with a `<text>` for each paragraph, headings and items included."""

    frame: BeautifulSoup
    words: list[tuple[StringValue, dict[str, Any]]]
    inside: Paragraphs

    @classmethod
    def of(cls, html: str) -> "_Text":
        template, words = strings.extract_strings(html)
        return cls(BeautifulSoup(template, "html.parser"), words, paragraphs_of(template, words))

    @property
    def slots(self) -> list[Tag]:
        return list(self.frame.find_all("text"))

    def filled(self) -> str:
        for slot, (text, attributes) in zip(self.slots, self.words, strict=True):
            slot.replace_with(text.render_soup(attributes))
        return str(self.frame)


@lru_cache(maxsize=64)
def marked(version: str, source: str, made_from: str) -> Marked | None:
    """
    `made_from`: fingerprint of the source's text that the version was made from.

    None where paragraphs cannot be told apart, or where every one is older.
    """
    version, source = (text.replace(BEGINS, "").replace(ENDS, "") for text in (version, source))
    basis = paragraphs_in(made_from)
    if basis is None:
        return None
    own, today = _Text.of(version), _Text.of(source)
    if (own.inside.form, len(own.words)) != (basis.form, len(basis.marks)):
        return None
    changes = list(_changes(basis.marks, today.inside.marks))
    if not changes or sum(len(change.old) for change in changes) == len(basis.marks):
        return None
    return _with_marks(own, today, changes)


@dataclass(frozen=True, slots=True)
class _Change:
    """Paragraphs of the version, by number; those of the source that stand there now; the version's next after them."""

    old: list[int]
    new: list[int]
    next: int


def _changes(made_from: tuple[str, ...], today: tuple[str, ...]) -> Iterator[_Change]:
    """What only stands elsewhere in the text is no change. Where as many came as went, each came from one."""
    stayed = set(made_from) & set(today)
    for kind, i, j, k, m in SequenceMatcher(None, made_from, today, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        old = [number for number in range(i, j) if made_from[number] not in stayed]
        new = [number for number in range(k, m) if today[number] not in stayed]
        if len(old) == len(new):
            yield from (_Change([first], [then], first + 1) for first, then in zip(old, new, strict=True))
        elif old or new:
            yield _Change(old, new, j)


def _with_marks(own: _Text, today: _Text, changes: list[_Change]) -> Marked:
    own_slots, slots = own.slots, today.slots
    places: list[Place] = []
    for change in changes:
        source = "".join(_pieces(today, [slots[number] for number in change.new]))
        if not change.old:
            _insert(own.frame, own_slots, change.next, slots[change.new[0]], len(places))
            places.append(Place(How.NEW, source))
        for number in change.old:
            _surround(own.frame, own_slots[number], len(places))
            is_last = number == change.old[-1]
            places.append(Place(How.OLDER, source if is_last else "") if source else Place(How.GONE))
    return Marked(own.filled(), tuple(places))


def with_places(html: str, sign: Callable[[int, bool], str]) -> str:
    """The markup of a marked text with what `sign` makes of each number, before its place (False) and behind (True)."""
    return TOKEN.sub(lambda found: sign(int(found["number"]), found["kind"] == ENDS), html)


def _surround(frame: BeautifulSoup, slot: Tag, number: int) -> None:
    """A paragraph or heading as an element; of an item only what it says: it stays one, and lists in it stay out."""
    element = _with_emphasis(slot)
    around = element.parent
    if around is not None and around is not frame and around.name != ITEM:
        element = around
    box = element.wrap(frame.new_tag("div", attrs={"class": "passage passage--paragraph"}))
    box.insert(0, _token(BEGINS, number))
    box.append(_token(ENDS, number))


def _insert(frame: BeautifulSoup, slots: list[Tag], following: int, like: Tag, number: int) -> None:
    """Behind the paragraph before it, or first of all; an item into the list of its neighbour, if that is in one."""
    before = slots[following - 1] if following else None
    neighbour = before or slots[following]
    item = neighbour.find_parent(ITEM) if like.find_parent(ITEM) else None
    box = frame.new_tag(ITEM if item else "div", attrs={"class": "passage passage--new"})
    box.extend([_token(BEGINS, number), _token(ENDS, number)])
    if before is None:
        item.insert_before(box) if item else frame.insert(0, box)
    else:
        (item or _outermost(before, frame)).insert_after(box)


def _with_emphasis(slot: Tag) -> Tag:
    """With what makes the whole paragraph bold."""
    element = slot
    while element.parent is not None and element.parent.name in INLINE_TAGS:
        element = element.parent
    return element


def _outermost(slot: Tag, frame: BeautifulSoup) -> Tag:
    element = slot
    while element.parent is not None and element.parent is not frame:
        element = element.parent
    return element


def _token(kind: str, number: int) -> NavigableString:
    return NavigableString(f"{kind}{number}{kind}")


def _pieces(text: _Text, slots: list[Tag]) -> Iterator[str]:
    """These paragraphs by themselves, as stored: items in a list of the same kind, with the number they have there."""
    for slot in slots:
        words, attributes = text.words[int(str(slot["position"]))]
        html = words.render_html(attributes)
        around = _with_emphasis(slot).parent
        if around is None or around is text.frame:
            yield f"<p>{html}</p>"
        elif around.name == ITEM and around.parent is not None:
            number = len(around.find_previous_siblings(ITEM)) + 1
            kind = around.parent.name
            value = f' value="{number}"' if kind == "ol" else ""
            yield f"<{kind}><li{value}>{html}</li></{kind}>"
        else:
            yield f"<{around.name}>{html}</{around.name}>"
