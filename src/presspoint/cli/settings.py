"""The settings command: how names are read and what a session sounds like from now on."""

from typing import Annotated

import typer

from presspoint.cli.options import Json
from presspoint.listing.settings import setting_lines, settings_document
from presspoint.run.typed.settings import match_setting, parse_value
from presspoint.settings import NONE, VALUES, values_by_name, with_value
from presspoint.storage.settings_file import read_settings, write_settings
from presspoint.terminal.output import print_document, print_lines


def complete_setting(incomplete: str) -> list[str]:
    """Return the settings that begin so."""
    return [name for name in VALUES if name.startswith(incomplete)]


def complete_value(incomplete: str) -> list[str]:
    """Return the values of any setting that begin so."""
    values = (NONE, *(value for choices in VALUES.values() for value in choices))
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
    name = None if setting is None else match_setting(setting)
    settings = read_settings()
    if name and value is not None:
        settings = with_value(settings, name, parse_value(name, value))
        write_settings(settings)
    values = values_by_name(settings)
    shown = values if name is None else {name: values[name]}
    if json:
        print_document(settings_document(shown))
    else:
        print_lines(setting_lines(shown))
