"""Whatever an own file asks: no region is pressed past its day, no ball lies where none may be."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from presspoint.catalogue.routines import routine
from presspoint.catalogue.tables import Catalogue
from presspoint.planning.plan import Plan, build
from presspoint.safety.answers import Flags
from presspoint.safety.screening import screen
from presspoint.safety.sessions_today import region_namer
from support.own import check, dose, zone

# Typed anew: seconds a hold, and seconds a side in a session; three sessions a day.
LIMITS = {
    "head": (30, 60), "face": (60, 60), "neck": (30, 90), "shoulder": (30, 60),
    "upper-back": (60, 180), "lower-back": (60, 180), "sacrum": (60, 120), "chest": (60, 180),
    "abdomen": (60, 180), "upper-arm": (30, 60), "elbow": (60, 180), "forearm": (60, 120),
    "wrist": (60, 60), "hand": (60, 180), "hip": (30, 60), "thigh": (60, 120), "knee": (30, 60),
    "lower-leg": (60, 180), "ankle": (60, 180), "foot": (60, 180),
}  # fmt: skip
SESSIONS = 3
BALL_MAY_BE = {"upper-back", "lower-back", "foot", "hand"}
HARD_THINGS = {"tennis-balls", "soft-ball", "massage-ball"}
ON_A_BALL = {"lying-on-balls", "seated-ball"}
NEVER_SPOKEN = re.compile(
    r"\b(strik\w*|pound\w*|hammer\w*|hit|punch\w*|slap\w*|chop\w*|fists?|hard|full weight|throat"
    r"|windpipe|on the spine|under your spine|eyes?|elbow on it)\b",
    re.IGNORECASE,
)
POINTS = (
    "ST36",
    "BL37",
    "BL56",
    "GB20",
    "BL22",
    "BL25",
    "PC8",
    "KI1",
    "LR2",
    "SI8",
    "CV22",
    "BL39",
)
WORDS = st.sampled_from(
    ["Feel for it.", "Press softly.", "A sore place.", "Drück langsam.", "A little."] * 3
    + [
        "Strike it.",
        "Never strike it.",
        "Pound with your fists!",
        "Press hard.",
        "Lie on the ball under your spine.",
        "On the throat.",
        "Put it on the spine.",
        "Out from the spine.",
        "Behind the knee.",
        "With your full weight.",
    ]
)
DOSES = st.builds(dose, st.sampled_from([10, 20, 20, 30, 30, 45, 60, 90, 180]), st.integers(1, 3))
TOOLS = st.sampled_from(
    [["thumb"]] * 4 + [["palm"], ["knuckle"], ["massage-ball"], ["tennis-balls"], ["soft-ball"]]
)
POSITIONS = st.sampled_from(
    [["seated"]] * 4 + [["at-wall"], ["lying-on-balls"], ["seated-ball"], ["lying-back"]]
)


@st.composite
def places(draw: st.DrawFn) -> dict[str, Any]:
    """Draw an own zone or point, three times of four mostly as it may be."""
    region = draw(st.sampled_from(sorted(LIMITS)))
    if draw(st.integers(0, 3)) and region not in {"face", "neck"}:
        cap = draw(st.integers(5, LIMITS[region][0] // 2))
        entry = zone(region, ["thumb"], ["seated"], hold=dose(cap, draw(st.integers(1, 2))))
        if region == "upper-back":
            entry = zone(region, ["massage-ball"], ["at-wall"], hold=dose(cap))
        return entry
    entry = zone(region, draw(TOOLS), draw(POSITIONS), hold=draw(DOSES))
    entry |= {each: draw(WORDS) for each in ("find", "press", "place")}
    if draw(st.booleans()):
        entry["at"] = draw(st.sampled_from(POINTS))
        entry["region"] = draw(st.sampled_from([SHIPPED_REGIONS[entry["at"]], region]))
    return entry


SHIPPED_REGIONS = {
    "ST36": "lower-leg", "BL37": "thigh", "BL56": "lower-leg", "GB20": "neck", "BL22": "lower-back",
    "BL25": "lower-back", "PC8": "hand", "KI1": "foot", "LR2": "foot", "SI8": "elbow",
    "CV22": "neck", "BL39": "knee",
}  # fmt: skip


@st.composite
def files(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a file of a few places, several of them often in one region, and two routines."""
    zones = {f"z{each}": draw(places()) for each in range(draw(st.integers(1, 3)))}
    if draw(st.booleans()):
        zones |= {f"{name}-b": dict(each) for name, each in zones.items()}
    routines = {}
    for name in ("one", "two"):
        codes = draw(st.lists(st.sampled_from(sorted(zones)), min_size=1, max_size=3))
        routines[name] = {
            "title": "T",
            "summary": "S",
            "steps": [step(draw, zones, code) for code in codes],
        }
    return {"schema": 1, "zones": zones, "routines": routines}


def step(draw: st.DrawFn, zones: dict[str, Any], code: str) -> dict[str, Any]:
    """Draw a step that presses a zone for as long as it may be, or a little longer."""
    hold = zones[code]["hold"]
    press = {
        "points": [code],
        "seconds": hold["cap"],
        "rounds": draw(st.integers(1, hold["repeats"])),
    }
    if draw(st.integers(0, 9)) == 0:
        press["find"] = draw(WORDS)
    tools = [each for each in zones[code]["tools"] if "ball" in each]
    position = zones[code]["positions"][0]
    return {"title": "Step", "position": position, "tools": tools, "presses": [press]}


def planned_on(catalogue: Catalogue, name: str, pressed: Counter[str]) -> Plan:
    """Return the plan of a routine on a day with these sessions."""
    wanted = routine(catalogue, name)
    screening = screen(catalogue, wanted, Flags(), pressed_today=pressed)
    return build(catalogue, wanted, {}, screening)


def play_a_day(catalogue: Catalogue, order: list[str]) -> tuple[list[Plan], Counter[str]]:
    """Play the routines in this order on one day; return plans, and seconds a side by region."""
    seconds, pressed, plans = Counter[str](), Counter[str](), []
    region_of = region_namer(catalogue)
    for name in order:
        plan = planned_on(catalogue, name, pressed)
        plans.append(plan)
        holds = [turn for turn in plan.course.turns if turn.is_hold]
        for turn in holds:
            if turn.side in {"left", "both", "midline"}:
                pressed_here = (*turn.points, *turn.zones)
                regions = {catalogue.point(code).region for code in pressed_here}
                seconds.update(dict.fromkeys(regions, turn.cap))
        codes: set[str] = {code for turn in holds for code in turn.all_codes}
        pressed.update(codes | set(map(region_of, codes)))
    return plans, seconds


def check_any_file(content: dict[str, Any], order: list[str]) -> None:
    """Check one file: what is accepted keeps to the limits whatever is played on a day."""
    with tempfile.TemporaryDirectory() as folder:
        result = check(Path(folder), content)
    event("refused" if result.faults else "accepted")
    if result.faults:
        return
    catalogue = result.catalogue
    plans, seconds = play_a_day(catalogue, order)
    for region, total in seconds.items():
        assert total <= LIMITS[region][1] * SESSIONS, (region, total)
    for plan in plans:
        for turn in plan.course.turns:
            for place in map(catalogue.point, (*turn.points, *turn.zones)):
                assert turn.cap <= LIMITS[place.region][0]
                if place.region not in BALL_MAY_BE:
                    assert not HARD_THINGS & set(place.tools)
                    assert turn.position not in ON_A_BALL
                assert place.care
        spoken = " ".join(phase.text for phase in plan.course.phases if phase.text)
        ours = {turn.caution for turn in plan.course.turns}  # presspoint's own may name the spine
        for words in {*ours, "Never strike it", "from the spine"}:
            spoken = spoken.replace(words, "")
        assert not NEVER_SPOKEN.search(spoken), spoken


ORDERS = st.lists(st.sampled_from(["one", "two"]), min_size=4, max_size=7)


@settings(max_examples=60)
@given(content=files(), order=ORDERS)
def test_whatever_an_own_file_asks_a_region_is_not_pressed_past_its_day(
    content: dict[str, Any], order: list[str]
) -> None:
    check_any_file(content, order)


@pytest.mark.long
@settings(max_examples=3000)
@given(content=files(), order=ORDERS)
def test_at_length_whatever_an_own_file_asks_a_region_is_not_pressed_past_its_day(
    content: dict[str, Any], order: list[str]
) -> None:
    check_any_file(content, order)
