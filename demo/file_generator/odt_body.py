"""Markdown as the text of an ODT: each kind of block becomes the element that assistive technology knows."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from markdown_it.token import Token

from demo.file_generator.markup import keep_together, parser

_OPENED = {
    "bullet_list_open": '<text:list text:style-name="Bullets">',
    "ordered_list_open": '<text:list text:style-name="Numbers">',
    "list_item_open": "<text:list-item>",
    "thead_open": "<table:table-header-rows>",
    "tr_open": "<table:table-row>",
}
_CLOSED = {
    "bullet_list_close": "</text:list>",
    "ordered_list_close": "</text:list>",
    "list_item_close": "</text:list-item>",
    "thead_close": "</table:table-header-rows>",
    "tr_close": "</table:table-row>",
    "table_close": "</table:table>",
    "heading_close": "</text:h>",
    "paragraph_close": "</text:p>",
    "th_close": "</text:p></table:table-cell>",
    "td_close": "</text:p></table:table-cell>",
}
_SPANS = {
    "strong_open": '<text:span text:style-name="Strong">',
    "em_open": '<text:span text:style-name="Emphasis">',
    "strong_close": "</text:span>",
    "em_close": "</text:span>",
    "link_close": "</text:a>",
    "softbreak": " ",
    "hardbreak": "<text:line-break/>",
}
# Only these two styles exist as "… on a new page" (styles/odt/content.xml).
_ON_A_NEW_PAGE = {"Heading_20_1": "First_Heading_1", "Heading_20_2": "First_Heading_2"}


class Body:
    """Collects blocks; `xml()` is what stands inside `office:text`."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._parts: list[str] = []
        self._tables = 0
        self._quoted = 0

    def xml(self) -> str:
        return "".join(self._parts)

    def paragraph(self, style: str, text: str) -> None:
        self._parts.append(f'<text:p text:style-name="{style}">{self._text(text)}</text:p>')

    def markdown(self, markdown: str, *, new_page: bool) -> None:
        tokens = parser().parse(markdown)
        if new_page and (not tokens or tokens[0].type != "heading_open"):
            self._parts.append('<text:p text:style-name="First_Paragraph"/>')
            new_page = False
        for position, token in enumerate(tokens):
            self._block(token, tokens, position, new_page and position == 0)

    def _block(self, token: Token, tokens: list[Token], position: int, new_page: bool) -> None:
        kind = token.type
        if kind == "inline":
            self._parts.append(self._inline(token))
        elif kind == "heading_open":
            level = int(token.tag[1]) - 1
            style = f"Heading_20_{level}"
            style = _ON_A_NEW_PAGE.get(style, style) if new_page else style
            self._parts.append(f'<text:h text:style-name="{style}" text:outline-level="{level}">')
        elif kind == "paragraph_open":
            self._parts.append(f'<text:p text:style-name="{"Quotations" if self._quoted else "Text_20_body"}">')
        elif kind in ("th_open", "td_open"):
            cell, text = ("Head", "Table_20_Heading") if kind == "th_open" else ("Cell", "Table_20_Contents")
            self._parts.append(
                f'<table:table-cell table:style-name="{cell}" office:value-type="string"><text:p text:style-name="{text}">'
            )
        elif kind == "table_open":
            self._open_table(tokens, position)
        elif kind in ("blockquote_open", "blockquote_close"):
            self._quoted += token.nesting
        elif kind in ("tbody_open", "tbody_close"):
            pass
        else:
            self._parts.append((_OPENED | _CLOSED)[kind])

    def _open_table(self, tokens: list[Token], position: int) -> None:
        self._tables += 1
        heads = tokens[position : next(at for at, token in enumerate(tokens) if at > position and token.type == "thead_close")]
        columns = sum(token.type == "th_open" for token in heads)
        self._parts.append(
            f'<table:table table:name="Table{self._tables}" table:style-name="Table">'
            f'<table:table-column table:number-columns-repeated="{columns}"/>'
        )

    def _inline(self, token: Token) -> str:
        parts = []
        for child in token.children or []:
            if child.type in ("text", "code_inline"):
                parts.append(self._text(child.content))
            elif child.type == "link_open":
                parts.append(f'<text:a xlink:type="simple" xlink:href={quoteattr(str(child.attrGet("href")))}>')
            else:
                parts.append(_SPANS[child.type])
        return "".join(parts)

    def _text(self, text: str) -> str:
        return escape(keep_together(text, self._language))
