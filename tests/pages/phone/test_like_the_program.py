"""The page's script leads through a routine as a session of the program does."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from presspoint.catalogue.tables import Catalogue
from presspoint.pages.phone.page import phone_page
from presspoint.session.actions import Action
from presspoint.session.advance import advance
from presspoint.session.controls import apply
from presspoint.session.state import Session, start
from support.handouts import handout
from support.phone import Phone

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROUTINES = ("lower-back", "whole-set", "upper-back", "follow-the-pain", "stress")
ACTIONS = {
    "next": (Action.NEXT,),
    "sharp": (Action.HURTS, Action.ANSWER_1),
    "sore": (Action.HURTS, Action.ANSWER_4),
    "skip": (Action.HURTS, Action.NEXT),
}
STEER = """steps => {
    const routine = embedded("routine");
    let session = begin(routine, [], 0);
    const states = [];
    for (const [now, name] of steps) {
        session = advance(routine, session, now).session;
        if (session.mode === "over") break;
        if (name === "next") session = next(routine, session, now).session;
        else {
            session = hurts(routine, session, now).session;
            session = name === "skip" ? next(routine, session, now).session
                : answer(routine, session, name, now).session;
        }
        if (session.mode === "over") break;
        states.push(session.phases.map(phase => [phase.kind, phase.turn, phase.seconds]));
    }
    return states;
}"""

Steps = list[tuple[float, str]]
State = list[list[Any]]


def steps_of(chance: random.Random, seconds: float) -> Steps:
    """Return what somebody does, at moments that follow each other."""
    moments = sorted(chance.uniform(1, seconds) for _ in range(chance.randrange(1, 9)))
    return [(at, chance.choice(list(ACTIONS))) for at in moments]


def states_of_the_program(session: Session, steps: Steps) -> list[State]:
    """Return the phases still to come after each step, until nothing is left to do."""
    states = []
    for now, name in steps:
        session, _ = advance(session, now)
        if session.finished(now):
            break
        for action in ACTIONS[name]:
            session, _ = apply(session, action, now)
        if session.finished(now):
            break
        states.append([[str(e.kind), e.turn, e.seconds] for e in session.phases])
    return states


@pytest.mark.parametrize("name", ROUTINES)
@pytest.mark.long
def test_after_next_and_after_pain_the_same_phases_follow(
    browser: Browser, catalogue: Catalogue, tmp_path: Path, name: str
) -> None:
    whole = handout(catalogue, name)
    file = tmp_path / "page.html"
    file.write_text(phone_page(whole, {}), encoding="utf-8")
    phone = Phone(browser, file)
    chance = random.Random(name)  # noqa: S311  # the same steps at each run
    for _ in range(40):
        steps = steps_of(chance, whole.course.total_seconds)
        expected = states_of_the_program(start(whole.course, 0.0), steps)
        assert phone.page.evaluate(STEER, steps) == expected, steps
    phone.close()
