"""The catalogue commands: own files checked and added, and their format for editors."""

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from presspoint.cli.own.add import add_file
from presspoint.cli.own.content import print_content, report_faults
from presspoint.cli.own.qr import show_qr
from presspoint.cli.parsing.option import Json, flag, path_argument
from presspoint.errors import ExitCode
from presspoint.faults import FileFault
from presspoint.listing.own_files import check_document, summary
from presspoint.storage.catalogue_file import load
from presspoint.storage.own.catalogue import CheckedFiles, check_files
from presspoint.storage.own.folder import OwnFolder, look_for_own_files, own_folder
from presspoint.storage.own.format import json_schema
from presspoint.storage.strays import strays_of_config
from presspoint.terminal.output import print_document, report_all, say

app = typer.Typer(
    invoke_without_command=True, help="Check, add and share your own files, or print their format."
)


@app.callback()
def catalogue(context: typer.Context) -> None:
    """Show the help, where no command says what to do."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(ExitCode.USAGE)


@app.command("check")
def check(
    file: Annotated[
        Path | None, path_argument("[FILE]", "Only this file; without one, all of your own.")
    ] = None,
    json: Json = False,
) -> None:
    """Check your own files, or one file: what they hold, and which lines are wrong."""
    found = OwnFolder((file,)) if file else look_for_own_files()
    strays = found.strays if file else (*found.strays, *strays_of_config(own_folder().parent))
    checked = check_files(load(), found.files)
    faults = (*strays, *checked.faults)
    if json:
        contents = {str(path): checked.contents.get(str(path)) for path in found.files}
        holds = {name: each and each.tables for name, each in contents.items()}
        print_document(check_document(holds, faults, found.rest))
    else:
        _print_checked(checked, faults, file)
        report_all(
            f"{own_folder() / name}: not read, because its name does not end in .toml."
            for name in found.rest
        )
    if faults:
        raise typer.Exit(ExitCode.REFUSED)


def _print_checked(checked: CheckedFiles, faults: tuple[FileFault, ...], file: Path | None) -> None:
    """Print what each file holds, and what is wrong; how to begin where there is no file."""
    if not (checked.contents or faults):
        say(
            "You have no own files yet. presspoint routine new NAME begins one in "
            f"{own_folder()}, and presspoint catalogue add FILE adds one that you were sent."
        )
    for name, content in checked.contents.items():
        say(f"{name}: OK ({summary(content.tables)}).")
        print_content(load(), checked, content)
    if file and not faults and file.absolute().parent != own_folder():
        say(f"To use it, type presspoint catalogue add {quote(str(file))}.")
    report_faults(faults)


app.command("add")(add_file)
app.command("qr")(show_qr)


@app.command("schema")
def schema(
    _json: Annotated[bool, flag("--json", "The same: it is always JSON.")] = False,
) -> None:
    """Print the JSON Schema of own files.

    Editors use it to complete and check them.
    """
    print_document(json_schema())
