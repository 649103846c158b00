"""A person's own files checked, the format for editors, and the sources of everything."""

from pathlib import Path
from typing import Annotated

import typer

from presspoint.cli.options import Json
from presspoint.errors import ExitCode

app = typer.Typer(
    no_args_is_help=True, help="Check your own files; print their format; list the sources."
)
MOST_TOLD = 40


@app.command("check")
def check(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="One file; without it, all of your own."),
    ] = None,
    json: Json = False,
) -> None:
    """Tell everything that is wrong with your own catalogue files, or with one file."""
    from presspoint.listing.own_files import check_document, check_lines
    from presspoint.storage.catalogue_file import load
    from presspoint.storage.own.catalogue import check_files
    from presspoint.storage.own.files import find_own_files, own_folder
    from presspoint.terminal.output import document, remark, say

    paths = [file] if file else find_own_files()
    result = check_files(load(), paths)
    if json:
        document(check_document([*map(str, paths)], result.faults))
    elif not paths:
        say(
            f"You have no own files yet. They go into {own_folder()}, and their names end in .toml."
        )
    else:
        for line in check_lines([*map(str, paths)], result.faults):
            say(line)
        for told in result.faults[:MOST_TOLD]:
            remark(f"presspoint: {told}")
    if result.faults:
        raise typer.Exit(ExitCode.REFUSED)


@app.command("schema")
def schema() -> None:
    """Print the JSON Schema of own files, with which editors complete and check them."""
    from presspoint.storage.own.format import json_schema
    from presspoint.terminal.output import document

    document(json_schema())


@app.command("sources")
def sources(json: Json = False) -> None:
    """List where places, doses and cautions come from."""
    from presspoint.cli.loading import for_looking_up
    from presspoint.listing import reference as listing
    from presspoint.terminal.output import document, paragraph

    catalogue = for_looking_up()
    if json:
        document(listing.sources_document(catalogue))
        return
    for line in listing.source_lines(catalogue):
        paragraph(line, indent=4)
