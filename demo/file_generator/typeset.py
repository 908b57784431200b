"""From the Markdown of a source to tokens (for an office document) and to HTML (for print)."""

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from demo.file_generator.columns import has_room_to_write, rows, shares
from demo.file_generator.typography import unbroken
from demo.file_generator.writing import with_room_to_write

_BREAK = re.compile(r"^---\n", re.MULTILINE)
_OTHER_LANGUAGE = re.compile(r"^\|\|\|\n", re.MULTILINE)
# A paragraph that begins with a bold sentence about the emergency number.
_URGENT = re.compile(r"<p>(?=<strong>[^<]{4,}112|<strong>112[^<]{4,})")


# A table of so many rows stays on one page; a form to fill in even if it is longer.
_SHORT_TABLE, _SHORT_FORM = 7, 10


def parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")


def pieces(body: str) -> list[str]:
    """The pages, slides or cards of a body, which lie between lines of `---`."""
    return [piece.strip() + "\n" for piece in _BREAK.split(body) if piece.strip()]


def halves(piece: str) -> list[str]:
    """The two languages of a bilingual card, which a line of `|||` parts."""
    return [half.strip() + "\n" for half in _OTHER_LANGUAGE.split(piece)]


def tokens(markdown: str, language: str) -> list[Token]:
    return parser().parse(unbroken(markdown, language))


def html(markdown: str, language: str) -> str:
    markdown_it = parser()
    found = tokens(markdown, language)
    text = markdown_it.renderer.render(found, markdown_it.options, {})
    for at, token in enumerate(found):
        if token.type == "table_open":
            text = text.replace("<table>", table_opening(rows(found[at + 1 :])), 1)
    return with_room_to_write(_URGENT.sub('<p class="urgent">', text))


def table_opening(table: list[list[Token]]) -> str:
    """Columns are as wide as their text, except where somebody shall write into them."""
    if not has_room_to_write(table):
        return '<table class="whole">' if len(table) <= _SHORT_TABLE else "<table>"
    columns = "".join(f'<col style="width:{share / 10}%">' for share in shares(table))
    kind = "form whole" if len(table) <= _SHORT_FORM else "form"
    return f'<table class="{kind}"><colgroup>{columns}</colgroup>'
