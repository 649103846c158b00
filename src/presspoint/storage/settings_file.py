"""Reads and writes settings.toml, which a person may also edit by hand."""

from presspoint.errors import StorageError
from presspoint.settings import Settings, from_table, to_table
from presspoint.storage import paths

NAME = "settings.toml"


def read_settings() -> Settings:
    """Return the settings; the defaults where there is no file. Raises PresspointError."""
    from presspoint.storage.toml_files import parse_toml, read_text

    try:
        path = paths.folder("config") / NAME
    except StorageError:  # no home folder: a name with several readings is asked about all the same
        return Settings()
    try:
        path.lstat()
    except FileNotFoundError:
        return Settings()
    except OSError as problem:
        raise StorageError(f"{path}: {problem.strerror}.") from None
    return from_table(parse_toml(path, read_text(path)), str(path))


def write_settings(settings: Settings) -> None:
    """Write the settings, whole or not at all. Raises StorageError."""
    import tomli_w

    from presspoint.storage.toml_files import replace_file

    path = paths.private_folder("config") / NAME
    replace_file(path, tomli_w.dumps(to_table(settings)).encode())
