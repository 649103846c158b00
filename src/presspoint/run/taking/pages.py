"""The page for a phone and the sheet of a kit, as files."""

from presspoint import clock
from presspoint.errors import PresspointError
from presspoint.pages.handout import Handout, make_handout
from presspoint.pages.phone.page import phone_page
from presspoint.pages.phone.routine import routine_document
from presspoint.pages.phone.said import sentences_said
from presspoint.pages.sheet.page import sheet_page
from presspoint.run.drawings.session import UNREADABLE, course_sheets
from presspoint.run.sharing import code_to_share, text_to_share
from presspoint.run.taking.parts import Order
from presspoint.run.taking.recordings import recordings
from presspoint.storage.settings_file import hour_of_new_day
from presspoint.terminal.output import report

NO_CODE = "There is no QR code on the sheet."


def make_page(order: Order) -> dict[str, bytes]:
    """Return the file of a kit's page by its name. Raises PresspointError."""
    handout = _handout(order)
    clips = recordings(sentences_said(routine_document(handout)))
    return {f"{order.kit.name}.html": phone_page(handout, clips, _code(order)).encode()}


def make_sheet(order: Order) -> dict[str, bytes]:
    """Return the file of a kit's sheet by its name. Raises PresspointError."""
    return {f"{order.kit.name}-sheet.html": sheet_page(_handout(order), _code(order)).encode()}


def _code(order: Order) -> str:
    """The QR code of the routine as a drawing; empty, with a report, where no code holds it."""
    try:
        return code_to_share(text_to_share(order.catalogue, order.kit.name, order.choices)).svg
    except PresspointError as problem:
        if f"{order.kit.name}.html" not in order.earlier:  # said with the page already
            report(f"{NO_CODE} {problem}")
        return ""


def _handout(order: Order) -> Handout:
    """The kit with its pictures; without any, and with a report, where they cannot be read."""
    catalogue, kit = order.catalogue, order.kit
    try:
        pictures = dict(course_sheets(catalogue, kit.course))
    except (PresspointError, OSError, ValueError, LookupError):
        report(UNREADABLE)
        pictures = {}
    return make_handout(catalogue, kit, pictures, clock.epoch_seconds(), hour_of_new_day())
