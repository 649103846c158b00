"""A person's own note in a session: shown below our words, never in their place, never spoken."""

from __future__ import annotations

import pytest

from presspoint.session.advance import advance
from presspoint.session.state import start
from presspoint.storage.catalogue_file import load
from presspoint.terminal.plain_lines import Plain
from presspoint.terminal.screen.frame import frame
from presspoint.terminal.screen.words import Beside
from support.cases import every
from support.plans import planned
from support.screens import drawn

CATALOGUE = load()
COURSE = planned(CATALOGUE).course
NOTES = {"LI4": "mine is a thumb lower", "BL52": "wider", "SI3": "not in this routine"}
LONG = dict.fromkeys(("LI4", "BL23", "BL52", "BL40"), "all the way to the end of it " * 6)


def test_the_note_is_shown_while_the_place_is_looked_for_and_held() -> None:
    session, at, kinds = start(COURSE, 0.0), 0.0, set[str]()
    for phase in COURSE.phases:
        text = "\n".join(drawn(frame(session, at + 0.5, (80, 24), Beside(own_notes=NOTES))))
        if "Your note: mine is a thumb lower" in text:
            assert "LI4" in session.turn(phase).points
            kinds.add(phase.kind)
        at += phase.seconds
    assert kinds == {"find", "press", "hold"}


@every("size", [(80, 24), (120, 40), (60, 24), (40, 12), (30, 8), (20, 5), (100, 30), (58, 18)])
def test_no_note_takes_the_place_of_our_words(size: tuple[int, int]) -> None:
    session, at = start(COURSE, 0.0), 0.0
    for phase in COURSE.phases:
        for into in (0.1, phase.seconds / 2, phase.seconds - 0.1):
            before = drawn(frame(session, at + into, size))
            after = drawn(frame(session, at + into, size, Beside(own_notes=LONG)))
            assert all(ours in theirs for ours, theirs in zip(before, after, strict=True))
        at += phase.seconds


def test_a_line_tells_it_once_a_place(capsys: pytest.CaptureFixture[str]) -> None:
    plain, session, at = Plain("", NOTES), start(COURSE, 0.0), 0.0
    for phase in COURSE.phases:
        session, events = advance(session, at + 1.0)
        for event in events:
            plain.tell(event)
        at += phase.seconds
    lines = capsys.readouterr().out.splitlines()
    assert [each for each in lines if "note" in each] == [
        "Your note: mine is a thumb lower",
        "Your note: wider",
    ]
