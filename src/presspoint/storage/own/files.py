"""Where a person's own catalogue files are."""

from __future__ import annotations

import os
from pathlib import Path

from presspoint.storage import paths

FOLDER = "catalogue"
MOST_FILES = 1000


def own_folder() -> Path:
    """Return the folder of own files, which need not exist. Raises StorageError."""
    return paths.folder("config") / FOLDER


def find_own_files() -> list[Path]:
    """Return the own files by name. Raises StorageError, OwnFileError for a folder of too many."""
    if not _may_exist():
        return []
    from presspoint.storage.toml_files import OwnFileError  # not on the way of every command

    folder = own_folder()
    try:
        names = sorted(each.name for each in os.scandir(folder) if each.name.endswith(".toml"))
    except FileNotFoundError:
        return []
    except OSError as problem:
        raise OwnFileError(folder, f"{problem.strerror}", "a folder that can be read") from None
    if len(names) > MOST_FILES:
        raise OwnFileError(folder, f"{len(names)} files", f"at most {MOST_FILES}")
    return [folder / name for name in names if not name.startswith(".")]


def _may_exist() -> bool:
    """Whether to look for own files, decided without platformdirs where that is possible."""
    config = paths.config_at_a_glance()
    return config is None or (config != "" and os.path.isdir(f"{config}/{FOLDER}"))  # noqa: PTH112  # Path's fails where it may not look
