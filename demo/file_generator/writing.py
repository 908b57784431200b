"""Room to write by hand. Rows of dots become ruled lines, since a screen reader would read out every dot."""

import re

_DOTS = re.compile(r"…{2,}|\.{6,}")
_ANSWER = re.compile(r"<p>(…{30,})</p>")
_LONE_DOT = re.compile(r"(?<=<li>)…(?=</li>)|(?<=<p>)…(?=</p>)|(?<=: )…(?=</p>)")
_ROW = re.compile(r"<tr>(?:(?!</tr>).)*</tr>", re.DOTALL)
_EMPTY_CELL = re.compile(r"<td([^>]*)></td>")
_TICK = re.compile(r"<li>☐ ?")

_MM_A_DOT = {"…": 3.2, ".": 1.8}


def with_room_to_write(html: str) -> str:
    html = _ANSWER.sub('<p class="answer"><span class="line"></span><span class="line"></span></p>', html)
    html = _LONE_DOT.sub('<span class="line whole"></span>', html)
    html = _DOTS.sub(_line, html)
    html = _ROW.sub(_row, html)
    return _TICK.sub('<li class="tick">', html)


def _line(dots: re.Match[str]) -> str:
    width = max(12, len(dots[0]) * _MM_A_DOT[dots[0][0]])
    return f'<span class="line" style="width:{width:.0f}mm"></span>'


def _row(row: re.Match[str]) -> str:
    """A row with an empty cell is as high as handwriting needs."""
    filled, empty = _EMPTY_CELL.subn(r"<td\1></td>", row[0])
    return filled.replace("<tr>", '<tr class="room">') if empty else row[0]
