"""The drawing of the place that a session is at: where it stands, when, and of nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

import pytest

from presspoint import phrases
from presspoint.catalogue.routines import routine
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import StorageError
from presspoint.pictures.sheet import Sheet
from presspoint.planning.course import Course, Turn
from presspoint.planning.phase_kind import PhaseKind
from presspoint.run.drawings import session as session_drawings
from presspoint.run.drawings.session import UNREADABLE, course_sheets, show_drawings
from presspoint.session import controls, pausing
from presspoint.session.actions import Action
from presspoint.session.advance import advance
from presspoint.session.events import EventKind
from presspoint.session.modes import Silence, WaitingForKey
from presspoint.session.state import Session, current_event, start
from presspoint.storage.catalogue_file import load
from presspoint.storage.pictures_file import load as load_atlas
from presspoint.terminal import display, pictures
from presspoint.terminal.cells import cell_width
from presspoint.terminal.display import Screen
from presspoint.terminal.plain_lines import Plain
from presspoint.terminal.screen import painter
from presspoint.terminal.screen.drawings import Drawings
from presspoint.terminal.screen.frame import frame
from presspoint.terminal.screen.layout import enlarged_layout_of, layout_of
from presspoint.terminal.screen.words import Beside
from support.cases import every
from support.plans import every_choice, planned, telling, with_routine
from support.played import EDGE, MIXED, SMALL
from support.screens import STOP_RULE, drawn, moment

CATALOGUE, ATLAS = load(), load_atlas()
COURSE = planned(CATALOGUE).course
DRAWINGS = Drawings(dict(course_sheets(CATALOGUE, COURSE)), "braille")
BESIDE = Beside(stop_rule=STOP_RULE, drawings=DRAWINGS)
DOTS = re.compile("[\u2801-\u28ff]")
SIZES = [(76, 20), (80, 24), (100, 30), (120, 40), (200, 60), (60, 40), (40, 40)]
SMALLER = [(34, 12), (40, 12), (57, 23), (58, 24), (75, 30), (76, 19), (60, 20), (30, 8)]
OTHER = {"left": "right", "right": "left"}


def courses() -> Iterator[Course]:
    """Yield the course of every routine with every choice, and of people with conditions."""
    for name in CATALOGUE.table("routines"):
        for choices in every_choice(CATALOGUE, routine(CATALOGUE, name)):
            yield planned(CATALOGUE, name, choices).course
        for condition in ("osteoporosis", "blood-thinners", "clot-history", "varicose-veins"):
            yield planned(CATALOGUE, name, {}, telling(condition, provider_agreed=True)).course


def shows_a_drawing(session: Session, now: float, beside: Beside = BESIDE) -> bool:
    return bool(DOTS.search("\n".join(drawn(frame(session, now, (80, 24), beside)))))


def is_of(turn: Turn, sheet: Sheet) -> bool:
    """Whether a sheet's targets are the places of a turn, all of them, on its side alone."""
    crop = sheet.crop
    codes = (*turn.points, *turn.zones)
    marks = [mark for code in codes for mark in ATLAS.marks(code) if mark.crop.name == crop.name]
    crops_of = ({mark.crop.name for mark in ATLAS.marks(code)} for code in codes)
    are_all_there = all(crop.name in each for each in crops_of)
    right_of_middle = {crop.shows: {1}, OTHER[crop.shows]: {-1}}.get(turn.side or "", {1, -1})
    ways = right_of_middle if crop.is_both else {1}
    expected = {(at.x * way, at.y) for at in (mark.at for mark in marks) for way in ways}
    is_side_shown = crop.is_both or sheet.mirrored == (turn.side == OTHER[crop.shows])
    return (
        are_all_there
        and is_side_shown
        and {tuple(target.at) for target in sheet.targets} == expected
    )


def test_every_place_that_is_pressed_is_drawn_and_nothing_else_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(session_drawings, "load", lambda: ATLAS)  # else read anew for each course
    seen = set()
    for course in courses():
        sheets = dict(course_sheets(CATALOGUE, course))
        assert set(sheets) == {n for n, turn in enumerate(course.turns) if turn.is_hold}
        for number, sheet in sheets.items():
            turn = course.turns[number]
            seen.add((turn.points, turn.zones, turn.side))
            assert {target.kind for target in sheet.targets} == {"guided"}
            assert is_of(turn, sheet), (turn.title, turn.side, sheet.targets)
    assert len(seen) >= 40


def test_an_own_place_is_drawn_at_its_point_and_one_of_no_point_is_not() -> None:
    sheets = dict(course_sheets(with_edge(), MIXED.course))
    turns = MIXED.course.turns
    edge = next(number for number, turn in enumerate(turns) if turn.zones == ("edge",))
    at = next(mark.at for mark in ATLAS.marks("BL52") if mark.crop == sheets[edge].crop)
    assert {abs(target.at.x) for target in sheets[edge].targets} == {abs(at.x)}
    assert not any(target.label for target in sheets[edge].targets)
    nowhere = with_edge(at="")
    assert edge not in dict(course_sheets(nowhere, MIXED.course))


def with_edge(**changes: str) -> Catalogue:
    return with_routine(CATALOGUE, [], zones={"edge": {**EDGE, **changes}})


def test_it_is_drawn_while_a_place_is_found_pressed_and_let_go_and_no_longer() -> None:
    at, session = 0.0, start(COURSE, 0.0)
    for phase in COURSE.phases:
        is_at_place = session.turn(phase).is_hold and not phase.leaves_position
        is_at_place &= phase.kind not in {PhaseKind.REST, PhaseKind.EXERCISE}
        assert shows_a_drawing(session, at + 0.1) == is_at_place, phase
        at += phase.seconds
    assert not shows_a_drawing(session, COURSE.total_seconds)


def test_what_hurt_is_drawn_no_more() -> None:
    at = moment(start(COURSE, 0.0), "hold", 5.0)
    session, _ = advance(start(COURSE, 0.0), at)
    assert shows_a_drawing(session, at)
    hurting, _ = controls.apply(session, Action.HURTS, at)
    assert not shows_a_drawing(hurting, at)
    sore, _ = controls.apply(hurting, Action.ANSWER_4, at)
    first = sore.phases[0]
    assert sore.turn(first).points == ("LI4",), "its words are of the place that hurt"
    assert not shows_a_drawing(sore, at + 0.1)
    for into in range(0, int(sore.seconds_left(at)), 3):
        if shows_a_drawing(sore, at + into):
            assert "LI4" not in sore.turn(sore.current_phase(at + into)[0]).points


@every("size", SIZES)
def test_all_else_stands_where_it_stood_without_a_drawing(size: tuple[int, int]) -> None:
    area = layout_of(size).picture
    assert area
    session = start(COURSE, 0.0)
    for second in range(0, int(COURSE.total_seconds), 3):
        session, _ = advance(session, second + 0.5)
        with_it = frame(session, second + 0.5, size, BESIDE)
        without = drawn(frame(session, second + 0.5, size, BESIDE._replace(drawings=None)))
        lines = drawn(with_it)
        for number, before in enumerate(without):
            is_beside = area.top <= number < area.top + area.rows
            assert (lines[number][: area.left].rstrip() if is_beside else lines[number]) == before
        assert len(lines) == len(without)
        assert max(map(cell_width, lines)) <= size[0]


@every("size", [*SIZES, *SMALLER])
@pytest.mark.long
def test_enlarged_it_fits_and_the_time_and_the_keys_are_there(size: tuple[int, int]) -> None:
    session, layout = start(COURSE, 0.0), enlarged_layout_of(size)
    for second in range(0, int(COURSE.total_seconds), 3):
        session, _ = advance(session, second + 0.5)
        paused, _ = pausing.pause(session, second + 0.5)
        number = session.current_phase(second + 0.5)[0].turn
        for each in (session, paused):
            beside = BESIDE._replace(enlarged=number, note="Longer.", remark="It may sleep.")
            lines = drawn(frame(each, second + 0.5, size, beside))
            assert max(map(cell_width, lines)) <= size[0]
            assert len(lines) <= size[1]
            if layout:
                assert "█" in "\n".join(lines) or re.search(r"\d:\d\d", "\n".join(lines))
            if each is paused:
                assert "PAUSED" in "\n".join(lines)
    assert layout or size in {(30, 8), (20, 5)}


def test_enlarged_it_is_larger_and_says_where_the_place_is_and_when_to_stop() -> None:
    session = start(COURSE, 0.0)
    at = moment(session, "hold", 5.0)
    number = session.current_phase(at)[0].turn
    small = drawn(frame(session, at, (80, 24), BESIDE))
    large = drawn(frame(session, at, (80, 24), BESIDE._replace(enlarged=number)))
    areas = layout_of((80, 24)).picture, enlarged_layout_of((80, 24)).picture  # type: ignore[union-attr]
    assert areas[0] and areas[1] and areas[1].columns > areas[0].columns * 1.5  # noqa: PT018
    marks = [len(re.findall("[\u2820-\u28ff]", line)) for line in (*small, *large)]
    assert sum(marks[len(small) :]) > sum(marks[: len(small)])
    words = " ".join(" ".join(line[:27].split()) for line in large)
    assert "Thumb web, left hand" in words
    assert "A dull ache is fine." in words
    assert "The back of the hand, beside" in words
    assert large[-1].strip().startswith("Any key pauses")


@every("size", [(58, 24), (64, 30), (75, 40), (76, 20), (80, 24), (120, 40)])
def test_enlarged_it_says_whole_sentences_or_none(size: tuple[int, int]) -> None:
    session = start(COURSE, 0.0)
    for second in range(0, int(COURSE.total_seconds), 5):
        session, _ = advance(session, second + 0.5)
        number = session.current_phase(second + 0.5)[0].turn
        lines = drawn(frame(session, second + 0.5, size, BESIDE._replace(enlarged=number)))
        if "Next: " not in "\n".join(lines):
            assert "…" not in "\n".join(lines)


def test_enlarged_it_says_what_a_key_is_waited_for() -> None:
    press = next(n for n, each in enumerate(COURSE.phases) if each.kind is PhaseKind.PRESS)
    waiting = start(COURSE, 0.0)._replace(mode=WaitingForKey(press, Silence(0.0)))
    beside = BESIDE._replace(enlarged=COURSE.phases[press].turn)
    text = "\n".join(drawn(frame(waiting, 0.0, (80, 24), beside)))
    assert phrases.IN_PLACE in text
    assert "READY?" in text
    assert "back of left hand" in text


def test_it_is_drawn_once_for_a_turn_and_a_size() -> None:
    session, drawings = start(COURSE, 0.0), Drawings(DRAWINGS.sheets, "braille")
    at, area = moment(session, "hold", 1.0), layout_of((80, 24)).picture
    assert area
    number = session.current_phase(at)[0].turn
    first = drawings.lines(number, area)
    assert drawings.lines(number, area) is first
    assert drawings.lines(number, area, is_near=True) is not first


def test_while_a_hold_counts_down_nothing_of_it_is_written(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(painter, "screen_size", lambda: (80, 24))
    monkeypatch.setattr(painter, "output_waits", lambda: False)
    session, screen = start(COURSE, 0.0), painter.Painter()
    at = moment(session, "hold", 1.0)
    screen.paint(frame(session, at, (80, 24), BESIDE))
    assert DOTS.search(capsys.readouterr().out)
    for second in range(1, 30):
        screen.paint(frame(session, at + second, (80, 24), BESIDE))
    assert not DOTS.search(capsys.readouterr().out)


class Shown:
    """A screen with drawings, at a moment of lower-back, on a terminal of a size."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int] = (80, 24)) -> None:
        monkeypatch.setattr(display, "screen_size", lambda: size)
        self.screen, self.session = Screen(STOP_RULE), start(COURSE, 0.0)
        self.screen.drawings = DRAWINGS
        self.frames: list[str] = []
        monkeypatch.setattr(
            self.screen.painter, "paint", lambda each: self.frames.append("\n".join(drawn(each)))
        )

    def press_v(self, kind: str) -> str:
        """Return what the key answers in the first phase of a kind."""
        at = moment(self.session, kind, 1.0)
        said = self.screen.enlarge(self.session, at)
        self.screen.show(self.session, at, muted=False)
        return said

    @property
    def is_large(self) -> bool:
        return "Next: " not in self.frames[-1]


def test_v_shows_the_picture_alone_and_v_again_the_instruction(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = Shown(monkeypatch)
    assert shown.press_v("hold") == ""
    assert shown.is_large
    assert shown.press_v("hold") == ""
    assert not shown.is_large


def test_no_new_instruction_and_no_list_of_keys_is_hidden_by_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = Shown(monkeypatch)
    shown.press_v("hold")
    following = moment(shown.session, "hold", 60.0)
    shown.screen.show(shown.session, following, muted=False)
    assert "Next: " in shown.frames[-1]
    at = moment(shown.session, "hold", 2.0)
    again = current_event(EventKind.AGAIN, shown.session, at)
    for closes in (partial(shown.screen.tell, again), shown.screen.help):
        shown.screen.enlarged, shown.screen.shows_keys = None, False
        shown.press_v("hold")
        closes()
        shown.screen.show(shown.session, at, muted=False)
        assert "the back of the left hand" not in shown.frames[-1] or "Next: " in shown.frames[-1]


def test_v_says_why_there_is_no_larger_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    assert phrases.NO_PLACE in Shown(monkeypatch).press_v("exercise")
    assert Shown(monkeypatch, (30, 8)).press_v("hold") == phrases.NO_ROOM
    shown = Shown(monkeypatch)
    shown.screen.drawings = None
    assert shown.press_v("hold") == phrases.PICTURES_OFF
    assert phrases.PICTURES_OFF in shown.frames[-1]
    shown.screen.drawings = Drawings({}, "braille")
    assert shown.press_v("hold") == phrases.NO_PICTURE
    assert phrases.NO_PICTURE in shown.frames[-1]


def test_plain_lines_and_the_ear_are_told_where_the_place_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    plain, session = Plain(STOP_RULE), start(COURSE, 0.0)
    for kind in ("hold", "exercise"):
        at = moment(session, kind, 1.0)
        words = plain.enlarge(session, at)
        plain.tell(current_event(EventKind.VIEW, session, at, words))
    assert capsys.readouterr().out.splitlines() == [
        "Thumb web, left hand. The back of the hand, beside the middle of the bone that leads to "
        "the index finger.",
        "Warm-up. You move; no place is pressed.",
    ]


def test_what_two_places_have_in_common_is_said_once() -> None:
    places = {turn.place for turn in COURSE.turns if turn.points == ("BL23", "BL52")}
    (words,) = places
    assert words.count("The waist") == words.count("hip bones") == 1
    assert words.endswith("two finger-widths from the spine and four finger-widths from the spine.")


@every("problem", [StorageError("x"), OSError("x"), ValueError("x"), KeyError("x")])
def test_a_session_needs_no_pictures(monkeypatch: pytest.MonkeyPatch, problem: Exception) -> None:
    def fail() -> None:
        raise problem

    monkeypatch.setattr(session_drawings, "form", lambda _: "braille")
    monkeypatch.setattr(session_drawings, "load", fail)
    screen = Screen(STOP_RULE)
    assert show_drawings(screen, CATALOGUE, SMALL.course, "on") == UNREADABLE
    assert screen.drawings is None


def test_pictures_that_are_off_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_drawings, "load", pytest.fail)
    monkeypatch.setattr(pictures, "draws_columns", lambda: True)
    assert show_drawings(Screen(STOP_RULE), CATALOGUE, SMALL.course, "off") == ""
