"""Names that look like a typed one: a slip of a letter or two, or a part of a longer name."""

from collections.abc import Mapping

from presspoint.names.spelling import key
from presspoint.words import echo, join_words

LONGEST_NAME = 100
MOST_NAMES = 3
SHORT_NAME, LONG_NAME = 4, 8
NOUNS = frozenset({"action", "condition", "setting"})


def nearest(typed: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return up to three values of `names` whose keys are `typed` but for a slip, best first.

    Likeness of letters is no likeness of meaning: nothing is returned rather than a far name.
    """
    typed_key = key(typed[:LONGEST_NAME])
    slips = {each: _count_allowed(typed_key, each) for each in names}
    close = [each for each in names if slips[each] is not None]
    close.sort(key=lambda each: slips[each] or 0)
    longer = [each for each in names if _is_part(typed_key, each)]
    return tuple(dict.fromkeys(names[each] for each in close + longer))[:MOST_NAMES]


def slips_allowed(typed: str, name: str) -> int:
    """Return how many slips there may be: two between long names, one between shorter ones.

    In a short name the first letter is hardly ever the wrong one.
    """
    shorter = min(len(typed), len(name))
    if shorter >= LONG_NAME:
        return 2
    return 1 if len(name) >= SHORT_NAME and set(typed[:1]) <= set(name[:2]) else 0


def _count_allowed(typed: str, name: str) -> int | None:
    """The slips between them; None for more than are allowed, and quickly so for most names."""
    allowed = slips_allowed(typed, name)
    if abs(len(typed) - len(name)) > allowed or len(set(typed) ^ set(name)) > 2 * allowed:
        return None
    if typed == name:
        return 0
    if allowed < 2:
        return 1 if allowed and is_one_slip(typed, name) else None
    slips = count_slips(typed, name)
    return slips if slips <= allowed else None


def is_one_slip(typed: str, name: str) -> bool:
    """Whether at most one letter is wrong, missing or too many, or two have changed places."""
    start = _count_same(typed, name)
    typed, name = typed[start:], name[start:]
    end = _count_same(typed[::-1], name[::-1])
    typed, name = typed[: len(typed) - end], name[: len(name) - end]
    return max(len(typed), len(name)) <= 1 or (len(typed) == 2 and typed[::-1] == name)


def _count_same(first: str, second: str) -> int:
    """How many letters are the same from the beginning."""
    pairs = enumerate(zip(first, second, strict=False))
    shorter = min(len(first), len(second))
    return next((at for at, (one, other) in pairs if one != other), shorter)


def count_slips(typed: str, name: str) -> int:
    """Return how many letters are wrong, missing, too many, or the wrong way round; 3 for more."""
    if abs(len(typed) - len(name)) > 2:
        return 3
    rows = [list(range(len(name) + 1))]
    for at, letter in enumerate(typed):
        last, row = rows[-1], [at + 1]
        for number, other in enumerate(name):
            slips = min(last[number + 1] + 1, row[-1] + 1, last[number] + (letter != other))
            if at and number and typed[at - 1] == other and letter == name[number - 1]:
                slips = min(slips, rows[-2][number - 1] + 1)
            row.append(slips)
        if min(row) > 2:
            return 3
        rows.append(row)
    return min(rows[-1][-1], 3)


def no_such(typed: str, what: str) -> str:
    """Return "There is no routine "x"." for a noun, "There is no "x" for --side." for an option."""
    shown = f'"{echo(typed)}"'
    return f"There is no {what} {shown}." if what in NOUNS else f"There is no {shown} for {what}."


def did_you_mean(names: tuple[str, ...]) -> str:
    """Return ' Did you mean "a", "b" or "c"?'; empty for no names."""
    quoted = tuple(f'"{name}"' for name in names)
    return f" Did you mean {join_words(quoted, 'or')}?" if names else ""


def _is_part(typed: str, name: str) -> bool:
    """Whether a name begins with what was typed, or has so much of it that it is no chance."""
    if len(typed) < SHORT_NAME:
        return False
    return name.startswith(typed) or (len(typed) > SHORT_NAME and typed in name)
