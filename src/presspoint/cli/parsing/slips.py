"""A word that is no command: what to type instead."""

import re
from collections.abc import Iterator

from presspoint.catalogue.tables import Catalogue
from presspoint.cli.app import COMMANDS
from presspoint.cli.parsing.after_command import PAIN, after_command, to_type, with_complaint
from presspoint.cli.parsing.errands import find_errand, is_errand, split_minutes
from presspoint.errors import ExitCode, PresspointError, WarningFirstError
from presspoint.names.everyday.core_words import has_ache, words_of
from presspoint.names.likeness import nearest
from presspoint.names.spelling import key
from presspoint.names.warnings import find_warning
from presspoint.run.arguments.complaints import list_command, wish_for
from presspoint.run.arguments.point import read_point
from presspoint.session.actions import REMOTE_ACTIONS
from presspoint.storage.catalogue_file import load
from presspoint.words import echo

# A word that people type for a command -> the command.
SYNONYMS: dict[str, str] = {
    **dict.fromkeys(("list", "ls", "routines"), "routine"),
    **dict.fromkeys(("start", "play", "run", "go", "begin", "restart"), "routine lower-back"),
    **dict.fromkeys(("continue", "again"), "routine --resume"),
    # a session's keys; "back" is where it hurts
    **{each: f"ctl {each}" for each in REMOTE_ACTIONS if each not in {"again", "back"}},
    **dict.fromkeys(("quit", "exit", "end", "kill", "abort", "cancel"), "ctl stop"),
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
    "qr": "catalogue qr NAME",
    "skip": "course skip",
    **dict.fromkeys(("flags", "red-flags", "safety", "warnings", "screen"), "check"),
    "version": "--version",
    "preview": "plan NAME",
    "calendar": "remind",
    "options": "settings",
    "repeat": "ctl again",
}
LEAST_LETTERS = 4  # of a word that may be another but for a slip: "not" is no "note"
NAMED_IN_A_TEXT = COMMANDS.keys() - {PAIN}  # a text with pain is hardly about that command
KIND = re.compile(r"\s+(?:routine|session|point)$", re.IGNORECASE)
WHAT_FOR = re.compile(r"\b(?:for|press|on)\s+(?:my |a |an |the )?(.+)$", re.IGNORECASE)
VERB = re.compile(
    r"(?:where(?: is|'s| are)?|show(?: me)?|find|what(?: is|'s)|look up|search(?: for)?|press"
    r"|start|play|run|begin|do|open)\s+(?:the |a |routine )?",
    re.IGNORECASE,
)


def what_to_type(arguments: list[str]) -> str:
    """Return a sentence: there is no such command, and what to type; a warning sign comes first.

    After a command that there is, it is what to type instead of the words that it does not take;
    empty where nothing is likely.
    """
    try:
        return after_command(arguments) if arguments[0] in COMMANDS else _instead(arguments)
    except WarningFirstError as warning:
        warning.exit_code = ExitCode.USAGE
        raise
    except PresspointError as refused:
        return str(refused)


def instead_of_option(option: str) -> str:
    """Return what to type instead of an option of no command that is the name of something else."""
    word = option.lstrip("-").casefold()
    command = word if word in COMMANDS else SYNONYMS.get(word, "")
    if command:
        return f" {to_type(command)}"
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
        return f"{unknown} {to_type(SYNONYMS.get(typed.casefold(), 'help'))}"
    if place := _named_after_a_verb(catalogue, typed):
        return f"{unknown} {to_type(place)}"
    if (warning := find_warning(catalogue, typed)) and warning.stops:
        raise WarningFirstError(warning.text, warning.id, warning.level)
    return f"{unknown} {next(_answers(catalogue, typed))}"


def _named_after_a_verb(catalogue: Catalogue, typed: str) -> str:
    """What to type for "where is LI4", "find kidney 3" or "play bedtime"; empty for other words."""
    if not (verb := VERB.match(typed)):
        return ""
    name = KIND.sub("", typed[verb.end() :])
    routines = {key(each): each for each in catalogue.ids("routines")}
    if key(name) in routines:
        return f"routine {routines[key(name)]}"
    reading = read_point(catalogue, name)
    return f"point {reading.codes[0]}" if reading.is_sure else ""


def _answers(catalogue: Catalogue, typed: str) -> Iterator[str]:
    """What to do for words that are no command, or for one of them, the likeliest first.

    Raises PresspointError for what leads nowhere else, such as what presspoint has nothing for.
    """
    if is_errand(typed):
        yield find_errand(typed)
    yield from map(to_type, _offers(catalogue, typed))
    minutes, beside = split_minutes(typed)
    if minutes:
        yield to_type(f"{with_complaint(catalogue, 'routine', beside)} --minutes {minutes}")
    if errand := find_errand(typed):
        yield errand
    if what := WHAT_FOR.search(typed):
        yield from map(to_type, _offers(catalogue, what[1]))
    words = typed.casefold().split() or [""]
    if len(words) > 1:
        yield from (to_type(each) for each in reversed(words) if each in NAMED_IN_A_TEXT)
        pain_apart = (each for each in reversed(words) if not has_ache(words_of(each)))
        yield from (to_type(SYNONYMS[each]) for each in pain_apart if each in SYNONYMS)
        yield from map(to_type, _offers(catalogue, words[0]))
    routines = {key(each): each for each in catalogue.ids("routines")}
    if len(words[0]) >= LEAST_LETTERS:
        every = {key(each): each for each in COMMANDS} | SYNONYMS
        yield from map(to_type, nearest(words[0], every))
    yield from (to_type(f"routine {each}") for each in nearest(typed, routines))
    yield wish_for(catalogue, typed).hint.strip() or to_type("help")


def _offers(catalogue: Catalogue, name: str) -> Iterator[str]:
    """What may be meant by a name that is no command. Raises PresspointError."""
    routines = {key(each): each for each in catalogue.ids("routines")}
    if key(name) in routines:
        yield f"routine {routines[key(name)]}"
    if name.casefold() in SYNONYMS:
        yield SYNONYMS[name.casefold()]
    if (reading := read_point(catalogue, name)).is_sure:
        yield f"point {reading.codes[0]}"
    if offer := list_command(catalogue, name):
        yield offer
