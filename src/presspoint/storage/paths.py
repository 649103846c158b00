"""The folders of our own files, made private, and what is no plain file refused."""

import errno
import os
import stat
import sys
from pathlib import Path
from typing import Literal

from presspoint.errors import PresspointError, StorageError

HISTORY = "history.db"  # the file of all sessions, in the data folder
SETTINGS = "settings.toml"  # in the config folder
# Where platformdirs has these folders: the variable that names one, and its path below the home.
AT_HOME = {
    "config": ("XDG_CONFIG_HOME", ".config"),
    "data": ("XDG_DATA_HOME", ".local/share"),
}
PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
# What flushing a folder answers where the system or the folder cannot be asked for it.
NO_FLUSH = {errno.EINVAL, errno.ENOTSUP, errno.EACCES}


def folder(kind: str) -> Path:
    """Return the path of a folder ("data", "config", "cache", "run"), which may not exist.

    PRESSPOINT_HOME puts all of them under one folder. Raises StorageError where the path would
    not be absolute: nothing of ours may land in the working folder.
    """
    if home := os.environ.get("PRESSPOINT_HOME"):
        if not Path(home).is_absolute():
            raise StorageError(f"PRESSPOINT_HOME is {home}. It should be an absolute path.")
        return Path(home, kind)
    if kind == "run" and sys.platform != "darwin":
        return _runtime_folder()  # platformdirs would warn, and take the shared temporary folder
    places = (os.environ.get("HOME", ""), os.environ.get(f"XDG_{kind.upper()}_HOME", ""))
    if not any(Path(each).is_absolute() for each in places):
        raise StorageError("HOME is not set to an absolute path. Set it, or PRESSPOINT_HOME.")
    import platformdirs

    find = {
        "data": platformdirs.user_data_path,
        "config": platformdirs.user_config_path,
        "cache": platformdirs.user_cache_path,
        "run": platformdirs.user_runtime_path,
    }
    return find[kind]("presspoint")


def config_at_a_glance() -> str | None:
    """Return the config folder by the environment alone, which saves the 4 ms of platformdirs.

    Empty where there is none; None where `folder` has to be called.
    """
    return _at_a_glance("config")


def may_have_own_texts() -> bool:
    """Whether there may be a note or a setting of the person's own that can be read."""
    try:
        return _may_be_there("data", HISTORY) or _may_be_there("config", SETTINGS)
    except StorageError:  # a folder that is not known
        return False


def may_have_profile() -> bool:
    """Whether there may be a profile: its folder is there, or that cannot be known."""
    from presspoint.storage.presence import is_there

    try:
        return is_there(Path(config_at_a_glance() or folder("config")))
    except PresspointError:
        return True


def _may_be_there(kind: Literal["config", "data"], name: str) -> bool:
    glance = _at_a_glance(kind)
    place = folder(kind) if glance is None else glance
    return bool(place) and os.path.lexists(os.path.join(place, name))  # noqa: PTH118  # it is quicker


def _at_a_glance(kind: Literal["config", "data"]) -> str | None:
    if os.environ.get("PRESSPOINT_HOME") or sys.platform == "darwin":
        return None
    variable, below_home = AT_HOME[kind]
    named, home = os.environ.get(variable, ""), os.environ.get("HOME", "")
    if named.startswith("/"):
        return f"{named}/presspoint"
    return f"{home}/{below_home}/presspoint" if home.startswith("/") else ""


def private_folder(kind: str) -> Path:
    """Return the folder of a kind, made with mode 0700 where missing. Raises StorageError."""
    from presspoint.storage.presence import is_there

    place = folder(kind)
    try:
        if kind == "config":
            is_there(place / kind)  # what is asked is whether the way there is one of folders
        missing = [each for each in (place, *place.parents) if not each.exists()]
        for each in reversed(missing):
            each.mkdir(exist_ok=True)
            each.chmod(PRIVATE_FOLDER)
            if owner := owner_to_be(each.parent):
                os.lchown(each, *owner)
    except OSError as problem:
        raise StorageError(f"{place}: {problem.strerror}.") from None
    except PresspointError as problem:
        raise StorageError(str(problem)) from None
    return place


def private_file(path: Path) -> None:
    """Make a file of mode 0600 where there is none, never through a link. Raises OSError."""
    is_new = not path.exists()
    flags = os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW
    with os.fdopen(os.open(path, flags, PRIVATE_FILE), "rb") as file:
        if is_new:
            make_private(file.fileno(), path.parent)


def make_private(descriptor: int, folder: Path) -> None:
    """Give a new file in a folder the mode 0600 and its owner. Raises OSError."""
    os.fchmod(descriptor, PRIVATE_FILE)  # a umask may have taken even the owner's rights
    if owner := owner_to_be(folder):
        os.fchown(descriptor, *owner)


def owner_to_be(folder: Path) -> tuple[int, int] | None:
    """Return whom what root makes in a folder of somebody else (sudo) belongs to, else None."""
    if os.geteuid() != 0:
        return None
    status = folder.stat()
    return (status.st_uid, status.st_gid) if status.st_uid else None


def read_bytes(path: Path, most: int) -> bytes | None:
    """Return the first bytes of a file; None for a pipe or a device. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY)
    with os.fdopen(descriptor, "rb") as file:
        return file.read(most) if stat.S_ISREG(os.fstat(descriptor).st_mode) else None


def flush_folder(folder: Path) -> bool:
    """Wait until the names in a folder are on the disk; return False where folders have no flush.

    That is no failure: what the files hold is on the disk. Raises OSError.
    """
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as problem:
        if problem.errno not in NO_FLUSH:
            raise
        return False
    return True


def _runtime_folder() -> Path:
    """The system's folder for this login, else the cache folder."""
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
