"""This one hurts: off at once, never that place again, one question, and the right next step."""

from __future__ import annotations

import pytest

from presspoint import phrases
from presspoint.catalogue.pain_answers import pain_answers
from presspoint.cues.sentences import sentence
from presspoint.planning.course import PRESS_SECONDS, speaking_seconds
from presspoint.planning.plan import Plan
from presspoint.session import pausing
from presspoint.session.events import Event, EventKind
from presspoint.session.modes import AskingAboutPain
from presspoint.session.pain_stop import ANSWERS
from presspoint.session.state import restart_silence
from support.plans import planned, with_routine
from support.played import CATALOGUE, DOSE, EDGE, HIP, MIXED, PLAN, Played

RULE = "A dull ache is fine."
ADVICE = pain_answers(CATALOGUE)
SHARP, NUMB, SPREADING, SORE = ANSWERS
BACK = ("BL23", "BL52")
KINDS = ("move", "find", "press", "hold", "release")


def hurting(plan: Plan, kind: str, points: tuple[str, ...], into: float = 0.0) -> Played:
    """Return a session in which x was pressed, some seconds into a phase."""
    played = Played(plan).to(kind, points, into)
    played.press("hurts")
    return played


def last(played: Played, kind: str) -> Event:
    return [event for event in played.events if event.kind == kind][-1]


def held(played: Played) -> list[float]:
    return [event.seconds for event in played.events if event.kind == "held"]


def ahead(played: Played) -> list[tuple[str, str]]:
    """What is still to come, once it was answered: the kind of each phase and its place."""
    turns = [(each, played.plan.course.turns[each.turn]) for each in played.session.phases[1:]]
    names = [f"{turn.title}, {turn.where}" if turn.is_hold else turn.name for _, turn in turns]
    return [(phase.kind, name) for (phase, _), name in zip(turns, names, strict=True)]


def test_x_ends_the_hold_at_once_tells_how_to_come_off_and_asks() -> None:
    played = hurting(PLAN, "hold", BACK, 12.5)
    assert [event.kind for event in played.events[-2:]] == ["held", "hurts"]
    assert held(played)[-1] == 12.5
    assert sentence(played.events[-1], RULE) == (
        "Take your weight off slowly. "
        "Lift your hips, pull the balls out, and lower yourself slowly."
        " Left out from now on: the lower back."
        " How does it feel? 1 sharp, 2 numb, 3 spreading, 4 just sore."
    )


def test_nobody_rests_on_the_balls_that_hurt() -> None:
    played = hurting(PLAN, "hold", BACK, 12.5)
    played.press(SORE)
    first, second = played.session.phases[:2]
    assert (first.kind, first.leaves_position) == ("move", True)
    assert first.text.startswith("Lift your hips, pull the balls out")
    assert (second.kind, second.leaves_position) == ("rest", False)


def test_coming_off_and_answering_are_not_timed() -> None:
    played = hurting(PLAN, "hold", BACK, 12.5)
    left = played.session.seconds_left(played.now)
    assert played.session.next_change(played.now) == played.now + 60
    played.wait(3600)
    assert played.session.seconds_left(played.now) == left
    assert played.events[-1].kind == "reminder"
    assert sentence(played.events[-1], RULE) == ADVICE.question
    assert not played.finished


@pytest.mark.parametrize("kind", KINDS)
def test_in_every_phase_the_place_of_that_phase_is_left_out(kind: str) -> None:
    played = hurting(PLAN, kind, ("LI4",), 1.0)
    assert last(played, "hurts").turn.points == ("LI4",)
    assert not [name for _, name in ahead(played) if "LI4" in name]
    assert ahead(played)[0] == ("move", "BL23 with BL52, both sides")
    before = {"hold": [1.0], "release": [50.0], "move": [50.0]}  # it moves to the second hand
    assert held(played) == before.get(kind, [])


def test_in_a_rest_between_rounds_the_place_is_left_out() -> None:
    played = Played(MIXED).to("rest", ("BL23",))
    played.press("hurts")
    assert {name for _, name in ahead(played)} == {
        "LI4 Joining Valley, left hand",
        "LI4 Joining Valley, right hand",
    }


def test_a_movement_that_hurts_is_left_out_everywhere() -> None:
    played = Played(MIXED).to("exercise", (), 5.0)
    played.press("hurts")
    assert sentence(last(played, "hurts"), RULE).startswith(
        "Stop moving. Left out from now on: rocking."
    )
    assert "Rocking" not in [name for _, name in ahead(played)]
    assert held(played) == []


def test_both_sides_and_all_rounds_are_left_out() -> None:
    played = hurting(MIXED, "hold", ("LI4",), 3.0)
    assert not [name for _, name in ahead(played) if "LI4" in name]
    assert ahead(played)[0][1].startswith("Edge of the waist muscle")


def test_a_persons_own_place_is_left_out_with_the_point_that_it_is_at() -> None:
    for kind, points in (("hold", BACK), ("find", BACK)):
        played = hurting(MIXED, kind, points)
        assert not [name for _, name in ahead(played) if "BL23" in name or "Edge" in name]
    own = Played(MIXED)
    while not own.turn.zones:
        own.wait(1.0)
    own.press("hurts")
    assert not [name for _, name in ahead(own) if "BL52" in name]
    assert [name for _, name in ahead(own) if name.startswith("BL23")], "it has no own place here"


@pytest.mark.parametrize("keys", [["toggle"], ["toggle", "toggle"]])
def test_x_in_a_pause_and_while_leaning_in_keeps_the_seconds_held(keys: list[str]) -> None:
    played = Played(PLAN).to("hold", BACK, 12.0)
    for key in keys:
        played.press(key)
        played.wait(PRESS_SECONDS / 2)
    played.press("hurts")
    assert held(played)[-1] == 12.0
    assert isinstance(played.session.mode, AskingAboutPain)


def test_x_after_a_gap_keeps_what_was_held_before_it() -> None:
    played = Played(PLAN).to("hold", BACK, 12.0)
    played.press("gap")
    played.press("lead")
    played.wait(2.0)
    played.press("hurts")
    assert held(played)[-1] == 12.0


def test_what_was_pressed_before_x_still_counts_against_its_cap() -> None:
    played = hurting(PLAN, "hold", ("BL40",), 5.0)
    played.press("next")
    assert played.finished, "nothing but BL40 came after it"
    played = Played(HIP).to("release", BACK).to("hold", BACK)
    played.press("longer")
    played.to("find", ("GB30",))
    played.press("hurts")
    played.press(SORE)
    assert played.press("back") == ["full"]


@pytest.mark.parametrize("answer", [SHARP, SORE])
def test_after_an_answer_that_lets_it_go_on_its_words_come_then_the_next_place_in_full(
    answer: str,
) -> None:
    hurt = ADVICE.answers[ANSWERS.index(answer)]
    played = hurting(PLAN, "hold", ("LI4",), 12.0)
    assert played.press(answer) == ["answered"]
    assert last(played, "answered").answer == hurt
    assert sentence(last(played, "answered"), RULE) == "", "the rest that follows says it"
    played.wait(0.0)
    assert sentence(played.events[-1], RULE) == hurt.say
    words, move, find, press = played.session.phases[:4]
    assert (words.kind, words.seconds) == ("rest", speaking_seconds(hurt.say))
    assert (move.kind, find.kind, press.kind) == ("move", "find", "press")
    assert played.plan.course.turns[move.turn].points == BACK
    assert move.text == f"Take the two tennis balls. {played.plan.course.turns[move.turn].approach}"
    assert find.text == played.plan.course.turns[move.turn].instruction
    assert not played.session.paused


@pytest.mark.parametrize("answer", [NUMB, SPREADING])
def test_a_sign_of_a_nerve_ends_the_session_with_whom_to_ask(answer: str) -> None:
    played = hurting(PLAN, "hold", ("LI4",), 12.0)
    assert played.press(answer) == ["answered"]
    said = sentence(played.events[-1], RULE)
    assert "The session ends here" in said
    assert "emergency number" in said
    assert "clinician" in said
    assert played.finished
    assert held(played) == [12.0]


def test_without_an_answer_next_goes_on_in_full_too() -> None:
    played = hurting(PLAN, "hold", ("LI4",), 12.0)
    assert played.press("next") == ["next"]
    assert played.kinds[:4] == ["move", "find", "press", "hold"]
    assert played.turn.points == BACK


@pytest.mark.parametrize("key", ["toggle", "back", "longer", "shorter", "again", "hurts", "help"])
def test_any_other_key_asks_again_and_changes_nothing(key: str) -> None:
    played = hurting(PLAN, "hold", ("LI4",), 12.0)
    before = played.session
    played.wait(30.0)
    assert played.press(key) == ["hurts"]
    assert played.session == restart_silence(before, played.now)
    for control in (pausing.pause, pausing.resume, pausing.repeat_lead):
        assert control(before, played.now) == (before, (played.events[-1],))


@pytest.mark.parametrize("key", ANSWERS)
def test_an_answer_that_nobody_asked_for_pauses_as_any_key(key: str) -> None:
    played = Played(PLAN).to("hold", ("LI4",), 12.0)
    assert played.press(key) == ["paused"]
    assert played.press(key) == ["paused"]


@pytest.mark.parametrize("key", ["stop", "faint"])
def test_the_session_can_end_while_it_asks_and_tells_the_hold_once(key: str) -> None:
    played = hurting(PLAN, "hold", ("LI4",), 12.0)
    assert played.press(key) == [{"stop": "stopped"}.get(key, key)]
    assert held(played) == [12.0]


@pytest.mark.parametrize("key", ["next", SHARP, SORE])
def test_after_the_last_place_the_session_is_finished(key: str) -> None:
    played = hurting(PLAN, "hold", ("BL40",), 5.0)
    assert not played.finished
    earlier = len(played.events)
    played.press(key)
    played.wait(0.0)
    if key != "next":
        assert (played.kinds, played.session.phases[0].text != "") == (["rest"], True)
        played.wait(played.session.seconds_left(played.now))
    assert played.finished
    begun = [event.phase.kind for event in played.events[earlier:] if event.kind == "began"]
    assert begun == ([] if key == "next" else ["rest"])


def test_an_answer_can_be_corrected_while_its_words_are_said() -> None:
    played = hurting(PLAN, "hold", ("LI4",), 12.0)
    played.press(SORE)
    played.wait(2.0)
    assert played.press("hurts") == ["hurts"]
    assert last(played, "hurts").turn.points == ("LI4",)
    assert played.press(NUMB) == ["answered"]
    assert played.finished


def test_back_passes_over_what_is_out_to_the_place_before_it() -> None:
    played = Played(PLAN).to("hold", ("LI4",), 20.0)
    played.press("next")
    played.to("hold", BACK, 5.0)
    played.press("hurts")
    played.press(SORE)
    assert played.press("back") == ["back"]
    assert (played.turn.name, played.kinds[0]) == ("Thumb web, right hand", "move")
    played.to("hold", ("LI4",))
    played.press("next")
    assert [
        played.plan.course.turns[phase.turn].points for phase in played.session.phases[1:2]
    ] == [("BL40",)]


def test_back_with_nothing_before_it_says_the_words_again() -> None:
    steps = [{"title": "H", "position": "seated", "presses": [{"points": ["LI4"], "seconds": 30}]}]
    played = hurting(planned(with_routine(CATALOGUE, steps), "test"), "hold", ("LI4",), 3.0)
    played.press(SORE)
    before = played.session
    assert played.press("back") == ["again"]
    assert played.session == before
    say = f"{ADVICE.answers[3].say} {phrases.NOTHING_LEFT}"
    assert sentence(played.events[-1], RULE).endswith(say)


@pytest.mark.parametrize("keys", [("hurts", "next"), ("next",)])
def test_whoever_leaves_the_last_hold_is_told_that_nothing_else_is_left(
    keys: tuple[str, ...],
) -> None:
    steps = [{"title": "H", "position": "seated", "presses": [{"points": ["CV6"], "seconds": 30}]}]
    played = Played(planned(with_routine(CATALOGUE, steps), "test")).to("hold", ("CV6",), 3.0)
    for key in keys:
        played.press(key)
    said = [sentence(each, RULE) for each in played.events if each.kind is EventKind.NEXT]
    assert said == [phrases.NOTHING_LEFT]


def test_back_before_anything_but_what_is_out_leads_to_the_present_place() -> None:
    played = hurting(MIXED, "exercise", ())
    played.press("next")
    played.to("find", ("LI4",))
    assert played.press("back") == ["back"]
    assert played.turn.points == ("LI4",)


def test_where_the_place_that_led_into_a_position_is_out_the_next_one_leads_there() -> None:
    steps = [
        {"title": title, "position": position, "presses": [{"points": points, "seconds": 20}]}
        for title, position, points in (
            ("Edge", "seated", ["edge"]),
            ("Hands", "seated", ["LI4"]),
            ("Back", "lying-on-balls", ["BL52"]),
            ("Back again", "lying-on-balls", ["BL23"]),
        )
    ]
    catalogue = with_routine(CATALOGUE, steps, zones={"edge": {**EDGE, "hold": DOSE}})
    plan = planned(catalogue, "test")
    leads = [
        str(phase.kind)
        for phase in plan.course.phases
        if plan.course.turns[phase.turn].points == ("BL23",) and not phase.leaves_position
    ]
    assert "move" not in leads, "as planned, the place before it leads into its position"
    played = Played(plan)
    while played.kinds[0] != "hold":
        played.wait(1.0)
    played.press("hurts")
    played.press("next")
    assert (played.turn.points, played.kinds[0]) == (("LI4",), "move")
    leads = [kind for kind, name in ahead(played) if name.startswith("BL23")]
    assert leads[:3] == ["move", "find", "press"]
    played.to("hold", ("LI4",))
    assert RULE in sentence(played.events[-1], RULE), "the first hold that is not out"


@pytest.mark.parametrize(
    ("keys", "to"),
    [
        ([SORE, "next"], "Edge"),
        (["next"], "Edge"),
        ([SORE, "back"], "Rocking"),
        (["next", "back"], "Rocking"),
    ],
)
def test_no_key_after_coming_off_takes_the_position_for_reached(keys: list[str], to: str) -> None:
    played = hurting(MIXED, "hold", ("LI4",), 3.0)
    assert {turn.approach for turn in MIXED.course.turns[:4]} == {played.turn.approach}
    for key in keys:
        played.press(key)
    assert (played.turn.step_title, played.kinds[0]) == (to, "move")


def test_feeling_faint_ends_the_session_with_what_to_do() -> None:
    played = Played(PLAN).to("hold", BACK, 12.0)
    assert played.press("faint") == ["held", "faint"]
    assert held(played)[-1] == 12.0
    said = sentence(played.events[-1], RULE)
    assert said == CATALOGUE.text("faint")
    for words in ("lying down", "stand up or drive", "chest pain", "emergency number"):
        assert words in said


def test_there_is_an_answer_for_each_of_its_keys_and_its_words_name_the_days_of_rest() -> None:
    assert len(ADVICE.answers) == len(ANSWERS)
    assert [each.title for each in ADVICE.answers] == ["sharp", "numb", "spreading", "just sore"]
    assert [each.ends for each in ADVICE.answers] == [False, True, True, False]
    for each in ADVICE.answers:
        assert f"for {each.rest_days} days" in each.say
        assert len(each.say) <= 500
