"""The English names of points: one manner for all of them, and those that people read elsewhere."""

from __future__ import annotations

from collections import Counter

import pytest

from presspoint.names.points.lookup import resolve
from presspoint.storage.catalogue_file import load

CATALOGUE = load()
POINTS = CATALOGUE.table("points")
# A character is the same word in every name; two words where it means two things.
WORDS = {
    "兪": "Shu", "門": "Gate", "中": "Middle", "陽": "Yang", "天": "Heaven", "關": "Pass",
    "陰": "Yin", "髎": "Hollow", "大": "Great|Large", "谷": "Valley", "衝": "Rushing",
    "曲": "Crook|Curve", "承": "Receiving|Support", "泉": "Spring", "神": "Spirit",
    "會": "Meeting|Ancestral", "白": "White", "骨": "Bone", "谿": "Stream", "肩": "Shoulder",
    "府": "Mansion", "氣": "Qi", "海": "Sea", "三": "Three|Third|Triple", "上": "Upper",
    "下": "Lower", "里": "Miles|Village", "風": "Wind", "巨": "Great", "太": "Great",
    "交": "Intersection", "少": "Lesser", "間": "Interval", "五": "Five", "水": "Water",
    "道": "Path", "足": "Foot|Leg", "手": "Arm", "靈": "Soul", "池": "Pool", "肓": "Vitals",
    "陵": "Mound", "商": "Shang", "廉": "Edge", "樞": "Pivot", "外": "Outer", "丘": "Hill",
    "懸": "Suspended", "澤": "Marsh", "淵": "Abyss", "臑": "Upper Arm", "泣": "Tears",
    "突": "Prominence", "舍": "Lodge", "窗": "Window", "庭": "Courtyard", "都": "Capital",
    "郄": "Cleft", "宮": "Palace", "筋": "Sinew", "溝": "Ditch", "脘": "Cavity",
    "脈": "Vessel|Pulse",
}  # fmt: skip


@pytest.mark.parametrize("character", WORDS)
def test_a_character_is_one_word_in_every_name(character: str) -> None:
    """Section 7: two translators were mixed."""
    names = [
        entry["name"]
        for code, entry in POINTS.items()
        if character in entry["hanzi"] and not code.startswith("EX-")
    ]
    assert names
    assert [each for each in names if not any(w in each for w in WORDS[character].split("|"))] == []


def test_no_two_points_have_one_name() -> None:
    counts = Counter(entry["name"] for entry in POINTS.values())
    assert [name for name, count in counts.items() if count > 1] == []


ELSEWHERE = {
    "BL40": "Middle of the Crook|Bend Middle|Bend Center|Commanding Middle",
    "BL23": "Kidney Shu|Kidney Transport|Kidney Transporter",
    "BL52": "Will's Chamber|Residence of the Will|Will Chamber",
    "BL53": "Bladder Vitals|Bladder's Vitals|Bladder Membrane",
    "BL10": "Heavenly Pillar|Celestial Pillar|Heaven's Pillar",
    "BL57": "Support the Mountain|Supporting Mountain|Mountain Support",
    "LR3": "Great Rushing|Supreme Surge|Great Surge",
    "KI27": "Shu Mansion|Transport Mansion",
    "KI3": "Supreme Stream|Great Ravine|Great Stream",
    "KI1": "Gushing Spring|Bubbling Spring",
    "LI4": "Joining Valley|Union Valley",
    "LI10": "Arm Three Miles|Hand Three Miles|Arm Three Li",
    "LI11": "Pool at the Crook|Pool at the Bend|Crooked Pool",
    "ST36": "Leg Three Miles|Foot Three Miles",
    "SP6": "Three Yin Intersection|Three Yin Crossing|Three Yin Meeting",
    "SP10": "Sea of Blood|Blood Sea",
    "TE3": "Middle Islet|Central Islet",
    "PC6": "Inner Pass|Inner Gate",
    "TE5": "Outer Pass|Outer Gate",
    "GV4": "Gate of Life|Life Gate",
    "GV20": "Hundred Meetings|Hundred Convergences",
    "CV6": "Sea of Qi|Sea of Energy",
    "CV4": "Gate of Origin|Origin Pass",
}
READ = [(name, code) for code, line in ELSEWHERE.items() for name in line.split("|")]


@pytest.mark.parametrize(("name", "code"), READ)
def test_a_name_that_people_read_elsewhere_finds_its_point(name: str, code: str) -> None:
    """Section 7: 152 of 556 names as published elsewhere were found."""
    assert resolve(CATALOGUE, name).codes == (code,)
    assert resolve(CATALOGUE, name.lower()).codes == (code,)


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Spirit Gate", {"HT7", "CV8"}),
        ("Stone Gate", {"CV5", "KI18"}),
        ("Sea of Vitality", {"BL23", "BL52"}),
        ("Middle Surge", {"PC9", "KI15"}),
    ],
)
def test_an_english_name_that_two_points_share_asks(name: str, codes: set[str]) -> None:
    """Section 7: "Spirit Gate" was HT7 alone, and "Stone Gate" CV5."""
    reading = resolve(CATALOGUE, name)
    assert set(reading.codes) == codes
    assert not reading.is_sure


@pytest.mark.parametrize(
    "typed", ["heart", "middle", "of the", "great", "", "gate of", "chest pain"]
)
def test_a_word_alone_is_no_name(typed: str) -> None:
    assert resolve(CATALOGUE, typed).codes == ()


def test_a_word_stands_in_one_group_only() -> None:
    words = [word for group in CATALOGUE.table("name_words")["same"] for word in group.split()]
    assert Counter(words).most_common(1)[0][1] == 1
