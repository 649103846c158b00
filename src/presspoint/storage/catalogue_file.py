"""Reads the shipped catalogue: points.json in a wheel, data/*.toml in a checkout."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from presspoint.errors import PresspointError
from presspoint.storage.own.files import find_own_files

if TYPE_CHECKING:
    from presspoint.catalogue.tables import Catalogue
    from presspoint.storage.own.catalogue import CheckedFiles

PACKAGE = Path(__file__).parent.parent
BUILT = PACKAGE / "points.json"
SOURCE = PACKAGE.parent.parent / "data" / "points.toml"
INDEX = "index.toml"


def load() -> Catalogue:
    """Return the shipped catalogue. Raises CatalogueError, which names the file."""
    from presspoint.catalogue.tables import Catalogue

    return Catalogue(tables(), origin=_path().name)


def tables() -> dict[str, Any]:
    """Return the shipped catalogue's tables as they are. Raises CatalogueError."""
    path = _path()
    try:
        return _read_json(path) if path is BUILT else _read_toml(path)
    except (OSError, ValueError) as problem:
        from presspoint.catalogue.tables import CatalogueError

        raise CatalogueError(f"{path}: {problem}. Install presspoint again.") from None


def _path() -> Path:
    return BUILT if BUILT.exists() else SOURCE


def _read_json(path: Path) -> dict[str, Any]:
    import json

    return dict(json.loads(path.read_bytes()))


def _read_toml(path: Path) -> dict[str, Any]:
    """The catalogue, and the points to look up from the file beside it."""
    import tomllib

    content = tomllib.loads(path.read_text(encoding="utf-8"))
    index = tomllib.loads(path.with_name(INDEX).read_text(encoding="utf-8"))
    content["points"] |= index["points"]
    return content


class LoadedCatalogue(NamedTuple):
    """A catalogue, and a sentence on each of the person's own files that is left out of it."""

    catalogue: Catalogue
    remarks: tuple[str, ...] = ()


def load_for_looking_up() -> LoadedCatalogue:
    """Return the shipped catalogue with the own files that are in order. Raises CatalogueError."""
    try:
        files = _check_own_files()
    except PresspointError as problem:
        return LoadedCatalogue(load(), (f"{problem} Going on without your own files.",))
    if files is None:
        return LoadedCatalogue(load())
    first_faults = {fault.file: fault for fault in reversed(files.faults)}
    faults = (first_faults[file] for file in files.faulty_files)
    remarks = (f"left out, presspoint catalogue check tells all: {fault}" for fault in faults)
    return LoadedCatalogue(files.catalogue, tuple(remarks))


def load_for_playing(*, without_own: bool = False) -> Catalogue:
    """Return the catalogue. Raises PresspointError for an own file that is refused.

    What is refused may have held a caution, so nothing is played around it unasked.
    """
    files = None if without_own else _check_own_files()
    if files is None:
        return load()
    if files.faults:
        hint = "presspoint catalogue check tells all; --without-own-files plays without any."
        raise PresspointError(f"{files.faults[0]} Nothing is played: {hint}")
    return files.catalogue


def completion_tables() -> dict[str, Any]:
    """Return the tables that names are completed from. Raises CatalogueError."""
    try:
        files = _check_own_files()
    except PresspointError:
        return tables()
    return tables() if files is None else dict(files.catalogue.tables)


def _check_own_files() -> CheckedFiles | None:
    """The catalogue with the own files; None where there are none, the usual case."""
    paths = find_own_files()
    if not paths:
        return None
    from presspoint.storage.own.catalogue import check_files  # msgspec, for those who have some

    return check_files(load(), paths)
