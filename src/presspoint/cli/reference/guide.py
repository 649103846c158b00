"""The guide command: how to press, for every place."""

from presspoint.cli.options import Json
from presspoint.listing.guide import guide_document, guide_rows
from presspoint.storage.catalogue_file import load
from presspoint.terminal.output import print_card, print_document


def show_guide(json: Json = False) -> None:
    """Tell how hard, how long and how often to press, and what to expect of it."""
    catalogue = load()
    if json:
        print_document(guide_document(catalogue))
    else:
        print_card(guide_rows(catalogue))
