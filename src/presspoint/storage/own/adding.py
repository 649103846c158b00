"""A file that somebody sent: checked in the place that it would have, and put there."""

import re
import unicodedata
from pathlib import Path

from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError, StorageError
from presspoint.faults import FileFault
from presspoint.named_tuple import NamedTuple
from presspoint.storage import paths
from presspoint.storage.own.catalogue import CheckedFiles, FileContent, check_files
from presspoint.storage.own.folder import (
    MOST_FILES,
    look_for_own_files,
    make_own_folder,
    own_folder,
)
from presspoint.storage.presence import reason
from presspoint.storage.strays import ENDING
from presspoint.storage.toml_files import (
    MOST_BYTES,
    OwnFileError,
    create_file,
    read_text,
    replace_file,
)

MOST_LETTERS = 60  # of a file's name
MOST_NAMED = 8  # of the entries that are lost
# What browsers and mail programs add to a name: "physio (1).toml", "physio.toml.txt".
ADDED = re.compile(r"(?:\s*\(\d+\)|\.toml|\.txt|\.tml|\.download)+$", re.IGNORECASE)


class Addition(NamedTuple):
    """What would be added: a file's text and the `target` to hold it, and all own files with it.

    The faults keep it out: its own, named by the file as it was sent, and those that it would make
    in other files. `replaced` is what the target holds now, None where it is not there, and `lost`
    names what of that would be gone.
    """

    target: Path
    text: str
    replaced: bytes | None
    checked: CheckedFiles
    faults: tuple[FileFault, ...]
    lost: tuple[str, ...] = ()

    @property
    def is_there_already(self) -> bool:
        """Whether the target holds this text, and nothing is to be done."""
        return self.replaced == self.text.encode()

    @property
    def content(self) -> FileContent:
        """What the file holds, once it has no fault."""
        return self.checked.contents[str(self.target)]


def check_addition(shipped: Catalogue, sent: Path) -> Addition:
    """Return a file as it would be added. Raises PresspointError where no file can be."""
    target = target_of(sent.name)
    if sent.absolute().parent == target.parent and sent.name != target.name:
        raise PresspointError(f"{sent} lies in your folder already. Rename it to {target.name}.")
    try:
        text = read_text(sent)
    except OwnFileError as problem:
        fault = FileFault(str(sent), problem.fault, problem.line)
        return Addition(target, "", None, CheckedFiles(shipped), (fault,))
    return check_text(shipped, target, text, str(sent))


def check_text(shipped: Catalogue, target: Path, text: str, name: str) -> Addition:
    """Return a text as it would be added; in its faults it is called by that name.

    Raises PresspointError where no file can be added.
    """
    there = look_for_own_files().files
    if len({*there, target}) > MOST_FILES:
        raise PresspointError(f"{target.parent}: at most {MOST_FILES} files can be read.")
    replaced = _bytes(target) if target in there else None
    before = check_files(shipped, there)
    checked = check_files(shipped, sorted({*there, target}), {target: text})
    own = [each._replace(file=name) for each in checked.faults if _is_of(each, target)]
    others = [each for each in checked.faults if each not in before.faults]
    lost = () if replaced is None else _losses(before, checked, target)
    return Addition(target, text, replaced, checked, tuple(own or others), lost)


def target_of(name: str) -> Path:
    """Return the path of an own file of that name in any case, else a new one."""
    safe = safe_name(name)
    there = look_for_own_files().files
    same = (each for each in there if each.name.casefold() == safe.casefold())
    return next(same, own_folder() / safe)


def add(addition: Addition) -> None:
    """Put the file in its place, whole or not at all. Raises StorageError, also for a changed one.

    Nothing is written through a link, nor over what came to be there meanwhile.
    """
    target, content = addition.target, addition.text.encode()
    make_own_folder()
    if addition.replaced is None:
        create_file(target, content)
        return
    if target.is_symlink():
        raise StorageError(f"{target}: this is a link. Change the file that it leads to yourself.")
    if _bytes(target) != addition.replaced:
        raise StorageError(f"{target}: this was changed meanwhile. Nothing was added.")
    replace_file(target, content)


def safe_name(name: str) -> str:
    """Return the name that a sent file gets: letters, digits, - and _, and our ending."""
    plain = unicodedata.normalize("NFKD", ADDED.sub("", name))
    letters = re.sub(r"[^A-Za-z0-9_-]+", "-", plain.encode("ascii", "ignore").decode())
    return f"{letters.strip('-')[:MOST_LETTERS].strip('-') or 'own'}{ENDING}"


def _bytes(path: Path) -> bytes:
    try:
        return paths.read_bytes(path, MOST_BYTES + 1) or b""
    except OSError as problem:
        raise StorageError(f"{path}: {reason(problem)}.") from None


def _is_of(fault: FileFault, path: Path) -> bool:
    return fault.file == str(path)


def _losses(before: CheckedFiles, now: CheckedFiles, target: Path) -> tuple[str, ...]:
    """What the old file has, and the new one lacks or has otherwise: "caution knee"."""
    old, new = (each.contents.get(str(target)) for each in (before, now))
    if not old:
        return ("all that the file there holds, which has a fault",)
    tables = new.tables if new else {}
    lost = [
        f"{kind.removesuffix('s')} {name}"
        for kind in ("cautions", "routines", "points", "zones")
        for name, entry in old.tables.get(kind, {}).items()
        if tables.get(kind, {}).get(name) != entry
    ]
    more = len(lost) - MOST_NAMED
    return (*lost[:MOST_NAMED], *([f"{more} more"] if more > 0 else []))
