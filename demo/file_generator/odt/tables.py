"""Tables: a header row that repeats on each page, columns as wide as what is in them, rows to write in."""

from collections.abc import Iterator

from markdown_it.token import Token

from demo.file_generator.columns import rows, shares
from demo.file_generator.odt.text import inline


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


def column_styles(parsed: list[list[Token]]) -> str:
    """A style for each width in thousandths that a column of these texts has."""
    widths = {
        share
        for found in parsed
        for at, token in enumerate(found)
        if token.type == "table_open"
        for share in shares(rows(found[at + 1 :]))
    }
    return "".join(
        f'<style:style style:name="Column{share}" style:family="table-column">'
        f'<style:table-column-properties style:rel-column-width="{share}*"/></style:style>'
        for share in sorted(widths)
    )
