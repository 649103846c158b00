"""What is wrong with a command line, in words of ours in place of the parser's."""

import re
from collections.abc import Callable, Collection

from presspoint.words import printable

RANGE = re.compile(r"(?:(\d+)<=)?x(?:[<>]=(\d+))?")
Words = Callable[[re.Match[str]], str]
# What the parser says -> the same as a person says it; no words of the parser end in a full stop.
USUAL: tuple[tuple[str, Words], ...] = (
    (r"Missing argument '(.+)'", lambda found: f"{found[1]} is missing."),
    (r"Option '(.+)' requires an argument", lambda found: f"Type a value after {found[1]}."),
    (r"Option '(.+)' does not take a value", lambda found: f"{found[1]} takes no value."),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.+)\)", lambda found: _too_much(found[1])),
    (r"No such command '(.+?)'.*", lambda found: f'There is no command "{_short(found[1])}" here.'),
    (
        r"No such option: (\S+?)\.?(?: (?:\(Possible options?: |Did you mean )(.+?)[)?])?",
        lambda found: f"There is no option {_short(found[1])} here.{_offer(found[2])}",
    ),
    (
        r"Invalid value for '(.+?)': '?(.+?)'? is not a valid int.*",
        lambda found: f'{found[1]} takes a whole number, not "{_short(found[2])}".',
    ),
    (
        r"Invalid value for '(.+?)': (.+) is not in the range (.+)",
        lambda found: f"{found[1]} takes a whole number{_limits(found[3])}, not {found[2]}.",
    ),
)


def explain(error: Exception, arguments: list[str], commands: Collection[str]) -> str:
    """Return what is wrong with a command line, in our words, and what to type."""
    words = error.format_message()  # type: ignore[attr-defined]  # as every exception of Typer has
    context = getattr(error, "ctx", None)
    named = " ".join(each for each in arguments[:1] if each in commands)
    command = context.command_path if context else f"presspoint {named}".strip()
    is_unknown = command == "presspoint" and words.startswith("No such command")
    if is_unknown or "unexpected extra argument" in words:
        from presspoint.cli.parsing.slips import what_to_type  # reads the catalogue

        if hint := what_to_type(arguments):
            return hint
    return f"{usage_sentence(words)} See {command} --help."


def not_installed(problem: OSError | UnicodeError) -> str:
    """Return why completion was not installed, and how it is all the same."""
    why = "The start-up file of your shell was not saved as UTF-8"
    if isinstance(problem, OSError):
        why = f"{problem.filename}: {problem.strerror}"
    return (
        f"{why}. Completion was not installed. Type presspoint --show-completion, and put the "
        "lines into your shell's start-up file yourself."
    )


def usage_sentence(words: str) -> str:
    """Return what the parser's words mean; they themselves where they are not known."""
    line = " ".join(words.split()).rstrip(".")
    for pattern, say in USUAL:
        if found := re.fullmatch(pattern, line):
            return say(found)
    return line if line.endswith("?") else f"{line}."


def _too_much(extra: str) -> str:
    return f'"{_short(extra)}" is too much here. Put a name of several words in quotes.'


def _offer(options: str | None) -> str:
    return f" Did you mean {options.replace(', ', ' or ')}?" if options else ""


def _limits(limits: str) -> str:
    """The range of a number in words: "1<=x<=90" is " from 1 to 90"."""
    found = RANGE.fullmatch(limits)
    least, most = (found[1], found[2]) if found else (None, None)
    if least and most:
        return f" from {least} to {most}"
    return f" from {most}" if most else ""


def _short(text: str) -> str:
    return printable(text, limit=60)
