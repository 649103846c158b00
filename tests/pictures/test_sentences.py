"""The sentence of a place says the same as its drawing: nearer to what, on which side, how far."""

from __future__ import annotations

from typing import NamedTuple

from presspoint.pictures.figures.figure import Position
from presspoint.storage import catalogue_file, pictures_file
from support.cases import every

ATLAS = pictures_file.load()
TABLES = catalogue_file.tables()
CONTENT = TABLES["points"] | TABLES["zones"]
COACHED = [code for code, content in CONTENT.items() if "find" in content]
FINGER = 0.75  # cun: four fingers are three


class Fact(NamedTuple):
    """What the words `says` mean on the drawing: how many cun from a landmark, down and right."""

    says: str
    landmark: str
    down: tuple[float, float] = (-99, 99)
    right: tuple[float, float] = (-99, 99)


FACTS: dict[str, list[Fact]] = {
    "LI4": [
        Fact("beside the middle of the bone that leads to the index finger", "mc2-head", (1, 3)),
        Fact("back of the hand", "mc2-base", right=(0, 2)),
    ],
    "SI3": [Fact("just behind the big knuckle", "mc5-head", (0, 1), (-1.5, 0))],
    "TE3": [
        Fact("between the bones of the ring finger", "mc4-head", (0, 1.5), (-1, 0)),
        Fact("and the little finger", "mc5-head", (-0.5, 1), (0, 1)),
    ],
    "LI11": [Fact("outer end of the crease", "elbow-radial", (-0.3, 0.3), (0, 0.6))],
    "BL10": [
        Fact("beside the thick muscle", "trapezius", (-0.5, 0.5), (0, 0.6)),
        Fact("just below the skull", "skull-base", (0, 2)),
    ],
    "GB21": [
        Fact("halfway from the base of the neck", "c7", (0, 2), (3, 5)),
        Fact("to the tip of the shoulder", "acromion", (-2, 0), (-5, -3)),
    ],
    "KI27": [
        Fact("just below the collarbone, near the breastbone", "collarbone-end", (0, 1), (0, 2))
    ],
    "CV6": [Fact("two finger-widths below the navel", "navel", (1.2, 2.4), (0, 0))],
    "BL23": [
        Fact("nearly three finger-widths above the hip bones", "crest", (-2.25, -1.8)),
        Fact("two finger-widths from the spine", "l2", right=(1.4, 1.6)),
    ],
    "BL52": [
        Fact("nearly three finger-widths above the hip bones", "crest", (-2.25, -1.8)),
        Fact("four finger-widths from the spine", "l2", right=(2.9, 3.1)),
    ],
    "BL53": [Fact("four finger-widths out from the middle line", "s2", (-0.2, 0.2), (2.9, 3.1))],
    "GB30": [
        Fact("behind the bony bump of the hip", "trochanter", (-1.5, 0), (-3.5, -1.5)),
        Fact("one third of the way to the tail bone", "sacral-hiatus", (0, 3), (4, 6)),
    ],
    "BL40": [
        Fact("soft middle of the fold behind the knee", "knee-fold", (-0.3, 0.3), (-0.3, 0.3))
    ],
    "BL57": [Fact("where the thick muscle ends", "calf-end", (-0.2, 0.2), (-0.3, 0.3))],
    "GB34": [Fact("in front of the bony knob", "fibula-head", (0.3, 1), (-1, -0.3))],
    "BL60": [
        Fact("between the outer ankle bone", "malleolus", (-0.3, 0.3), (0.3, 1.2)),
        Fact("and the tendon of the heel", "achilles-edge", (-0.3, 0.3), (-1.2, -0.3)),
    ],
    "KI3": [
        Fact("between the inner ankle bone", "malleolus", (-0.3, 0.3), (-1.2, -0.3)),
        Fact("and the tendon of the heel", "achilles-edge", (-0.3, 0.3), (0.3, 1.2)),
    ],
    "LR3": [
        Fact("between the bones of the big toe", "mt1-base", (-1.5, 0), (-1.2, 0)),
        Fact("and the second toe", "mt2-base", (-1, 0.5), (0, 1.2)),
    ],
    "HT7": [
        Fact("wrist crease on the palm side", "wrist-middle", (-0.4, 0.4)),
        Fact("towards the little finger", "wrist-middle", right=(0.3, 1.2)),
    ],
    "SI15": [Fact("beside the base of the neck", "c7", (0, 1), (1.8, 2.2))],
    "PC6": [
        Fact(
            "nearly three finger-widths above the wrist crease",
            "wrist-middle",
            (1.8, 2.2),
            (-0.3, 0.3),
        )
    ],
    "EX-HN3": [Fact("between the inner ends of the eyebrows", "brow-inner", (-0.3, 0.3), (-1, 0))],
    "EX-HN-ANMIAN": [
        Fact(
            "behind the ear, one finger-width behind the bony bump",
            "mastoid",
            (-0.6, 0.6),
            (0.2, 1),
        )
    ],
    "SP6": [
        Fact("four finger-widths above the ankle bone", "inner-malleolus", (-3.1, -2.9)),
        Fact("close behind the shin bone", "shin-edge", right=(-0.6, 0)),
    ],
    "paraspinal-upper-knots": [
        Fact("between shoulder blade and spine", "blade-spine", right=(-2.5, 0))
    ],
    "under-shoulder-blade": [
        Fact("along the inner edge of the shoulder blade", "blade-spine", right=(-0.8, 0))
    ],
    "mid-back-bands": [
        Fact("beside the spine", "t9", right=(1, 2)),
        Fact("below the shoulder blade", "blade-tip", (0, 6)),
    ],
    "foot-behind-big-toe": [Fact("just behind the big toe", "ball-hollow", (-2, 0), (-2, 0))],
    "foot-ball": [Fact("the broad pad behind the toes", "ball-hollow", (-2, 0), (-0.5, 1.5))],
    "foot-sole-spine-strip": [
        Fact("from the heel to the middle of the foot", "heel-back", (-6, 0), (-3, 0))
    ],
}


def test_every_place_that_is_guided_to_has_its_facts() -> None:
    assert set(FACTS) == set(COACHED)


@every("code", FACTS)
def test_a_sentence_and_its_drawing_agree(code: str) -> None:
    mark = ATLAS.marks(code)[0]
    figure = mark.crop.figure
    for fact in FACTS[code]:
        assert fact.says in CONTENT[code]["place"], fact.says
        landmark = figure.landmarks[fact.landmark]
        away = Position(
            (mark.at.x - landmark.x) / figure.cun, (mark.at.y - landmark.y) / figure.cun
        )
        assert fact.down[0] <= away.y <= fact.down[1], (fact.says, "down", away)
        assert fact.right[0] <= away.x <= fact.right[1], (fact.says, "right", away)


def test_finger_widths_are_those_of_who() -> None:
    """Four fingers are three cun, two are one and a half (WHO 2008)."""
    assert 4 * FINGER == 3
    widths = {"two": (1.5, "BL23"), "four": (3, "BL52")}
    for words, (cun, code) in widths.items():
        assert f"{words} finger-widths from the spine" in CONTENT[code]["place"]
        assert ATLAS.marks(code)[0].at.x == cun
