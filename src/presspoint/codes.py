"""What a person typed -> the point, or the points, that it can mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from presspoint.catalogue import Catalogue

LONGEST_NAME = 100
OLD_PREFIXES = frozenset({"b", "bladder"})  # BL and UB are always WHO's
DIGITS = "0123456789"
SEPARATORS = " 	.-_"


class Reading(NamedTuple):
    """What a name resolved to: WHO codes (none, one, several) and a remark for the person."""

    codes: tuple[str, ...]
    note: str = ""


def resolve(catalogue: Catalogue, typed: str) -> Reading:
    """Return the points that `typed` can mean: a code in any usual spelling, or a name."""
    if len(typed) > LONGEST_NAME:
        return Reading(())
    reading = _as_number(catalogue, typed) or Reading(())
    if reading.codes:
        return reading
    wanted = key(typed)
    codes = tuple(
        code
        for code, entry in catalogue.table("points").items()
        if wanted and wanted in (key(name) for name in names(code, entry))
    )
    return Reading(codes)


def suggestions(catalogue: Catalogue, typed: str) -> tuple[str, ...]:
    """Return up to three codes or names of points that look like `typed`."""
    known: dict[str, str] = {}
    for code, entry in catalogue.table("points").items():
        for name in names(code, entry):
            known.setdefault(key(name), name)
    return nearest(typed, known)


def nearest(typed: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return up to three values of `known` whose keys look like `typed`, best first."""
    from difflib import get_close_matches

    wanted = key(typed[:LONGEST_NAME])
    within = [known[each] for each in known if len(wanted) > 3 and wanted in each]
    close = [known[each] for each in get_close_matches(wanted, known, n=3, cutoff=0.7)]
    return tuple(dict.fromkeys(close + within))[:3]


def did_you_mean(names: tuple[str, ...]) -> str:
    """Return ' Did you mean "a", "b" or "c"?', or nothing for no names."""
    from presspoint.text import listed

    quoted = tuple(f'"{name}"' for name in names)
    return f" Did you mean {listed(quoted, 'or')}?" if names else ""


def key(name: str) -> str:
    """Return a name without case, accents, spaces and punctuation, for comparing."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(character for character in plain if character.isalnum())


def names(code: str, entry: Mapping[str, Any]) -> Iterator[str]:
    """Yield every name of a point's table entry: code, pinyin, hanzi, English, aliases."""
    yield code
    for field in ("pinyin", "hanzi", "name"):
        if field in entry:
            yield entry[field]
    yield from entry.get("aliases", ())


def _as_number(catalogue: Catalogue, typed: str) -> Reading | None:
    typed = typed.strip()
    letters = typed.rstrip(DIGITS)
    digits = typed[len(letters) :].lstrip("0")
    if not 1 <= len(digits) <= 2:
        return None
    prefix, number = key(letters.rstrip(SEPARATORS)), int(digits)
    printed = catalogue.table("printed_numbers").get(f"B{number}")
    if printed and prefix in OLD_PREFIXES:
        return Reading((printed["code"],), printed["note"])
    for meridian, entry in catalogue.table("meridians").items():
        if prefix in (key(name) for name in (meridian, entry["title"], *entry["also"])):
            code = f"{meridian}{number}"
            return Reading((code,) if code in catalogue.table("points") else ())
    return None
