"""Where a condition is, as a person writes it: a side, a part of the body, or a code."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Literal

from presspoint.catalogue.conditions import condition
from presspoint.catalogue.tables import PLACE_KINDS, Catalogue
from presspoint.errors import PresspointError
from presspoint.names.likeness import did_you_mean, nearest
from presspoint.names.spelling import key
from presspoint.safety.answers import SIDES, BodyPlace, BodySide, ConditionAnswer
from presspoint.words import echo

CODE = r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}"
ALIKE = 0.85  # from how alike two words are on, from 0 to 1, one is the other one mistyped


def parse_body_place(text: str, condition_id: str, catalogue: Catalogue) -> BodyPlace:
    """Return the place that "left", "knee", "left knee", "left-knee" or "BL23" names.

    Raises PresspointError for no such place, and for a condition that is at none.
    """
    if not condition(catalogue, condition_id).may_have_place:
        raise PresspointError("This condition is not at one place. Leave the place out.")
    words = " ".join(text.split())
    first, _, rest = words.partition(" ")
    if not _side(first) and not catalogue.has_place(words):
        first, _, rest = words.partition("-")
    if side := _side(first):
        return BodyPlace(side, _part_or_code(rest, catalogue) if rest else "")
    return BodyPlace("", _part_or_code(words, catalogue))


def codes_by_key(catalogue: Catalogue) -> dict[str, str]:
    """Return every code of a point or zone by its key, as `names.spelling.key` makes it."""
    return {key(code): code for kind in reversed(PLACE_KINDS) for code in catalogue.ids(kind)}


def place_of_missing_file(text: str, catalogue: Catalogue) -> BodyPlace | None:
    """Return the place that a code of a missing own file stands for; None for a mistyped word.

    A word is mistyped if it is nearly that of a part of the body, or nearly another code; one with
    a number in it is compared with codes only.
    """
    from difflib import get_close_matches  # only for a place that no file has

    before, _, code = " ".join(text.split()).rpartition(" ")
    side = _side(before)
    if (before and not side) or not re.fullmatch(CODE, code):
        return None
    has_number = any(map(str.isdigit, code))
    codes = codes_by_key(catalogue)
    names = codes if has_number else _parts_by_key(catalogue) | codes
    first, _, rest = code.partition("-")
    words = (code, rest) if _side(first) else (code,)
    is_mistyped = any(get_close_matches(key(each), names, 1, ALIKE) for each in words)
    return None if is_mistyped else BodyPlace(side, code)


def missing_places(catalogue: Catalogue, answers: Iterable[ConditionAnswer]) -> Iterator[str]:
    """Yield a sentence about each place of the answers whose code no file has now."""
    for answer in answers:
        for where in answer.where:
            place = where.place
            if place and not (catalogue.regions_of_part(place) or catalogue.has_place(place)):
                yield (
                    f"Your profile has {answer.name} at {place}, and none of your own files has "
                    f"that place now. Say where it is: presspoint profile set {answer.name}=WHERE"
                )


def _side(word: str) -> BodySide | Literal[""]:
    return next((side for side in SIDES if side == word.casefold()), "")


def _part_or_code(text: str, catalogue: Catalogue) -> str:
    """The id of a part or region by any of its names, or else a code: the wider one is safer."""
    text_key = key(text)
    parts = _parts_by_key(catalogue)
    if text_key in parts:
        return parts[text_key]
    if catalogue.has_place(text):
        return text
    names = parts | codes_by_key(catalogue)
    if text_key not in names:
        hint = did_you_mean(nearest(text, names)) or " Type a side, a part of the body or a code."
        raise PresspointError(f'There is no place "{echo(text)}".{hint}')
    return names[text_key]


def _parts_by_key(catalogue: Catalogue) -> dict[str, str]:
    """The id of every region and part under each of its names; a word for both is the part."""
    entries = chain(catalogue.spellings("regions"), catalogue.spellings("parts"))
    return {key(spelling): name for name, spellings in entries for spelling in spellings}
