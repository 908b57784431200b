"""From the Markdown of a source to HTML for print and to tokens for an office document."""

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

_BREAK = re.compile(r"^---\n", re.MULTILINE)
_OTHER_LANGUAGE = re.compile(r"^\|\|\|\n", re.MULTILINE)
# A row of dots to write on. Screen readers would read out every dot.
_DOTS = re.compile("[…]{3,}")
_EMPTY_CELL = re.compile(r"<tr>(?=(?:(?!</tr>).)*<td[^>]*></td>)", re.DOTALL)
_CELL = re.compile(r"<td([^>]*)></td>")
_BOX = re.compile(r"<li>☐ ?")


def parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")


def pieces(body: str) -> list[str]:
    """The pages, slides or cards of a body, which lie between lines of `---`."""
    return [piece.strip() + "\n" for piece in _BREAK.split(body.replace("\r", "")) if piece.strip()]


def halves(piece: str) -> list[str]:
    """The two languages of a bilingual card, which a line of `|||` parts."""
    return [half.strip() + "\n" for half in _OTHER_LANGUAGE.split(piece)]


def tokens(markdown: str) -> list[Token]:
    return parser().parse(markdown)


def html(markdown: str) -> str:
    """HTML of a text: rows of dots are lines to write on, empty table cells leave room, `☐` is a box to tick."""
    text = parser().render(markdown)
    text = _DOTS.sub(
        lambda dots: f'<span class="line" style="width:{len(dots[0]) * 1.9:.0f}mm"></span>', text
    )
    text = text.replace("<p><span", '<p class="lines"><span')
    text = _EMPTY_CELL.sub('<tr class="room">', text)
    text = _CELL.sub(r'<td\1 class="empty"></td>', text)
    text = _BOX.sub('<li class="tick">', text)
    return text.replace("☐", '<span class="box"></span>').replace("☑", '<span class="box ticked"></span>')
