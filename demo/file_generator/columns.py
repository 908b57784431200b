"""The rows of a table, and how wide its columns are on paper and in office documents."""

from collections.abc import Iterable
from itertools import takewhile

from markdown_it.token import Token

_NARROWEST, _WIDEST = 6, 90
# A sentence by hand needs as much room as the longest text in print; where there are several, they share.
_TO_WRITE_IN, _TO_WRITE_IN_AMONG_OTHERS = 95, 45
# In letters, the empty space beside a word that has to fit on one line.
_SIDES = 3
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
    columns = [[cell.content.strip("*") for cell in column] for column in zip(*table, strict=True)]
    alone = sum(map(_asks_for_a_sentence, columns)) == 1
    wanted = [_wanted(column, _TO_WRITE_IN if alone else _TO_WRITE_IN_AMONG_OTHERS) for column in columns]
    # Not in proportion: a long text may take lines, a short word has to fit on one.
    widths = [width**0.7 for width in wanted]
    return [int(1000 * width / sum(widths)) for width in widths]


def _asks_for_a_number(heading: str) -> bool:
    return not _NUMBER.isdisjoint(heading.lower().split())


def _asks_for_a_sentence(column: list[str]) -> bool:
    heading, *below = column
    return not all(below) and len(heading) > _SHORT_HEADING and not _asks_for_a_number(heading)


def _wanted(column: list[str], to_write_in: int) -> int:
    heading, *below = column
    if _asks_for_a_number(heading):
        return max(_NARROWEST, *(len(word) + _SIDES for word in heading.split()), *map(len, below))
    longest = min(max(map(len, column)), _WIDEST)
    if all(below):
        return max(longest + _SIDES, _NARROWEST)
    return max(longest, to_write_in if _asks_for_a_sentence(column) else _TO_MARK)
