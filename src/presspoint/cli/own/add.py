"""The command that adds a file that somebody sent, or a routine from the text of a QR code."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

from presspoint.catalogue.tables import Catalogue
from presspoint.cli.own.content import NOBODY, print_content, report_faults
from presspoint.cli.parsing.option import path_argument
from presspoint.errors import PresspointError
from presspoint.listing.effect import effect_lines
from presspoint.listing.own_files import summary
from presspoint.own_content.qr.routine import SharedRoutine, options_of
from presspoint.run.questions.asking import ask_key
from presspoint.safety.profile import Profile
from presspoint.safety.screening import stop_warning
from presspoint.storage.catalogue_file import load, load_for_looking_up
from presspoint.storage.own.adding import Addition, add, check_addition
from presspoint.storage.own.sent import THE_CODE, check_shared, find_shared
from presspoint.storage.profile_file import read_profile
from presspoint.storage.settings_file import current_day
from presspoint.terminal.output import can_ask, print_paragraph, print_paragraphs, say
from presspoint.terminal.questions.key_question import ENTER
from presspoint.words import join_words

YES_OR_ENTER = {"y": "yes", "n": "no", ENTER: "no"}
NOT_ADDED = "Nothing was added."
NO_CHECK = "No safety check yet: presspoint check finds what is not for you."
INDENT = 4


def add_file(
    file: Annotated[
        Path, path_argument("FILE", "A file that somebody sent you, or the text of a QR code.")
    ],
) -> None:
    """Add a file that somebody sent, or a routine from a QR code.

    It shows what is in it, and what of it is left out or changed for you. y adds it.
    """
    shipped = load()
    shared = find_shared(shipped, file)
    if shared and not shared.entry:
        _show_shipped(shared)
        return
    addition = check_shared(shipped, shared) if shared else check_addition(shipped, file)
    if addition.faults:
        report_faults(addition.faults)
        mend = "Ask for another one." if shared else "Correct the file, and add it again."
        raise PresspointError(f"{NOT_ADDED} {mend}")
    if addition.is_there_already:
        say(f"{addition.target} has it already. {NOT_ADDED}")
        return
    _show(shipped, addition, THE_CODE if shared else str(file), shared.choices if shared else {})
    _ask_and_add(addition, shared)


def _show(shipped: Catalogue, addition: Addition, name: str, choices: Mapping[str, str]) -> None:
    """Print what would be added, and what becomes of it for this person."""
    catalogue, tables = addition.checked.catalogue, addition.content.tables
    profile = read_profile(catalogue) or NOBODY
    print_paragraphs(each.line for each in stop_warning(shipped, profile))
    say(f"{name}: OK ({summary(tables)}). It is not in use yet.")
    print_content(shipped, addition.checked, addition.content, profile, current_day())
    _print_effect(catalogue, tables.get("routines", ()), profile, choices)
    if addition.replaced is not None:
        print_paragraph(_replacing(addition))


def _show_shipped(shared: SharedRoutine) -> None:
    """Print what a code asks for of a routine that everybody has: there is nothing to add."""
    catalogue = load_for_looking_up().catalogue
    profile = read_profile(catalogue) or NOBODY
    print_paragraphs(each.line for each in stop_warning(catalogue, profile))
    title = catalogue.title("routines", shared.name)
    say(f"{THE_CODE} is for a routine that presspoint has: {shared.name} ({title}). {NOT_ADDED}")
    _print_effect(catalogue, (shared.name,), profile, shared.choices)
    say(_as_sent(catalogue, shared))


def _print_effect(
    catalogue: Catalogue, names: Iterable[str], profile: Profile, choices: Mapping[str, str]
) -> None:
    for line in effect_lines(catalogue, names, profile, current_day(), choices):
        print_paragraph(f"  {line}", indent=INDENT)
    if not profile.checked_on:
        say(NO_CHECK)


def _ask_and_add(addition: Addition, shared: SharedRoutine | None) -> None:
    """Put the file in its place on y. Raises PresspointError where nobody can be asked."""
    if not can_ask():
        raise PresspointError(f"{NOT_ADDED} Nobody can be asked here: add it in a terminal.")
    question = f"Put it into {addition.target}?"
    if ask_key(YES_OR_ENTER, question, "y: yes. n or Enter: no.") != "yes":
        say(NOT_ADDED)
        return
    add(addition)
    names = tuple(addition.content.tables.get("routines", ()))
    if shared:
        say(f"Added. {_as_sent(addition.checked.catalogue, shared)}")
    else:
        say(f"Added.{f' Look at it first: presspoint plan {names[0]}.' if names else ''}")


def _as_sent(catalogue: Catalogue, shared: SharedRoutine) -> str:
    options = options_of(catalogue, shared.choices)
    return f"Look at it first: presspoint plan {shared.name}{options}."


def _replacing(addition: Addition) -> str:
    lost = f" Gone or changed by that: {join_words(addition.lost)}." if addition.lost else ""
    return f"It replaces your file {addition.target.name}.{lost}"
