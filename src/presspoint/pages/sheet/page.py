"""The sheet as a page of its own."""

from presspoint.pages.handout import Handout
from presspoint.pages.rendering import render
from presspoint.pages.sheet.rows import sheet_values


def sheet_page(handout: Handout, code: str = "") -> str:
    """Return the sheet as HTML that prints on one page of A4.

    `code` is a QR code as an SVG element, as the library of codes makes it; empty for none.
    """
    values = sheet_values(handout, code)
    return render("sheet/page.html", handout=handout, kit=handout.kit, **values)
