"""What the screen shows, as plain text of a fixed size."""

from __future__ import annotations

import pytest

from presspoint.catalogue.routines import routine
from presspoint.catalogue.tables import Catalogue
from presspoint.cues.sentences import stays_out
from presspoint.session import controls, pausing
from presspoint.session.actions import Action
from presspoint.session.advance import advance, hold_back
from presspoint.session.modes import AskingAboutPain, Silence
from presspoint.session.state import Session, start
from presspoint.storage.catalogue_file import load
from presspoint.terminal.display import Screen
from presspoint.terminal.screen import frame, with_sound_off
from support.plans import every_choice, planned
from support.screens import STOP_RULE, drawn, moment, shown


@pytest.fixture
def session(catalogue: Catalogue) -> Session:
    return start(planned(catalogue).course, 0.0)


def test_a_hold_shows_what_matters_most_first(session: Session) -> None:
    assert shown(session, moment(session, "hold", 12)) == "\n".join(
        (
            " 0:38  Hold",
            "━━━━━━━━━━━━━━",
            "Thumb web, left hand  LI4 Joining Valley",
            "",
            "Breathe in  ●●",
            "A dull ache is fine.",
            "With your right thumb, feel the web of your left hand,",
            "between thumb and index finger. Slide to the long bone that",
            "leads to the index finger. The place is beside the middle of",
            "that bone, where it feels tender. Press towards that bone,",
            "slowly, until you feel a dull ache.",
            "",
            "Next: Thumb web, right hand.",
            "8:08 to go in all. Step 2 of 4, Hands",
            "━━━━━━━━━━━━━",
            "",
            "Any key pauses.  n next  b back  x it hurts  q stop  ? keys",
        )
    )


def test_a_pause_says_so_in_words_and_stands_still(session: Session) -> None:
    at = moment(session, "hold", 12)
    paused, _ = pausing.pause(advance(session, at)[0], at)
    assert shown(paused, at).startswith(" 0:38  PAUSED")
    assert "Space goes on.  n next" in shown(paused, at)
    assert shown(paused, at) == shown(paused, at + 500)


def test_going_on_counts_the_leaning_in(session: Session) -> None:
    at = moment(session, "hold", 12)
    paused, _ = pausing.pause(advance(session, at)[0], at)
    leaning, _ = pausing.resume(paused, at + 60)
    assert shown(leaning, at + 61).startswith(" 0:02  Press slowly")


def test_while_it_waits_it_shows_the_hold_to_come_and_asks(catalogue: Catalogue) -> None:
    session = start(planned(catalogue).course, 0.0, wait=True)
    at = moment(session, "exercise")
    waiting, _ = advance(session, at + 0.5)
    assert shown(waiting, at).startswith(" 0:40  READY?")
    assert "In place? Space begins." in shown(waiting, at)
    assert shown(waiting, at, note="In place? Space begins.").count("In place?") == 1
    assert "Space begins.  n next" in shown(waiting, at)
    assert shown(waiting, at, (20, 5)) == " 0:40  READY? Warm-…"


def test_nothing_shows_no_time_left_while_the_voice_is_heard_out(session: Session) -> None:
    session, _ = advance(session, 1.0)
    kept = hold_back(session, 25.0)
    assert shown(kept, 25.0).startswith(" 0:01  Get ready")


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (20, 5)])
def test_the_sound_being_off_shows_for_as_long_as_it_is(
    session: Session, size: tuple[int, int]
) -> None:
    for kind in ("move", "find", "exercise", "press", "hold", "release"):
        lines = drawn(with_sound_off(frame(session, moment(session, kind), size), size[0]), size)
        assert len([line for line in lines if line.endswith("sound off")]) == 1
        assert len(lines) <= size[1]
    hurting, at = asked(session)
    lines = drawn(with_sound_off(frame(hurting, at, size), size[0]), size)
    assert lines[0].endswith("sound off") or size == (20, 5), "the question stays whole"
    assert len(lines) <= size[1]


@pytest.mark.parametrize("kind", ["move", "find", "exercise", "press", "hold", "release"])
@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40), (30, 8), (500, 200)])
def test_every_phase_fits_every_size(session: Session, kind: str, size: tuple[int, int]) -> None:
    lines = drawn(frame(session, moment(session, kind), size, stop_rule=STOP_RULE), size)
    assert len(lines) <= size[1]
    assert max(map(len, lines)) <= size[0]
    assert any("to go in all. Step " in line for line in lines)


@pytest.mark.parametrize("name", load().table("routines"))
def test_the_whole_place_is_readable_at_40_by_12(catalogue: Catalogue, name: str) -> None:
    """While finding a place nothing of its words is cut off, for every hold of every routine."""
    for choices in every_choice(catalogue, routine(catalogue, name)):
        plan = planned(catalogue, name, choices)
        at = 0.0
        for phase in plan.course.phases:
            if phase.kind in {"find", "move", "rest"}:
                last_word = phase.text.split()[-1]
                assert last_word in shown(start(plan.course, 0.0), at, (40, 12)), phase.text
            at += phase.seconds


def test_a_tiny_screen_gets_one_line(session: Session) -> None:
    lines = drawn(frame(session, 0.0, (20, 5)), (20, 5))
    assert lines == [" 0:11  Get ready Wa…"]


def test_the_last_thing_a_key_did_stays_in_sight(session: Session) -> None:
    assert "Longer, 29 seconds to go." in shown(session, 1.0, note="Longer, 29 seconds to go.")


def asked(session: Session, kind: str = "hold") -> tuple[Session, float]:
    """Return the session with x pressed in the first phase of a kind, and when."""
    at = moment(session, kind, 2)
    return controls.apply(advance(session, at)[0], Action.HURTS, at)[0], at


def test_how_a_place_hurts_is_asked_instead_of_everything_else(session: Session) -> None:
    hurting, at = asked(session)
    assert shown(hurting, at, (80, 24), note="anything") == "\n".join(
        (
            " Let go now, slowly",
            "",
            "How does it feel?",
            "1 sharp",
            "2 numb",
            "3 spreading",
            "4 just sore",
            "",
            "Left out from now on: the thumb web.",
            "n go on  f I feel faint  q stop",
        )
    )
    assert shown(hurting, at) == shown(hurting, at + 500)


@pytest.mark.parametrize("name", load().table("routines"))
def test_the_question_and_its_answers_are_whole_at_any_size(
    catalogue: Catalogue, name: str
) -> None:
    plan = planned(catalogue, name)
    for number, turn in enumerate(plan.course.turns):
        hurting = start(plan.course, 0.0)._replace(mode=AskingAboutPain(number, Silence(0.0)))
        for size in ((40, 12), (30, 8), (20, 5)):
            lines = drawn(frame(hurting, 0.0, size), size)
            assert len(lines) <= size[1]
            words = " ".join(" ".join(lines).split())
            to_do = ("Let go", "Take your weight off") if turn.is_hold else ("Stop moving",)
            assert any(each in words for each in to_do)
            for answer in ("1 sharp", "2 numb", "3 spreading", "4 just sore"):
                assert answer in words
            if size == (40, 12):
                assert stays_out(turn) in words
                assert lines[-1] == "n go on  f I feel faint  q stop"


def test_a_screen_of_one_line_says_to_come_off(session: Session) -> None:
    assert drawn(frame(asked(session)[0], 0.0, (30, 1)), (30, 1)) == ["Let go. 1 sharp, 2 numb, 3"]


@pytest.mark.parametrize("answer", [Action.ANSWER_1, Action.ANSWER_4])
def test_the_words_of_an_answer_are_readable_at_40_by_12(session: Session, answer: Action) -> None:
    hurting, at = asked(session)
    words, _ = controls.apply(hurting, answer, at)
    lines = shown(words, at + 1, (40, 12))
    assert "Rest" in lines.splitlines()[0]
    assert words.phases[0].text in " ".join(lines.split("\n"))


def test_what_to_do_is_left_on_the_screen_that_comes_back(
    session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    for action, answer in (
        (Action.FAINT, None),
        (Action.HURTS, Action.ANSWER_2),
        (Action.HURTS, Action.ANSWER_4),
    ):
        display = Screen(STOP_RULE)
        display.enter()
        now, events = controls.apply(session, action, 0.0)
        if answer:
            now, events = controls.apply(now, answer, 0.0)
        for event in events:
            display.tell(event)
        display.leave()
        display.leave()
        left = " ".join(capsys.readouterr().out.partition("\x1b[?1049l")[2].split())
        assert left == ("" if answer is Action.ANSWER_4 else events[-1].text)


@pytest.mark.parametrize("action", [Action.HURTS, Action.AGAIN, Action.NEXT])
def test_the_keys_give_way_to_what_to_do_now(session: Session, action: Action) -> None:
    display = Screen(STOP_RULE)
    display.help()
    after, events = controls.apply(session, action, 0.0)
    for event in (*events, *advance(after, 0.0)[1]):
        display.tell(event)
    assert not display.show_keys
