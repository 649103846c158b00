"""Where our own files are, and how folders and files are made private."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from presspoint.errors import StorageError

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
XDG = {"data": "XDG_DATA_HOME", "config": "XDG_CONFIG_HOME"}


def folder(kind: str) -> Path:
    """Return the folder of a kind ("data", "config"), made or not.

    PRESSPOINT_HOME puts all of them under one folder. Raises StorageError where no absolute
    place is known: nothing of ours may land in the working folder.
    """
    home = os.environ.get("PRESSPOINT_HOME")
    if home:
        if not Path(home).is_absolute():
            raise StorageError(f"PRESSPOINT_HOME is {home}; give it an absolute path.")
        return Path(home, kind)
    if not _home_known(kind):
        raise StorageError("HOME is not set to an absolute path; set it, or PRESSPOINT_HOME.")
    import platformdirs

    places = {"data": platformdirs.user_data_path, "config": platformdirs.user_config_path}
    return places[kind]("presspoint", appauthor=False)


def private_folder(kind: str) -> Path:
    """Return the folder of a kind, made with mode 0700 where missing. Raises StorageError."""
    place = folder(kind)
    missing = [each for each in (place, *place.parents) if not each.exists()]
    try:
        for each in reversed(missing):
            each.mkdir(exist_ok=True)
            each.chmod(PRIVATE_FOLDER)
    except OSError as problem:
        raise StorageError(f"{place}: {problem.strerror}.") from None
    return place


def private_file(path: Path) -> None:
    """Make a file of mode 0600 where there is none; never through a link. Raises OSError."""
    flags = os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    existed = path.exists()
    descriptor = os.open(path, flags, PRIVATE_FILE)
    try:
        if not existed and hasattr(os, "fchmod"):
            os.fchmod(descriptor, PRIVATE_FILE)
    finally:
        os.close(descriptor)


def _home_known(kind: str) -> bool:
    if sys.platform == "win32":
        return True
    known = (os.environ.get("HOME", ""), os.environ.get(XDG[kind], ""))
    return any(Path(each).is_absolute() for each in known if each)
