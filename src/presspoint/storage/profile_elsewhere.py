"""A profile that this run does not read: a backup, or in another home, sandboxed terminal, sudo."""

import os
import pwd
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path

from presspoint.storage import paths
from presspoint.storage.profile_file import NAME
from presspoint.storage.strays import profile_backup

USER_IDS = ("SUDO_UID", "PKEXEC_UID")
USER_NAMES = ("SUDO_USER", "DOAS_USER")
HOMES = ("HOME", "SNAP_REAL_HOME")
CONFIGS = ("HOST_XDG_CONFIG_HOME", "XDG_CONFIG_HOME")
IN_A_HOME = (".config/presspoint", "Library/Application Support/presspoint")
OF_SANDBOXES = (".var/app/*/config/presspoint", "snap/*/current/.config/presspoint")


def remark_on_other_profile() -> str:
    """Return what to know of a profile that this run does not read; empty where there is none.

    A profile of this run's own hides all others but that of the person behind sudo. Raises
    PresspointError for a folder that may not be read.
    """
    path = paths.folder("config") / NAME
    if not path.exists() and (backup := profile_backup(path.parent)):
        return (
            f"There is no {path}. {backup} may be a backup of it, but is not used, so your "
            f"conditions in it do not count here. Rename it to {NAME}, or run presspoint check "
            "again."
        )
    others = _profiles_of_caller() if path.exists() else chain(_profiles_of_caller(), _profiles())
    other = next((each for each in others if not _is_same(each, path)), None)
    if other is None:
        return ""
    return (
        f"You have a profile at {other}, but this run uses {path}, so your conditions there do not "
        "count here. Run presspoint as you did then (without sudo, in the same kind of terminal), "
        "or run presspoint check again."
    )


def _profiles() -> Iterator[Path]:
    """The profiles in every config folder that this person may have used."""
    configs = [Path(os.environ[each], "presspoint") for each in CONFIGS if os.environ.get(each)]
    homes = [Path(os.environ[each]) for each in HOMES if os.environ.get(each)]
    with suppress(KeyError):
        homes.append(Path(pwd.getpwuid(os.getuid()).pw_dir))
    folders = chain(configs, *(_configs_in(each) for each in homes))
    return (each / NAME for each in folders if _is_file(each / NAME))


def _profiles_of_caller() -> Iterator[Path]:
    """The profiles of the person who called sudo or the like."""
    homes = []
    with suppress(KeyError, ValueError):
        homes += [pwd.getpwnam(os.environ[each]) for each in USER_NAMES if each in os.environ]
        homes += [pwd.getpwuid(int(os.environ[each])) for each in USER_IDS if each in os.environ]
    folders = chain.from_iterable(_configs_in(Path(each.pw_dir)) for each in homes)
    return (each / NAME for each in folders if _is_file(each / NAME))


def _configs_in(home: Path) -> Iterator[Path]:
    if not home.is_absolute():
        return
    yield from (home / each for each in IN_A_HOME)
    for pattern in OF_SANDBOXES:
        with suppress(OSError):
            yield from home.glob(pattern)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
