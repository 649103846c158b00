"""Reads the drawings: pictures.json in a wheel, data/*.toml and data/figures in a checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from presspoint.pictures.figures.atlas import Atlas

if TYPE_CHECKING:
    from presspoint.pictures.figures.figure import Figure

PACKAGE = Path(__file__).parent.parent
BUILT = PACKAGE / "pictures.json"
SOURCE = PACKAGE.parent.parent / "data" / "pictures.toml"
FIGURES = "figures"


def load() -> Atlas:
    """Return all drawings, each read when it is asked for. Raises CatalogueError."""
    try:
        return _read_built() if BUILT.exists() else Atlas(tables(SOURCE), cache(_read_drawing))
    except (OSError, ValueError) as problem:
        from presspoint.catalogue.tables import CatalogueError

        raise CatalogueError(f"{SOURCE.name}: {problem}. Install presspoint again.") from None


def _read_built() -> Atlas:
    import json

    from presspoint.pictures.figures.compact import expand

    content: dict[str, Any] = json.loads(BUILT.read_bytes())
    figures = content.pop("figures")
    return Atlas(content, cache(lambda name: expand(name, figures[name])))


def _read_drawing(name: str) -> Figure:
    return read_figure(SOURCE.with_name(FIGURES) / f"{name}.svg")


def read_figure(path: Path) -> Figure:
    """Return the figure that an SVG file draws. Raises OSError and ValueError."""
    from presspoint.pictures.figures.svg import figure

    return figure(path.stem, path.read_text(encoding="utf-8"))


def drawings(source: Path) -> dict[str, Any]:
    """Return all drawings as a wheel has them, from a TOML file and the figures beside it.

    Raises OSError and ValueError.
    """
    from presspoint.pictures.figures.compact import compact  # a wheel is built, or tested

    paths = source.with_name(FIGURES).glob("*.svg")
    return tables(source) | {"figures": {each.stem: compact(read_figure(each)) for each in paths}}


def tables(source: Path) -> dict[str, Any]:
    """Return the crops and places of a TOML file. Raises TOMLDecodeError, which is a ValueError."""
    import tomllib

    return tomllib.loads(source.read_text(encoding="utf-8"))
