"""Where a condition is, as a person writes it: a side, a part of the body, or a code."""

from __future__ import annotations

from presspoint.catalogue import Catalogue, Table
from presspoint.codes import did_you_mean, key, nearest
from presspoint.errors import PresspointError
from presspoint.profile import SIDES, Where
from presspoint.text import printable


def where_of(text: str, condition: str, catalogue: Catalogue) -> Where:
    """Return what "left", "knee", "left knee", "left-knee" or "BL23" says of a condition's place.

    Raises PresspointError for no such place, and for a condition that is at none.
    """
    if not takes_place(catalogue.table("conditions")[condition]):
        raise PresspointError("This condition is not at one place: leave the place out.")
    words = " ".join(text.split())
    side, _, rest = words.partition(" ")
    if side.casefold() not in SIDES and not is_code(words, catalogue):
        side, _, rest = words.partition("-")
    if side.casefold() not in SIDES:
        return Where("", _place(words, catalogue))
    return Where(side.casefold(), _place(rest, catalogue) if rest else "")


def takes_place(condition: Table) -> bool:
    """Whether a condition's entry says that it may be on one side or at one place only."""
    return bool(condition.get("sided") or condition.get("local"))


def is_code(text: str, catalogue: Catalogue) -> bool:
    """Whether this is the code of a point or a zone, as the catalogue writes it."""
    return text in catalogue.table("points") or text in catalogue.table("zones")


def codes_by_key(catalogue: Catalogue) -> dict[str, str]:
    """Return the code of every point and zone under its code made comparable."""
    return {key(code): code for kind in ("zones", "points") for code in catalogue.table(kind)}


def _place(text: str, catalogue: Catalogue) -> str:
    """The id of a region by any of its names, or else a code: the wider place is the safer one."""
    wanted = key(text)
    regions = {
        key(spelling): name
        for name, entry in catalogue.table("regions").items()
        for spelling in (name, entry["title"], entry["limb"], *entry.get("also", ()))
    }
    if wanted in regions:
        return regions[wanted]
    if is_code(text, catalogue):
        return text
    names = regions | codes_by_key(catalogue)
    if wanted not in names:
        hint = did_you_mean(nearest(text, names)) or " Give a side, a part of the body or a code."
        raise PresspointError(f'There is no place "{printable(text, limit=60)}".{hint}')
    return names[wanted]
