"""Reads the catalogue (JSON in a wheel, data/*.toml in a checkout) and finds own files."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from presspoint.errors import PresspointError
from presspoint.named_tuple import NamedTuple
from presspoint.storage import paths

if TYPE_CHECKING:
    from presspoint.catalogue.tables import Catalogue
    from presspoint.storage.own.catalogue import CheckedFiles

PACKAGE = Path(__file__).parent.parent
BUILT = PACKAGE / "points.json"
BUILT_INDEX = PACKAGE / "index.json"
SOURCE = PACKAGE.parent.parent / "data" / "points.toml"
INDEX = "index.toml"
BUILT_NAMES = PACKAGE / "names.json"
NAMES = "names.toml"
FOLDER = "catalogue"


def load() -> Catalogue:
    """Return the shipped catalogue. Raises CatalogueError, which names the file."""
    from presspoint.catalogue.tables import Catalogue

    return Catalogue(tables(), origin=_path().name)


def tables() -> dict[str, Any]:
    """Return the shipped catalogue's tables as they are. Raises CatalogueError."""
    path = _path()
    try:
        return _read_built() if path is BUILT else _read_toml(path)
    except (OSError, ValueError) as problem:
        from presspoint.catalogue.tables import CatalogueError

        raise CatalogueError(f"{path}: {problem}. Install presspoint again.") from None


@cache
def load_names() -> Catalogue:
    """Return the names of conditions and warning signs. Raises CatalogueError.

    A catalogue of its own, as few runs need it.
    """
    from presspoint.catalogue.tables import Catalogue, CatalogueError

    path = BUILT_NAMES if BUILT.exists() else SOURCE.with_name(NAMES)
    try:
        names = _read_json(path) if path is BUILT_NAMES else _parse_toml(path)
    except (OSError, ValueError) as problem:
        raise CatalogueError(f"{path}: {problem}. Install presspoint again.") from None
    return Catalogue(names, origin=path.name)


def _path() -> Path:
    return BUILT if BUILT.exists() else SOURCE


def _read_built() -> dict[str, Any]:
    """The catalogue; the points to look up, a third of it, are read once they are needed."""
    from presspoint.storage.lazy_table import LazyTable  # a checkout needs none

    content = _read_json(BUILT)
    return {**content, "points": LazyTable(content["points"], lambda: _read_json(BUILT_INDEX))}


def _read_json(path: Path) -> dict[str, Any]:
    import json

    return dict(json.loads(path.read_bytes()))


def _read_toml(path: Path) -> dict[str, Any]:
    """The catalogue, and the points to look up from the file beside it."""
    content = _parse_toml(path)
    content["points"] |= _parse_toml(path.with_name(INDEX))["points"]
    return content


def _parse_toml(path: Path) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(path.read_text(encoding="utf-8"))


class LoadedCatalogue(NamedTuple):
    """A catalogue, and a sentence on each of the person's own files that is left out of it."""

    catalogue: Catalogue
    remarks: tuple[str, ...] = ()


def load_for_looking_up() -> LoadedCatalogue:
    """Return the shipped catalogue with the own files that are in order. Raises CatalogueError."""
    try:
        files = _check_own_files()
    except PresspointError as problem:
        return LoadedCatalogue(load(), (f"{problem} This goes on without your own files.",))
    if files is None:
        return LoadedCatalogue(load())
    first_faults = {fault.file: fault for fault in reversed(files.faults)}
    faults = (first_faults[file] for file in files.faulty_files)
    remarks = (
        f"left out (presspoint catalogue check lists every fault): {fault}" for fault in faults
    )
    return LoadedCatalogue(files.catalogue, tuple(remarks))


def load_for_playing(*, without_own: bool = False) -> Catalogue:
    """Return the catalogue. Raises PresspointError for an own file that is refused, and for strays.

    What is refused may have held a caution, so nothing is played around it unasked.
    """
    if without_own:
        return load()
    files, config = _check_own_files(), _config()
    faults = files.faults if files else ()
    if config and not faults:
        from presspoint.storage.strays import strays_of_config

        faults = tuple(strays_of_config(Path(config)))
    if faults:
        hint = (
            "presspoint catalogue check lists all; --without-own-files goes on without your files."
        )
        raise PresspointError(f"{faults[0]} No routine starts before that is put right. {hint}")
    return files.catalogue if files else load()


def remark_on_own_files() -> str:
    """Return what to know of own files that are lost beside their backup; empty for the usual."""
    if not _may_exist():
        return ""
    from presspoint.storage.own.folder import remark_on_lost_files

    return remark_on_lost_files()


def completion_tables() -> dict[str, Any]:
    """Return the tables that names are completed from. Raises CatalogueError."""
    try:
        files = _check_own_files()
    except PresspointError:
        return tables()
    return tables() if files is None else dict(files.catalogue.tables)


def _check_own_files() -> CheckedFiles | None:
    """The catalogue with the own files; None where there are none, the usual case."""
    if not _may_exist():
        return None
    from presspoint.storage.own.folder import look_for_own_files  # for those who have some

    found = look_for_own_files()
    if not (found.files or found.strays):
        return None
    from presspoint.storage.own.catalogue import check_files

    checked = check_files(load(), found.files)
    return checked._replace(faults=(*found.strays, *checked.faults))


def _may_exist() -> bool:
    """Whether to look for own files; that there are none, the usual case, takes no time."""
    config = _config()
    folder = f"{config}/{FOLDER}"
    try:
        return config != "" and bool(os.lstat(folder))
    except FileNotFoundError:
        if os.path.isdir(config):  # noqa: PTH112  # Path's fails where it may not look
            return False
    except OSError:
        return True
    from presspoint.storage.presence import is_there  # no folder, or one that leads nowhere

    return is_there(Path(folder))


def _config() -> str:
    """The config folder, found without platformdirs where that is possible; empty where none is."""
    config = paths.config_at_a_glance()
    return str(paths.folder("config")) if config is None else config
