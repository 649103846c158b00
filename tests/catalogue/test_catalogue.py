"""The shipped catalogue is whole, sourced, within its doses and careful in its words."""

from __future__ import annotations

import csv
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from presspoint.catalogue.conditions import condition, conditions
from presspoint.catalogue.exclusions import codes_of_range, excluding_conditions
from presspoint.catalogue.pain_answers import pain_answers
from presspoint.catalogue.places import Point
from presspoint.catalogue.routines import Routine, choice, routine, routines
from presspoint.catalogue.safety_warnings import caution, red_flags
from presspoint.catalogue.tables import PLACE_KINDS, Catalogue, CatalogueError, Kind
from presspoint.storage import catalogue_file
from presspoint.storage.catalogue_file import load
from support.plans import every_choice, planned

CATALOGUE = load()
PLACES = [CATALOGUE.point(code) for kind in PLACE_KINDS for code in CATALOGUE.table(kind)]
COACHED = [place for place in PLACES if place.find]
LOOKED_UP = [place for place in PLACES if not place.find]
ROUTINES = tuple(CATALOGUE.table("routines"))
CITING: tuple[Kind, ...] = (
    "points", "zones", "cautions", "conditions", "red_flags", "routines", "notices", "rhythms",
    "exclusions", "own_limits", "guidance", "hurts",
)  # fmt: skip
BANNED = (
    r"cures?|cured|heals?|healed|healing|detox\w*|toxins?|endorphins?|inflammation|qi flow"
    r"|flow of qi|life force|chakras?|releases? emotion\w*|emotional|hormon\w*|immun\w*"
    r"|circulation|metaboli\w*|miracle\w*|guarantee\w*|proven|clinically|scientifically|boosts?"
    r"|stimulates?|rebalanc\w*|harmoni\w*|strengthens?|tonif\w*|relieves?|eliminates?"
    r"|treats? (back|pain|chronic|your)"
    r"|fixes|fertility|organs?|nerve compression|alignment|underlying cause|highly effective"
    r"|pain threshold|safe in pregnancy|induces? labou?r"
)
MISSING = object()


def ids(kind: Kind) -> set[str]:
    return set(CATALOGUE.table(kind))


def changed(kind: str, name: str, key: str, value: object, inner: str = "") -> Catalogue:
    """Return the catalogue with one value of one entry (or of its `inner` table) changed."""
    tables: dict[str, Any] = deepcopy(dict(CATALOGUE.tables))
    entry = tables[kind][name][inner] if inner else tables[kind][name]
    if value is MISSING:
        del entry[key]
    else:
        entry[key] = value
    return Catalogue(tables, "own.toml")


def texts(value: object) -> Iterator[str]:
    """Yield every text within tables and lists."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


def test_every_entry_becomes_its_typed_object() -> None:
    assert {place.code for place in PLACES} == ids("points") | ids("zones")
    assert [place.is_zone for place in PLACES].count(True) == len(ids("zones"))
    assert [name for name, _ in conditions(CATALOGUE)] == list(CATALOGUE.table("conditions"))
    for name in ids("regions"):
        assert CATALOGUE.region(name).limb
    for name in ids("cautions"):
        assert caution(CATALOGUE, name).text
    assert len(red_flags(CATALOGUE)) == len(ids("red_flags"))
    assert [each.name for each in routines(CATALOGUE)] == list(ROUTINES)
    for name in ids("choices"):
        assert choice(CATALOGUE, name).default in choice(CATALOGUE, name).values
    assert CATALOGUE.tables["schema"] == 1


@pytest.mark.parametrize("place", COACHED, ids=lambda place: place.code)
def test_a_place_refers_only_to_what_there_is(place: Point) -> None:
    assert place.region in ids("regions")
    assert set(place.helps) <= ids("complaints")
    assert set(place.positions) <= ids("positions")
    assert set(place.tools) <= ids("tools")
    assert set(place.care) <= ids("cautions")
    assert set(place.avoid) <= ids("conditions")
    assert place.sides in {"each", "together", "midline"}
    assert place.reach in {"self", "tool", "helper"}
    assert place.rhythm in {"hold", "pulse", "knead", "circle"}


@pytest.mark.parametrize("place", COACHED, ids=lambda place: place.code)
def test_a_place_that_is_coached_says_all_that_coaching_needs(place: Point) -> None:
    if place.hold:
        assert all((place.find, place.lost, place.press, place.positions, place.tools, place.care))
        least, most = place.hold.seconds
        assert 0 < least <= most <= place.hold.cap <= 180
        assert place.hold.repeats >= 1
    assert place.is_zone or (place.pinyin and place.hanzi)


@pytest.mark.parametrize("place", COACHED, ids=lambda place: place.code)
def test_what_a_place_avoids_is_what_safety_leaves_it_out_for(place: Point) -> None:
    assert set(place.avoid) == set(excluding_conditions(CATALOGUE, place))


def test_a_point_to_look_up_has_a_name_and_a_place_and_is_coached_by_nothing() -> None:
    assert len(LOOKED_UP) > 360
    for place in LOOKED_UP:
        assert place.pinyin, place.code
        assert place.tones, place.code
        assert place.hanzi, place.code
        assert place.region in ids("regions"), place.code
        assert place.sides in {"each", "midline"}, place.code
        assert 20 <= len(place.place) <= 150, place.code
        assert place.place.isascii(), place.code
        assert not place.place.endswith("."), place.code
        assert not place.is_coached
        assert set(place.avoid) <= set(excluding_conditions(CATALOGUE, place)), place.code


def test_no_two_places_have_one_name() -> None:
    names = Counter(place.name for place in PLACES)
    assert [name for name, count in names.items() if count > 1] == []


def test_nothing_that_is_never_pressed_is_coached_or_played() -> None:
    out = {
        code
        for entry in CATALOGUE.table("exclusions").values()
        for each in entry["points"]
        for code in codes_of_range(each)
    }
    assert len(out) > 35
    assert out <= ids("points")
    assert not [place.code for place in COACHED if place.code in out]
    assert not [each.name for each in routines(CATALOGUE) if out & set(each.codes)]


@pytest.mark.parametrize("name", ROUTINES)
def test_a_routine_refers_only_to_what_there_is(name: str) -> None:
    wanted = routine(CATALOGUE, name)
    assert set(wanted.helps) <= ids("complaints")
    assert set(wanted.warn) <= ids("cautions")
    for step in wanted.steps:
        for way in step.ways:
            assert way.position in ids("positions")
            assert set(way.tools) <= ids("tools")
            assert set(way.warn) <= ids("cautions")
            assert all(value in choice(CATALOGUE, key).values for key, value in way.when.items())
            assert bool(way.presses) != bool(way.exercise)
            for press in way.presses:
                assert press.between in ids("moves")
                assert set(press.sources) <= ids("sources")
                assert (press.rhythm or "hold") in ids("rhythms")
                for place in map(CATALOGUE.point, press.points):
                    assert place.is_coached or (press.cap and place.find and place.reach == "self")
                    assert way.position in place.positions
                    assert place.reach == "self" or set(way.tools) & set(place.tools)


def test_codes_that_names_and_conditions_refer_to_are_codes() -> None:
    who = r"(LU|LI|ST|SP|HT|SI|BL|KI|PC|TE|GB|LR|GV|CV)\d+"
    code = re.compile(rf"{who}|EX-(HN|CA|B|UE|LE)\d+|EX-HN-ANMIAN")
    for entry in CATALOGUE.table("conditions").values():
        assert all(
            code.fullmatch(each) for group in entry["points"] for each in codes_of_range(group)
        )
        assert set(entry["regions"]) <= ids("regions")
        assert set(entry["positions"]) <= ids("positions")
        assert set(entry["tools"]) <= ids("tools")
    assert {each["code"] for each in CATALOGUE.table("printed_numbers").values()} <= ids("points")
    letters = {re.sub(r"\d", "", each) for each in ids("points")}
    assert {each for each in letters if not each.startswith("EX-")} == ids("meridians")


@pytest.mark.parametrize("name", ROUTINES)
def test_every_hold_is_within_its_dose_also_added_up_over_the_routine(name: str) -> None:
    wanted = routine(CATALOGUE, name)
    presses = [press for step in wanted.steps for way in step.ways for press in way.presses]
    trial = {code: press.cap for press in presses if press.cap for code in press.points}
    for choices in every_choice(CATALOGUE, wanted):
        rounds: Counter[tuple[str, str | None]] = Counter()
        for turn in planned(CATALOGUE, name, choices).course.turns:
            for code in (*turn.points, *turn.zones):
                rounds[code, turn.side] += 1
                dose = CATALOGUE.point(code).hold
                if code in trial:
                    assert turn.seconds <= turn.cap == trial[code] <= 180
                    assert rounds[code, turn.side] == 1
                    continue
                assert dose
                assert dose.seconds[0] <= turn.seconds <= dose.seconds[1]
                assert turn.cap <= dose.cap
                assert rounds[code, turn.side] <= dose.repeats


@pytest.mark.parametrize("name", ROUTINES)
def test_what_a_routine_asks_for_is_what_it_plays(name: str) -> None:
    for step in routine(CATALOGUE, name).steps:
        for press in (press for way in step.ways for press in way.presses):
            if press.cap:
                assert (press.rounds, press.sources != ()) == (1, True)
                assert press.seconds <= press.cap <= 180
                continue
            for place in map(CATALOGUE.point, press.points):
                assert place.hold
                assert place.hold.seconds[0] <= press.seconds <= place.hold.seconds[1]
                assert press.rounds <= place.hold.repeats


@pytest.mark.parametrize("kind", CITING)
def test_every_entry_has_sources_that_exist(kind: Kind) -> None:
    for name, entry in CATALOGUE.table(kind).items():
        assert entry["sources"], name
        assert set(entry["sources"]) <= ids("sources"), name
        if "hold" in entry:
            assert entry["hold"]["sources"], name
            assert set(entry["hold"]["sources"]) <= ids("sources"), name


def test_every_source_is_used_and_none_is_named_by_its_file() -> None:
    used = {
        each
        for kind in CITING
        for entry in CATALOGUE.table(kind).values()
        for each in entry["sources"]
    }
    assert used | {"told"} == ids("sources")  # a screening names what the person told
    shown = " ".join(texts(CATALOGUE.tables))
    assert not re.search(r"\.txt|\d{3}_[0-9a-f]{8}", shown)


def test_no_text_promises_or_explains_what_is_not_known() -> None:
    tables = {kind: table for kind, table in CATALOGUE.tables.items() if kind != "sources"}
    found = [
        (kind, text)
        for kind, table in tables.items()
        for text in texts(table)
        if re.search(rf"\b({BANNED})\b", text, re.IGNORECASE)
    ]
    assert found == []


def test_texts_fit_what_they_are_read_on() -> None:
    for text in texts(CATALOGUE.tables):
        assert text == text.strip()
        assert "  " not in text
        assert text.isprintable()


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


ENTRIES = [
    ("points", "LI4", "region"),
    ("zones", "foot-ball", "place"),
    ("regions", "hand", "limb"),
    ("cautions", "too-hard", "level"),
    ("conditions", "pregnancy", "gate"),
    ("red_flags", "fever", "help"),
    ("choices", "pain", "default"),
    ("hurts", "sharp", "rest_days"),
    ("routines", "lower-back", "title"),
    ("routines", "lower-back", "steps"),
]


READERS: dict[str, Callable[[Catalogue, str], object]] = {
    "points": Catalogue.point,
    "zones": Catalogue.point,
    "regions": Catalogue.region,
    "cautions": caution,
    "conditions": condition,
    "red_flags": lambda catalogue, name: dict(red_flags(catalogue))[name],
    "choices": choice,
    "hurts": lambda catalogue, _: pain_answers(catalogue),
    "routines": routine,
}


@pytest.mark.parametrize(("kind", "name", "key"), ENTRIES)
@pytest.mark.parametrize("wrong", ["unknown", "missing"])
def test_a_wrong_entry_is_refused_with_its_file_table_and_key(
    kind: str, name: str, key: str, wrong: str
) -> None:
    broken = (
        changed(kind, name, key, MISSING)
        if wrong == "missing"
        else changed(kind, name, "colour", 1)
    )
    with pytest.raises(CatalogueError) as refused:
        READERS[kind](broken, name)
    for part in (
        "own.toml",
        kind.removesuffix("s"),
        f'"{name}"',
        f'"{key}"' if wrong == "missing" else '"colour"',
    ):
        assert part in str(refused.value)
    assert wrong in str(refused.value)


@pytest.mark.parametrize(("key", "value"), [("cap", MISSING), ("colour", 1)])
def test_a_wrong_dose_is_refused_with_its_point(key: str, value: object) -> None:
    with pytest.raises(CatalogueError, match=rf'own\.toml: points "LI4" hold: .*"{key}"'):
        changed("points", "LI4", key, value, inner="hold").point("LI4")


STEP = {"title": "A", "position": "seated", "presses": [{"points": ["LI4"], "seconds": 30}]}


@pytest.mark.parametrize(
    ("step", "key"),
    [
        ({**STEP, "colour": 1}, "colour"),
        ({**STEP, "presses": [{"points": ["LI4"], "secs": 30}]}, "secs"),
        ({"title": "A", "presses": []}, "position"),
        ({"position": "seated"}, "title"),
        ({"title": "A", "ways": [{"position": "seated", "colour": 1}]}, "colour"),
        ({"title": "A", "colour": 1, "ways": [{"position": "seated"}]}, "colour"),
    ],
)
def test_a_wrong_step_is_refused_with_its_routine_and_number(
    step: dict[str, Any], key: str
) -> None:
    broken = changed("routines", "simple", "steps", [STEP, step])
    with pytest.raises(CatalogueError, match=rf'own\.toml: routine "simple", step 2.*"{key}"'):
        routine(broken, "simple")


@pytest.mark.parametrize("kind", ["points", "regions", "cautions", "choices", "routines"])
def test_what_is_not_there_is_refused_by_name(kind: str) -> None:
    with pytest.raises(CatalogueError, match="nowhere"):
        READERS[kind](CATALOGUE, "nowhere")


def test_a_catalogue_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for content in (b"[points\n", b"\xff\xfe", None):
        path = tmp_path / "points.toml"
        path.unlink(missing_ok=True)
        if content is not None:
            path.write_bytes(content)
        monkeypatch.setattr(catalogue_file, "SOURCE", path)
        monkeypatch.setattr(catalogue_file, "BUILT", tmp_path / "points.json")
        with pytest.raises(CatalogueError, match=re.escape(str(path))):
            load()


def test_a_routine_lists_all_its_places_and_choices_once() -> None:
    wanted: Routine = routine(CATALOGUE, "lower-back")
    assert wanted.codes == ("LI4", "SI3", "BL23", "BL52", "BL40", "GB30")
    assert wanted.choices == ("upper-back", "pain")
    assert len(wanted.steps) == 4


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
