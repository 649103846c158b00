"""The catalogue commands: a person's own files checked and added, and the format for editors."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from presspoint.catalogue.tables import Catalogue
from presspoint.cli.parsing.option import Json, argument, flag
from presspoint.errors import ExitCode, PresspointError
from presspoint.faults import FileFault
from presspoint.listing.own_files import (
    check_document,
    content_lines,
    fault_count,
    fault_lines,
    summary,
)
from presspoint.own_content.changes import changes
from presspoint.run.questions.asking import ask_key
from presspoint.safety.profile import Profile
from presspoint.safety.screening import stop_warning
from presspoint.storage.catalogue_file import load
from presspoint.storage.own.adding import Addition, add, check_addition
from presspoint.storage.own.catalogue import CheckedFiles, FileContent, check_files
from presspoint.storage.own.folder import OwnFolder, look_for_own_files, own_folder
from presspoint.storage.own.format import json_schema
from presspoint.storage.profile_file import read_profile
from presspoint.storage.settings_file import current_day
from presspoint.storage.strays import strays_of_config
from presspoint.terminal.output import (
    can_ask,
    print_document,
    print_paragraph,
    print_paragraphs,
    report_all,
    say,
)
from presspoint.terminal.questions.key_question import ENTER
from presspoint.words import join_words

app = typer.Typer(
    invoke_without_command=True, help="Check and add your own files, or print their format."
)
MOST_FAULTS = 40
INDENT = 4
NOBODY = Profile()
YES_OR_ENTER = {"y": "yes", "n": "no", ENTER: "no"}
NOT_ADDED = "Nothing was added."


@app.callback()
def catalogue(context: typer.Context) -> None:
    """Show the help, where no command says what to do."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(ExitCode.USAGE)


@app.command("check")
def check(
    file: Annotated[
        Path | None, argument("[FILE]", "Only this file; without one, all of your own.")
    ] = None,
    json: Json = False,
) -> None:
    """Check your own files, or one file: what they hold, and what is wrong in which line."""
    found = OwnFolder((file,)) if file else look_for_own_files()
    strays = found.strays if file else (*found.strays, *strays_of_config(own_folder().parent))
    names = [str(path) for path in found.files]
    shipped = load()
    checked = check_files(shipped, found.files)
    faults = (*strays, *checked.faults)
    if json:
        contents = {each: checked.contents.get(each) for each in names}
        holds = {name: each and each.tables for name, each in contents.items()}
        print_document(check_document(holds, faults, found.rest))
    elif not (names or faults):
        say(f"You have no own files yet. Put them into {own_folder()}; their names end in .toml.")
    else:
        for name, content in checked.contents.items():
            say(f"{name}: OK ({summary(content.tables)}).")
            _show(shipped, checked, content)
        if file and not faults and file.absolute().parent != own_folder():
            say(f"To use it, type presspoint catalogue add {file}.")
        _report(faults)
    if not json:
        report_all(
            f"{own_folder() / name}: not read, as its name does not end in .toml."
            for name in found.rest
        )
    if faults:
        raise typer.Exit(ExitCode.REFUSED)


@app.command("add")
def add_file(
    file: Annotated[Path, argument("FILE", "A file that somebody sent you, or that you wrote.")],
) -> None:
    """Add a file that somebody sent, once you have seen what is in it.

    It shows what the file holds, and what of it is not for you. y adds it.
    """
    shipped = load()
    addition = check_addition(shipped, file)
    if addition.faults:
        _report(addition.faults)
        raise PresspointError(f"{NOT_ADDED} Correct the file, and add it again.")
    if addition.is_there_already:
        say(f"{addition.target} holds just that already. {NOT_ADDED}")
        return
    catalogue = addition.checked.catalogue
    profile = read_profile(catalogue) or NOBODY
    print_paragraphs(each.line for each in stop_warning(catalogue, profile))
    say(f"{file}: OK ({summary(addition.content.tables)}). It is not in use yet.")
    _show(shipped, addition.checked, addition.content, profile, current_day())
    if not profile.checked_on:
        say("No safety check yet: presspoint check finds what is not for you.")
    print_paragraphs(_replacing(addition))
    if not can_ask():
        raise PresspointError(f"{NOT_ADDED} Nobody can answer here: add it in a terminal.")
    question = f"Put it into {addition.target}?"
    if ask_key(YES_OR_ENTER, question, "y: yes. n or Enter: no.") != "yes":
        say(NOT_ADDED)
        return
    add(addition)
    names = tuple(addition.content.tables.get("routines", ()))
    following = f" Look at it first: presspoint plan {names[0]}." if names else ""
    say(f"Added.{following}")


@app.command("schema")
def schema(
    _json: Annotated[bool, flag("--json", "It is JSON in any case.")] = False,
) -> None:
    """Print the JSON Schema of own files.

    Editors use it to complete and check them.
    """
    print_document(json_schema())


def _show(
    shipped: Catalogue,
    checked: CheckedFiles,
    content: FileContent,
    profile: Profile = NOBODY,
    today: date = date.min,
) -> None:
    """Print what a file holds, what stands against it for a person, and what becomes of it."""
    lines = (
        *content_lines(checked.catalogue, content.tables, profile, today),
        *changes(shipped, checked.catalogue, content.tables, content.words),
    )
    for line in lines:
        print_paragraph(f"  {line}", indent=INDENT)


def _replacing(addition: Addition) -> list[str]:
    if addition.replaced is None:
        return []
    lost = f" Gone or changed then: {join_words(addition.lost)}." if addition.lost else ""
    return [f"It replaces your file {addition.target.name}.{lost}"]


def _report(faults: tuple[FileFault, ...]) -> None:
    if faults:
        say(fault_count(faults))
        report_all(fault_lines(faults[:MOST_FAULTS]))
