"""The settings command: how names with several readings are read from now on."""

from typing import TYPE_CHECKING, Annotated

import typer

from presspoint.cli.options import Json

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
            help="language or bladder-numbers; without one, all are listed.",
            autocompletion=complete_setting,
        ),
    ] = None,
    value: Annotated[
        str | None,
        typer.Argument(
            metavar="[VALUE]", help="What to set it to, or none.", autocompletion=complete_value
        ),
    ] = None,
    json: Json = False,
) -> None:
    """List or change how codes with several meanings are read: by language, by Bladder numbers."""
    from presspoint.cli.names import one_of
    from presspoint.codes import key
    from presspoint.settings import NONE, VALUES, changed
    from presspoint.storage.settings_file import read_settings, write_settings

    name = one_of({key(each): each for each in VALUES}, setting, "settings")
    settings = read_settings()
    if name and value is not None:
        known = {**_values(name), NONE: NONE}
        chosen = one_of(known, value, name) or NONE
        settings = changed(settings, name, "" if chosen == NONE else chosen)
        write_settings(settings)
    _show(settings, name, json=json)


def known_language(given: str) -> str | None:
    """Return a language's code for its code or its name. Raises UsageError."""
    from presspoint.cli.names import one_of

    return one_of(_values("language"), given, "--language")


def settings_for(names: tuple[str, ...], language: str | None) -> "Settings":
    """Return the settings that decide a name, `language` before the one on disk.

    Nothing is read where `language` is the only one that could decide, or none is.
    """
    from presspoint.settings import Settings
    from presspoint.storage.settings_file import read_settings

    needed = set(names) - ({"language"} if language else set())
    settings = read_settings() if needed else Settings()
    return settings._replace(language=language) if language else settings


def _values(name: str) -> dict[str, str]:
    """The values of a setting by their codes and their names: "fr", "french"."""
    from presspoint.codes import key
    from presspoint.settings import VALUES

    known = VALUES[name]
    return {key(each): each for each in known} | {key(known[each]): each for each in known}


def _show(settings: "Settings", name: str | None, *, json: bool) -> None:
    from presspoint.settings import NONE, VALUES, shown
    from presspoint.terminal.output import document, say

    wanted = {each: now for each, now in shown(settings).items() if name in {None, each}}
    if json:
        document({"settings": {each: now or None for each, now in wanted.items()}})
        return
    for each, now in wanted.items():
        known = VALUES[each]
        title = f"{now} ({known[now]})" if now else NONE
        takes = ", ".join(f"{value} ({what})" for value, what in known.items())
        say(f"{each}: {title}; it takes {takes}, or {NONE}")
