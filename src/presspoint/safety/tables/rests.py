"""The rests of a profile in its file, each read strictly: one misread would rest nothing."""

import re

from presspoint.catalogue.pain_answers import Feeling, feeling_saved_as
from presspoint.catalogue.tables import Catalogue
from presspoint.faults import show_value
from presspoint.names.spelling import key
from presspoint.safety import body_places
from presspoint.safety.answers import SIDES, Rest
from presspoint.safety.tables.values import MisfitError, Table, read_date, read_entries, read_table
from presspoint.words import join_words

MOST_RESTS = 500
LONGEST_REASON = 200  # characters


def read_rests(table: Table, catalogue: Catalogue) -> tuple[Rest, ...]:
    """Return the rests of a profile's tables. Raises MisfitError."""
    entries = read_entries(table, "rests")
    rests = tuple(_read_rest(code, entry, catalogue) for code, entry in entries)
    _check_spelling([rest.code for rest in rests], catalogue)
    return rests


def _read_rest(code: str, entry: object, catalogue: Catalogue) -> Rest:
    path = ("rests", code)
    if not re.fullmatch(body_places.CODE, code):
        raise MisfitError(path, "no code", "a code such as BL23")
    rest = read_table(entry, path, ("until", "because", "answer", "side", "feeling_back"))
    because = rest.get("because", "")
    if "because" in rest and not _is_reason(because):
        wanted = f"one line of 1 to {LONGEST_REASON} characters"
        raise MisfitError((*path, "because"), show_value(because), wanted)
    read = Rest(code, read_date(rest, path, "until"), str(because))
    if "answer" in rest:
        read = read._replace(answer=Feeling(_read_choice(rest, path, "answer", tuple(Feeling))))
    else:
        read = read._replace(answer=feeling_saved_as(catalogue, read.because))
    if "side" in rest:
        side = _read_choice(rest, path, "side", SIDES)
        read = read._replace(side=next(each for each in SIDES if each == side))
    if "feeling_back" in rest:
        read = read._replace(feeling_back=read_date(rest, path, "feeling_back"))
    return read


def _read_choice(table: Table, path: tuple[str, ...], name: str, offers: tuple[str, ...]) -> str:
    """The value of a key that takes one of a few words."""
    value = table[name]
    if not isinstance(value, str) or value not in offers:
        wanted = join_words(tuple(map(show_value, map(str, offers))), "or")
        raise MisfitError((*path, name), show_value(value), wanted)
    return value


def _check_spelling(codes: list[str], catalogue: Catalogue) -> None:
    """Refuse "bl23", which would rest nothing, but not a code of an own file that is missing."""
    if len(codes) > MOST_RESTS:
        raise MisfitError(("rests",), f"{len(codes)} places", f"at most {MOST_RESTS}")
    unknown = [code for code in codes if not catalogue.has_place(code)]
    spellings = body_places.codes_by_key(catalogue) if unknown else {}
    for code in unknown:
        if key(code) in spellings:
            raise MisfitError(("rests", code), "another spelling", spellings[key(code)])


def _is_reason(value: object) -> bool:
    if not isinstance(value, str) or len(value) > LONGEST_REASON:
        return False
    return value.strip() != "" and value.splitlines() == [value]
