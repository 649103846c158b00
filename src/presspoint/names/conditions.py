"""The condition, or the conditions and warning signs, that a typed name can mean."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from presspoint.catalogue.condition_names import Names, condition_names, sign_names
from presspoint.catalogue.tables import Catalogue
from presspoint.names.lookup import LONGEST_NAME
from presspoint.names.spelling import key

DOSE = re.compile(r"\b\d+([.,]\d+)?\s*(mg|mcg|µg|g|ml|iu|units)\b", re.IGNORECASE)
OPENINGS = re.compile(
    r"^(i have|i have had|i had|i take|i am|i'm|on|my|a|an|the|taking|diagnosed with)\s+"
)
FORM = re.compile(
    r"\s+(tablets?|pills?|capsules?|patch|patches|injections?|medicines?|medication)$"
)
SPELLINGS = (("ae", "e"), ("oe", "e"), ("our", "or"), ("isation", "ization"))  # British, American
OPPOSITES = (("hypo", "hyper"), ("low", "high"))
SLIPS = ((9, 2), (5, 1))  # from so many letters on, so many of them may be wrong


class ConditionReading(NamedTuple):
    """The ids that a name can mean; `is_doubtful` if it may also mean nothing that limits."""

    conditions: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    is_doubtful: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether it means one condition, with no need to ask."""
        return len(self.conditions) == 1 and not self.signs and not self.is_doubtful


def read_condition(names: Catalogue, typed: str) -> ConditionReading:
    """Return what a name of the names' catalogue can mean; nothing for an unknown one."""
    if len(typed) > LONGEST_NAME:
        return ConditionReading()
    for shape in _shapes(typed):
        conditions = tuple(_matches(condition_names(names), shape))
        signs = tuple(_matches(sign_names(names), shape))
        if conditions or signs:
            sure = [name for name, is_sure in (*conditions, *signs) if is_sure]
            return ConditionReading(_ids(conditions), _ids(signs), is_doubtful=not sure)
    return ConditionReading()


def slips_of(names: Catalogue, typed: str, ids: Iterable[str]) -> tuple[str, ...]:
    """Return up to three ids or names that `typed` can be a slip of the keyboard for.

    Never a name that only means or looks something like it: one of a few letters more or fewer.
    """
    typed_key = _fold(typed[:LONGEST_NAME])
    slips = next((number for letters, number in SLIPS if len(typed_key) >= letters), 0)
    by_distance: dict[int, list[str]] = {}
    for name in (*ids, *_every_name(names)):
        name_key = _fold(name)
        if abs(len(name_key) - len(typed_key)) <= slips and not _are_opposite(typed_key, name_key):
            by_distance.setdefault(_distance(typed_key, name_key), []).append(name)
    nearest = min(by_distance, default=slips + 1)
    return tuple(dict.fromkeys(by_distance[nearest]))[:3] if nearest <= slips else ()


def _shapes(typed: str) -> Iterator[str]:
    """The keys to look for, one after another: as typed, then without doses and other words."""
    text = " ".join(DOSE.sub(" ", typed.casefold()).split())
    yield _fold(typed)
    yield _fold(text)
    while (shorter := OPENINGS.sub("", text)) != text:
        text = shorter
        yield _fold(text)
    yield _fold(FORM.sub("", text))


def _matches(entries: Iterable[tuple[str, Names]], shape: str) -> Iterator[tuple[str, bool]]:
    """The ids with a name of this key, and whether it surely means them."""
    for name, (also, maybe) in entries:
        if any(_fold(each) == shape for each in also):
            yield name, True
        elif any(_fold(each) == shape for each in maybe):
            yield name, False


def _ids(matches: Iterable[tuple[str, bool]]) -> tuple[str, ...]:
    return tuple(name for name, _ in matches)


def _fold(name: str) -> str:
    folded = key(name)
    for british, american in SPELLINGS:
        folded = folded.replace(british, american)
    return folded


def _every_name(names: Catalogue) -> Iterator[str]:
    for _, (also, maybe) in (*condition_names(names), *sign_names(names)):
        yield from (*also, *maybe)


def _are_opposite(one: str, other: str) -> bool:
    both = {one, other}
    return any(
        {each.startswith(low) for each in both} == {True, False}
        and {each.startswith(high) for each in both} == {True, False}
        for low, high in OPPOSITES
    )


def _distance(one: str, other: str) -> int:
    """How many letters to add, drop, replace or swap with the next to get from one to the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
