"""A word that is no command: what to type instead."""

from collections.abc import Iterator
from shlex import quote

from presspoint.catalogue.tables import Catalogue
from presspoint.cli.app import COMMANDS
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
    **dict.fromkeys(("sound", "voice", "test"), "sound-check"),
    **dict.fromkeys(("log", "logs", "record", "records", "diary", "journal"), "history"),
    **{each: f"history {each}" for each in ("undo", "export")},
    "did": "history did ROUTINE",
    "import": "history import FILE",
    "note": "history note last TEXT",
    **dict.fromkeys(("statistics", "streak", "progress", "week", "weeks"), "stats"),
    **dict.fromkeys(("doctor", "physio", "print", "pdf"), "report"),
    **dict.fromkeys(("phone", "sheet", "page", "mp3"), "take NAME --to FOLDER"),
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


def _instead(arguments: list[str]) -> str:
    """What to type instead of words of which the first is no command."""
    words = [each for each in arguments if not each.startswith("-")] or arguments
    names = tuple(dict.fromkeys((" ".join(words)[:200], words[0])))
    try:
        catalogue = load()
    except PresspointError:
        return _sentence(words[0], USUAL.get(words[0].casefold(), "help"))
    return _sentence(names[0], next(_offers(catalogue, names), "help"))


def _after_command(arguments: list[str]) -> str:
    """What to type instead of words after a command that takes none or fewer of them."""
    command, *words = (each for each in arguments if not each.startswith("-"))
    if command not in TAKES_NAMES or not words:
        return ""
    name = " ".join(words)[:200]
    offers = next(_names_offered(load(), command, name), "")
    typed = echo(f"{command} {name}")
    return f'There is no "presspoint {typed}". Type "presspoint {offers}".' if offers else ""


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


def _offers(catalogue: Catalogue, names: tuple[str, ...]) -> Iterator[str]:
    """What may be meant by the words or the first of them, the likeliest first.

    Raises PresspointError for what leads nowhere else: a warning sign, first of all.
    """
    for name in names:
        if warning := find_warning(catalogue, name):
            raise WarningFirstError(warning.text, warning.id, warning.level)
    routines = {key(each): each for each in catalogue.ids("routines")}
    for name in names:
        if key(name) in routines:
            yield f"routine {routines[key(name)]}"
        if name.casefold() in USUAL:
            yield USUAL[name.casefold()]
        if (reading := read_point(catalogue, name)).is_sure:
            yield f"point {reading.codes[0]}"
        if offer := list_command(catalogue, name):
            yield offer
    yield from nearest(names[-1], {key(each): each for each in COMMANDS} | USUAL)
    yield from (f"routine {each}" for each in nearest(names[0], routines))


def _sentence(word: str, command: str) -> str:
    return f'No command "{echo(word)}". Type "presspoint {command}".'
