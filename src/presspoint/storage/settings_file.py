"""Reads and changes settings.toml, which a person may also edit by hand."""

from collections.abc import Callable

from presspoint.errors import StorageError
from presspoint.settings import Settings, from_table, to_table
from presspoint.storage import paths

NAME = "settings.toml"
LOCK = "settings.lock"


def read_settings() -> Settings:
    """Return the settings; the defaults where there is no file. Raises PresspointError."""
    from presspoint.storage.presence import is_there

    try:
        path = paths.folder("config") / NAME
    except StorageError:  # no home folder: a name with several readings is asked about all the same
        return Settings()
    if not is_there(path):
        return Settings()
    from presspoint.storage.toml_files import parse_toml, read_text

    return from_table(parse_toml(path, read_text(path)), str(path))


def change_settings(change: Callable[[Settings], Settings]) -> Settings:
    """Save the settings after the change, whole or not at all, and return them.

    Raises PresspointError for a damaged file, which stays as it is, StorageError where it fails.
    """
    import tomli_w

    from presspoint.storage.lock import change_alone
    from presspoint.storage.toml_files import replace_file

    path = paths.private_folder("config") / NAME
    with change_alone(path.with_name(LOCK)):
        settings = change(read_settings())
        replace_file(path, tomli_w.dumps(to_table(settings)).encode())
    return settings
