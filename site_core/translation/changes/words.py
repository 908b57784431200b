"""Two wordings of a text with the words that differ marked: as `<del>` in the old one, as `<ins>` in the new one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from bs4 import BeautifulSoup, NavigableString, Tag
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from site_core.languages.parts import is_part
from site_core.translation.machine.shown import BREAK, EMPHASIS, LINK

PIECES = re.compile(r"\w+|\s+|[^\w\s]")
TOO_DIFFERENT = 0.35
"""Below this a text was written anew: a few words that happen to be in both would only confuse."""

Marks = tuple[tuple[str, str], ...]
"""Around a word, from the outside: names of elements, each with the language of a part or nothing."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, a sign, or what is between; with the emphasis and the links it stands in."""

    text: str
    marks: Marks = ()

    @property
    def is_blank(self) -> bool:
        return self.text.isspace()


def marked(before: str, now: str) -> tuple[SafeString, SafeString]:
    """Both wordings as HTML of ours. What else is in them, whoever wrote it, does nothing."""
    old, new = list(pieces(before)), list(pieces(now))
    opcodes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    if _share_kept(opcodes, old, new) < TOO_DIFFERENT:
        return _html(old, [True] * len(old), "del"), _html(new, [True] * len(new), "ins")
    old_changed, new_changed = [False] * len(old), [False] * len(new)
    for kind, i, j, k, m in _without_islands(opcodes, old, new):
        if kind != "equal":
            old_changed[i:j] = [True] * (j - i)
            new_changed[k:m] = [True] * (m - k)
    return _html(old, _trimmed(old, old_changed), "del"), _html(new, _trimmed(new, new_changed), "ins")


def plain(text: str) -> SafeString:
    """A text that is compared with nothing."""
    found = list(pieces(text))
    return _html(found, [False] * len(found), "ins")


def pieces(text: str) -> Iterator[Piece]:
    yield from _inside(BeautifulSoup(text, "html.parser"), ())


def _inside(tag: Tag, marks: Marks) -> Iterator[Piece]:
    for child in tag.children:
        if type(child) is NavigableString:  # Its subclasses are comments, scripts, and the like.
            yield from (Piece(found, marks) for found in PIECES.findall(str(child)))
        elif isinstance(child, Tag):
            if child.name == BREAK:
                yield Piece("\n", marks)
            elif child.name in EMPHASIS or child.name == LINK:
                yield from _inside(child, (*marks, (child.name, "")))
            elif is_part(child.name, child.attrs):
                yield from _inside(child, (*marks, (child.name, str(child["lang"]))))
            else:
                yield from _inside(child, marks)


Opcode = tuple[str, int, int, int, int]


def _share_kept(opcodes: Sequence[Opcode], old: list[Piece], new: list[Piece]) -> float:
    """Of the words and signs of both; blanks are the same everywhere."""
    kept = [piece for kind, i, j, _k, _m in opcodes if kind == "equal" for piece in old[i:j]]
    words = [piece for piece in (*old, *new) if not piece.is_blank]
    return 2 * sum(not piece.is_blank for piece in kept) / len(words) if words else 1.0


def _without_islands(opcodes: Sequence[Opcode], old: list[Piece], new: list[Piece]) -> list[Opcode]:
    """
    What stayed between two changes longer than itself does not interrupt the mark: a blank, a comma, an "and".

    The rule is that of diff-match-patch, which calls it semantic clean-up.
    """
    found = list(opcodes)
    for is_island in (
        lambda stayed, before, after: all(piece.is_blank for piece in stayed),
        lambda stayed, before, after: _letters(stayed) <= min(before, after),
    ):
        merged: list[Opcode] = []
        for number, (kind, i, j, k, m) in enumerate(found):
            inside = kind == "equal" and 0 < number < len(found) - 1
            if inside and is_island(
                old[i:j], _size(merged[-1], old, new), _size(found[number + 1], old, new)
            ):
                kind = "replace"
            if kind != "equal" and merged and merged[-1][0] != "equal":
                merged[-1] = ("replace", merged[-1][1], j, merged[-1][3], m)
            else:
                merged.append((kind, i, j, k, m))
        found = merged
    return found


def _size(opcode: Opcode, old: list[Piece], new: list[Piece]) -> int:
    kind, i, j, k, m = opcode
    return 0 if kind == "equal" else max(_letters(old[i:j]), _letters(new[k:m]))


def _letters(found: list[Piece]) -> int:
    return sum(len(piece.text) for piece in found)


def _trimmed(found: list[Piece], changed: list[bool]) -> list[bool]:
    """A mark begins and ends with a word."""
    last = len(found) - 1
    return [
        is_changed
        and not (
            found[place].is_blank and (place in (0, last) or not changed[place - 1] or not changed[place + 1])
        )
        for place, is_changed in enumerate(changed)
    ]


def _html(found: list[Piece], changed: list[bool], element: str) -> SafeString:
    html: list[str] = []
    for is_changed, run in groupby(zip(found, changed, strict=True), key=lambda pair: pair[1]):
        inside = _with_marks(piece for piece, _changed in run)
        html.append(format_html("<{0}>{1}</{0}>", mark_safe(element), inside) if is_changed else inside)  # noqa: S308
    return mark_safe("".join(html))  # noqa: S308 - every part was escaped


def _with_marks(run: Iterable[Piece]) -> SafeString:
    html: list[str] = []
    for marks, same in groupby(run, key=lambda piece: piece.marks):
        words = conditional_escape("".join(piece.text for piece in same)).replace("\n", "<br>")
        for name, language in reversed(marks):
            words = _element(name, language, words)
        html.append(words)
    return mark_safe("".join(html))  # noqa: S308


def _element(name: str, language: str, inside: str) -> str:
    if name == LINK:
        return f'<span class="changes-link">{inside}</span>'
    if language:
        return format_html('<span lang="{}">{}</span>', language, mark_safe(inside))  # noqa: S308
    return f"<{name}>{inside}</{name}>"
