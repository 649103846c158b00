"""The condition, or the conditions and warning signs, that a typed name can mean."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from presspoint.catalogue.names.conditions import condition_names, sign_names
from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple
from presspoint.names.likeness import LONGEST_NAME, MOST_NAMES, is_one_slip
from presspoint.names.spelling import key

# What people write around a name, taken off one after another as long as the name is unknown.
# Without its place (a disc, a part of the body) a name may be another one: that is asked about.
AROUND = tuple(
    (re.compile(pattern), is_place)
    for pattern, is_place in (
        (r"\b\d+([.,]\d+)?\s*(mg|mcg|µg|g|ml|iu|units|%)\b|\b\d+/\d+\b", False),  # a dose
        (r"\b(once|twice|daily|a day|weekly|sr|xr|xl|mr|er|retard|forte|dose pack)\b", False),
        (r"\b(tablets?|pills?|capsules?|patch(es)?|injections?|medicines?|medication)\b", False),
        (r"^(i have|i have had|i had|i take|i am|i'm|taking|diagnosed with)\b", False),
        (r"^(history of|on|my|an?|the)\b", False),
        (r"\b(stage|grade|class|type) (\d[ab]?|i{1,3}|iv)\b|\b(\d+[ab]?|i{1,3}|iv)$", False),
        (r"\b\d+ (weeks?|months?|years?)( ago)?\b", False),
        (r"\b(left|right|both|bilateral|mild|moderate|severe|bad|plaque|recurrent)\b", False),
        (r"(\bat\s+)?\b[lcst]\d{1,2}([/ -]+[lcst]?\d{1,2})?\b", True),
        (r"\b(of|in|on|at|since)(\s+(the|my|an?))?(\s+\w+){0,2}$", True),
    )
)
SPELLINGS = (("ae", "e"), ("oe", "e"), ("our", "or"), ("isation", "ization"))  # British, American
PLURAL = re.compile(r"(?<=[^isu]{3})s$")
SLIP_LETTERS = 6
MOST_LETTERS = 4  # that a slip and another spelling may make a name longer
FIGURES = re.compile(r"\d+")
OPPOSITES = (("hypo", "hyper"), ("low", "high"))


class ConditionReading(NamedTuple):
    """The ids that a name can mean; `is_doubtful` if it may also mean nothing that limits."""

    conditions: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    is_doubtful: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether it means one condition, with no need to ask."""
        return len(self.conditions) == 1 and not self.signs and not self.is_doubtful


class Meaning(NamedTuple):
    """A condition or a sign that a name has, surely or not."""

    name: str
    is_sign: bool
    is_sure: bool


def read_condition(names: Catalogue, typed: str) -> ConditionReading:
    """Return what a name of the names' catalogue can mean; nothing for an unknown one."""
    if len(typed) > LONGEST_NAME:
        return ConditionReading()
    texts = tuple(_texts(typed))
    for fold in (_fold, _fold_singular):
        meanings = _meanings_by_key(names, fold)
        for text, without_place in texts:
            if found := meanings.get(fold(text)):
                return ConditionReading(
                    tuple(each.name for each in found if not each.is_sign),
                    tuple(each.name for each in found if each.is_sign),
                    is_doubtful=without_place or not any(each.is_sure for each in found),
                )
    return ConditionReading()


def condition_within(catalogue: Catalogue, names: Catalogue, typed: str) -> ConditionReading:
    """Return the condition or the sign whose name stands within a longer text, the longest name.

    It may be meant, and no more: "back pain after surgery".
    """
    text = _with_spaces(typed[:LONGEST_NAME])
    within = [
        (len(each), name, is_sign)
        for is_sign, entries in (
            (False, catalogue.spellings("conditions")),
            (True, catalogue.spellings("red_flags")),
            (False, ((name, (*also, *maybe)) for name, (also, maybe) in condition_names(names))),
            (True, ((name, also) for name, (also, _) in sign_names(names))),
        )
        for name, spellings in entries
        for each in spellings
        if len(each) >= SLIP_LETTERS and _with_spaces(each) in text
    ]
    if not within:
        return ConditionReading()
    _, name, is_sign = max(within)
    found = ConditionReading((), (name,)) if is_sign else ConditionReading((name,))
    return found._replace(is_doubtful=True)


def _with_spaces(text: str) -> str:
    """A text in small letters with a space around each of its words."""
    words = "".join(each if each.isalnum() else " " for each in text.casefold()).split()
    return f" {' '.join(words)} "


def every_name(names: Catalogue) -> Iterator[str]:
    """Yield every name of the names' catalogue."""
    for _, (also, maybe) in (*condition_names(names), *sign_names(names)):
        yield from (*also, *maybe)


def slips_of(typed: str, every: Iterable[str]) -> tuple[str, ...]:
    """Return up to three of these names that `typed` can be a slip of the keyboard for.

    Never one that only looks something like it: one letter is wrong, or two changed places, in a
    name that is long enough for that to be no other name.
    """
    typed_key, folded = key(typed[:LONGEST_NAME]), _fold(typed[:LONGEST_NAME])
    slips: dict[str, str] = {}
    for name in every:
        name_key = key(name)
        if len(name_key) < SLIP_LETTERS or abs(len(name_key) - len(typed_key)) > MOST_LETTERS:
            continue
        is_slip = is_one_slip(typed_key, name_key) or is_one_slip(folded, _fold(name))
        if is_slip and not _are_different(typed_key, name_key):
            slips.setdefault(name_key, name)
    return tuple(slips.values())[:MOST_NAMES]


def _texts(typed: str) -> Iterator[tuple[str, bool]]:
    """The name as typed, then with less and less around it, and whether a place was taken off."""
    text, without_place = " ".join(typed.casefold().split()), False
    yield text, without_place
    for pattern, is_place in AROUND:
        shorter = " ".join(pattern.sub(" ", text).split())
        if shorter and shorter != text:
            text, without_place = shorter, without_place or is_place
            yield text, without_place


@lru_cache(maxsize=2)  # one for each way to fold; some words are looked up more than once in a run
def _meanings_by_key(names: Catalogue, fold: Callable[[str], str]) -> dict[str, list[Meaning]]:
    meanings: dict[str, list[Meaning]] = defaultdict(list)
    for is_sign, entries in ((False, condition_names(names)), (True, sign_names(names))):
        for name, (also, maybe) in entries:
            surely = dict.fromkeys(map(fold, maybe), False) | dict.fromkeys(map(fold, also), True)
            for name_key, is_sure in surely.items():
                meanings[name_key].append(Meaning(name, is_sign, is_sure))
    return meanings


def _fold(name: str) -> str:
    folded = key(name)
    for british, american in SPELLINGS:
        folded = folded.replace(british, american)
    return folded


def _fold_singular(name: str) -> str:
    words = name.casefold().replace("'s", "").replace("\u2019s", "").split()
    return _fold("".join(PLURAL.sub("", word) if word.endswith("s") else word for word in words))


def _are_different(one: str, other: str) -> bool:
    """Whether they mean something else for sure: hyper and hypo, 87 years and 17."""
    return FIGURES.findall(one) != FIGURES.findall(other) or any(
        (one.startswith(low) and other.startswith(high))
        or (one.startswith(high) and other.startswith(low))
        for low, high in OPPOSITES
    )
