"""What a place says holds what the standard says: its landmarks, the way, the distance."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from presspoint.catalogue.selection import PlaceFilter, select_places
from presspoint.storage.catalogue_file import load

CATALOGUE = load()
# WHO's cun in the finger-widths of whoever presses: four fingers side by side are three.
FINGERS = {"1.5": r"two finger", "2": r"nearly three finger-widths", "3": r"four finger"}
# What the words to find a place must hold (texts 8.6 to 8.37), and what they must not.
LANDMARKS = {
    "LI4": "{other} thumb|web|between thumb and index finger|middle of that bone",
    "SI3": "loose fist|big knuckle of the little finger|towards the wrist|crease of the palm",
    "TE3": "knuckle of the ring finger|towards the wrist|little-finger side",
    "LI11": "elbow all the way|crease of the elbow|outer end|before the bony knob",
    "BL10": "middle of the back of your neck|first bone below the skull|outwards",
    "GB21": "{other} hand|base of your neck|bony tip of the shoulder|halfway",
    "KI27": "middle of the top of your breastbone|lower edge|collarbone|below the bone",
    "CV6": "just below the navel|middle line|below the lower finger",
    "BL23": "elbows|tops of your hip bones|below the lowest ribs|middle of your back",
    "BL52": "tops of your hip bones|below the lowest ribs|edge of the long back muscle",
    "BL53": "dimple|{side} buttock|middle line|never on bone",
    "GB30": "bony bump|when you turn the leg|behind it|one third of the way|tail bone",
    "BL40": "{side} hand|fold behind it|soft middle|tendons of the thigh",
    "BL57": "halfway from the fold of the knee to the heel|Lift the heel|thick muscle ends",
    "GB34": "bony knob|outside of your {side} knee|in front of the knob|never behind it",
    "BL60": "highest point of the outer ankle bone|tendon of the heel|hollow halfway",
    "KI3": "highest point of your {side} inner ankle bone|tendon of the heel|hollow halfway",
    "LR3": "between the big toe and the second toe|groove between their bones|before the two bones",
    "HT7": "palm|{other} hand|wrist crease|to the last tendon|thumb side",
    "SI15": "base of your neck|lower edge|outwards, onto muscle",
    "PC6": "palm|wrist crease|towards the elbow|between the two tendons",
    "EX-HN3": "bridge of the nose|between the eyebrows",
    "EX-HN-ANMIAN": "bump of bone behind your {side} ear|one finger-width|behind the bump",
    "SP6": "highest point of the ankle bone|off the shin bone|behind the bone",
    "paraspinal-upper-knots": "shoulder blade and the spine|two finger-widths",
    "under-shoulder-blade": "shoulder blade and the spine|Hug yourself",
    "mid-back-bands": "below your {side} shoulder blade|two finger-widths",
    "foot-behind-big-toe": "on the floor|behind the big toe",
    "foot-ball": "on the floor|behind the middle toes",
    "foot-sole-spine-strip": "inner edge of your {side} sole|heel",
}
# Where force would harm: what the words to press it must hold.
LIGHTLY = {
    "BL10": "lightly",
    "CV6": "Do not push in",
    "BL23": "part of your weight",
    "BL52": "part of your weight",
    "BL40": "softly",
    "BL57": "lightly",
    "LR3": "lightly",
    "HT7": "gently",
    "KI27": "gently",
    "EX-HN3": "lightly",
    "EX-HN-ANMIAN": "lightly",
    "SP6": "softly",
    "KI3": "softly",
}


def test_every_place_with_words_to_find_it_has_its_landmarks_here() -> None:
    worded = {
        code
        for kind in ("points", "zones")
        for code, entry in CATALOGUE.tables[kind].items()
        if entry.get("find")
    }
    assert worded == set(LANDMARKS)


@pytest.mark.parametrize("code", LANDMARKS)
def test_a_place_is_found_by_its_landmarks(code: str) -> None:
    find = CATALOGUE.point(code).find
    assert [part for part in LANDMARKS[code].split("|") if part not in find] == []


@pytest.mark.parametrize("code", LIGHTLY)
def test_where_force_would_harm_the_words_say_how_softly(code: str) -> None:
    press = CATALOGUE.point(code).press
    assert LIGHTLY[code] in press


def test_distances_are_those_of_the_standard_in_finger_widths(facts: Path) -> None:
    checked = 0
    with (facts / "who-points.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            find = CATALOGUE.point(row["code"]).find
            for cun in re.findall(r"([\d.]+) B-cun", row["cun"]) if find else ():
                assert re.search(FINGERS[cun], find), row["code"]
                checked += 1
    assert checked == 8


@pytest.mark.parametrize("word", ["cun", "metacarpal", "ulnar", "malleolus", "tibia", "distal"])
def test_no_word_of_anatomy_stands_in_the_way(word: str) -> None:
    for code in LANDMARKS:
        place = CATALOGUE.point(code)
        assert word not in " ".join((place.find, place.lost, place.press, place.same)).lower()


def test_a_search_finds_no_place_by_what_stands_for_its_side() -> None:
    assert select_places(CATALOGUE, PlaceFilter(words="{side}")) == []
    assert "LI4" in {each.code for each in select_places(CATALOGUE, PlaceFilter(words="the web"))}
