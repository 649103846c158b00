"""The conditions command: the names that --condition and --red-flag take."""

from presspoint.cli.options import Json
from presspoint.listing.conditions import condition_lines, conditions_document
from presspoint.storage.catalogue_file import load
from presspoint.terminal.output import print_document, print_lines


def list_conditions(json: Json = False) -> None:
    """List the names for --red-flag and --condition, and what each one means."""
    catalogue = load()
    if json:
        print_document(conditions_document(catalogue))
    else:
        print_lines(condition_lines(catalogue))
