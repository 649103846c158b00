"""Reads the shipped catalogue: points.json in a wheel, data/*.toml in a checkout."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from presspoint.catalogue.tables import Catalogue

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
        return _json(path) if path is BUILT else _toml(path)
    except (OSError, ValueError) as problem:
        from presspoint.catalogue.tables import CatalogueError

        raise CatalogueError(f"{path}: {problem}. Install presspoint again.") from None


def _path() -> Path:
    return BUILT if BUILT.exists() else SOURCE


def _json(path: Path) -> dict[str, Any]:
    import json

    read: dict[str, Any] = json.loads(path.read_bytes())
    return read


def _toml(path: Path) -> dict[str, Any]:
    """The catalogue, and the points to look up from the file beside it."""
    import tomllib

    read = tomllib.loads(path.read_text(encoding="utf-8"))
    index = tomllib.loads(path.with_name(INDEX).read_text(encoding="utf-8"))
    read["points"] |= index["points"]
    return read
