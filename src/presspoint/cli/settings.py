"""The settings command: how names are read and what a session sounds like from now on."""

from typing import TYPE_CHECKING, Annotated

import typer

from presspoint.cli.options import Json
from presspoint.errors import UsageError
from presspoint.words import printable

if TYPE_CHECKING:
    from presspoint.settings import Settings


def complete_setting(incomplete: str) -> list[str]:
    """Return the settings that begin so."""
    from presspoint.settings import VALUES

    return [name for name in VALUES if name.startswith(incomplete)]


def complete_value(incomplete: str) -> list[str]:
    """Return the values of any setting that begin so."""
    from presspoint.settings import NONE, VALUES

    values = (NONE, *(value for known in VALUES.values() for value in known))
    return [value for value in values if value.startswith(incomplete)]


def change_settings(
    setting: Annotated[
        str | None,
        typer.Argument(
            metavar="[SETTING]",
            help="language, voice, volume ...; without one, all are listed.",
            autocompletion=complete_setting,
        ),
    ] = None,
    value: Annotated[
        str | None,
        typer.Argument(metavar="[VALUE]", help="What to set it to.", autocompletion=complete_value),
    ] = None,
    json: Json = False,
) -> None:
    """List or change how codes are read and what a session sounds like."""
    from presspoint.names.spelling import key
    from presspoint.run.typed_names import one_of
    from presspoint.settings import VALUES, with_value
    from presspoint.storage.settings_file import read_settings, write_settings

    name = one_of({key(each): each for each in VALUES}, setting, "settings")
    settings = read_settings()
    if name and value is not None:
        settings = with_value(settings, name, _chosen(name, value))
        write_settings(settings)
    _show(settings, name, json=json)


def known_language(given: str) -> str | None:
    """Return a language's code for its code or its name. Raises UsageError."""
    from presspoint.run.typed_names import one_of

    return one_of(_values("language"), given, "--language")


def _chosen(name: str, given: str) -> str | int:
    """The value that was typed for a setting; empty for none. Raises UsageError."""
    from presspoint.run.typed_names import one_of
    from presspoint.settings import LOUDEST, NONE, VOLUME, may_be_none

    if name != VOLUME:
        chosen = (
            one_of(_values(name) | ({NONE: NONE} if may_be_none(name) else {}), given, name) or NONE
        )
        return "" if chosen == NONE else chosen
    number = given.strip().removesuffix("%").rstrip()
    if not (number.isascii() and number.isdigit() and len(number) < 4 and int(number) <= LOUDEST):
        raise UsageError(
            f'{name} takes a whole number from 0 to {LOUDEST}, not "{printable(given, limit=60)}".'
        )
    return int(number)


def _values(name: str) -> dict[str, str]:
    """The values of a setting by their codes and their names: "fr", "french"."""
    from presspoint.names.spelling import key
    from presspoint.settings import VALUES

    known = VALUES[name]
    return {key(each): each for each in known} | {key(known[each]): each for each in known}


def _show(settings: "Settings", name: str | None, *, json: bool) -> None:
    from presspoint.settings import NONE, values_by_name
    from presspoint.terminal.output import document, say

    wanted = {each: now for each, now in values_by_name(settings).items() if name in {None, each}}
    if json:
        document({"settings": {each: None if now == "" else now for each, now in wanted.items()}})
        return
    for each, now in wanted.items():
        title = NONE if now == "" else _told(each, now)
        say(f"{each}: {title}; it takes {_taken(each)}")


def _told(name: str, value: str | int) -> str:
    from presspoint.settings import VALUES, VOLUME

    return f"{value} per cent" if name == VOLUME else f"{value} ({VALUES[name][str(value)]})"


def _taken(name: str) -> str:
    """What a setting takes: "fr (French), de (German), or none"."""
    from presspoint.settings import LOUDEST, NONE, VALUES, VOLUME, may_be_none

    if name == VOLUME:
        return f"0 to {LOUDEST}"
    every = ", ".join(_told(name, value) for value in VALUES[name])
    return f"{every}, or {NONE}" if may_be_none(name) else every
