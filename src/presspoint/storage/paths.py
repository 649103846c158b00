"""The folders of our own files, and how folders and files are made private."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from presspoint.errors import StorageError

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
XDG = {
    "data": "XDG_DATA_HOME",
    "config": "XDG_CONFIG_HOME",
    "cache": "XDG_CACHE_HOME",
}


def folder(kind: str) -> Path:
    """Return the path of a folder ("data", "config", "cache", "run"), which may not exist.

    PRESSPOINT_HOME puts all of them under one folder. Raises StorageError where the path would
    not be absolute: nothing of ours may land in the working folder.
    """
    home = os.environ.get("PRESSPOINT_HOME")
    if home:
        if not Path(home).is_absolute():
            raise StorageError(f"PRESSPOINT_HOME is {home}; give it an absolute path.")
        return Path(home, kind)
    if kind == "run" and sys.platform != "darwin":
        return _runtime_folder()
    if not _has_home(kind):
        raise StorageError("HOME is not set to an absolute path; set it, or PRESSPOINT_HOME.")
    import platformdirs

    places = {
        "data": platformdirs.user_data_path,
        "config": platformdirs.user_config_path,
        "cache": platformdirs.user_cache_path,
        "run": platformdirs.user_runtime_path,
    }
    return places[kind]("presspoint", appauthor=False)


def config_at_a_glance() -> str | None:
    """Return the config folder by the environment alone, which saves the 4 ms of platformdirs.

    Empty where there is none; None where `folder` has to be called.
    """
    if os.environ.get("PRESSPOINT_HOME") or sys.platform == "darwin":
        return None
    config, home = os.environ.get("XDG_CONFIG_HOME", ""), os.environ.get("HOME", "")
    if config.startswith("/"):
        return f"{config}/presspoint"
    return f"{home}/.config/presspoint" if home.startswith("/") else ""


def private_folder(kind: str) -> Path:
    """Return the folder of a kind, made with mode 0700 where missing. Raises StorageError."""
    place = folder(kind)
    try:
        missing = [each for each in (place, *place.parents) if not each.exists()]
        for each in reversed(missing):
            each.mkdir(exist_ok=True)
            each.chmod(PRIVATE_FOLDER)
    except OSError as problem:
        raise StorageError(f"{place}: {problem.strerror}.") from None
    return place


def private_file(path: Path) -> None:
    """Make a file of mode 0600 where there is none, never through a link. Raises OSError."""
    is_new = not path.exists()
    descriptor = os.open(path, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW, PRIVATE_FILE)
    try:
        if is_new:
            os.fchmod(descriptor, PRIVATE_FILE)
    finally:
        os.close(descriptor)


def _runtime_folder() -> Path:
    """The system's folder for this login, else the cache folder.

    platformdirs would warn on stderr and take the shared temporary folder.
    """
    for each in (os.environ.get("XDG_RUNTIME_DIR", ""), f"/run/user/{os.getuid()}"):
        if Path(each).is_absolute() and _is_ours_alone(Path(each)):
            return Path(each, "presspoint")
    return folder("cache")


def _is_ours_alone(place: Path) -> bool:
    try:
        status = place.stat()
    except OSError:
        return False
    return status.st_uid == os.getuid() and not status.st_mode & 0o022


def _has_home(kind: str) -> bool:
    places = (os.environ.get("HOME", ""), os.environ.get(XDG.get(kind, ""), ""))
    return any(Path(each).is_absolute() for each in places if each)
