"""Warning signs on a command line: what to do about them comes before, or in place of, an error."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import pairwise

from presspoint.catalogue.safety_warnings import sign_warnings
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import UsageError, WarningFirstError
from presspoint.listing.fields import WARNING_FIELDS, fields
from presspoint.names.warnings import find_warning
from presspoint.run.arguments.names import parse_signs
from presspoint.storage.catalogue_file import load
from presspoint.terminal.output import print_document, print_paragraph, print_paragraphs

OPTION, WISH = "--red-flag", "--for"
TAKE_NAMES = frozenset(
    {"routine", "plan", "point", "map", "take", "remind", "due", "history", "course", "catalogue"}
)


def print_stop(arguments: Sequence[str]) -> bool:
    """Print what to do about each known sign of a command line; return whether there is one."""
    catalogue = load()  # without own files, which add no sign and may be what went wrong
    warnings = tuple(sign_warnings(catalogue, tuple(_signs(catalogue, arguments))))
    if "--json" in arguments and warnings:
        print_document({"warnings": [fields(each, *WARNING_FIELDS) for each in warnings]})
    elif warnings:
        print_paragraphs(each.line for each in warnings)
        print_paragraph("No routine starts.")
    return bool(warnings)


def print_warning_of_wish(arguments: Sequence[str]) -> None:
    """Print what to do about a warning sign that somebody asks for, where the command failed."""
    if not (wishes := tuple(_wishes(arguments))):
        return
    catalogue = load()  # once: of many words, each would take as long as a command does
    for typed in wishes:
        if (warning := find_warning(catalogue, typed)) and warning.stops:
            found = WarningFirstError(warning.text, warning.id, warning.level)
            print_warning(found, arguments)
            return


def print_warning(warning: WarningFirstError, arguments: Sequence[str]) -> None:
    """Print what to do about words of a command line that name a warning sign or a condition."""
    if "--json" in arguments:
        about = {"id": warning.id, "level": warning.level, "text": str(warning)}
        print_document({"warnings": [about]})
    else:
        print_paragraph(str(warning))


def _wishes(arguments: Sequence[str]) -> Iterator[str]:
    """What somebody asks for: after --for, and by name after a command that takes one."""
    yield from _values(arguments, WISH)
    if TAKE_NAMES.intersection(arguments[:1]):
        for before, after in pairwise(arguments):
            if not (before.startswith("-") or after.startswith("-")):
                yield after


def _signs(catalogue: Catalogue, arguments: Sequence[str]) -> Iterator[str]:
    """The ids of the signs; an unknown name is left to the error."""
    for typed in _values(arguments, OPTION):
        with suppress(UsageError):
            yield from parse_signs(catalogue, (typed,))


def _values(arguments: Sequence[str], option: str) -> Iterator[str]:
    """What was typed for each use of an option."""
    yield from (after for before, after in pairwise(arguments) if before == option)
    joined = (each for each in arguments if each.startswith(f"{option}="))
    yield from (each.partition("=")[2] for each in joined)
