"""A word that is no command: what to type instead."""

from collections.abc import Iterator
from shlex import quote

from presspoint.catalogue.tables import Catalogue
from presspoint.cli.app import COMMANDS
from presspoint.cli.parsing.errands import find_errand, is_errand, split_minutes
from presspoint.errors import ExitCode, PresspointError, WarningFirstError
from presspoint.names.likeness import nearest
from presspoint.names.spelling import key
from presspoint.names.warnings import find_warning
from presspoint.run.arguments.complaints import Lists, list_command
from presspoint.run.arguments.point import read_point
from presspoint.session.actions import REMOTE_ACTIONS
from presspoint.storage.catalogue_file import load
from presspoint.words import echo

USUAL: dict[str, str] = {
    **dict.fromkeys(("list", "ls", "routines"), "routine"),
    **dict.fromkeys(("start", "play", "run", "go", "begin", "session"), "routine lower-back"),
    **dict.fromkeys(("continue", "again"), "routine --resume"),
    # a session's keys; "back" is where it hurts
    **{each: f"ctl {each}" for each in REMOTE_ACTIONS if each not in {"again", "back"}},
    **dict.fromkeys(("quit", "exit", "end", "kill"), "ctl stop"),
    **dict.fromkeys(("search", "find"), "points --search WORDS"),
    **dict.fromkeys(("show", "info", "where"), "point NAME"),
    **dict.fromkeys(("zones", "regions", "acupoints"), "points"),
    **dict.fromkeys(("config", "configure", "set", "preferences"), "settings"),
    **dict.fromkeys(("sound", "test"), "sound-check"),
    **dict.fromkeys(("log", "logs", "record", "records", "diary", "journal"), "history"),
    **{each: f"history {each}" for each in ("undo", "export")},
    "did": "history did ROUTINE",
    "import": "history import FILE",
    "note": "history note last TEXT",
    **dict.fromkeys(("statistics", "streak", "progress", "week", "weeks"), "stats"),
    **dict.fromkeys(("doctor", "physio", "print", "pdf"), "report"),
    **dict.fromkeys(("sheet", "page", "mp3"), "take NAME --to FOLDER"),
    **dict.fromkeys(("reminder", "reminders", "alarm"), "remind"),
    **dict.fromkeys(("courses", "programme", "program"), "course list"),
    **dict.fromkeys(("qr", "share"), "catalogue qr NAME"),
    "skip": "course skip",
    **dict.fromkeys(("flags", "red-flags", "safety", "warnings", "screen"), "check"),
    "version": "--version",
    "preview": "plan NAME",
    "me": "profile",
}
TAKES_NAMES = frozenset({"routine", "plan", "points", "point"})
TAKES_MINUTES = frozenset({"routine", "make"})
TAKES_FOR = frozenset({"make", "learn"})
ABOUT_POINTS = {"sources": " --sources", "guide": ""}  # the option that the point's card takes


def what_to_type(arguments: list[str]) -> str:
    """Return a sentence: there is no such command, and what to type; a warning sign comes first.

    After a command that there is, it is what to type instead of the words that it does not take;
    empty where nothing is likely.
    """
    try:
        return _after_command(arguments) if arguments[0] in COMMANDS else _instead(arguments)
    except WarningFirstError as warning:
        warning.exit_code = ExitCode.USAGE
        raise
    except PresspointError as refused:
        return str(refused)


def instead_of_option(option: str) -> str:
    """Return what to type instead of an option of no command that is the name of something else."""
    word = option.lstrip("-").casefold()
    command = word if word in COMMANDS else USUAL.get(word, "")
    if command:
        return f" {_type(command)}"
    errand = find_errand(word.replace("-", " "))
    return f" {errand}" if errand else ""


def _instead(arguments: list[str]) -> str:
    """What to type instead of words of which the first is no command."""
    words = [each for each in arguments if not each.startswith("-")] or arguments
    typed = " ".join(words)[:200]
    unknown = f'No command "{echo(typed)}".'
    try:
        catalogue = load()
    except PresspointError:
        return f"{unknown} {_type(USUAL.get(typed.casefold(), 'help'))}"
    if (warning := find_warning(catalogue, typed)) and warning.stops:
        raise WarningFirstError(warning.text, warning.id, warning.level)
    return f"{unknown} {next(_answers(catalogue, typed, words[0]))}"


def _after_command(arguments: list[str]) -> str:
    """What to type instead of words after a command that takes none or fewer of them."""
    command, *words = (each for each in arguments if not each.startswith("-"))
    if not words:
        return ""
    catalogue, name = load(), " ".join(words)[:200]
    if (warning := find_warning(catalogue, name)) and warning.stops:
        raise WarningFirstError(warning.text, warning.id, warning.level)
    answer = find_errand(f"{command} {name}")
    if offer := next(_offers_after(catalogue, command, name), ""):
        answer = _type(offer)
    return f'There is no "presspoint {echo(f"{command} {name}")}". {answer}' if answer else ""


def _offers_after(catalogue: Catalogue, command: str, name: str) -> Iterator[str]:
    """What may be meant by words after a command, the likeliest first. Raises PresspointError."""
    minutes, beside = split_minutes(name)
    if minutes and command in TAKES_MINUTES:
        yield f"{_with_complaint(catalogue, command, beside)} --minutes {minutes}"
    if command in TAKES_NAMES:
        yield from _names_offered(catalogue, command, name)
    if command in TAKES_FOR and (offer := _with_complaint(catalogue, command, name)) != command:
        yield offer
    if command in ABOUT_POINTS and (reading := read_point(catalogue, name)).is_sure:
        yield f"point {reading.codes[0]}{ABOUT_POINTS[command]}"
    if command == "map" and (region := list_command(catalogue, name, "points")):
        yield region.replace("points --region", "map")


def _with_complaint(catalogue: Catalogue, command: str, words: str) -> str:
    """A command with what words complain of; without them where they complain of nothing."""
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


def _answers(catalogue: Catalogue, typed: str, first: str) -> Iterator[str]:
    """What to do for words that are no command, or for the first of them, the likeliest first.

    Raises PresspointError for what leads nowhere else, such as what presspoint has nothing for.
    """
    if is_errand(typed):
        yield find_errand(typed)
    yield from map(_type, _offers(catalogue, typed))
    minutes, beside = split_minutes(typed)
    if minutes:
        yield _type(f"{_with_complaint(catalogue, 'routine', beside)} --minutes {minutes}")
    if errand := find_errand(typed):
        yield errand
    if first != typed:
        yield from map(_type, _offers(catalogue, first))
    routines = {key(each): each for each in catalogue.ids("routines")}
    yield from map(_type, nearest(first, {key(each): each for each in COMMANDS} | USUAL))
    yield from (_type(f"routine {each}") for each in nearest(typed, routines))
    yield _type("help")


def _offers(catalogue: Catalogue, name: str) -> Iterator[str]:
    """What may be meant by a name that is no command. Raises PresspointError."""
    routines = {key(each): each for each in catalogue.ids("routines")}
    if key(name) in routines:
        yield f"routine {routines[key(name)]}"
    if name.casefold() in USUAL:
        yield USUAL[name.casefold()]
    if (reading := read_point(catalogue, name)).is_sure:
        yield f"point {reading.codes[0]}"
    if offer := list_command(catalogue, name):
        yield offer


def _type(command: str) -> str:
    return f'Type "presspoint {command}".'
