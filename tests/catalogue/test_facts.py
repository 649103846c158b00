"""The catalogue has what the facts have that it was made from."""

from __future__ import annotations

import csv
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from presspoint.catalogue.exclusions import excluding_conditions
from presspoint.catalogue.tables import Kind
from presspoint.storage.catalogue_file import load

CATALOGUE = load()


def ids(kind: Kind) -> set[str]:
    return set(CATALOGUE.table(kind))


PER_MERIDIAN = {
    "LU": 11, "LI": 20, "ST": 45, "SP": 21, "HT": 9, "SI": 19, "BL": 67, "KI": 27, "PC": 9,
    "TE": 23, "GB": 44, "LR": 14, "GV": 28, "CV": 24,
}  # fmt: skip


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table of the facts."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_all_361_points_have_the_names_and_characters_of_the_standard(facts: Path) -> None:
    standard = rows(facts / "who-points.tsv")
    same = [
        row["code"]
        for row in standard
        if (place := CATALOGUE.point(row["code"]))
        and (place.pinyin, place.tones, place.hanzi)
        == (row["pinyin"], row["pinyin_tones"], row["hanzi"])
        and (place.sides == "midline") == (row["midline"] == "yes")
    ]
    assert len(same) == len(standard) == 361
    numbered = [re.sub(r"\d", "", code) for code in ids("points") if not code.startswith("EX-")]
    assert Counter(numbered) == PER_MERIDIAN


def test_the_extra_points_have_the_names_and_characters_of_the_facts(facts: Path) -> None:
    extra = rows(facts / "extra-points.tsv")
    for row in extra:
        place = CATALOGUE.point(row["code"])
        names = (place.pinyin, place.tones, place.hanzi)
        assert names == (row["pinyin"], row["pinyin_tones"], row["hanzi"])
    assert len(extra) == 33
    assert {code for code in ids("points") if code.startswith("EX-")} == {
        row["code"] for row in extra
    }


def test_a_place_keeps_the_distances_of_the_standard(facts: Path) -> None:
    wrong = [
        (row["code"], row["cun"], CATALOGUE.point(row["code"]).place)
        for row in rows(facts / "who-points.tsv")
        if not CATALOGUE.point(row["code"]).find
        for number in re.findall(r"(\d+(?:\.\d+)?) [BF]-cun", row["cun"])
        if number not in re.findall(r"\d+(?:\.\d+)?", CATALOGUE.point(row["code"]).place)
    ]
    assert wrong == []


def test_the_page_of_conflicts_has_every_one_of_the_facts_once(facts: Path) -> None:
    seeds = tomllib.loads((facts / "seed-facts.toml").read_text(encoding="utf-8"))
    page = (Path(__file__).parents[2] / "docs" / "conflicts.md").read_text(encoding="utf-8")
    join_words = re.findall(r"^\| `([\w-]+)` \|", page, re.MULTILINE)
    assert Counter(join_words) == Counter(each["id"] for each in seeds["conflict"])
    assert len(join_words) == 66


def test_doses_are_those_of_the_facts(facts: Path) -> None:
    points = tomllib.loads((facts / "seed-facts.toml").read_text(encoding="utf-8"))["point"]
    adopted = {each["code"]: each["adopt"] for each in points}
    checked = 0
    for place in CATALOGUE.points():
        if place.hold:
            adopt = adopted[place.code]
            least, most = place.hold.seconds
            assert adopt["hold_min"] <= least <= most <= adopt["hold_max"], place.code
            assert place.hold.cap == adopt["hold_max"], place.code
            assert place.hold.repeats <= adopt.get("repeats_max", 3), place.code
            assert set(adopt.get("exclude_if", ())) <= set(place.avoid), place.code
            checked += 1
        else:
            assert "hold_max" not in adopted.get(place.code, {})
    assert checked >= 18


def test_the_red_flags_of_the_facts_are_all_there(facts: Path) -> None:
    seeds = tomllib.loads((facts / "seed-facts.toml").read_text(encoding="utf-8"))["red_flag"]
    wanted = {each["id"] for each in seeds}
    assert len(wanted) == 6
    assert wanted <= ids("red_flags")


# Where each general statement, caution, tool and zone of the facts has its place: (table, entry).
PLACED: dict[str, dict[str, tuple[Kind, str]]] = {
    "general": {
        "pressure-scale": ("guidance", "pressure"),
        "pressure-intense-not-painful": ("guidance", "pressure"),
        "breathing": ("guidance", "breath"),
        "exhale-on-press": ("guidance", "breath"),
        "hold-per-point": ("guidance", "time"),
        "hold-technique": ("guidance", "technique"),
        "frequency-000": ("guidance", "often"),
        "frequency-inverse": ("guidance", "often"),
        "select-2-3": ("guidance", "choosing"),
        "posture": ("guidance", "posture"),
        "sides": ("guidance", "sides"),
        "locating": ("guidance", "finding"),
        "cun": ("guidance", "finding"),
        "tools": ("guidance", "tools"),
        "combine": ("guidance", "beside"),
        "consistency": ("guidance", "expecting"),
        "relief-temporary": ("guidance", "expecting"),
        "evidence-mixed": ("guidance", "expecting"),
        "evidence-not-cure": ("guidance", "expecting"),
        "daily-ok": ("guidance", "day"),
        "side-effects": ("guidance", "side-effects"),
        "time-of-day": ("guidance", "day"),
        "bed-rest": ("guidance", "beside"),
        "warm-up": ("guidance", "warm-up"),
    },
    "caution": {
        "pregnancy": ("conditions", "pregnancy"),
        "hypertension": ("conditions", "hypertension"),
        "osteoporosis": ("conditions", "osteoporosis"),
        "recent-surgery": ("conditions", "recent-surgery"),
        "serious-condition": ("conditions", "serious-condition"),
        "inflamed-or-broken-skin": ("conditions", "inflamed-skin"),
        "bruised-or-thin-skin": ("conditions", "bruised-skin"),
        "dizzy-or-faint": ("cautions", "dizzy-stop"),
        "nerve-pain": ("notices", "stop-rule"),
        "pain-increases": ("cautions", "pain-worse-stop"),
        "too-hard": ("cautions", "too-hard"),
        "spine-itself": ("exclusions", "spine"),
        "weak-stomach": ("cautions", "belly-gentle"),
        "tight-knee": ("cautions", "start-gently"),
        "medication-or-physio": ("guidance", "medicine"),
        "needs-practitioner": ("cautions", "helper-only"),
        "not-a-replacement": ("notices", "disclaimer"),
        "not-while-driving": ("notices", "disclaimer"),
        "blood-thinners": ("conditions", "blood-thinners"),
        "clot-or-varicose": ("conditions", "varicose-veins"),
        "abdominal-condition": ("conditions", "abdominal-condition"),
        "chest-pain": ("red_flags", "chest-pain"),
    },
    "tool": {
        "thumb": ("tools", "thumb"),
        "tennis-ball": ("tools", "tennis-balls"),
        "massage-ball": ("tools", "massage-ball"),
        "soft-ball": ("tools", "soft-ball"),
        "lacrosse-ball": ("tools", "massage-ball"),
        "small-ball-against-chair": ("positions", "seated-ball"),
        "ball-against-wall": ("positions", "at-wall"),
        "folded-towel": ("tools", "folded-towel"),
        "massage-cane": ("tools", "massage-cane"),
        "knuckle": ("tools", "knuckle"),
        "rounded-object": ("tools", "rounded-object"),
        "heating-pad": ("tools", "warm-compress"),
        "warm-compress": ("tools", "warm-compress"),
        "helper": ("cautions", "helper-only"),
    },
    "zone": {
        "paraspinal-upper-knots": ("zones", "paraspinal-upper-knots"),
        "under-shoulder-blade": ("zones", "under-shoulder-blade"),
        "mid-back-bands": ("zones", "mid-back-bands"),
        "foot-sole-spine-strip": ("zones", "foot-sole-spine-strip"),
        "foot-behind-big-toe": ("zones", "foot-behind-big-toe"),
        "foot-ball": ("zones", "foot-ball"),
    },
}


@pytest.mark.parametrize("kind", PLACED)
def test_all_that_the_facts_hold_has_its_place_or_its_reason_to_be_left_out(
    facts: Path, kind: str
) -> None:
    seeds = tomllib.loads((facts / "seed-facts.toml").read_text(encoding="utf-8"))
    page = (Path(__file__).parents[2] / "docs" / "not-adopted.md").read_text(encoding="utf-8")
    for entry in seeds[kind]:
        name = entry.get("id") or entry["name"]
        if name in PLACED[kind]:
            table, placed = PLACED[kind][name]
            assert placed in ids(table), name
        else:
            assert f"`{name}`" in page, name


def test_points_are_sorted_as_the_facts_propose(facts: Path) -> None:
    seeds = tomllib.loads((facts / "seed-facts.toml").read_text(encoding="utf-8"))["point"]
    assert len(seeds) == 48
    for entry in seeds:
        place, use = CATALOGUE.point(entry["code"]), entry["adopt"]["use"]
        assert place.is_coached == (use == "routine" or entry["code"] == "HT7"), place.code
        assert (place.reach == "helper") == (use == "helper-only"), place.code
        assert set(entry["adopt"].get("exclude_if", ())) <= set(
            excluding_conditions(CATALOGUE, place)
        )
