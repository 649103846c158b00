"""The settings command: how names are read and what a session sounds like from now on."""

from collections.abc import Mapping
from typing import Annotated

from presspoint.cli.parsing.option import Json, argument
from presspoint.listing.settings import (
    CHOICES,
    change_line,
    setting_line,
    setting_rows,
    settings_document,
)
from presspoint.run.arguments.settings import match_setting, parse_value, what_is_missing
from presspoint.settings import Value, values_by_name, with_value
from presspoint.storage.settings_file import change_settings, read_settings
from presspoint.terminal.lists.listings import print_rows
from presspoint.terminal.output import print_document, print_paragraph, report_all


def set_or_list(
    setting: Annotated[
        str | None,
        argument(
            "[SETTING]",
            "Such as voice or volume; without one, all are shown.",
            "choices:settings",
        ),
    ] = None,
    value: Annotated[
        str | None, argument("[VALUE]", "What to set it to.", "choices:values")
    ] = None,
    json: Json = False,
) -> None:
    """Show or change voice, volume, pace and more.

    With a setting alone, show what you can choose for it.
    """
    name = None if setting is None else match_setting(setting)
    values = values_by_name(read_settings())
    if name is None:
        _list(values, json=json)
        return
    if value is None:
        now, line = values[name], setting_line(name, values[name])
    else:
        now = parse_value(name, value)
        settings = change_settings(lambda before: with_value(before, name, now))
        line = change_line(name, now, values[name])
        report_all(filter(None, [what_is_missing(name, settings)]))
    if json:
        print_document(settings_document({name: now}))
    else:
        print_paragraph(line)


def _list(values: Mapping[str, Value], *, json: bool) -> None:
    if json:
        print_document(settings_document(values))
        return
    print_rows(setting_rows(values))
    print_paragraph(CHOICES)
