"""Tables: a header row that repeats on each page, columns as wide as what is in them, rows to write in."""

from collections.abc import Iterator

from markdown_it.token import Token

from demo.file_generator.odt.text import inline

_NARROWEST, _WIDEST, _TO_WRITE_IN = 4, 44, 24


def table(found: Iterator[Token]) -> str:
    """Writes a table; `found` stands behind its opening and is left behind its end."""
    rows: list[tuple[bool, list[str]]] = []
    in_header = False
    for token in found:
        if token.type == "table_close":
            break
        if token.type == "thead_open":
            in_header = True
        elif token.type == "thead_close":
            in_header = False
        elif token.type == "tr_open":
            rows.append((in_header, []))
        elif token.type == "inline":
            rows[-1][1].append(inline(token))
    columns = len(rows[0][1])
    header = "".join(_row(cells, "Table_20_Heading", "HeadCell") for is_header, cells in rows if is_header)
    body = "".join(_row(cells, "Table_20_Contents", "Cell") for is_header, cells in rows if not is_header)
    shares = _shares([cells for _is_header, cells in rows], columns)
    return (
        '<table:table table:style-name="Table">'
        + "".join(f'<table:table-column table:style-name="Column{share}"/>' for share in shares)
        + f"<table:table-header-rows>{header}</table:table-header-rows>{body}</table:table>"
        '<text:p text:style-name="After_20_table"/>'
    )


def _row(cells: list[str], text_style: str, cell_style: str) -> str:
    height = "Row" if all(cells) else "RoomRow"
    inner = "".join(
        f'<table:table-cell table:style-name="{cell_style}" office:value-type="string">'
        f'<text:p text:style-name="{text_style}">{cell}</text:p></table:table-cell>'
        for cell in cells
    )
    return f'<table:table-row table:style-name="{height}">{inner}</table:table-row>'


def _shares(rows: list[list[str]], columns: int) -> list[int]:
    """How wide each column is, as a share: by its longest cell, and roomy where there is something to fill in."""
    shares = []
    for column in range(columns):
        cells = [row[column] for row in rows]
        longest = max(len(cell) for cell in cells)
        to_fill = _TO_WRITE_IN if columns < 8 and any(not cell for cell in cells[1:]) else 0
        shares.append(min(max(longest, to_fill, _NARROWEST), _WIDEST))
    return shares


def column_styles(parsed: list[list[Token]]) -> str:
    """One style for every width a column can have; only written where there is a table at all."""
    if not any(token.type == "table_open" for found in parsed for token in found):
        return ""
    return "".join(
        f'<style:style style:name="Column{share}" style:family="table-column">'
        f'<style:table-column-properties style:rel-column-width="{share}*"/></style:style>'
        for share in range(_NARROWEST, _WIDEST + 1)
    )
