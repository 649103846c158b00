"""Whether a file or folder is there: only what is really missing counts as never made."""

import errno
import os
import stat
from pathlib import Path

from presspoint.errors import PresspointError

NOWHERE = "a link that leads nowhere"
LOST = {errno.ENOENT, errno.ELOOP, errno.ENOTDIR}  # what a link answers that leads nowhere


def is_there(path: Path) -> bool:
    """Whether anything has this name, were it a link to nothing.

    Raises PresspointError where that cannot be known: a folder on the way leads nowhere, is none,
    or may not be looked into. What a person set may lie behind it.
    """
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return _is_missing_for_good(path)
    except OSError as problem:
        raise PresspointError(f"{path}: {reason(problem)}. Put that right first.") from None
    return True


def reason(problem: OSError) -> str:
    """Return what went wrong, with whose the thing is where only its owner may look."""
    words = problem.strerror or "an unknown failure"
    if isinstance(problem, PermissionError) and problem.filename and _is_of_root(problem.filename):
        return f"{words}. It belongs to root. sudo chown -R $USER gives it back to you"
    return words


def _is_missing_for_good(path: Path) -> bool:
    """False once the first folder on the way is missing, and all before it are folders."""
    for folder in reversed(path.parents):
        try:
            is_link = stat.S_ISLNK(folder.lstat().st_mode)
        except FileNotFoundError:
            return False
        except OSError as problem:
            raise PresspointError(f"{folder}: {reason(problem)}. Put that right first.") from None
        _check_folder(folder, is_link=is_link)
    return False


def _check_folder(folder: Path, *, is_link: bool) -> None:
    """Raise PresspointError unless there is a folder of this name."""
    mend = f"{'Mount or repair what it leads to' if is_link else 'Repair it'}, or move it away."
    hidden = "Your conditions may be behind it."
    try:
        is_folder = stat.S_ISDIR(folder.stat().st_mode)
    except OSError as problem:
        if problem.errno not in LOST:
            raise PresspointError(f"{folder}: {reason(problem)}. Put that right first.") from None
        raise PresspointError(f"{folder}: {NOWHERE}. {hidden} {mend}") from None
    if not is_folder:
        raise PresspointError(
            f"{folder}: this is not a folder, and it should be one. {hidden} {mend}"
        )


def _is_of_root(name: str | bytes) -> bool:
    """Whether the thing, or the folder around it that can still be looked at, is root's."""
    path = Path(os.fsdecode(name))
    for each in (path, *path.parents):
        try:
            return each.stat().st_uid == 0 != os.geteuid()
        except OSError:
            continue
    return False
