"""Reads and changes profile.toml, whole or not at all; a file not understood is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from presspoint.errors import PresspointError
from presspoint.storage import paths

if TYPE_CHECKING:
    from presspoint.catalogue.tables import Catalogue
    from presspoint.safety.answers import Rest
    from presspoint.safety.profile import Profile

NAME = "profile.toml"
LOCK = "profile.lock"
FIRST = "# Your presspoint profile. presspoint profile shows and changes it."
LAST = "# The end: without this line the file counts as cut off."


def read_profile(catalogue: Catalogue) -> Profile | None:
    """Return the profile; None where there never was one.

    Raises PresspointError for a file that cannot be read or is not as it should be, for one beside
    it that may have been meant, and StorageError where the folder is not known: a profile that may
    be there limits the person all the same.
    """
    from presspoint.storage.strays import stray_profiles

    path = Path(paths.config_at_a_glance() or paths.folder("config"), NAME)
    profile = _read(path, catalogue)
    for stray in stray_profiles(path.parent):
        raise PresspointError(str(stray))
    return profile


def change_profile(
    catalogue: Catalogue,
    change: Callable[[Profile], Profile],
    most_seconds: float | None = None,
) -> Profile:
    """Save the profile after the change, whole or not at all, and return it.

    It waits `most_seconds` for another process that changes it; three if that is None. Raises
    PresspointError for a damaged file, which stays as it is, and for a profile that could not be
    read back; StorageError where it cannot be saved.
    """
    from presspoint.safety.profile import Profile
    from presspoint.storage.lock import WAIT_SECONDS, change_alone
    from presspoint.storage.toml_files import replace_file

    path = paths.private_folder("config") / NAME
    wait = WAIT_SECONDS if most_seconds is None else most_seconds
    with change_alone(path.with_name(LOCK), wait):
        profile = change(_read(path, catalogue) or Profile())
        replace_file(path, _content(profile, catalogue))
    return profile


class Rests:
    """Rests that are not saved yet; `problem` says why, and is empty once they are."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.waiting: list[Rest] = []
        self.problem = ""

    def save(self, most_seconds: float = 0.0) -> None:
        """Save what waits; wait so long at most for another process that changes the profile."""
        if not self.waiting:
            return
        try:
            change_profile(self.catalogue, lambda now: now.with_rests(self.waiting), most_seconds)
        except (PresspointError, OSError) as error:
            self.problem = str(error)
        else:
            self.waiting.clear()
            self.problem = ""


def _read(path: Path, catalogue: Catalogue) -> Profile | None:
    from presspoint.storage.presence import is_there

    if not is_there(path):
        return None
    from presspoint.safety.tables.profile import MEND, read_profile_table
    from presspoint.storage.toml_files import OwnFileError, parse_toml, read_text

    try:
        text = read_text(path)
        table = parse_toml(path, text)
    except OwnFileError as problem:
        raise PresspointError(f"{problem} {MEND}") from None
    if LAST not in text.split("\n") and (FIRST in text or not table):
        wanted = f'all of it, with its last line "{LAST}"'
        raise PresspointError(f"{path}: found a part of a profile. It should be {wanted}. {MEND}")
    return read_profile_table(table, str(path), catalogue)


def _content(profile: Profile, catalogue: Catalogue) -> bytes:
    """The content of the file, read once here, as nothing may be saved that is refused later."""
    import tomllib

    import tomli_w

    from presspoint.safety.tables.profile import profile_from_tables, to_table
    from presspoint.safety.tables.values import MisfitError
    from presspoint.storage.toml_files import MOST_BYTES

    text = "\n".join((FIRST, "", tomli_w.dumps(to_table(profile)), LAST, ""))
    content = text.encode()
    try:
        profile_from_tables(tomllib.loads(text), catalogue)
    except MisfitError as misfit:
        raise PresspointError(f"Your profile was not changed: {misfit}") from None
    if len(content) > MOST_BYTES:
        raise PresspointError(
            "Your profile was not changed, because it is full. presspoint profile clear makes room."
        )
    return content
