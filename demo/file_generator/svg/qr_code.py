"""An address as a QR code."""

import qrcode
from qrcode.constants import ERROR_CORRECT_Q

# White modules around the code, without which cameras do not find it; the standard asks for four.
QUIET = 4


def modules(address: str) -> list[list[bool]]:
    """Rows of modules with their quiet zone. A quarter of the code may be scratched: it is meant for a wall."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_Q, border=QUIET)
    code.add_data(address)
    code.make()
    return code.get_matrix()


def path(rows: list[list[bool]]) -> str:
    """Path data of the dark modules, a rectangle for each run of them, one unit a module."""
    data = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            length = next((at for at, dark in enumerate(row[x:]) if dark != row[x]), len(row) - x)
            if row[x]:
                data.append(f"M{x} {y}h{length}v1h-{length}z")
            x += length
    return "".join(data)
