"""The folder of own files: what is read, what may have been meant to be, and what else is there."""

import os
import stat
from pathlib import Path

from presspoint.errors import PresspointError, StorageError
from presspoint.faults import FileFault
from presspoint.named_tuple import NamedTuple
from presspoint.storage import paths
from presspoint.storage.catalogue_file import FOLDER
from presspoint.storage.presence import NOWHERE, is_there, reason
from presspoint.storage.strays import is_own_file, lost_original, stray_fault

MOST_FILES = 1000


class OwnFolder(NamedTuple):
    """The own files by name, the strays with what is wrong with them, and names of the rest."""

    files: tuple[Path, ...] = ()
    strays: tuple[FileFault, ...] = ()
    rest: tuple[str, ...] = ()


def own_folder() -> Path:
    """Return the folder of own files, which need not exist. Raises StorageError."""
    return paths.folder("config") / FOLDER


def make_own_folder() -> Path:
    """Return the folder of own files, made with mode 0700 where missing. Raises StorageError."""
    paths.private_folder("config")
    folder = own_folder()
    try:
        if not is_there(folder):
            folder.mkdir()
            folder.chmod(paths.PRIVATE_FOLDER)
            if owner := paths.owner_to_be(folder.parent):
                os.lchown(folder, *owner)
        status = folder.stat()
    except OSError as problem:
        raise StorageError(f"{folder}: {problem.strerror}.") from None
    except PresspointError as problem:
        raise StorageError(str(problem)) from None
    others_write = status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    if folder.is_symlink() and (others_write or status.st_uid != os.geteuid()):
        raise StorageError(f"{folder}: this link leads to a folder that is not yours alone.")
    return folder


def look_for_own_files() -> OwnFolder:
    """Return what lies in the folder; nothing where it was never made.

    Raises PresspointError for a folder that is none, cannot be read or holds too many files,
    StorageError where no home is known.
    """
    folder = own_folder()
    if not is_there(folder):
        return OwnFolder()
    paths_in_it = _paths_in(folder)
    files = tuple(path for path in paths_in_it if is_own_file(path.name))
    if len(files) > MOST_FILES:
        raise PresspointError(
            f"{folder}: found {len(files)} files. At most {MOST_FILES} can be read."
        )
    others = [path for path in paths_in_it if not is_own_file(path.name)]
    faults = {path: stray_fault(path) for path in others}
    strays = tuple(FileFault(str(path), fault) for path, fault in faults.items() if fault)
    return OwnFolder(files, strays, tuple(path.name for path in others if not faults[path]))


def remark_on_lost_files() -> str:
    """Return what to know of own files of which only a backup is there; empty where none is lost.

    Raises PresspointError, as `look_for_own_files` does.
    """
    folder = look_for_own_files()
    there = {path.name.casefold() for path in folder.files}
    backups = {each: lost_original(each) for each in folder.rest}
    lost = [each for each, original in backups.items() if original and original not in there]
    if not lost:
        return ""
    return (
        f"{own_folder() / lost[0]} is not read, and there is no {backups[lost[0]]}: what limits "
        f"you there is not known here. Rename it to {backups[lost[0]]}, or move it away."
    )


def _paths_in(folder: Path) -> list[Path]:
    mend = "Your own files belong there. Repair it, or move it away."
    try:
        if not stat.S_ISDIR(folder.stat().st_mode):
            raise PresspointError(f"{folder}: this is not a folder, and it should be one. {mend}")
        return sorted(folder.iterdir())
    except OSError as problem:
        words = NOWHERE if isinstance(problem, FileNotFoundError) else reason(problem)
        raise PresspointError(f"{folder}: {words}. {mend}") from None
