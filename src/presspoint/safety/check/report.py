"""The beginning and the end of the check in words: what to do now, and what is saved."""

from collections.abc import Iterable, Iterator
from datetime import date

from presspoint.catalogue.conditions import condition, whom_to_ask
from presspoint.catalogue.safety_warnings import Level, RedFlag, advice
from presspoint.catalogue.tables import Catalogue
from presspoint.safety.answers import BodyPlace, ConditionAnswer
from presspoint.safety.profile import Profile
from presspoint.words import join_words, long_date, quantity

OPENING = "Your answers stay on this computer."
NOT_SAVED = (
    "This could NOT be saved. Even if a routine would start, do not start one until you have had "
    "help and presspoint check finds nothing."
)
LEFT = "Not finished, so nothing was saved. To begin again: presspoint check"
UNCONFIRMED = "Nothing was saved, and no routine starts now. presspoint check asks again."
ENDS = {
    Level.EMERGENCY: "until a later check finds nothing",
    Level.SAME_DAY: "until a doctor has looked at it and you run presspoint check again",
    Level.SOON: "until a doctor has looked at it and you run presspoint check again",
}


def advice_lines(catalogue: Catalogue, profile: Profile | None) -> Iterator[str]:
    """Yield what an earlier check answered with advice, said again. Raises CatalogueError."""
    texts = dict(advice(catalogue))
    for name, on in profile.advice if profile else ():
        entry = texts[name]
        yield f"{entry.title}: you said so on {long_date(on)}. {entry.text}"


def stop_lines(flags: Iterable[RedFlag]) -> Iterator[str]:
    """Yield what to do about each sign, the first one first."""
    for flag in flags:
        yield f"{flag.level.label}: {flag.help}"
        yield f"You answered: {flag.short}."


def stop_line(today: date, urgency: Level) -> str:
    """Return what is saved of a check that found a sign, and what follows from it."""
    return (
        f"Saved on {long_date(today)}: no routine starts {ENDS[urgency]}. "
        f"Only the urgency was saved ({urgency.urgency.lower()}), not which sign it was. "
        "If you pressed a wrong key, run presspoint check again."
    )


def answer_lines(
    catalogue: Catalogue,
    answers: tuple[ConditionAnswer, ...],
    before: tuple[ConditionAnswer, ...],
) -> Iterator[str]:
    """Yield what is saved of a check that no sign stopped, and what is no longer saved."""
    yield f"Saved: {quantity(len(answers), 'condition') if answers else 'no conditions'}."
    for each in answers:
        rule = condition(catalogue, each.name)
        places = join_words(tuple(place_words(catalogue, where) for where in each.where))
        ask = f" Ask {rule.ask} first." if rule.gate else ""
        where = f" ({places})" if places else ""
        yield f"{rule.title}{where}. {rule.gist}{ask}"
    now = {each.name for each in answers}
    if removed := tuple(each.name for each in before if each.name not in now):
        yield f"No longer saved: {join_words(catalogue.titles('conditions', removed))}."


def next_line(catalogue: Catalogue, answers: Iterable[ConditionAnswer], routine: str | None) -> str:
    """Return what to do next: play the routine, another day where a condition asks for one.

    Without a routine that leaves enough for the person it is whom to ask.
    """
    rules = [condition(catalogue, each.name) for each in answers]
    later = ", when that has passed" if any(rule.postpone for rule in rules) else ""
    saved = "presspoint profile shows what is saved."
    if routine:
        return f"Next{later}: presspoint routine {routine}. {saved}"
    whom = whom_to_ask(rule.ask for rule in rules) or "your doctor"
    return f"No routine leaves enough for you. Ask {whom} what you may press. {saved}"


def place_words(catalogue: Catalogue, where: BodyPlace) -> str:
    """Return "left lower leg", "leg or knee", "LI4" or "left side"."""
    titles = dict(catalogue.parts_to_ask())
    is_region = catalogue.has("regions", where.place)
    place = catalogue.region(where.place).title.lower() if is_region else where.place
    return " ".join(filter(None, (where.side, titles.get(where.place, place) or "side")))
