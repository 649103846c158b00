"""Strays: files that may have been meant to limit a person, and lie or are named otherwise."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from presspoint.errors import PresspointError
from presspoint.storage.presence import NOWHERE, reason

if TYPE_CHECKING:
    from presspoint.faults import Fault, FileFault

ENDING = ".toml"
BACKUP_ENDINGS = ("~", ".bak", ".orig", ".swp")
UNFINISHED = re.compile(r"\..*\.[0-9a-f]{32}")  # what a killed write leaves; it was never saved
MOST_ENTRIES = 2000  # that are looked at in a folder, and in those within it
PROFILE = "profile"
OURS = {
    "profile.toml", "profile.lock", "settings.toml", "settings.lock", "catalogue", "tones",
}  # fmt: skip
MOVE = "or move it out of the folder"


def is_own_file(name: str) -> bool:
    """Whether a file of this name is read: .toml in any case, and not hidden."""
    return _plain(name).endswith(ENDING) and not name.startswith(".")


def stray_fault(path: Path) -> Fault | None:
    """Return what is wrong with a thing beside own files that may have been meant as one."""
    name = _plain(path.name)
    if _is_set_aside(name):
        return None
    if name.startswith("."):
        return _hidden_fault(path)
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except OSError as problem:
        return _fault(NOWHERE if path.is_symlink() else f"{problem.strerror}", "a file")
    if is_folder:
        return _folder_fault(path)
    if _names_toml(name) or _has_no_ending(name) or _holds_own_content(path):
        return _name_fault(path.name)
    return None


def lost_original(backup: str) -> str:
    """Return the name of what a backup was made of, where that is an own file; else empty."""
    name = _plain(backup)
    if not _is_backup(name):
        return ""
    for ending in BACKUP_ENDINGS:
        name = name.removesuffix(ending)
    original = name.strip("#").lstrip(".")
    return original if is_own_file(original) else ""


def stray_profiles(config: Path) -> Iterator[FileFault]:
    """Yield the files that may have been meant as the profile. Raises PresspointError."""
    for each in _entries(config):
        name = _plain(each.name)
        is_meant = name.lstrip(".").startswith(PROFILE) and not _is_set_aside(name)
        if is_meant and not _is_one_of_ours(each) and not each.is_dir():
            hint = f"Rename it, {MOVE}."
            yield _file_fault(each, _fault("another name", f"{PROFILE}{ENDING}", hint))


def profile_backup(config: Path) -> Path | None:
    """Return a backup of the profile that an editor left. Raises PresspointError."""
    names = {_plain(each.name): each for each in _entries(config)}
    backups = (each for each in names if _is_backup(each) and each.lstrip(".#").startswith(PROFILE))
    return names.get(next(backups, ""))


def strays_of_config(config: Path) -> Iterator[FileFault]:
    """Yield what lies in the config folder itself and may have been meant as an own file.

    Raises PresspointError for a folder that may not be read.
    """
    for each in _entries(config):
        name = _plain(each.name)
        if _is_set_aside(name) or _is_one_of_ours(each):
            continue
        if each.is_dir():
            fault = _hidden_fault(each) if name.startswith(".") else _folder_fault(each)
        elif not _names_toml(name) or name.lstrip(".").startswith(PROFILE):
            continue
        elif is_own_file(name):
            hint = f"Move it there, {MOVE}."
            fault = _fault("an own file beside its folder", f"in {config}/catalogue", hint)
        else:
            fault = _name_fault(each.name)
        if fault:
            yield _file_fault(each, fault)


def _entries(folder: Path) -> list[Path]:
    """The folder's things by name. Raises PresspointError for a folder that may not be read."""
    try:
        return sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as problem:
        raise PresspointError(f"{folder}: {reason(problem)}. Put that right first.") from None


def _is_one_of_ours(path: Path) -> bool:
    """Whether it is what presspoint itself reads; some disks do not tell capitals apart."""
    if path.name in OURS:
        return True
    ours = path.with_name(path.name.casefold())
    return ours.name in OURS and ours.exists() and ours.samefile(path)


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _is_set_aside(name: str) -> bool:
    """Whether an editor, or a write that was killed, left it beside the real file."""
    return _is_backup(name) or bool(UNFINISHED.fullmatch(name))


def _is_backup(name: str) -> bool:
    is_autosaved = len(name) > 1 and name.startswith("#") and name.endswith("#")
    return name.endswith(BACKUP_ENDINGS) or is_autosaved


def _names_toml(name: str) -> bool:
    return "toml" in name or "tml" in name


def _has_no_ending(name: str) -> bool:
    return Path(name).suffix in {"", ".", ".txt"}


def _holds_own_content(path: Path) -> bool:
    from presspoint.storage.own.resemblance import holds_own_content  # few folders have more

    return holds_own_content(path)


def _name_fault(name: str) -> Fault:
    return _fault(f'the name "{name}"', f"one that ends in {ENDING}", f"Rename it, {MOVE}.")


def _hidden_fault(path: Path) -> Fault | None:
    """A hidden file or folder is another program's, unless it names TOML."""
    if path.is_dir():
        return _folder_fault(path, is_hidden=True)
    if not _names_toml(_plain(path.name)):
        return None
    return _fault("a hidden file", "a name that begins with no dot", f"Rename it, {MOVE}.")


def _folder_fault(folder: Path, *, is_hidden: bool = False) -> Fault | None:
    """What is wrong with a folder beside own files, with all that it holds, links followed."""
    unread: list[OSError] = []
    count, found = 0, ""
    for _, _, files in os.walk(folder, followlinks=True, onerror=unread.append):
        count += 1 + len(files)
        meant = (name for name in sorted(files) if _is_meant(_plain(name), is_hidden=is_hidden))
        found = next((f'a folder that holds "{name}"' for name in meant), "")
        if found or count > MOST_ENTRIES:
            break
    if not found and is_hidden:
        return None
    if not found and count > MOST_ENTRIES:
        found = f"a folder of more than {MOST_ENTRIES} things"
    if not found and unread:
        found = f"a folder that cannot be read ({unread[0].strerror})"
    hint = f"Move its files up, {MOVE}."
    return _fault(found, "own files beside it, not in it", hint) if found else None


def _is_meant(name: str, *, is_hidden: bool) -> bool:
    """Whether a file within another folder may have been meant as an own file."""
    if _is_set_aside(name):
        return False
    return _names_toml(name) or not (is_hidden or name.startswith(".") or not _has_no_ending(name))


def _fault(found: str, wanted: str, hint: str = "") -> Fault:
    from presspoint.faults import Fault  # few have one

    return Fault((), found, wanted, hint)


def _file_fault(path: Path, fault: Fault) -> FileFault:
    from presspoint.faults import FileFault

    return FileFault(str(path), fault)
