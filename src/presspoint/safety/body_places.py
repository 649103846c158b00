"""Where a condition is, as a person writes it: a side, a part of the body, or a code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from presspoint.catalogue.conditions import condition
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError
from presspoint.names.lookup import did_you_mean, nearest
from presspoint.names.spelling import key
from presspoint.safety.profile import SIDES, BodyPlace, ConditionAnswer
from presspoint.words import printable

CODE = r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}"
ALIKE = 0.85  # from how alike two words are on, from 0 to 1, one is the other one mistyped


def parse_body_place(text: str, condition_id: str, catalogue: Catalogue) -> BodyPlace:
    """Return the place that "left", "knee", "left knee", "left-knee" or "BL23" names.

    Raises PresspointError for no such place, and for a condition that is at none.
    """
    if not condition(catalogue, condition_id).takes_place:
        raise PresspointError("This condition is not at one place: leave the place out.")
    words = " ".join(text.split())
    side, _, rest = words.partition(" ")
    if side.casefold() not in SIDES and not catalogue.has_place(words):
        side, _, rest = words.partition("-")
    if side.casefold() not in SIDES:
        return BodyPlace("", _part_or_code(words, catalogue))
    return BodyPlace(side.casefold(), _part_or_code(rest, catalogue) if rest else "")


def codes_by_key(catalogue: Catalogue) -> dict[str, str]:
    """Return the code of every point and zone under its code made comparable."""
    return {key(code): code for kind in ("zones", "points") for code in catalogue.ids(kind)}


def place_of_missing_file(text: str, catalogue: Catalogue) -> BodyPlace | None:
    """Return the place that a code of a missing own file stood for; None for a mistyped word.

    A word that is nearly that of a part of the body, or nearly a code, was meant to be that one;
    one with a number in it is nearly a code only.
    """
    from difflib import get_close_matches  # only for a place that no file has

    side, _, code = " ".join(text.split()).rpartition(" ")
    if side.casefold() not in {"", *SIDES} or not re.fullmatch(CODE, code):
        return None
    has_number = any(map(str.isdigit, code))
    codes = codes_by_key(catalogue)
    names = codes if has_number else _parts_by_key(catalogue) | codes
    first, _, rest = code.partition("-")
    words = (code, rest) if first.casefold() in SIDES else (code,)
    mistyped = any(get_close_matches(key(each), names, 1, ALIKE) for each in words)
    return None if mistyped else BodyPlace(side.casefold(), code)


def missing_places(catalogue: Catalogue, answers: Iterable[ConditionAnswer]) -> Iterator[str]:
    """Yield a sentence about each place whose code no file has now."""
    for answer in answers:
        for where in answer.where:
            if where.place and not _exists(where.place, catalogue):
                yield (
                    f"Your profile has {answer.name} at {where.place}, a place that none of your "
                    "own files has now, so where it is, is not known. Tell it anew: "
                    f"presspoint profile set {answer.name}=WHERE"
                )


def _part_or_code(text: str, catalogue: Catalogue) -> str:
    """The id of a part or region by any of its names, or else a code: the wider one is safer."""
    wanted = key(text)
    parts = _parts_by_key(catalogue)
    if wanted in parts:
        return parts[wanted]
    if catalogue.has_place(text):
        return text
    names = parts | codes_by_key(catalogue)
    if wanted not in names:
        hint = did_you_mean(nearest(text, names)) or " Give a side, a part of the body or a code."
        raise PresspointError(f'There is no place "{printable(text, limit=60)}".{hint}')
    return names[wanted]


def _parts_by_key(catalogue: Catalogue) -> dict[str, str]:
    """The id of every region and part under each of its names; a word for both is the part."""
    return {
        key(spelling): name
        for kind in ("regions", "parts")
        for name, spellings in catalogue.spellings(kind)
        for spelling in spellings
    }


def _exists(place: str, catalogue: Catalogue) -> bool:
    return bool(catalogue.regions_of_part(place)) or catalogue.has_place(place)
