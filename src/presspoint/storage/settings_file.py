"""Reads and changes settings.toml, which a person may also edit by hand."""

from collections.abc import Callable
from datetime import date

from presspoint import clock
from presspoint.errors import PresspointError, StorageError
from presspoint.settings import DEFAULTS, Settings, from_table, to_table
from presspoint.storage import paths

LOCK = "settings.lock"


def read_settings() -> Settings:
    """Return the settings; the defaults where there is no file. Raises PresspointError."""
    from presspoint.storage.presence import is_there

    try:
        path = paths.folder("config") / paths.SETTINGS
    except StorageError:  # no home folder: a name with several readings is asked about all the same
        return Settings()
    if not is_there(path):
        return Settings()
    from presspoint.storage.toml_files import parse_toml, read_text

    return from_table(parse_toml(path, read_text(path)), str(path))


def current_day() -> date:
    """Return the local day, which begins at the hour that the person set."""
    return clock.today(hour_of_new_day())


def current_day_start() -> float:
    """Return when the local day began, in seconds since 1970."""
    return clock.start_of_today(hour_of_new_day())


def change_settings(change: Callable[[Settings], Settings]) -> Settings:
    """Save the settings after the change, whole or not at all, and return them.

    Raises PresspointError for a damaged file, which stays as it is, StorageError where it fails.
    """
    import tomli_w

    from presspoint.storage.lock import change_alone
    from presspoint.storage.toml_files import replace_file

    path = paths.private_folder("config") / paths.SETTINGS
    with change_alone(path.with_name(LOCK)):
        settings = change(read_settings())
        replace_file(path, tomli_w.dumps(to_table(settings)).encode())
    return settings


def hour_of_new_day() -> int:
    """Return the hour that a day begins at; the usual one where the settings cannot be read.

    They stop a session then, and not a safety check.
    """
    try:
        return read_settings().day_starts
    except PresspointError:
        return DEFAULTS.day_starts
