"""Small courses, and a session played by keys at moments, with the seconds pressed as measured."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from presspoint.planning.course import Turn
from presspoint.planning.plan import Plan
from presspoint.session import controls, pausing
from presspoint.session.actions import Action
from presspoint.session.advance import advance
from presspoint.session.events import Event
from presspoint.session.modes import EVERY_SECONDS, AskingAboutPain
from presspoint.session.pain_stop import ANSWERS
from presspoint.session.state import Session, start
from presspoint.storage.catalogue_file import load
from support.own import GOOD
from support.plans import planned, with_routine

CATALOGUE = load()
PLAN = planned(CATALOGUE)
HIP = planned(CATALOGUE, "lower-back", {"pain": "hip", "upper-back": "yes"})
HANDS = {"title": "Hands", "position": "seated", "presses": [{"points": ["LI4"], "seconds": 30}]}
SMALL = planned(with_routine(CATALOGUE, [HANDS]), "test")
DOSE = {"seconds": [20, 30], "cap": 30, "repeats": 2, "sources": ["presspoint"]}
EDGE = {**GOOD["zones"]["waist-edge"], "at": "BL52", "hold": DOSE, "sources": ["presspoint"]}
LYING = {"position": "lying-on-balls", "tools": ["tennis-balls"]}
ROCK: dict[str, Any] = {"title": "Rocking", "position": "seated", "exercise": 20, "text": "Rock."}
STEPS: list[dict[str, Any]] = [
    ROCK,
    {**HANDS, "presses": [{"points": ["LI4"], "seconds": 30, "rounds": 2}]},
    {"title": "Edge", "position": "seated", "presses": [{"points": ["edge"], "seconds": 30}]},
    {"title": "Low", **LYING, "presses": [{"points": ["BL23", "BL52"], "seconds": 30}]},
    ROCK,
    {"title": "Low again", **LYING, "presses": [{"points": ["BL23"], "seconds": 30, "rounds": 2}]},
    HANDS,
]
MIXED = planned(with_routine(CATALOGUE, STEPS, zones={"edge": EDGE}), "test")
KEYS = ("toggle", "pause", "resume", "next", "back", "longer", "shorter", "again")
MOMENTS = st.one_of(st.sampled_from([0.0, 3.0, 4.0, 10.0, 20.0]), st.floats(0.0, 70.0))


def presses(*keys: str) -> st.SearchStrategy[list[tuple[str, float]]]:
    """Keys, gaps among them, each with the seconds until the next one."""
    drawn = st.sampled_from((*KEYS, "back", "longer", "gap", "lead", *keys))
    return st.lists(st.tuples(drawn, MOMENTS), max_size=80)


PRESSES = presses()
HURTING = presses("hurts", *ANSWERS)


class Played:
    """A session with its clock, its events, and the seconds pressed as we measure them.

    `hurt` are the places and movements at which x was pressed: none of them is ever done again.
    """

    def __init__(self, plan: Plan, session: Session | None = None, *, wait: bool = False) -> None:
        self.plan, self.now = plan, 0.0
        self.session = session or start(plan.course, 0.0, wait=wait)
        self.events: list[Event] = []
        self.hurt: set[str] = set()
        self.pressed = [0.0] * len(plan.course.turns)
        self.wait(0.0)

    def wait(self, seconds: float) -> None:
        """Let time pass, and measure the holds that it passes through."""
        before = self.session.progress(self.now)
        self.now += seconds
        self.take(advance(self.session, self.now))
        after = self.session.progress(self.now)
        for number in range(before[0], min(after[0] + 1, len(self.session.phases))):
            phase = self.session.phases[number]
            begun = before[1] if number == before[0] else 0.0
            ended = after[1] if number == after[0] else phase.seconds
            if phase.kind in {"press", "hold", "exercise"} and ended > begun:
                assert self.hurt.isdisjoint(marks(self.plan.course.turns[phase.turn]))
            if phase.kind == "hold":
                self.pressed[phase.turn] += ended - begun
        assert self.session.seconds_left(self.now) >= 0.0

    def press(self, key: str) -> list[str]:
        """Apply a key, a gap of five seconds, or going on after it by itself."""
        if self.finished:
            return []
        if key == "hurts":
            self.hurt |= marks(self.turn)
        if key == "gap" and self.session.paused:
            self.wait(5)  # a gap in a pause is none
            return []
        if key == "gap":
            self.now += 5
            return self.take(pausing.gap(self.session, self.now - 5, self.now))
        if key == "lead":
            return self.take(pausing.repeat_lead(self.session, self.now))
        return self.take(controls.apply(self.session, Action(key), self.now))

    def take(self, change: tuple[Session, tuple[Event, ...]]) -> list[str]:
        self.session, events = change
        self.events += events
        return [event.kind for event in events]

    def wakes_in_time(self) -> bool:
        """Whether what changes next is waited for: within a second, or the next reminder."""
        change = self.session.next_change(self.now)
        longest = EVERY_SECONDS if self.session.paused else 1.001
        return change is None or self.now <= change <= self.now + longest

    @property
    def finished(self) -> bool:
        return self.session.finished(self.now) or self.session.is_abandoned

    @property
    def kinds(self) -> list[str]:
        """The kinds of the phases still to play."""
        index, _ = self.session.progress(self.now)
        return [phase.kind for phase in self.session.phases[index:]]

    def to(self, kind: str, points: tuple[str, ...], into: float = 0.0) -> Played:
        """Wait for a phase of what presses these points, and some seconds into it."""
        while not (self.kinds[0] == kind and self.turn.points == points):
            index, done = self.session.progress(self.now)
            self.wait(self.session.phases[index].seconds - done)
        self.wait(into)
        return self

    def to_the_end(self) -> None:
        """Go on wherever that takes a key, until the session is over."""
        if isinstance(self.session.mode, AskingAboutPain):
            self.press("next")
        while not self.finished:
            if self.session.paused:
                self.press("resume")
            self.wait(100.0)

    @property
    def turn(self) -> Turn:
        index, _ = self.session.progress(self.now)
        return self.plan.course.turns[self.session.phases[index].turn]


def marks(turn: Turn) -> set[str]:
    """What a turn presses, its places' own and WHO codes, or the movement that it is."""
    return set(turn.all_codes) or {turn.step_title}
