"""The plain lines tell all that the screen shows, before what it belongs to is over."""

from __future__ import annotations

import re

import pytest

from presspoint.phrases import KEYS, number_word, round_words
from presspoint.planning.phase_kind import PhaseKind
from presspoint.planning.plan import Plan
from presspoint.session.advance import advance
from presspoint.session.events import Event, EventKind
from presspoint.session.state import Session, start
from presspoint.storage.catalogue_file import load
from presspoint.terminal.display import Screen
from presspoint.terminal.plain_lines import Plain
from presspoint.terminal.screen.frame import frame
from presspoint.terminal.screen.layout import Slot, layout_of
from presspoint.terminal.screen.words import Beside
from support.plans import planned
from support.screens import drawn, moment, shown

CATALOGUE = load()
RULE = CATALOGUE.text("stop-rule")
SIZE = (100, 60)
TOLD = (Slot.PLACE, Slot.TITLE, Slot.WORDS, Slot.RULE, Slot.NEXT, Slot.SESSION)


def facts(session: Session, now: float) -> list[str]:
    """Every sentence on the screen but the countdown, its label, the bar, breath and the keys."""
    lines = drawn(frame(session, now, SIZE, Beside(stop_rule=RULE)))
    rounds = re.findall(r"Round \d of \d", "\n".join(lines))
    parts = [" ".join(lines[each] for each in layout_of(SIZE).rows(part)) for part in TOLD]
    text = re.sub(r" [━╾─]+ ", ". ", ". ".join(parts))
    sentences = re.split(r"(?<=[.?])\s+", text)
    return [
        " ".join(each.split()).strip(" .,") for each in (*rounds, *sentences) if each.strip(" .,")
    ]


def as_told(fact: str) -> str:
    """A fact as the plain lines have it: numbers of steps and rounds are words there."""
    shown = re.match(r"(Step|Round) (\d+) of (\d+)$", fact)
    if not shown:
        return fact
    what, number, count = shown[1], int(shown[2]), int(shown[3])
    if what == "Round":
        return round_words(number, count)
    return f"Step {number_word(number)} of {number_word(count)}"


@pytest.mark.parametrize(
    ("name", "choices"),
    [("lower-back", {}), ("lower-back", {"pain": "hip", "upper-back": "yes"}), ("pulsed", {})],
)
def test_everything_on_the_screen_was_told_in_a_line(
    name: str, choices: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    plan = planned(CATALOGUE, name, choices)
    shown_by_turn: dict[int, list[str]] = {}
    told_by_turn: dict[int, str] = {}
    at, plain, session = 0.0, Plain(RULE), start(plan.course, 0.0)
    plain.enter()
    assert capsys.readouterr().out == f"{KEYS}\n"
    for phase in plan.course.phases:
        session, events = advance(session, at + 1.0)
        for event in events:
            plain.tell(event)
        told = " ".join(capsys.readouterr().out.split())
        told_by_turn[phase.turn] = f"{told_by_turn.get(phase.turn, '')} {told}"
        shown_by_turn.setdefault(phase.turn, []).extend(facts(session, at + 1.0))
        at += phase.seconds
    told = ""
    for turn, shown_facts in shown_by_turn.items():
        told += told_by_turn[turn]
        assert [each for each in shown_facts if not is_told(each, told)] == []


def is_told(fact: str, told: str) -> bool:
    """Whether a fact was told, maybe of the other side; the time to go is told at each step."""
    if re.match(r"\d+:\d\d to go in all$", fact):
        return " to go. " in told
    other = {"left": "right", "right": "left"}
    swapped = re.sub(r"\b(left|right)\b", lambda side: other[side[0]], as_told(fact))
    return any(each.lower() in told.lower() for each in (as_told(fact), swapped))


def test_each_step_is_told_with_its_title_number_and_time(
    capsys: pytest.CaptureFixture[str],
) -> None:
    plan = planned(CATALOGUE)
    plain = Plain(RULE)
    _, events = advance(start(plan.course, 0.0), plan.course.total_seconds - 0.1)
    for event in events:
        plain.tell(event)
    lines = capsys.readouterr().out.split("\n")
    for title, begins in (
        ("Hands.", "Step two of four, nine minutes to go. Thumb web, left hand. LI4."),
        ("Lower back on the balls.", "Step three of four, six minutes to go. Now the lower back."),
        ("Leg or hip.", "Step four of four, three minutes to go. Now the back of the knee."),
    ):
        assert lines[lines.index(title) + 1].startswith(begins)
    assert "LI4 Joining Valley." in lines
    assert "Next: Thumb web, right hand." in lines


def test_the_keys_are_told_once_and_only_where_there_are_any(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Finding C1; a question mark tells them again, in one line (C4)."""
    plain = Plain(RULE)
    plain.enter()
    plain.enter()
    assert capsys.readouterr().out == f"{KEYS}\n"
    plain.help()
    assert capsys.readouterr().out == f"{KEYS}\n"
    Plain(RULE, has_keys=False).enter()
    assert capsys.readouterr().out == ""


def begun(plan: Plan, kind: PhaseKind) -> Event:
    phase = next(each for each in plan.course.phases if each.kind is kind)
    return Event(EventKind.BEGAN, phase, plan.course.turn(phase), phase.seconds)


def test_the_screen_shows_only_what_is_of_use_now() -> None:
    """Findings A15 to A17."""
    session = start(planned(CATALOGUE).course, 0.0)
    first = advance(session, moment(session, "find", 1.0))[0]
    assert shown(first, moment(session, "find", 1.0)).split("\n")[0].endswith("Get ready")
    letting_go = moment(session, "hold") + 50.0 + 1.0
    lines = shown(session, letting_go)
    assert lines.split("\n")[0].endswith("Stop pressing")
    assert "Press towards" not in lines
    knee = start(planned(CATALOGUE, "back-of-the-knees").course, 0.0)
    lines = shown(knee, moment(knee, "hold", 1.0), (100, 40))
    assert re.search(r"Round 1 of 2\n(.*\n)*  Back of the knee, left leg\n  BL40 ", lines)
    bed = start(planned(CATALOGUE, "bedtime").course, 0.0)
    assert "Keep circling" not in shown(bed, moment(bed, "release", 1.0))


def test_a_note_goes_after_ten_seconds_but_not_in_a_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Finding A26: "Longer, 31 seconds left." was there beside 0:17."""
    screen = Screen(RULE)
    monkeypatch.setattr(screen.painter, "paint", lambda _: None)
    session = start(planned(CATALOGUE).course, 0.0)
    screen.remark("Your computer may sleep.")
    for now, is_there in ((100.0, True), (109.0, True), (110.5, False)):
        screen.show(session, now, muted=False)
        assert bool(screen.remarks.words) == is_there
