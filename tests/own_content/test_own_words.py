"""What the words of own places and routines may not say: they are spoken like presspoint's own."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from presspoint.own_content.words.judge import place_word_faults
from support.cases import every
from support.own import GOOD, HAND, SHIPPED, changed, check, zone

FIRST_PRESS = ("routines", "physio", "steps", 0, "presses", 0)


def said(folder: Path, path: tuple[str | int, ...], value: object) -> str:
    """Return all that is wrong with the good file with one value changed."""
    return "\n".join(str(each) for each in check(folder, changed(path, value)).faults)


STRIKING = [
    "Strike with both fists, hard.",
    "Pound it with your fist.",
    "Hammer on it for a while.",
    "Hit it again and again.",
    "Punch the muscle.",
    "Give it karate chops.",
    "Slap it until it is warm.",
    "Drumming with both hands.",
    "Press as hard as you can.",
    "Press hard.",
    "Lean on it with your elbow.",
    "Dig in with your heel.",
    "Stand on it.",
    "Put your full weight on it.",
    "Use a massage gun.",
    "Push through the pain.",
    "Keep pressing even if it tingles.",
    "Do not stop when it hurts.",
    "Never let go.",
    "Drop your weight on it.",
    "Use a rolling pin.",
    "Press very deep.",
    "STRIKE it.",
    "Stri\u200bke it.",
    "Ｓｔｒｉｋｅ it.",
    "Do not be shy: strike it.",
    "Never mind, strike it.",
    "Not gently but strike.",
]


@every("words", STRIKING)
@every("field", ["press", "find", "lost", "place", "name"])
def test_no_words_of_an_own_place_strike_or_force(tmp_path: Path, words: str, field: str) -> None:
    place = zone("lower-back", ["both-hands"], ["seated"], **{field: words})
    found = said(tmp_path, ("zones", "mine"), place)
    assert f'zones "mine", {field}: found "' in found
    assert "It should be" in found


@every("words", STRIKING)
def test_no_words_of_an_own_routine_strike_or_force(tmp_path: Path, words: str) -> None:
    for key in ("find", "press"):
        assert f"{key}: found" in said(tmp_path, (*FIRST_PRESS, key), words)
    for key in ("title", "setup"):
        assert f"{key}: found" in said(tmp_path, ("routines", "physio", "steps", 0, key), words)
    step = {"title": "Move", "position": "seated", "exercise": 60, "text": words}
    assert "text: found" in said(tmp_path, ("routines", "physio", "steps", 0), step)
    for key in ("title", "summary", "again"):
        assert f"{key}: found" in said(tmp_path, ("routines", "physio", key), words)


ELSEWHERE = [
    ("Lie on the ball under your spine.", "spine"),
    ("Press the hollow behind your knee.", "knee"),
    ("Feel for the throat.", "throat"),
    ("Feel for the thr\u043eat.", "throat"),  # a Cyrillic letter
    ("On the \u0422HROAT.", "throat"),
    ("Rest your thumbs on your eyes.", "eyes"),
    ("Two fingers below the navel.", "navel"),
    ("In the groin, where it beats.", "groin"),
    ("Deep in the armpit.", "armpit"),
    ("The middle of the lower back.", "lower back"),
    ("Under the shoulder blade.", "shoulder blade"),
    ("On the windpipe.", "windpipe"),
    ("Over your kidneys.", "kidneys"),
    ("Behind the calf.", "calf"),
    ("On the kneecap.", "kneecap"),
    ("Roll on a ball.", "ball"),
    ("Put a rolled towel there.", "rolled towel"),
]


@pytest.mark.parametrize(("words", "found"), ELSEWHERE)
def test_a_steps_own_find_cannot_lead_away_from_its_point(
    tmp_path: Path, words: str, found: str
) -> None:
    fault = said(tmp_path, (*FIRST_PRESS, "find"), words)
    assert f'find: found "{found}"' in fault
    assert "words about the hand and what lies next to it" in fault or "It should be" in fault


@pytest.mark.parametrize(("words", "found"), ELSEWHERE)
def test_the_find_of_an_own_place_cannot_lead_away_from_its_region(
    tmp_path: Path, words: str, found: str
) -> None:
    assert f'find: found "{found}"' in said(tmp_path, ("points", "mine"), {**HAND, "find": words})


NEAR = [
    ("lower-back", "Set your thumbs two finger-widths out from the spine, below the ribs."),
    ("lower-back", "The muscle on either side of the spine, above the hips."),
    ("upper-back", "Between the shoulder blade and the spine."),
    ("knee", "The soft middle of the crease, a hand's width below the thigh muscle."),
    ("lower-leg", "Four fingers below the kneecap, one finger outside the shin."),
    ("hand", "The heel of your hand rests beside the wrist."),
    ("foot", "The ball of the foot, behind the toes, away from the ankle bone."),
    ("abdomen", "Two fingers below the navel, in the middle."),
    ("elbow", "Bend this elbow. The outer end of the crease, by the forearm muscle."),
    ("head", "Where the hairline meets the temple, beside the eyebrow."),
    ("hip", "Press the buttock never on the spine, close your eyes and breathe."),
]


@pytest.mark.parametrize(("region", "words"), NEAR)
def test_words_may_name_the_region_and_what_lies_next_to_it(
    tmp_path: Path, region: str, words: str
) -> None:
    place = zone(region, ["thumb"], ["seated"], find=words)
    assert said(tmp_path, ("zones", "mine"), place) == ""


ONTO = [
    ("lower-back", "Put your thumbs on the spine."),
    ("lower-back", "Press the spine."),
    ("upper-back", "Lean with the spine against it."),
    ("sacrum", "Out from the side, press the spine."),
    ("upper-back", "Beside nothing, under your backbone."),
    ("abdomen", "Press into the navel."),
    ("chest", "Reach into the armpit."),
    ("head", "Touch the eye."),
]


@pytest.mark.parametrize(("region", "words"), ONTO)
def test_a_landmark_is_only_led_away_from(tmp_path: Path, region: str, words: str) -> None:
    place = zone(region, ["thumb"], ["seated"], find=words)
    assert "words that lead away from there" in said(tmp_path, ("zones", "mine"), place)


def test_a_ball_is_named_where_it_is_among_the_tools_only(tmp_path: Path) -> None:
    place = zone("upper-back", ["massage-ball"], ["at-wall"], find="Roll the ball to the muscle.")
    assert said(tmp_path, ("zones", "mine"), place) == ""
    place = zone("upper-back", ["both-hands"], ["at-wall"], find="Roll the ball to the muscle.")
    assert 'found "ball". It should be words for the tools of this place only: both-hands' in said(
        tmp_path, ("zones", "mine"), place
    )


def test_a_movement_says_how_to_move_and_not_what_to_press(tmp_path: Path) -> None:
    step = {"title": "Move", "position": "seated", "exercise": 180}
    path = ("routines", "physio", "steps", 0)
    assert said(tmp_path, path, {**step, "text": "Turn your head slowly left and right."}) == ""
    fault = said(tmp_path, path, {**step, "text": "Knead behind your knee with your thumb."})
    assert (
        'found "knead". It should be words for moving: what is pressed stands in presses' in fault
    )


@pytest.mark.parametrize(
    "words",
    [
        "Never pound or strike here.",
        "Not after a hit on the shin.",
        "Leave it out where you were hit.",
        "If it beats under your finger, move aside.",
    ],
)
def test_an_own_caution_may_say_what_is_not_done_and_what_happened(
    tmp_path: Path, words: str
) -> None:
    assert said(tmp_path, ("cautions", "go-easy", "text"), words) == ""


def test_an_own_caution_cannot_tell_to_strike(tmp_path: Path) -> None:
    found = said(tmp_path, ("cautions", "go-easy", "text"), "Strike with both fists.")
    assert 'cautions "go-easy", text: found "strike"' in found


@pytest.mark.parametrize(
    "words", ["Presser doucement avec le pouce.", "Drück langsam, bis es leicht zieht.", "慢慢按。"]
)
def test_words_of_another_language_pass_and_the_limits_hold(tmp_path: Path, words: str) -> None:
    place = zone("knee", ["thumb"], ["seated"], find=words, press=words)
    assert said(tmp_path, ("zones", "mine"), place) == ""
    place["hold"] = {"seconds": [1, 180], "cap": 180}
    assert "at most 30 seconds" in said(tmp_path, ("zones", "mine"), place)


def test_each_word_is_reported_with_its_key_in_one_go(tmp_path: Path) -> None:
    content: dict[str, Any] = deepcopy(GOOD)
    content["zones"]["waist-edge"] |= {"press": "Strike hard.", "find": "On the spine."}
    content["routines"]["physio"]["steps"][0]["presses"][0]["press"] = "Pound it."
    paths = {each.fault.path for each in check(tmp_path, content).faults}
    assert {
        ("zones", "waist-edge", "press"),
        ("zones", "waist-edge", "find"),
        (*FIRST_PRESS, "press"),
    } == paths


def test_the_words_of_nearly_every_shipped_place_would_pass() -> None:
    entries = {**SHIPPED.table("points"), **SHIPPED.table("zones")}
    coached = {code: each for code, each in entries.items() if "find" in each}
    refused = {code for code, each in coached.items() if [*place_word_faults(SHIPPED, each, ())]}
    assert len(refused) <= len(coached) / 8, refused


COUNTING = (
    "Press for ten minutes.",
    "Press twenty times.",
    "Press for 90 seconds.",
    "Repeat it until it is gone.",
    "Press it twice.",
    "Stay there for an hour.",
    "Press as long as you like.",
)


@pytest.mark.parametrize("words", COUNTING)
@pytest.mark.parametrize("field", ["press", "find"])
def test_no_own_words_say_how_long_or_how_often_to_press(
    tmp_path: Path, words: str, field: str
) -> None:
    place = zone("lower-back", ["both-hands"], ["seated"], **{field: words})
    assert f"{field}: found" in said(tmp_path, ("zones", "mine"), place)
    assert f"{field}: found" in said(tmp_path, (*FIRST_PRESS, field), words)


@pytest.mark.parametrize(
    ("region", "words", "passes"),
    [
        ("lower-back", "Tap it.", False),
        ("lower-back", "Pat it with the flat hand.", False),
        ("knee", "Feel the artery and press it.", False),
        ("knee", "Press where you feel the pulse.", False),
        ("wrist", "In the groove, away from any pulse.", True),
        ("hip", "Press the sit bone.", False),
        ("hip", "A hand's width above the sit bone.", True),
    ],
)
def test_no_own_words_tap_or_lead_onto_an_artery_or_a_sit_bone(
    tmp_path: Path,
    region: str,
    words: str,
    passes: bool,  # noqa: FBT001  # a column of the table
) -> None:
    place = zone(region, ["both-hands"], ["seated"], find=words)
    assert ("find: found" not in said(tmp_path, ("zones", "mine"), place)) is passes


@pytest.mark.parametrize(
    "words",
    ["Press on the bones in the middle of your back.", "Press the bumps down the middle."],
)
def test_the_spine_in_words_of_every_day_is_no_place_to_press(tmp_path: Path, words: str) -> None:
    place = zone("lower-back", ["both-hands"], ["seated"], press=words)
    assert "press: found" in said(tmp_path, ("zones", "mine"), place)
