"""What is wrong with a command line, in words of ours in place of the parser's."""

import re
from collections.abc import Callable
from itertools import islice
from typing import Any

from presspoint.cli.app import COMMANDS, load_command
from presspoint.cli.help.examples import EXAMPLES
from presspoint.names.likeness import did_you_mean, nearest
from presspoint.names.spelling import key
from presspoint.words import echo, join_words

RANGE = re.compile(r"(?:(\d+)<=)?x(?:[<>]=(\d+))?")
Words = Callable[[re.Match[str]], str]
# What the parser says -> the same as a person says it; no words of the parser end in a full stop.
OUR_WORDS: tuple[tuple[str, Words], ...] = (
    (r"Missing (?:argument|option) '(.+)'", lambda found: f"{found[1]} is missing."),
    (r"Option '(.+)' requires an argument", lambda found: f"Type a value after {found[1]}."),
    (r"Option '(.+)' does not take a value", lambda found: f"{found[1]} takes no value."),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.+)\)", lambda found: _too_much(found[1])),
    (r"No such command '(.+?)'.*", lambda found: f'There is no command "{echo(found[1])}" here.'),
    (r"No such option: (\S+?)(?: .*)?", lambda f: f"There is no option {echo(f[1])} here."),
    (r"Invalid value for '\[?(.+?)\]?':", lambda found: f"Type a name for {found[1]}."),
    (
        r"Invalid value for '\[?(.+?)\]?': '?(.+?)'? is not a valid int.*",
        lambda found: f"{found[1]} takes a whole number.",
    ),
    (
        r"Invalid value for '\[?(.+?)\]?': (.+) is not in the range (.+)",
        lambda found: f"{found[1]} takes a whole number{_limits(found[3])}.",
    ),
)
NAMED = re.compile(r"(?:Missing argument|Missing option|Option|Invalid value for) '(.+?)'")
# What begins the parser's words where words of one's own may have been typed.
LEFT_OVER = re.compile(r"No such command|Got unexpected extra|Invalid value for '\[?N\]?'")
UNKNOWN_OPTION = re.compile(r"No such option: (--[\w-]+)")
# What other programs call an option of ours.
MEANT = {
    **dict.fromkeys(("--silent", "--no-sound", "--quiet", "--no-voice", "--nosound"), "--mute"),
    **dict.fromkeys(("--time", "--duration", "--length", "--max-minutes"), "--minutes"),
    **dict.fromkeys(("--complaint", "--against", "--help-for"), "--for"),
    **dict.fromkeys(("--find", "--grep", "--name"), "--search"),
    **dict.fromkeys(("--last", "--number", "--count"), "--limit"),
    **dict.fromkeys(("--force", "--no-input", "--assume-yes"), "--yes"),
    **dict.fromkeys(("--accessible", "--text", "--no-color"), "--plain"),
    **dict.fromkeys(("--continue", "--go-on"), "--resume"),
    "--speed": "--pace",
    "--flag": "--red-flag",
    "--lang": "--language",
}


def explain(error: Exception, arguments: list[str]) -> str:
    """Return what is wrong with a command line, in our words, and what to type."""
    words = error.format_message()  # type: ignore[attr-defined]  # as every exception of Typer has
    context = getattr(error, "ctx", None)
    named = " ".join(each for each in arguments[:1] if each in COMMANDS)
    command = context.command_path if context else f"presspoint {named}".strip()
    if LEFT_OVER.match(words):
        from presspoint.cli.parsing.slips import what_to_type  # reads the catalogue

        if hint := what_to_type(arguments):
            return hint
    return f"{_hint(words, context, command)} See {command} --help."


def _hint(words: str, context: Any, command: str) -> str:  # noqa: ANN401  # Typer's own type
    """What the parser's words mean, with an example, or with what there is."""
    sentence = usage_sentence(words)
    if (named := NAMED.match(words)) and (example := _example(named[1], command)):
        start = (
            f"{sentence[:-1]}, as in" if named[1].startswith("-") else f"{sentence} For example:"
        )
        return f"{start} {example}."
    if words.startswith("Got unexpected extra"):
        longest = max(_examples(command), key=_most_telling, default=command)
        return sentence if longest == command else f"{sentence} For example: {longest}."
    if words.startswith("No such command") and context:
        return f"{sentence} Choose {join_words(tuple(context.command.commands), 'or')}."
    if context and (unknown := UNKNOWN_OPTION.match(words)):
        return f"{sentence}{_offer(unknown[1], context.command.params, command)}"
    return sentence


def _offer(typed: str, parameters: list[Any], command: str) -> str:
    """The options that an unknown one may stand for, or the command that has it."""
    meant = MEANT.get(typed, typed)
    options = {key(name): name for each in parameters for name in each.opts}
    if offer := did_you_mean(nearest(meant, options)):
        return offer
    if command != "presspoint":
        return ""
    if not _takes("routine", meant):
        from presspoint.cli.parsing.slips import instead_of_option  # as above

        if hint := instead_of_option(typed):
            return hint
    takers = (name for name in COMMANDS if _takes(name, meant))
    return "".join(f" Type it after presspoint {name}." for name in islice(takers, 1))


def _takes(name: str, option: str) -> bool:
    """Whether a command takes an option by itself."""
    return any(option in each.opts for each in load_command(name).commands[name].params)


def _example(name: str, command: str) -> str:
    """An option with a value, or the command with an argument, as in one of the examples.

    Those of the command itself come first; empty where none has it.
    """
    own = _examples(command)
    if not name.startswith("-"):
        return next(iter(own), "")
    value = re.compile(rf'{re.escape(name)} (?:"[^"]+"|[^-."\s]\S*)')
    found = (value.search(each) for each in (*own, *EXAMPLES))
    return next((each[0] for each in found if each), "")


def _most_telling(example: str) -> tuple[bool, int]:
    """How much an example shows of how words are put: quotes first, then its length."""
    return '"' in example, len(example.split())


def _examples(command: str) -> list[str]:
    typed = (f"presspoint {each}" for each in EXAMPLES)
    return [each for each in typed if each.startswith(f"{command} ")]


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
    for pattern, say in OUR_WORDS:
        if found := re.fullmatch(pattern, line):
            return say(found)
    return line if line.endswith("?") else f"{line}."


def _too_much(extra: str) -> str:
    several = " Put a name of several words in quotes." if " " in extra else ""
    return f'"{echo(extra)}" is too much here.{several}'


def _limits(limits: str) -> str:
    """The range of a number in words: "1<=x<=90" is " from 1 to 90"."""
    found = RANGE.fullmatch(limits)
    least, most = (found[1], found[2]) if found else (None, None)
    if least and most:
        return f" from {least} to {most}"
    return f", {most} or more" if most else ""
