"""What a person is told at the end of the check: what to do now, or what is kept of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from presspoint.catalogue.conditions import LABELS, Condition, RedFlag
from presspoint.catalogue.tables import Catalogue
from presspoint.safety.profile import BodyPlace, ConditionAnswer
from presspoint.words import join_words, long_date, quantity

OPENING = (
    "This finds out what you may press: first warning signs, then conditions, about two minutes. "
    "q leaves, and changes nothing. Kept for you alone: the conditions, the date, how urgent a "
    "sign was, never which one. The file:"
)
SHORTEST_SAID = 25  # characters of a condition's text; "Not today." alone says too little
UNKEPT = (
    "This could NOT be kept. Start no routine, even if one would play, until you have had help and "
    "presspoint check finds nothing."
)


def stop_lines(flags: Iterable[RedFlag]) -> Iterator[str]:
    """Yield what to do about each sign, the first one first."""
    for flag in flags:
        yield f"{LABELS[flag.level]}: {flag.action.partition(': ')[2]}"
        yield f"You told: {flag.brief}."


def stopped_line(today: date, urgency: str) -> str:
    """Return what is kept of a check that found a sign, and what follows from it."""
    how = urgency.replace("-", " ")
    return (
        f"Kept: stopped on {long_date(today)}, {how}; not which sign. No routine plays until a "
        "later check finds nothing. If you pressed a wrong key, run presspoint check again."
    )


def kept_lines(
    catalogue: Catalogue,
    told: tuple[ConditionAnswer, ...],
    before: tuple[ConditionAnswer, ...],
    today: date,
) -> Iterator[str]:
    """Yield what is kept of a check that found no sign, and what is no longer kept."""
    number = quantity(len(told), "condition") if told else "no condition"
    yield f"Kept: on {long_date(today)} no warning sign, and {number}."
    for each in told:
        condition = catalogue.make(Condition, "conditions", each.name)
        places = join_words(tuple(where_words(catalogue, where) for where in each.where))
        ask = f" Ask {condition.ask} first." if condition.gate else ""
        where = f" ({places})" if places else ""
        yield f"{condition.title}{where}. {_gist(condition.text)}{ask}"
    now = {each.name for each in told}
    gone = tuple(each.name for each in before if each.name not in now)
    if gone:
        yield f"No longer kept: {join_words(catalogue.titles('conditions', gone))}."


def next_line(catalogue: Catalogue, told: Iterable[ConditionAnswer]) -> str:
    """Return what to do next, another day where a condition asks for one."""
    conditions = (catalogue.make(Condition, "conditions", each.name) for each in told)
    later = ", once that has passed" if any(each.postpone for each in conditions) else ""
    return f"Next{later}: presspoint routine lower-back. presspoint profile shows what is kept."


def where_words(catalogue: Catalogue, where: BodyPlace) -> str:
    """Return "left lower leg", "belly", "LI4" or "left side"."""
    regions = catalogue.table("regions")
    place = catalogue.region(where.place).title.lower() if where.place in regions else where.place
    return " ".join(filter(None, (where.side, place or "side")))


def _gist(text: str) -> str:
    """The first sentences of a condition's text; whom to ask is said beside it."""
    said = ""
    for sentence in text.replace(". ", ".\n").split("\n"):
        if not sentence.startswith("Ask ") and len(said) < SHORTEST_SAID:
            said = f"{said} {sentence}".strip()
    return said
