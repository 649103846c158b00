"""The settings command: how names are read and what a session sounds like from now on."""

from typing import Annotated

from presspoint.cli.parsing.option import Json, argument
from presspoint.listing.settings import setting_lines, settings_document
from presspoint.run.arguments.settings import match_setting, parse_value
from presspoint.settings import values_by_name, with_value
from presspoint.storage.settings_file import change_settings, read_settings
from presspoint.terminal.output import print_document, print_lines, say


def set_or_list(
    setting: Annotated[
        str | None,
        argument(
            "[SETTING]",
            "language, voice, volume ...; without one, all are shown.",
            "settings",
        ),
    ] = None,
    value: Annotated[str | None, argument("[VALUE]", "What to set it to.", "values")] = None,
    json: Json = False,
) -> None:
    """Show or change voice, volume, pace and more."""
    name = None if setting is None else match_setting(setting)
    if name and value is not None:
        new, before = parse_value(name, value), read_settings()
        settings = change_settings(lambda now: with_value(now, name, new))
        if not json:
            say("No change." if settings == before else "Saved.")
    else:
        settings = read_settings()
    values = values_by_name(settings)
    shown = values if name is None else {name: values[name]}
    if json:
        print_document(settings_document(shown))
    else:
        print_lines(setting_lines(shown))
