"""A person's own catalogue files: found, read within limits, checked, laid over the shipped one."""

from __future__ import annotations

import os
from pathlib import Path

from presspoint.storage import paths
from presspoint.storage.toml_files import OwnFileError

FOLDER = "catalogue"
MOST_FILES = 1000


def own_folder() -> Path:
    """Return the folder that own files are in, made or not. Raises StorageError."""
    return paths.folder("config") / FOLDER


def find_own_files() -> list[Path]:
    """Return the own files by name. Raises StorageError, OwnFileError for a folder of too many."""
    if not _may_exist():
        return []
    place = own_folder()
    try:
        names = sorted(each.name for each in os.scandir(place) if each.name.endswith(".toml"))
    except FileNotFoundError:
        return []
    except OSError as problem:
        raise OwnFileError(place, f"{problem.strerror}", "a folder that can be read") from None
    if len(names) > MOST_FILES:
        raise OwnFileError(place, f"{len(names)} files", f"at most {MOST_FILES}")
    return [place / name for name in names if not name.startswith(".")]


def _may_exist() -> bool:
    """Whether own files need looking for, found out without finding the folder where possible."""
    place = paths.config_at_a_glance()
    return place is None or (place != "" and os.path.isdir(f"{place}/{FOLDER}"))  # noqa: PTH112  # Path's fails where it may not look
