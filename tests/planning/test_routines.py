"""The shipped routines: a trial's own dose, rhythms with a beat, what of the facts they cover."""

from __future__ import annotations

import tomllib
from copy import deepcopy
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint.catalogue.routines import Press, Rhythm, rhythm, routine, routines
from presspoint.catalogue.tables import PLACE_KINDS, Catalogue, CatalogueError
from presspoint.cues.rhythm import beat
from presspoint.cues.sentences import sentence
from presspoint.planning.course import hold
from presspoint.planning.plan import Plan
from presspoint.session import pausing
from presspoint.session.advance import advance
from presspoint.session.state import Session, start
from presspoint.storage.catalogue_file import load
from support.cases import every
from support.plans import every_choice, planned, telling, with_routine
from support.played import PRESSES, Played
from support.screens import moment, shown

CATALOGUE = load()
RELAXING = planned(CATALOGUE, "relaxing")
PULSED = planned(CATALOGUE, "pulsed")
TRIAL_CAPS = {"relaxing": 180}
BEAT = "Five seconds on, one second off, again and again."
HANDS = {"title": "Hands", "position": "seated"}

# Whole minutes, from the quickest answers to the slowest.
MINUTES = {
    "lower-back": (9, 11),
    "simple": (7, 11),
    "chronic-daily": (6, 9),
    "desk": (5, 7),
    "upper-back": (8, 10),
    "five-places": (8, 11),
    "sciatica": (6, 8),
    "lower-back-legs": (9, 11),
    "evening": (5, 8),
    "relaxing": (30, 33),
    "pulsed": (11, 13),
    "follow-the-pain": (3, 8),
    "morning-evening": (4, 8),
    "heat-and-stretch": (4, 6),
    "foot-ball": (4, 6),
    "foot-soles": (4, 6),
    "bedtime": (4, 6),
    "back-of-the-knees": (3, 5),
    "whole-set": (18, 22),
    "back-and-feet": (13, 17),
    "shoulders-and-hands": (8, 10),
    "stiffness": (7, 10),
    "stress": (7, 10),
    "waist-belly-hip": (6, 8),
    "lower-back-in-bed": (8, 10),
    "gentle-neck": (7, 9),
}

ADOPTED = {
    "ten-minute-back": ("lower-back",),
    "simple-back": ("simple",),
    "chronic-daily": ("chronic-daily",),
    "desk": ("desk",),
    "upper-back-neck": ("upper-back",),
    "extended-seven": ("whole-set",),
    "heat-and-stretch": ("heat-and-stretch",),
    "lower-back-list-001": ("back-and-feet",),
    "upper-back-list-001": ("shoulders-and-hands",),
    "foot-ball-sciatica": ("foot-ball",),
    "foot-sole-thumb-walk": ("foot-soles",),
    "sleep-spirit-gate": ("bedtime",),
    "four-points-002": ("lower-back-legs",),
    "quick-relief-003": ("five-places",),
    "follow-the-pain-003": ("follow-the-pain", "sciatica"),
    "evening-sleep-003": ("evening",),
    "stepwise-home-003": ("morning-evening",),
    "tub-edge-bl40-003": ("back-of-the-knees",),
    "app-routine-themes-003": ("sciatica", "stiffness", "stress"),
    "immediate-relief-004": ("waist-belly-hip",),
}
NOT_ADOPTED = ("reference", "exclude", "covered-by")
# The facts keep less of these two lists than they print: long holds, hard pressure, a helper.
LEFT_BEHIND = {"lower-back-list-001": {"BL40"}, "upper-back-list-001": {"BL10", "SI15"}}


def holds(plan: Plan) -> list[float]:
    return [phase.seconds for phase in plan.course.phases if phase.kind == "hold"]


def of_press(press: dict[str, Any]) -> Plan:
    step = {"title": "A", "position": "seated", "presses": [press]}
    return planned(with_routine(CATALOGUE, [step]), "test")


def test_relaxing_is_nine_holds_of_three_minutes_from_head_to_foot() -> None:
    assert holds(RELAXING) == [180.0] * 9
    pressed = [(turn.points[0], turn.side) for turn in RELAXING.course.turns]
    each = [(code, s) for code in ("HT7", "SP6", "LR3") for s in ("left", "right")]
    behind_ears = [("EX-HN-ANMIAN", "left"), ("EX-HN-ANMIAN", "right")]
    assert pressed == [("EX-HN3", "midline"), *behind_ears, *each]
    assert RELAXING.course.positions == ("seated",)


def test_a_long_hold_near_an_artery_or_the_throat_is_light() -> None:
    words = {turn.points[0]: turn.details for turn in RELAXING.course.turns}
    assert "lightly" in words["LR3"]
    assert "pulse" in words["LR3"]
    assert "never towards the throat" in words["EX-HN-ANMIAN"]
    assert "lightly" in words["EX-HN-ANMIAN"]


def test_relaxing_says_what_is_inferred_and_how_small_the_trial_was() -> None:
    relaxing = routine(CATALOGUE, "relaxing")
    for part in ("registry entry", "inferred", "35 to 36 percent", "67 people", "small"):
        assert part in relaxing.basis
    assert "small trial with 67 people" in relaxing.note
    assert "six weeks" in relaxing.again


@pytest.mark.parametrize("code", ["EX-HN3", "EX-HN-ANMIAN", "SP6"])
def test_what_only_a_trial_times_has_words_but_no_dose_of_its_own(code: str) -> None:
    point = CATALOGUE.point(code)
    assert all((point.find, point.lost, point.press, point.positions, point.tools, point.care))
    assert point.hold is None
    assert not point.is_coached
    assert holds(of_press({"points": [code], "seconds": 30})) == []


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"cap": 181, "sources": ["murphy-2019"]}, '"cap" is 181, at most 180'),
        ({"cap": -1, "sources": ["murphy-2019"]}, '"cap" is -1'),
        ({"cap": 120}, '"cap" without "sources"'),
        ({"cap": 120, "sources": []}, '"cap" without "sources"'),
    ],
)
def test_a_cap_that_is_too_long_or_cites_nothing_is_refused(
    keys: dict[str, Any], words: str
) -> None:
    with pytest.raises(
        CatalogueError, match=rf'test\.toml: routine "test", step 1, press: {words}'
    ):
        of_press({"points": ["LI4"], "seconds": 30, **keys})


def test_a_cap_of_its_own_holds_for_its_press_and_for_no_other() -> None:
    trial = {"points": ["LR3"], "seconds": 600, "rounds": 4, "cap": 90, "sources": ["murphy-2019"]}
    step = {**HANDS, "presses": [trial, {"points": ["LR3"], "seconds": 600}]}
    turns = planned(with_routine(CATALOGUE, [step]), "test").course.turns
    assert [(turn.seconds, turn.cap) for turn in turns] == [(90, 90)] * 2 + [(30, 30)] * 2


def test_a_point_without_words_is_not_pressed_for_a_trial_either() -> None:
    bare = {"points": ["ST36"], "seconds": 60, "cap": 60, "sources": ["murphy-2019"]}
    assert not CATALOGUE.point("ST36").find
    assert holds(of_press(bare)) == []


def test_only_trial_routines_have_caps_of_their_own_and_those_are_sourced() -> None:
    found: dict[str, set[int]] = {}
    for each in routines(CATALOGUE):
        presses: list[Press] = [p for step in each.steps for way in step.ways for p in way.presses]
        for press in presses:
            assert set(press.sources) <= CATALOGUE.table("sources").keys()
            if press.cap:
                found.setdefault(each.name, set()).add(press.cap)
                kinds = {CATALOGUE.table("sources")[name]["kind"] for name in press.sources}
                assert kinds == {"trial"}
                assert press.rounds == 1
    assert found == {name: {cap} for name, cap in TRIAL_CAPS.items()}


@pytest.mark.parametrize("name", ["hypertension", "osteoporosis", "cancer"])
def test_a_condition_that_asks_first_lowers_the_dose_of_a_trial(name: str) -> None:
    plan = planned(CATALOGUE, "relaxing", {}, telling(name, provider_agreed=True))
    assert plan.course.turns
    for turn in plan.course.turns:
        dose = CATALOGUE.point(turn.points[0]).hold
        assert turn.seconds <= turn.cap <= min(60, dose.cap if dose else 60)


@settings(max_examples=80)
@given(presses=PRESSES, plan=st.sampled_from([RELAXING, PULSED]))
def test_no_sequence_of_keys_presses_longer_than_a_trial_did(
    presses: list[tuple[str, float]], plan: Plan
) -> None:
    played = Played(plan)
    for key, seconds in presses:
        played.press(key)
        assert played.wakes_in_time()
        played.wait(3 * seconds)
    if played.session.paused:
        played.press("toggle")
    for _ in range(40):
        played.wait(200.0)
    assert played.finished
    for turn, pressed in zip(plan.course.turns, played.pressed, strict=True):
        assert pressed <= turn.cap + 1e-6


def test_ten_seconds_more_and_once_again_stop_at_the_cap_of_the_trial() -> None:
    played = Played(RELAXING).to("hold", ("LR3",), 170.0)
    assert played.press("longer") == ["full"]
    assert played.press("back") == ["held", "back"]
    played.to("hold", ("LR3",))
    index, _ = played.session.progress(played.now)
    assert played.session.phases[index].seconds == 10.0
    assert played.press("longer") == ["full"]
    played.to("release", ("LR3",))
    assert played.press("back") == ["full"]


def test_a_pulsed_hold_is_one_hold_that_says_its_rhythm_once() -> None:
    assert holds(PULSED) == [60.0] * 8
    assert all(turn.seconds <= turn.cap <= 60 for turn in PULSED.course.turns)
    finds = [phase.text for phase in PULSED.course.phases if phase.kind == "find"]
    assert [text.count(BEAT) for text in finds] == [1, 0] * 4


def test_a_beat_is_five_seconds_in_and_one_out() -> None:
    beats = [beat(second, 5, 1) for second in (0.0, 0.4, 1.0, 4.9, 5.0, 5.7, 6.0, 59.0)]
    press = [("Press", left) for left in (5, 5, 4, 1)]
    assert beats == [*press, ("Let go", 1), ("Let go", 1), ("Press", 5), ("Let go", 1)]


@pytest.mark.parametrize(
    ("into", "line"),
    [(0.0, "Press  ●●●●●"), (4.0, "Press  ●"), (5.0, "Let go  ●"), (6.0, "Press  ●●●●●")],
)
def test_the_screen_shows_the_beat_in_place_of_the_breath(into: float, line: str) -> None:
    session = start(PULSED.course, 0.0)
    lines = shown(session, moment(session, "hold", into), (80, 24)).splitlines()
    drawn = [each.strip() for each in lines]
    assert "Press and let go" in drawn[0]
    assert line in drawn
    assert not [each for each in drawn if each.startswith("Breathe")]


def test_a_pause_shows_no_beat_and_leaning_in_is_all_pressing() -> None:
    at = moment(start(PULSED.course, 0.0), "hold", 5.5)
    paused, _ = pausing.pause(advance(start(PULSED.course, 0.0), at)[0], at)
    assert "●" not in shown(paused, at)
    leaning, _ = pausing.resume(paused, at + 60)
    assert "Press" in map(str.strip, shown(leaning, at + 61).splitlines())
    assert "Let go  ●" not in shown(leaning, at + 61)


def test_every_beat_is_drawn_on_time_also_in_a_hold_with_a_fraction() -> None:
    odd = PULSED.course._replace(phases=(hold(0, 20.37),))
    session, now, changes = start(odd, 100.0), 100.0, []
    while not session.finished(now):
        following = session.next_change(now)
        assert following is not None
        now = following
        changes.append(now)
    assert all(0 < after - before <= 1.001 for before, after in pairwise(changes))
    for second in range(1, 20):
        assert min(abs(each - 100 - second) for each in changes) < 0.01


def test_the_plain_display_names_the_rhythm_as_the_hold_begins() -> None:
    sentences = events_of(start(PULSED.course, 0.0))
    begun = [each for each in sentences if "one minute to go." in each]
    assert all(each.startswith("Press and let go. ") for each in begun)
    assert " ".join(sentences).count(BEAT) == 4


def events_of(session: Session) -> list[str]:
    _, events = advance(session, session.course.total_seconds - 1)
    return [sentence(event, "") for event in events]


def test_a_press_may_have_another_rhythm_than_its_place() -> None:
    own = of_press({"points": ["TE3"], "seconds": 20})
    other = of_press({"points": ["TE3"], "seconds": 20, "rhythm": "hold"})
    together = of_press({"points": ["TE3", "SI3"], "seconds": 20})
    titles = [plan.course.turns[0].rhythm.title for plan in (own, other, together)]
    assert titles == ["Press and let go", "Hold", "Hold"]


def test_an_unknown_rhythm_is_refused() -> None:
    with pytest.raises(CatalogueError, match='rhythms has no "polka"'):
        of_press({"points": ["LI4"], "seconds": 20, "rhythm": "polka"})


def test_every_rhythm_that_a_place_has_is_there_and_sourced() -> None:
    table = CATALOGUE.table("rhythms")
    for name in table:
        each: Rhythm = rhythm(CATALOGUE, name)
        assert set(each.sources) <= CATALOGUE.table("sources").keys()
        assert each.sources
        assert each.has_beat == (each.press > 0)
    entries = [entry for kind in PLACE_KINDS for entry in CATALOGUE.table(kind).values()]
    used = {entry.get("rhythm", "hold") for entry in entries}
    assert used <= table.keys()


def test_steady_holds_say_no_more_than_they_did() -> None:
    """A rhythm's sentence makes `find` longer; those of lower-back fill its windows already."""
    assert rhythm(CATALOGUE, "hold").say == ""
    for choices, seconds in (({}, 623), ({"pain": "hip"}, 586), ({"upper-back": "yes"}, 646)):
        assert planned(CATALOGUE, "lower-back", choices).course.total_seconds == seconds


@every("name", CATALOGUE.table("routines"))
def test_every_routine_lasts_as_long_as_one_expects(name: str) -> None:
    least, most = MINUTES[name]
    for choices in every_choice(CATALOGUE, routine(CATALOGUE, name)):
        assert 60 * least <= planned(CATALOGUE, name, choices).course.total_seconds <= 60 * most, (
            choices
        )


@every("name", CATALOGUE.table("routines"))
def test_a_belly_a_knee_or_a_hip_is_pressed_with_its_warning_and_its_tool(name: str) -> None:
    wanted = routine(CATALOGUE, name)
    for way in (way for step in wanted.steps for way in step.ways):
        pressed = {code for press in way.presses for code in press.points}
        if "CV6" in pressed:
            assert "belly-gentle" in wanted.warn
        if "BL40" in pressed and way.when.get("pain") in {None, "leg"}:
            assert "calf-swelling" in {*way.warn, *wanted.warn}
        if "GB30" in pressed:
            assert (way.position, way.tools) == ("lying-side", ("folded-towel",))
        assert not [code for code in pressed if code.startswith("GV")]


def adoptable(facts: Path) -> dict[str, dict[str, Any]]:
    seeds = tomllib.loads((facts / "seed-facts.toml").read_text(encoding="utf-8"))["routine"]
    return {each["id"]: each for each in seeds if not each["adopt"].startswith(NOT_ADOPTED)}


def test_every_adoptable_routine_of_the_facts_is_there(facts: Path) -> None:
    assert ADOPTED.keys() == adoptable(facts).keys()
    ours = {"relaxing", "pulsed", "lower-back-in-bed", "gentle-neck"}
    assert {name for names in ADOPTED.values() for name in names} | ours == set(MINUTES)
    assert set(MINUTES) == CATALOGUE.table("routines").keys()


def test_a_routine_presses_every_place_that_its_facts_can_keep(facts: Path) -> None:
    for fact, entry in adoptable(facts).items():
        wanted = {
            code
            for step in entry.get("step", ())
            for key in ("points", "optional_points", "zones")
            for code in step.get(key, ())
            if CATALOGUE.point(code).hold
        }
        pressed = {code for name in ADOPTED[fact] for code in routine(CATALOGUE, name).codes}
        assert wanted - pressed == LEFT_BEHIND.get(fact, set()), fact


def test_the_dose_of_a_trial_is_that_of_the_facts(facts: Path) -> None:
    text = (facts / "trials.md").read_text(encoding="utf-8")
    assert "9 x 3 = 27" in text
    assert sum(holds(RELAXING)) == 27 * 60
    assert "press 5 s, release 1 s" in text
    pulse = rhythm(CATALOGUE, "pulse")
    assert (pulse.press, pulse.release) == (5, 1)


def test_without_its_cap_a_trial_plays_only_what_has_a_dose() -> None:
    """What the routine of a person's own file, which may not have a cap, would be."""
    tables: dict[str, Any] = deepcopy(dict(CATALOGUE.tables))
    for step in tables["routines"]["relaxing"]["steps"]:
        for press in step["presses"]:
            del press["cap"]
    plan = planned(Catalogue(tables), "relaxing")
    assert [(turn.points, turn.cap) for turn in plan.course.turns] == [
        *[(("HT7",), 120)] * 2,
        *[(("LR3",), 30)] * 2,
    ]
