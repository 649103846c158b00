"""What a person hears with eyes shut, each finding by its right value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from presspoint import phrases
from presspoint.catalogue.routines import routine
from presspoint.cues.codes import spell_out_codes
from presspoint.cues.hold_words import MOST_OF_A_HOLD, hold_words, speech_seconds
from presspoint.cues.sentences import sentence
from presspoint.phrases import about, round_words, time_to_go
from presspoint.planning.course import FASTEST_WORDS_A_MINUTE, hold
from presspoint.planning.plan import Plan
from presspoint.session.advance import advance
from presspoint.session.events import Event, EventKind
from presspoint.session.state import start
from presspoint.storage.catalogue_file import load
from presspoint.words import words_to_say
from support.cases import every
from support.plans import every_choice, planned, telling
from support.played import Played

CATALOGUE = load()
ROUTINES = tuple(CATALOGUE.table("routines"))
RULE, SOFT_RULE = CATALOGUE.text("stop-rule"), CATALOGUE.text("stop-rule-soft")
CHANNELS = {each: CATALOGUE.title("meridians", each) for each in CATALOGUE.ids("meridians")}
PLANS = {name: planned(CATALOGUE, name) for name in ROUTINES}
LOWER_BACK = PLANS["lower-back"]
PRESS = "Press now, slowly."


def events_of(plan: Plan) -> list[tuple[float, Event]]:
    """Every event of an undisturbed session, with its moment."""
    session, now, found = start(plan.course, 0.0), 0.0, []
    while True:
        session, events = advance(session, now)
        found += [(now, event) for event in events]
        following = session.next_change(now)
        if following is None or session.finished(now):
            return found
        now = following


def heard(plan: Plan) -> list[tuple[float, str]]:
    """What is said of a plan, with its moments."""
    said = ((at, sentence(event, RULE)) for at, event in events_of(plan))
    return [(at, spell_out_codes(words, CHANNELS)) for at, words in said if words]


HEARD = heard(LOWER_BACK)


def holds_of(plan: Plan) -> Iterator[Event]:
    return (e for _, e in events_of(plan) if e.kind == "began" and e.phase.kind == "hold")


def test_the_part_of_the_body_comes_first_then_the_side_and_the_code_once_last() -> None:
    """Finding F1: organs, first and again at each hold, the side last."""
    words = " ".join(said for _, said in HEARD)
    assert "Thumb web, left hand. Large Intestine 4. With your right thumb" in words
    assert "Thumb web, right hand. " in words
    for code in ("Large Intestine 4", "Bladder 23 with Bladder 52", "Bladder 40"):
        assert words.count(code) == 1
    assert not re.search(r"Joining Valley|Kidney|Bend Middle", words.replace("kidneys", ""))


@every("name", ROUTINES)
def test_every_place_is_called_by_a_part_of_the_body_with_its_side(name: str) -> None:
    for choices in every_choice(CATALOGUE, routine(CATALOGUE, name)):
        for turn in planned(CATALOGUE, name, choices).course.turns:
            if turn.is_hold:
                assert not re.search(r"[A-Z]{2}\d|\{", turn.called)
                sides = {"left": ", left ", "right": ", right ", "both": ", both sides"}
                assert sides.get(turn.side or "", "") in turn.called


def test_the_opening_says_what_it_is_how_long_and_how_to_stop() -> None:
    """Finding F4: the first words were "Move. Lie on your back"."""
    assert HEARD[0] == (
        0.0,
        "For a sore lower back. Ten minutes in all. Any key pauses. x means it hurts. "
        "Breathe out as you press.",
    )
    told = planned(CATALOGUE, "lower-back", {}, telling("osteoporosis", provider_agreed=True))
    assert " Left out today: warm-up, " in heard(told)[0][1]


def test_each_step_and_each_move_says_what_comes() -> None:
    """Findings F3, F5, C1: nothing said which step, how long, or what next."""
    said = [words for _, words in HEARD]
    opened = [words for words in said if words.startswith("Step ")]
    assert [words.partition(". ")[0] for words in opened] == [
        "Step one of four",
        "Step two of four, nine minutes to go",
        "Step three of four, six minutes to go",
        "Step four of four, three minutes to go",
    ]
    assert "Now a movement: warm-up." in opened[0]
    assert "Now the lower back. Take the two tennis balls." in opened[2]
    assert "Now the back of the knee." in opened[3]


@every("name", ROUTINES)
def test_the_time_to_go_that_a_step_says_is_true(name: str) -> None:
    for at, event in events_of(PLANS[name]):
        if event.kind == "began" and event.phase.opens_step and event.phase.turn:
            to_go = PLANS[name].course.total_seconds - at
            assert f", {time_to_go(to_go)}." in sentence(event, RULE)


def test_rounds_are_told_at_the_side_they_are_on() -> None:
    """Findings A15 and F5: the listener has just done the left knee."""
    said = [words for _, words in HEARD]
    assert "Left knee again, second and last time." in said
    assert "Right knee again, second and last time." in said
    assert any(
        words.endswith("one finger-width, never towards ribs or spine. Second and last time.")
        for words in said
    )
    assert [round_words(number, 3) for number in (1, 2, 3)] == [
        "first of three times",
        "second of three times",
        "third and last time",
    ]
    assert round_words(1, 1) == ""


@every("name", ROUTINES)
def test_a_movement_has_a_halfway_three_ticks_an_end_and_no_long_silence(name: str) -> None:
    """Finding F3: 57 seconds of silence, no ticks, no end."""
    told = events_of(PLANS[name])
    for begins, event in told:
        phase = event.phase
        if event.kind != "began" or phase.kind != "exercise":
            continue
        inside = [(at, e) for at, e in told if e.phase is phase]
        assert [e.kind for _, e in inside][-3:] == ["count"] * 3
        assert "halfway" in {e.kind for _, e in inside}
        spoken = [at for at, e in inside if sentence(e, RULE)]
        edges = [*spoken, begins + phase.seconds]
        assert max(b - a for a, b in pairwise(edges)) <= 30
        end = next(e for at, e in told if at == edges[-1] and e.kind == "began")
        assert sentence(end, RULE) == "That is enough."


def test_the_stop_rule_is_short_enough_and_whole_once() -> None:
    """Findings F2 and 8.1."""
    for rule in (RULE, SOFT_RULE):
        assert words_to_say(rule) * 60 / FASTEST_WORDS_A_MINUTE <= 5
    words = [said for _, said in HEARD if said.startswith("Hold. ")]
    assert [RULE in said for said in words] == [True] + [False] * (len(words) - 1)
    assert all(said.endswith("Dull ache only.") for said in words[1:])


@every("name", ROUTINES)
def test_speech_takes_at_most_half_of_any_hold_and_the_side_stays(name: str) -> None:
    for choices in every_choice(CATALOGUE, routine(CATALOGUE, name)):
        plan = planned(CATALOGUE, name, choices)
        told = [event for _, event in events_of(plan)]
        for event in holds_of(plan):
            said = [sentence(e, RULE) for e in told if e.phase is event.phase]
            assert sum(map(speech_seconds, said)) <= MOST_OF_A_HOLD * event.phase.seconds
            where = event.turn.side if event.turn.side in {"left", "right"} else ""
            assert where in said[0].lower()


@pytest.mark.parametrize(
    ("seconds", "beginning", "halfway"),
    [
        (
            60,
            "Hold. Thumb web, left hand, one minute to go. Dull ache only.",
            "Halfway, 30 seconds to go.",
        ),
        (14, "Hold. Thumb web, left hand, 14 seconds to go. Dull ache only.", ""),
        (9, "Hold. Thumb web, left hand. Dull ache only.", ""),
        (5, "Left hand. Dull ache only.", ""),
    ],
)
def test_numbers_give_way_first_and_the_side_and_the_rule_never(
    seconds: float, beginning: str, halfway: str
) -> None:
    turn = next(turn for turn in LOWER_BACK.course.turns if turn.is_hold)
    words = hold_words(hold(1, seconds), turn, RULE)
    assert words.beginning == beginning
    assert words.halfway in {halfway, phrases.HALFWAY, ""}
    assert words.halfway == halfway or not halfway


@pytest.mark.parametrize(
    ("name", "choices", "words"),
    [
        (
            "lower-back",
            {},
            {"Press now, slowly.", "Let your weight down slowly.", "Press now, softly."},
        ),
        ("lower-back", {"pain": "hip"}, {"Press now, slowly.", "Let your weight down slowly."}),
        ("bedtime", {}, {"Circle now, slowly."}),
        (
            "five-places",
            {},
            {"Let your weight down slowly.", "Press now, softly.", "Knead now, softly."},
        ),
        ("relaxing", {}, {"Touch lightly now.", "Circle now, slowly.", "Press now, softly."}),
        ("foot-ball", {}, {"Let your foot down slowly."}),
        ("desk", {}, {PRESS, "Lean onto the ball slowly."}),
    ],
)
def test_the_verb_fits_what_presses(name: str, choices: dict[str, str], words: set[str]) -> None:
    """Findings F6 and 8.3: "Lean in." for a fingertip that circles."""
    told = events_of(planned(CATALOGUE, name, choices))
    begun = [e for _, e in told if e.kind == "began" and e.phase.kind == "press"]
    assert {sentence(event, RULE) for event in begun} == words


@every("name", ROUTINES)
def test_no_word_that_eyes_shut_would_act_on(name: str) -> None:
    """Findings F6, F7, 8.2 to 8.4."""
    for _, words in heard(PLANS[name]):
        assert not re.search(r"\b[Ll]ean in\b|[Ee]ase off|[Cc]ome off|Move\.", words)
        assert not re.search(r"\b(seconds?|minutes?) left\b|\b(60|90|120|180) seconds", words)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (8, "ten seconds"),
        (72, "one minute"),
        (100, "a minute and a half"),
        (130, "two minutes"),
        (150, "two and a half minutes"),
        (400, "seven minutes"),
        (623, "ten minutes"),
        (720, "12 minutes"),
    ],
)
def test_times_in_all_are_said_as_people_say_them(seconds: float, words: str) -> None:
    assert about(seconds) == words.replace("ten seconds", "10 seconds")


def test_leaving_a_hold_by_a_key_says_how_to_let_go() -> None:
    """Findings C6, 8.53; of what lies under the weight of the body nobody can let go."""
    said = {key: sentence(pressed(key, "hold"), RULE) for key in ("pause", "back", "stop", "hurts")}
    weight = "Take your weight off slowly."
    assert said["pause"] == (
        f"Paused. {weight} Lower back, both sides, 40 seconds to go. "
        "Space goes on. x: it hurts. f: faint."
    )
    assert said["back"] == f"Back. {weight}"
    off = f"{weight} Lift your hips, pull the balls out, and lower yourself slowly."
    assert said["stop"] == f"Stopped. {off}"
    assert said["hurts"].startswith(f"{off} Left out from now on: the lower ")
    played = Played(LOWER_BACK).to("hold", ("BL23", "BL52"), 10.0)
    played.press("next")
    played.wait(0.0)
    assert [sentence(event, RULE) for event in played.events[-2:]] == ["Next.", weight]


@pytest.mark.parametrize("name", ROUTINES)
def test_a_hold_ends_by_letting_go_or_by_taking_off_the_weight_as_it_began(name: str) -> None:
    for turn in filter(lambda each: each.is_hold, PLANS[name].course.turns):
        lies_on_it = any(word in turn.begin for word in ("weight down", "Lean onto", "foot down"))
        assert turn.end == ("Take your weight off slowly." if lies_on_it else "Let go slowly.")


@pytest.mark.parametrize("kind", ["move", "find", "release"])
def test_only_what_is_pressed_is_let_go_and_counted(kind: str) -> None:
    """Findings C6, 8.53: seconds that are not the hold's."""
    for key in ("pause", "stop", "back"):
        words = sentence(pressed(key, kind), RULE)
        assert "Let go" not in words
        assert "to go" not in words


def pressed(key: str, kind: str) -> Event:
    """The event of a key, ten seconds into a hold of the lower back, or in another phase of it."""
    into = 10.0 if kind == "hold" else 1.0
    played = Played(LOWER_BACK).to(kind, ("BL23", "BL52"), into)
    played.press(key)
    return played.events[-1]


def test_said_again_it_names_place_and_time() -> None:
    """Finding C5."""
    again = sentence(pressed("again", "hold"), RULE)
    assert again.startswith("Lower back, both sides, 40 seconds to go. ")
    lead = sentence(pressed("again", "find"), RULE)
    assert lead.startswith("Lower back, both sides, first of two times, 50 seconds. ")


def test_x_in_a_movement_speaks_of_the_movement() -> None:
    """Finding A13."""
    played = Played(LOWER_BACK)
    while played.kinds[0] != "exercise":
        played.wait(1.0)
    played.press("hurts")
    asked = sentence(played.events[-1], RULE)
    assert asked.startswith("Stop moving. Left out from now on: warm-up. ")
    played.press("answer-4")
    assert "movement" in played.session.phases[0].text
    assert "press" not in played.session.phases[0].text


def test_going_on_begins_the_hold_in_its_own_words() -> None:
    played = Played(LOWER_BACK).to("hold", ("BL23", "BL52"), 10.0)
    played.press("pause")
    played.press("resume")
    assert sentence(played.events[-1], RULE) == "Going on. Let your weight down slowly."


@every("kind", tuple(EventKind))
def test_no_brace_is_left_in_any_sentence(kind: EventKind) -> None:
    for phase in LOWER_BACK.course.phases:
        event = Event(kind, phase, LOWER_BACK.course.turn(phase), 10.0, total_seconds=90.0)
        assert "{" not in sentence(event, RULE)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("desk", "stay seated"),
        ("bedtime", "stay lying down"),
        ("waist-belly-hip", "sit or lie down at once"),
    ],
)
def test_what_to_do_when_dizzy_fits_the_last_position(name: str, words: str) -> None:
    """Finding 8.42."""
    assert words in PLANS[name].course.turns[-1].posture.after
