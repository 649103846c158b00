"""Reads the shipped catalogue: points.json in a wheel, data/points.toml in a checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from presspoint.catalogue import Catalogue, CatalogueError

PACKAGE = Path(__file__).parent.parent
BUILT = PACKAGE / "points.json"
SOURCE = PACKAGE.parent.parent / "data" / "points.toml"


def load() -> Catalogue:
    """Return the shipped catalogue. Raises CatalogueError, which names the file."""
    path = BUILT if BUILT.exists() else SOURCE
    try:
        tables = _json(path) if path is BUILT else _toml(path)
    except (OSError, ValueError) as problem:
        raise CatalogueError(f"{path}: {problem}. Install presspoint again.") from None
    return Catalogue(tables, origin=path.name)


def _json(path: Path) -> dict[str, Any]:
    import json

    tables: dict[str, Any] = json.loads(path.read_bytes())
    return tables


def _toml(path: Path) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(path.read_text(encoding="utf-8"))
