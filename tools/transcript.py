"""Writes what a session says, with times, and how much of it is speech.

    python tools/transcript.py ROUTINE [CHOICE=VALUE ...]
    python tools/transcript.py --recorded SESSION.TSV

The first reckons with a plan's 130 words a minute; the second reads a session that was recorded
(`presspoint settings record on`). At the end: the share of speech, the longest speech in a hold as
a share of it, and the longest silence in a movement.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from presspoint.catalogue.routines import routine
from presspoint.cues.codes import spell_out_codes
from presspoint.cues.hold_words import speech_seconds
from presspoint.cues.sentences import sentence
from presspoint.planning.course import Course
from presspoint.planning.plan import build
from presspoint.safety.answers import Flags
from presspoint.safety.screening import screen
from presspoint.session.advance import advance
from presspoint.session.events import EventKind
from presspoint.session.state import start
from presspoint.storage.catalogue_file import load


class Spoken(NamedTuple):
    """Words that are said from a moment on, and how long they take (seconds)."""

    at: float
    seconds: float
    words: str


class Stretch(NamedTuple):
    """A hold or a movement, from a moment to another (seconds)."""

    begins: float
    ends: float
    is_hold: bool


def reckoned(course: Course, stop_rule: str, channels: dict[str, str]) -> Iterator[Spoken]:
    """Yield what a course says, as a plan reckons it; nothing interrupts it."""
    session, now = start(course, 0.0), 0.0
    while True:
        session, events = advance(session, now)
        for event in events:
            words = spell_out_codes(sentence(event, stop_rule), channels)
            if words and event.kind is not EventKind.COUNT:
                yield Spoken(now, speech_seconds(words), words)
        following = session.next_change(now)
        if following is None or session.finished(now):
            return
        now = following


def stretches(course: Course) -> Iterator[Stretch]:
    """Yield the holds and movements of a course."""
    at = 0.0
    for phase in course.phases:
        if phase.kind in {"hold", "exercise"}:
            yield Stretch(at, at + phase.seconds, phase.kind == "hold")
        at += phase.seconds


def recorded(path: Path) -> tuple[list[Spoken], list[Stretch]]:
    """Return what was said in a recorded session, and its holds and movements.

    Each begins with the tone `start` and ends with the tone `release`; in a movement no stop rule
    is said.
    """
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    said = [
        Spoken(
            float(r["seconds"]) + float(r["lead"]),
            float(r["length"]) - float(r["lead"]),
            r["words"],
        )
        for r in rows
        if r["words"]
    ]
    tones = [(float(r["seconds"]), r["tone"], r["words"]) for r in rows]
    marks = [each for each in tones if each[1] in {"start", "release"}]
    found = [
        Stretch(one[0], other[0], not one[2].startswith("Begin"))
        for one, other in pairwise(marks)
        if (one[1], other[1]) == ("start", "release")
    ]
    return said, found


def speech_in(stretch: Stretch, said: Iterable[Spoken]) -> float:
    """Return the seconds of speech in a stretch."""
    return sum(
        max(0.0, min(each.at + each.seconds, stretch.ends) - max(each.at, stretch.begins))
        for each in said
    )


def longest_silence(stretch: Stretch, said: Iterable[Spoken]) -> float:
    """Return the longest time in a stretch in which nothing is said (seconds)."""
    within = [each for each in said if stretch.begins <= each.at < stretch.ends]
    edges = [stretch.begins]
    for each in within:
        edges += [each.at, each.at + each.seconds]
    return max(following - at for at, following in list(pairwise([*edges, stretch.ends]))[::2])


def report(said: list[Spoken], found: list[Stretch], total: float) -> Iterator[str]:
    """Yield the transcript, and the figures about it."""
    yield from (f"{each.at:7.1f} {each.seconds:5.1f}  {each.words}" for each in said)
    speech = sum(each.seconds for each in said)
    yield f"speech: {speech:.0f} s of {total:.0f} s, {100 * speech / total:.0f} %"
    holds = [(speech_in(each, said), each.ends - each.begins) for each in found if each.is_hold]
    most, length = max(holds, key=lambda hold: hold[0] / hold[1], default=(0.0, 1.0))
    yield f"most speech in a hold: {most:.1f} s of {length:.0f} s, {100 * most / length:.0f} %"
    silences = [longest_silence(each, said) for each in found if not each.is_hold]
    yield f"longest silence in a movement: {max(silences, default=0.0):.0f} s"


def planned(name: str, choices: dict[str, str]) -> Iterator[str]:
    """Yield the report on a routine as it is planned for a person whom nothing limits."""
    catalogue = load()
    wanted = routine(catalogue, name)
    course = build(catalogue, wanted, choices, screen(catalogue, wanted, Flags())).course
    channels = {each: catalogue.title("meridians", each) for each in catalogue.ids("meridians")}
    said = list(reckoned(course, catalogue.text("stop-rule"), channels))
    yield from report(said, list(stretches(course)), course.total_seconds)


def main(arguments: list[str]) -> None:
    """Print the report that was asked for."""
    if arguments[:1] == ["--recorded"]:
        said, found = recorded(Path(arguments[1]))
        lines = report(said, found, said[-1].at + said[-1].seconds)
    else:
        choices = dict(each.split("=") for each in arguments[1:])
        lines = planned(arguments[0], choices)
    print("\n".join(lines))


if __name__ == "__main__":
    main(sys.argv[1:])
