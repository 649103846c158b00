"""What is said as a session begins: what it is, how to stop it, what was left out and why."""

from collections.abc import Iterable, Iterator

from presspoint import phrases
from presspoint.catalogue.places import Point
from presspoint.catalogue.tables import Catalogue
from presspoint.phrases import about
from presspoint.planning.course import Course, Phase
from presspoint.planning.moves import speech_phase
from presspoint.planning.phase_kind import PhaseKind
from presspoint.planning.steps import PlannedStep
from presspoint.safety.screening import LeftOut
from presspoint.words import join_words


def opening_phase(title: str, more: str, seconds: float, pace: str) -> Phase:
    """Return the first phase of a routine that takes so many seconds more: its opening words.

    `more` is what else is said: how to breathe, how it is done this time, and what is left out.
    """
    phase = _opening(title, more, seconds, pace)
    return _opening(title, more, seconds + phase.seconds, pace)


def without_keys(course: Course) -> Course:
    """Return the course in words for where there is no keyboard; it takes the same time."""
    turns = (each._replace(gentle=_without_keys(each.gentle)) for each in course.turns)
    phases = (each._replace(text=_without_keys(each.text)) for each in course.phases)
    return course._replace(turns=tuple(turns), phases=tuple(phases))


def _without_keys(words: str) -> str:
    return words.replace(phrases.OPENING_KEYS, "").replace(phrases.KEY_TO_LEAVE_OUT, "")


def _opening(title: str, more: str, seconds: float, pace: str) -> Phase:
    time = about(seconds)
    time = time[:1].upper() + time[1:]
    words = phrases.OPENING.format(title=title, time=time, keys=phrases.OPENING_KEYS, more=more)
    phase = speech_phase(PhaseKind.REST, words, pace=pace)
    return phase._replace(gets_into_position=True)  # it comes before the way there


def omission_sentence(
    catalogue: Catalogue, steps: Iterable[PlannedStep], left_out: Iterable[LeftOut]
) -> str:
    """Return one sentence on what these steps leave out, by reason; empty where that is nothing.

    Places that another way of a step would have pressed are not named.
    """
    reasons: dict[str, list[str]] = {}
    for reason, name in _names(catalogue, tuple(steps), tuple(left_out)):
        reasons.setdefault(reason, []).append(name)
    parts = (
        f"{join_words(tuple(dict.fromkeys(names)))}, {reason}" for reason, names in reasons.items()
    )
    return phrases.LEFT_OUT.format(names="; ".join(parts)) if reasons else ""


def short_name(catalogue: Catalogue, place: Point) -> str:
    """Return what people call a place, or else the part of the body it lies on."""
    return place.short or catalogue.region(place.region).title.lower()


def _names(
    catalogue: Catalogue, steps: tuple[PlannedStep, ...], left_out: tuple[LeftOut, ...]
) -> Iterator[tuple[str, str]]:
    """The reason and the name of each movement and each place that the steps leave out."""
    for step in steps:
        if step.reason and not (step.way and step.way.exercise):
            yield step.reason, f"{step.title[:1].lower()}{step.title[1:]}"
    presses = [press for each in steps for press in each.preferred.presses]
    for each in left_out:
        sides = {press.side for press in presses if each.code in press.points}
        if sides if not each.side else sides & {None, each.side}:
            name = short_name(catalogue, catalogue.point(each.code))
            yield each.reason, f"{name} on the {each.side}" if each.side else name
