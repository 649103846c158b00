"""Words after a command that takes none or fewer of them: what to type instead."""

import re
from collections.abc import Iterator
from shlex import quote

from presspoint.catalogue.tables import Catalogue
from presspoint.cli.parsing.errands import find_errand, split_minutes
from presspoint.errors import WarningFirstError
from presspoint.names.spelling import key
from presspoint.names.warnings import find_warning
from presspoint.run.arguments.complaints import Lists, list_command
from presspoint.run.arguments.point import read_point
from presspoint.storage.catalogue_file import load
from presspoint.words import echo

TAKES_NAMES = frozenset({"routine", "plan", "points", "point"})
TAKES_MINUTES = frozenset({"routine", "make"})
TAKES_FOR = frozenset({"make", "learn"})
PAIN = "pain"  # a command, and a word of what was typed: "presspoint pain in my back"
FIGURE = re.compile(r"\d")
ABOUT_POINTS = {"sources": " --sources", "guide": ""}  # the option that the point's card takes


def after_command(arguments: list[str]) -> str:
    """Return what to type instead of words after a command that takes none or fewer of them.

    Empty where nothing is likely. Raises PresspointError, WarningFirstError first of all.
    """
    command, *words = (each for each in arguments if not each.startswith("-"))
    if not words:
        return ""
    catalogue, typed = load(), " ".join((command, *words))[:200]
    name = typed if command == PAIN else typed.removeprefix(f"{command} ")
    if (warning := find_warning(catalogue, name)) and warning.stops:
        raise WarningFirstError(warning.text, warning.id, warning.level)
    answer = find_errand(typed)
    if offer := next(_offers_after(catalogue, command, name), ""):
        answer = to_type(offer)
    return f'There is no "presspoint {echo(typed)}". {answer}' if answer else ""


def _offers_after(catalogue: Catalogue, command: str, name: str) -> Iterator[str]:
    """What may be meant by words after a command, the likeliest first. Raises PresspointError."""
    minutes, beside = split_minutes(name)
    if minutes and command in TAKES_MINUTES:
        yield f"{with_complaint(catalogue, command, beside)} --minutes {minutes}"
    if command in TAKES_NAMES:
        yield from _names_offered(catalogue, command, name)
    if command in TAKES_FOR and (offer := with_complaint(catalogue, command, name)) != command:
        yield offer
    if command in ABOUT_POINTS and (reading := read_point(catalogue, name)).is_sure:
        yield f"point {reading.codes[0]}{ABOUT_POINTS[command]}"
    if command == PAIN and not FIGURE.search(name):
        yield list_command(catalogue, name, "routine")
    if command == "map" and (region := list_command(catalogue, name, "points")):
        yield region.replace("points --region", "map")


def with_complaint(catalogue: Catalogue, command: str, words: str) -> str:
    """Return a command with what words complain of; without it where they complain of nothing.

    Raises PresspointError.
    """
    offer = list_command(catalogue, words, "routine") if words else ""
    return f"{command} --for {offer.partition(' --for ')[2]}" if offer else command


def _names_offered(catalogue: Catalogue, command: str, name: str) -> Iterator[str]:
    """What may be meant by a name after a command of TAKES_NAMES. Raises PresspointError."""
    lists: Lists = "routine" if command in {"routine", "plan"} else "points"
    routines = {key(each): each for each in catalogue.ids("routines")}
    if lists == "routine" and key(name) in routines:
        yield f"{command} {routines[key(name)]}"
    if lists == "points" and (reading := read_point(catalogue, name)).is_sure:
        yield f"point {reading.codes[0]}"
    if offer := list_command(catalogue, name, lists):
        yield offer
    if lists == "points":
        yield f"points --search {quote(echo(name))}"


def to_type(command: str) -> str:
    """Return the sentence that says what to type."""
    return f'Type "presspoint {command}".'
