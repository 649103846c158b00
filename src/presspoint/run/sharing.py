"""A routine as the text of a QR code, for somebody else or another machine of one's own."""

from collections.abc import Mapping

from presspoint.catalogue.routines import SIDE
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError
from presspoint.own_content.qr.routine import share
from presspoint.pages.qr_code import QrCode, qr_code
from presspoint.run.arguments.routines import find_routine, routine_for
from presspoint.run.options import check_choice
from presspoint.storage.catalogue_file import load

TOO_LONG = (
    "It is too long for a QR code that a phone reads from paper. Send its file instead: "
    "presspoint catalogue add FILE takes it."
)


def text_to_share(catalogue: Catalogue, name: str, choices: Mapping[str, str]) -> str:
    """Return the text of a routine's QR code, with these choices.

    A routine of one's own has only the holds of the side that is chosen; whoever adds it reads
    what else is chosen. Raises PresspointError for an unknown one, and for one that no code
    holds, UsageError for an unknown choice.
    """
    for each, value in choices.items():
        check_choice(catalogue, each, value)
    shared = find_routine(catalogue, name)
    if shared.file and SIDE in choices:
        shared = routine_for(catalogue, name, {SIDE: choices[SIDE]})
        choices = {each: value for each, value in choices.items() if each != SIDE}
    return share(load(), shared, choices)


def code_to_share(text: str) -> QrCode:
    """Return the QR code of a text. Raises PresspointError where none is small enough."""
    code = qr_code(text)
    if code is None:
        raise PresspointError(TOO_LONG)
    return code
