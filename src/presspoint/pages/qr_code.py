"""A text as a QR code: a drawing for paper, and rows of squares for a terminal."""

from io import BytesIO

import segno

from presspoint.named_tuple import NamedTuple

# A phone reads this from paper: larger versions have squares too small for a sheet, and less than
# level M has no room for a fold or a stain.
LARGEST_VERSION = 25
LEVEL = "m"
QUIET = 4  # squares of white around it, as the standard has it
WIDTH = 30.0  # millimetres of a drawing, unless its squares would be smaller than these
LEAST_SQUARE = 0.4


class QrCode(NamedTuple):
    """A QR code; `version` grows with its text, `rows` are dark (True) and light squares.

    The rows have the white around it.
    """

    version: int
    rows: tuple[tuple[bool, ...], ...]
    svg: str


def qr_code(text: str) -> QrCode | None:
    """Return the QR code of a text, its drawing in millimetres; None where it does not fit."""
    try:
        code = segno.make(text, error=LEVEL, micro=False, boost_error=False)
    except segno.DataOverflowError:
        return None
    version = int(code.version)
    if version > LARGEST_VERSION:
        return None
    rows = tuple(tuple(map(bool, row)) for row in code.matrix_iter(border=QUIET))
    square = max(WIDTH / len(rows), LEAST_SQUARE)
    file = BytesIO()
    scale = round(square, 3)
    code.save(file, "svg", border=QUIET, scale=scale, unit="mm", light="#fff", xmldecl=False)
    return QrCode(version, rows, file.getvalue().decode())
