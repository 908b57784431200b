"""Tables: a header row that repeats on each page, columns as wide as what is in them, rows to write in."""

from collections.abc import Iterator

from markdown_it.token import Token

from demo.file_generator.columns import rows, shares
from demo.file_generator.odt.text import inline

_BORDER = 'fo:padding="0.14cm" fo:border="0.5pt solid #b9b4aa"'


def table(behind_opening: Iterator[Token]) -> str:
    found = rows(behind_opening)
    header, *body = found
    columns = "".join(f'<table:table-column table:style-name="Column{share}"/>' for share in shares(found))
    return (
        f'<table:table table:style-name="Table">{columns}'
        f"<table:table-header-rows>{_row(header, 'Table_20_Heading', 'HeadCell')}</table:table-header-rows>"
        + "".join(_row(row, "Table_20_Contents", "Cell") for row in body)
        + '</table:table><text:p text:style-name="After_20_table"/>'
    )


def _row(cells: list[Token], text_style: str, cell_style: str) -> str:
    height = "Row" if all(cell.content for cell in cells) else "RoomRow"
    inner = "".join(
        f'<table:table-cell table:style-name="{cell_style}" office:value-type="string">'
        f'<text:p text:style-name="{text_style}">{inline(cell)}</text:p></table:table-cell>'
        for cell in cells
    )
    return f'<table:table-row table:style-name="{height}">{inner}</table:table-row>'


def table_styles(parsed: list[list[Token]], ground: str) -> str:
    """Tables, rows and cells take their styles from the content itself, not from the named styles of a document."""
    widths = {
        share
        for found in parsed
        for at, token in enumerate(found)
        if token.type == "table_open"
        for share in shares(rows(found[at + 1 :]))
    }
    columns = "".join(
        _style(f"Column{share}", "table-column", f'style:rel-column-width="{share}*"')
        for share in sorted(widths)
    )
    return (
        _style("Table", "table", 'style:rel-width="100%" table:align="margins" fo:margin-top="0.15cm"')
        + _style("Row", "table-row", 'fo:keep-together="always"')
        + _style("RoomRow", "table-row", 'style:min-row-height="1.8cm" fo:keep-together="always"')
        + _style("Cell", "table-cell", _BORDER)
        + _style("HeadCell", "table-cell", f'{_BORDER} fo:background-color="{ground}"')
        + columns
    )


def _style(name: str, family: str, properties: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}">'
        f"<style:{family}-properties {properties}/></style:style>"
    )
