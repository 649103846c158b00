"""Where a condition is, as a person writes it: a side, a part of the body, or a code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from presspoint.catalogue.tables import Catalogue, Table
from presspoint.errors import PresspointError
from presspoint.names.lookup import did_you_mean, key, nearest
from presspoint.safety.profile import SIDES, BodyPlace, ConditionAnswer
from presspoint.words import printable

CODE = r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}"
ALIKE = 0.85  # from how alike two words are on, from 0 to 1, one is the other one mistyped


def parse_body_place(text: str, condition: str, catalogue: Catalogue) -> BodyPlace:
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
        return BodyPlace("", _place(words, catalogue))
    return BodyPlace(side.casefold(), _place(rest, catalogue) if rest else "")


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
    """The id of a part or region by any of its names, or else a code: the wider one is safer."""
    wanted = key(text)
    regions = _regions(catalogue)
    if wanted in regions:
        return regions[wanted]
    if is_code(text, catalogue):
        return text
    names = regions | codes_by_key(catalogue)
    if wanted not in names:
        hint = did_you_mean(nearest(text, names)) or " Give a side, a part of the body or a code."
        raise PresspointError(f'There is no place "{printable(text, limit=60)}".{hint}')
    return names[wanted]


def place_of_missing_file(text: str, catalogue: Catalogue) -> BodyPlace | None:
    """Return the place that a code of an own file stood for which is gone; None for a mistyped one.

    A word that is nearly that of a part of the body, or nearly a code, was meant to be that one;
    one with a number in it is nearly a code only.
    """
    from difflib import get_close_matches

    side, _, code = " ".join(text.split()).rpartition(" ")
    if side.casefold() not in {"", *SIDES} or not re.fullmatch(CODE, code):
        return None
    numbered = any(map(str.isdigit, code))
    known = codes_by_key(catalogue) if numbered else _regions(catalogue) | codes_by_key(catalogue)
    first, _, rest = code.partition("-")
    words = (code, rest) if first.casefold() in SIDES else (code,)
    mistyped = any(get_close_matches(key(each), known, 1, ALIKE) for each in words)
    return None if mistyped else BodyPlace(side.casefold(), code)


def missing_places(catalogue: Catalogue, told: Iterable[ConditionAnswer]) -> Iterator[str]:
    """Yield a sentence about each place told by a code that no file has now."""
    for each in told:
        for where in each.where:
            if where.place and not _is_known(where.place, catalogue):
                yield (
                    f"Your profile has {each.name} at {where.place}, a place that none of your own "
                    "files has now, so where it is, is not known. Tell it anew: "
                    f"presspoint profile set {each.name}=WHERE"
                )


def _regions(catalogue: Catalogue) -> dict[str, str]:
    """The id of every region and part under each of its names; a word for more is the part."""
    return {
        key(spelling): name
        for kind in ("regions", "parts")
        for name, entry in catalogue.table(kind).items()
        for spelling in (name, entry.get("title", name), entry.get("limb", name), *entry["also"])
    }


def _is_known(place: str, catalogue: Catalogue) -> bool:
    wide = (*catalogue.table("regions"), *catalogue.table("parts"))
    return place in wide or is_code(place, catalogue)
