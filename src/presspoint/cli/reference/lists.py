"""The commands conditions, guide and sources: what the catalogue holds besides points."""

from typing import Annotated

from presspoint.cli.parsing.option import Json, argument
from presspoint.listing import reference
from presspoint.run.arguments.conditions import match_condition
from presspoint.storage.catalogue_file import load, load_for_looking_up
from presspoint.terminal import output
from presspoint.terminal.lists.listings import print_sections


def list_conditions(
    name: Annotated[
        str | None,
        argument("[NAME]", "Only this one, by any of its names.", "conditions"),
    ] = None,
    json: Json = False,
) -> None:
    """List the conditions and warning signs by name.

    With a name, show what that condition changes.
    """
    catalogue = load()
    if name is not None:
        meant = match_condition(catalogue, name, "condition")
        if json:
            output.print_document(reference.conditions_document(catalogue, (meant,)))
        else:
            output.print_card(reference.condition_rows(catalogue, meant))
    elif json:
        output.print_document(reference.conditions_document(catalogue))
    else:
        print_sections(reference.condition_sections(catalogue))
        output.print_paragraph(reference.OTHER_NAMES)


def show_guide(json: Json = False) -> None:
    """Read how hard, how long and how often to press."""
    catalogue = load()
    if json:
        output.print_document(reference.guide_document(catalogue))
    else:
        output.print_card(reference.guide_rows(catalogue))


def list_sources(json: Json = False) -> None:
    """List where places, times and cautions come from."""
    catalogue, remarks = load_for_looking_up()
    output.report_all(remarks)
    if json:
        output.print_document(reference.sources_document(catalogue))
    else:
        output.print_paragraphs(reference.source_lines(catalogue), indent=4)
