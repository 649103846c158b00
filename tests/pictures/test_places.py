"""Where places are on the drawings: inside the body, in their region, to WHO's measure."""

from __future__ import annotations

import csv
import os
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from presspoint.pictures.figures.atlas import Mark
from presspoint.pictures.figures.figure import Figure, Position
from presspoint.storage import catalogue_file, pictures_file

ATLAS = pictures_file.load()
TABLES = catalogue_file.tables()
COACHED = [code for code, content in TABLES["points"].items() if "find" in content]
ZONES = list(TABLES["zones"])
CONTENT: dict[str, Any] = TABLES["points"] | TABLES["zones"]
WHO = re.compile(r"(LU|LI|ST|SP|HT|SI|BL|KI|PC|TE|GB|LR|GV|CV)\d+")
# Outlines that lie on another one.
INNER_OUTLINES = {"ear", "sole", "big-toe"}
CHIN = 23.25
# Shapes of regions: left, upper, right and lower edge, of the half that is drawn on figures of both
# halves.
SHAPES: dict[str, dict[str, tuple[float, float, float, float]]] = {
    "hand": {"hand-back": (-5.5, -0.2, 8.5, 19), "hand-palm": (-8.5, -0.2, 5.5, 19)},
    "wrist": {"hand-palm": (-3, 18.5, 3, 21)},
    "forearm": {"forearm-inner": (-5, 0.5, 5, 25)},
    "elbow": {"forearm-inner": (-5, 24, 5, 28)},
    "neck": {"head-back": (0, 14, 6, 28), "head-side": (-3, 14, 9, 29)},
    "shoulder": {"body-back": (2.4, 11.5, 10, 16)},
    "upper-back": {"body-back": (0, 11.3, 7.4, 24.5)},
    "lower-back": {"body-back": (0, 24.5, 7, 31)},
    "hip": {"body-back": (1.5, 31, 7.7, 43)},
    "chest": {"body-front": (0, 13, 7.4, 22.4)},
    "abdomen": {"body-front": (0, 22.4, 7, 37)},
    "face": {"head-front": (0, 3.6, 7.7, 23.3)},
    "knee": {"leg-back": (-2.5, -2, 2.5, 2)},
    "lower-leg": {
        "leg-back": (-3, 2, 3, 16),
        "leg-inner": (-3.5, 1, 3, 14.5),
        "leg-outer": (-3, 1, 3.5, 15),
    },
    "ankle": {"foot-inner": (0, -12, 11, -3), "foot-outer": (-11, -12, 0, -3)},
    "foot": {"foot-top": (-5.2, 0, 4.4, 20), "foot-sole": (-4.4, 0, 5.2, 26.2)},
}


def test_every_place_is_on_a_drawing() -> None:
    who = {code for code in TABLES["points"] if WHO.fullmatch(code)}
    assert len(who) == 361
    missing = [code for code in [*TABLES["points"], *ZONES] if not ATLAS.marks(code)]
    assert not missing


def test_every_place_is_inside_the_outline_and_its_crop() -> None:
    outside = [
        (code, mark.crop.name, mark.at)
        for code in ATLAS.codes
        for mark in ATLAS.marks(code)
        if not _is_inside(mark) or not _is_in_crop(mark)
    ]
    assert not outside


def _is_inside(mark: Mark) -> bool:
    """Whether a place is within a fifth of a cun of what is inside the outline."""
    nudges = [0.0, 0.2, -0.2]
    cun = mark.crop.figure.cun
    return any(
        _crossings_beyond(mark.crop.figure, Position(mark.at.x + x * cun, mark.at.y + y * cun)) % 2
        for x in nudges
        for y in nudges
    )


def _crossings_beyond(figure: Figure, at: Position) -> int:
    return sum(
        (a.y <= at.y) != (b.y <= at.y) and a.x + (b.x - a.x) * (at.y - a.y) / (b.y - a.y) > at.x
        for line in figure.lines
        if line.kind == "out" and line.name not in INNER_OUTLINES
        if not (line.name == "neck" and figure.name == "head-front" and at.y < CHIN)
        for a, b in pairwise(line.points)
    )


def _is_in_crop(mark: Mark) -> bool:
    (x, y), box = mark.at, mark.crop.box
    return box.x <= x <= box.x + box.width and box.y <= y <= box.y + box.height


def test_every_coached_place_is_in_the_shape_of_its_region() -> None:
    wrong = []
    for code in [*COACHED, *ZONES]:
        region = CONTENT[code]["region"]
        for mark in ATLAS.marks(code)[:1]:
            left, top, right, bottom = SHAPES[region][mark.crop.figure.name]
            if not (left <= mark.at.x <= right and top <= mark.at.y <= bottom):
                wrong.append((code, region, mark.at))
    assert not wrong


def test_no_coached_place_is_on_spine_throat_or_kidneys() -> None:
    for code in [*COACHED, *ZONES]:
        for mark in ATLAS.marks(code):
            landmarks, (x, y) = mark.crop.figure.landmarks, mark.at
            if mark.crop.figure.name == "body-back":
                assert x >= 1.2 or y > landmarks["coccyx"].y, code
                over_kidneys = 1 < x < 4.5 and landmarks["t11"].y < y < landmarks["l2"].y
                assert not over_kidneys or code == "mid-back-bands", code
            if mark.crop.figure.name == "head-side":
                assert x > landmarks["jaw-angle"].x, code


CHANNELS: dict[str, list[list[str]]] = {
    "down": [
        *[[f"BL{n}" for n in range(11, 31)], [f"BL{n}" for n in range(41, 55)]],
        *[
            [
                "GV14",
                "GV13",
                "GV12",
                "GV11",
                "GV10",
                "GV9",
                "GV8",
                "GV7",
                "GV6",
                "GV5",
                "GV4",
                "GV3",
            ]
        ],
        [f"CV{n}" for n in range(22, 15, -1)],
        [f"CV{n}" for n in range(15, 1, -1)],
        [f"KI{n}" for n in range(27, 21, -1)],
        [f"KI{n}" for n in range(21, 10, -1)],
        [f"ST{n}" for n in range(12, 19)],
        [f"ST{n}" for n in range(19, 31)],
        [f"ST{n}" for n in range(35, 40)],
        [f"SP{n}" for n in range(20, 16, -1)],
        ["SP9", "SP8", "SP7", "SP6"],
        ["GB36", "GB37", "GB38", "GB39"],
        ["LR6", "LR5"],
        ["LR12", "LR11", "LR10"],
        ["BL55", "BL56", "BL57", "BL58", "BL59"],
        ["ST31", "ST32", "ST33", "ST34"],
        ["TE13", "TE12", "TE11", "TE10"],
        ["PC7", "PC6", "PC5", "PC4", "PC3"],
        ["HT6", "HT5", "HT4", "HT3"],
        ["LU9", "LU8", "LU7", "LU6", "LU5"],
        ["TE4", "TE5", "TE6", "TE8", "TE9"],
        ["LI5", "LI6", "LI7", "LI8", "LI9", "LI10", "LI12"],
        ["ST1", "ST2", "ST3"],
        ["TE20", "TE19", "TE18", "TE17"],
        ["GB4", "GB5", "GB6", "GB7"],
        ["GB9", "GB10", "GB11", "GB12"],
    ],
    "right": [
        ["GV22", "GV21", "GV20", "GV19", "GV18"],
        ["BL5", "BL6", "BL7", "BL8"],
        ["GB16", "GB17", "GB18"],
        ["BL66", "BL65", "BL64", "BL63", "BL62", "BL61"],
        ["KI2", "SP4", "SP3", "SP2", "SP1"],
    ],
}


def test_the_places_of_a_channel_are_in_its_order() -> None:
    wrong, counted = [], 0
    for way, channels in CHANNELS.items():
        for codes in channels:
            values = [_value(code, way) for code in codes]
            counted += len(codes)
            wrong += [
                pair
                for pair, (a, b) in zip(pairwise(codes), pairwise(values), strict=True)
                if a > b
            ]
    assert not wrong
    assert counted > 150


def _value(code: str, way: str) -> float:
    at = ATLAS.marks(code)[0].at
    return at.y if way == "down" else at.x


# What WHO measures from, as a figure's segment: the figure, where it starts and ends, and its cun.
SEGMENTS = {
    "centre of umbilicus up": ("body-front", "navel", "xiphoid", 8),
    "centre of umbilicus down": ("body-front", "navel", "pubis", 5),
    "suprasternal fossa": ("body-front", "notch", "xiphoid", 9),
    "xiphisternal junction": ("body-front", "xiphoid", "navel", 8),
    "base of patella": ("body-front", "patella-outer", "pubis-level", 18),
    "medial end of base of patella": ("body-front", "patella-inner", "pubis-level", 18),
    "ST35": ("body-front", "knee-outer-hollow", "ankle-outer-level", 16),
    "palmar wrist crease": ("forearm-inner", "wrist-middle", "elbow-middle", 12),
    "dorsal wrist crease": ("forearm-back", "wrist-middle", "elbow-middle", 12),
    "medial malleolus": ("leg-inner", "inner-malleolus", "shin-top", 13),
    "lateral malleolus": ("leg-outer", "outer-malleolus", "fold-level", 16),
    "popliteal crease": ("leg-back", "knee-fold", "outer-level", 16),
    "gluteal fold": ("body-back", "gluteal-fold", "knee-fold", 14),
}
MEASURE = re.compile(
    r"([\d.]+) B-cun (superior|inferior|distal|proximal|directly superior|lateral)"
    r"(?: to)? ([^;]+)"
)
ACROSS = ("median line", "sacral crest", "centre of umbilicus", "extremity of coccyx")


def test_every_measure_of_who_is_met_within_a_tenth_of_a_cun() -> None:
    folder = os.environ.get("PRESSPOINT_FACTS")
    if not folder:
        pytest.skip("set PRESSPOINT_FACTS to the folder of the facts")
    checked, wrong = set(), []
    with Path(folder, "who-points.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    for row in rows:
        for number, way, reference in MEASURE.findall(row["cun"] or ""):
            for mark in ATLAS.marks(row["code"]):
                drawn = _measured(mark, way, reference.strip())
                if drawn is None:
                    continue
                checked.add(row["code"])
                if abs(drawn - float(number)) > 0.1:
                    wrong.append((row["code"], way, reference, number, round(drawn, 2)))
    assert not wrong
    assert len(checked) >= 140, len(checked)


def _measured(mark: Mark, way: str, reference: str) -> float | None:
    """Return how many cun a place is from what WHO measures from, or None where this is no line."""
    figure, at = mark.crop.figure, mark.at
    if way == "lateral" and reference.endswith(ACROSS):
        if figure.name.startswith("body"):
            return at.x
        if figure.name == "head-front":
            return at.x / figure.landmarks["hair-corner"].x * 4.5
        return None
    if reference == "centre of umbilicus":
        reference += " up" if "superior" in way else " down"
    name, start, end, cun = SEGMENTS.get(reference, ("", "", "", 1))
    if figure.name != name:
        return None
    a, b = figure.landmarks[start], figure.landmarks[end]
    return abs(at.y - a.y) / abs(b.y - a.y) * cun


def test_a_coached_place_has_a_crop_of_its_own_size() -> None:
    for code in COACHED:
        mark = ATLAS.marks(code)[0]
        assert isinstance(TABLES["points"][code]["name"], str)
        assert mark.crop.box.height / mark.crop.figure.cun <= 30, code
