"""The command that adds a file that somebody sent."""

from pathlib import Path
from typing import Annotated

from presspoint.cli.own.content import NOBODY, print_content, report_faults
from presspoint.cli.parsing.option import argument
from presspoint.errors import PresspointError
from presspoint.listing.own_files import summary
from presspoint.run.questions.asking import ask_key
from presspoint.safety.screening import stop_warning
from presspoint.storage.catalogue_file import load
from presspoint.storage.own.adding import Addition, add, check_addition
from presspoint.storage.profile_file import read_profile
from presspoint.storage.settings_file import current_day
from presspoint.terminal.output import can_ask, print_paragraphs, say
from presspoint.terminal.questions.key_question import ENTER
from presspoint.words import join_words

YES_OR_ENTER = {"y": "yes", "n": "no", ENTER: "no"}
NOT_ADDED = "Nothing was added."


def add_file(
    file: Annotated[Path, argument("FILE", "A file that somebody sent you, or that you wrote.")],
) -> None:
    """Add a file that somebody sent, once you have seen what is in it.

    It shows what the file holds, and what of it is not for you. y adds it.
    """
    shipped = load()
    addition = check_addition(shipped, file)
    if addition.faults:
        report_faults(addition.faults)
        raise PresspointError(f"{NOT_ADDED} Correct the file, and add it again.")
    if addition.is_there_already:
        say(f"{addition.target} is the same already. {NOT_ADDED}")
        return
    profile = read_profile(addition.checked.catalogue) or NOBODY
    print_paragraphs(each.line for each in stop_warning(shipped, profile))
    say(f"{file}: OK ({summary(addition.content.tables)}). It is not in use yet.")
    print_content(shipped, addition.checked, addition.content, profile, current_day())
    if not profile.checked_on:
        say("No safety check yet: presspoint check finds what is not for you.")
    if addition.replaced is not None:
        print_paragraphs([_replacing(addition)])
    _ask_and_add(addition)


def _ask_and_add(addition: Addition) -> None:
    """Put the file in its place on y. Raises PresspointError where nobody can be asked."""
    if not can_ask():
        raise PresspointError(f"{NOT_ADDED} Nobody can answer here: add it in a terminal.")
    question = f"Put it into {addition.target}?"
    if ask_key(YES_OR_ENTER, question, "y: yes. n or Enter: no.") != "yes":
        say(NOT_ADDED)
        return
    add(addition)
    names = tuple(addition.content.tables.get("routines", ()))
    say(f"Added.{f' Look at it first: presspoint plan {names[0]}.' if names else ''}")


def _replacing(addition: Addition) -> str:
    lost = f" Gone or changed by that: {join_words(addition.lost)}." if addition.lost else ""
    return f"It replaces your file {addition.target.name}.{lost}"
