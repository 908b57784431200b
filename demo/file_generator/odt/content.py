"""content.xml: a source as headings, paragraphs, lists and tables, which name the styles of styles.xml."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from markdown_it.token import Token

from demo.file_generator.odt.tables import table, table_styles
from demo.file_generator.odt.text import inline
from demo.file_generator.palettes import PALETTES
from demo.file_generator.sources import Source
from demo.file_generator.typeset import pieces, tokens

_NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)
# A new page begins with a heading or a paragraph, so each of the two has a form that begins one.
_BREAKS = "".join(
    f'<style:style style:name="{name}_Break" style:family="paragraph" style:parent-style-name="{name}">'
    '<style:paragraph-properties fo:break-before="page"/></style:style>'
    for name in ("Heading_20_2", "Heading_20_3", "Text_20_body")
)


def content(source: Source) -> str:
    parsed = [tokens(piece, source.language) for piece in pieces(source.body)]
    ground = PALETTES[str(source.facts["palette"])].ground
    body = [f'<text:p text:style-name="Title">{escape(str(source.facts["title"]))}</text:p>']
    if subtitle := source.facts.get("subtitle"):
        body.append(f'<text:p text:style-name="Subtitle">{escape(str(subtitle))}</text:p>')
    for number, found in enumerate(parsed):
        body += Writer(found, new_page=number > 0).blocks()
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {_NAMESPACES} office:version="1.3">'
        f"<office:automatic-styles>{_BREAKS}{table_styles(parsed, ground)}</office:automatic-styles>"
        f"<office:body><office:text>{''.join(body)}</office:text></office:body></office:document-content>\n"
    )


class Writer:
    """Blocks of one page of a source, in order."""

    def __init__(self, found: list[Token], *, new_page: bool) -> None:
        self._tokens = iter(found)
        self._new_page = new_page

    def blocks(self, until: str | None = None) -> Iterator[str]:
        for token in self._tokens:
            if token.type == until:
                return
            yield self._block(token)

    def _block(self, token: Token) -> str:
        if token.type == "heading_open":
            level = token.tag[1]
            return self._line(f"Heading_20_{level}", f'h text:outline-level="{level}"')
        if token.type == "paragraph_open":
            return self._line("Text_20_body", "p")
        if token.type in ("bullet_list_open", "ordered_list_open"):
            return self._break() + self._list(token.type)
        if token.type == "table_open":
            return self._break() + table(self._tokens)
        raise ValueError(f"no way to write “{token.type}” into an office document")

    def _line(self, style: str, element: str) -> str:
        text = next(self._tokens)
        next(self._tokens)
        name = f"{style}_Break" if self._new_page else style
        self._new_page = False
        return f"<text:{element} text:style-name={quoteattr(name)}>{inline(text)}</text:{element.split()[0]}>"

    def _break(self) -> str:
        """A page that begins with a list or a table needs an empty line to carry the break."""
        if not self._new_page:
            return ""
        self._new_page = False
        return '<text:p text:style-name="Text_20_body_Break"/>'

    def _list(self, opening: str) -> str:
        style = "Numbers" if opening.startswith("ordered") else "Bullets"
        items = []
        for token in self._tokens:
            if token.type == opening.replace("_open", "_close"):
                break
            if token.type == "list_item_open":
                item = "".join(self.blocks(until="list_item_close"))
                items.append(item.replace('"Text_20_body"', '"List_20_Item"'))
        inner = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
        if items and all(">☐" in item for item in items):
            style, inner = "Ticks", inner.replace("☐ ", "", len(items)).replace("☐", "")
        return f'<text:list text:style-name="{style}">{inner}</text:list>'
