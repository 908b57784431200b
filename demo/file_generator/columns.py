"""The rows of a table, and how wide its columns are on paper and in office documents."""

from collections.abc import Iterable
from itertools import takewhile

from markdown_it.token import Token

# A sentence by hand needs as much room as the longest text in print.
_NARROWEST, _WIDEST, _TO_WRITE_IN = 6, 90, 95
# A narrow heading above empty cells asks for a letter or a date, a wide one for a sentence.
_SHORT_HEADING, _TO_MARK = 9, 14
# A heading with one of these asks for a number, however long it is; it may take two lines.
_NUMBER = {"nr", "no.", "№"}


def rows(behind_opening: Iterable[Token]) -> list[list[Token]]:
    """The cells of a table, row by row; the first row is the header. An iterator is left behind the table."""
    found: list[list[Token]] = []
    for token in takewhile(lambda token: token.type != "table_close", behind_opening):
        if token.type == "tr_open":
            found.append([])
        elif token.type == "inline":
            found[-1].append(token)
    return found


def has_room_to_write(table: list[list[Token]]) -> bool:
    """Whether cells are empty. The first column does not count: an empty one is the corner of a comparison."""
    return any(not cell.content for row in table[1:] for cell in row[1:])


def shares(table: list[list[Token]]) -> list[int]:
    """The width of each column, in thousandths: by its longest cell, and roomy where there is something to fill in."""
    wanted = [_wanted([cell.content.strip("*") for cell in column]) for column in zip(*table, strict=True)]
    # Not in proportion: a long text may take lines, a short word has to fit on one.
    widths = [width**0.7 for width in wanted]
    return [int(1000 * width / sum(widths)) for width in widths]


def _wanted(column: list[str]) -> int:
    heading, *below = column
    words = heading.lower().split()
    if not _NUMBER.isdisjoint(words):
        return max(_NARROWEST, *map(len, words), *map(len, below))
    longest = min(max(map(len, column)), _WIDEST)
    if all(below):
        return max(longest, _NARROWEST)
    return max(longest, _TO_MARK if len(heading) <= _SHORT_HEADING else _TO_WRITE_IN)
