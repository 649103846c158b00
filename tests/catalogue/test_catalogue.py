"""The shipped catalogue is whole, sourced, within its doses and careful in its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from presspoint.catalogue.exclusions import codes_of_range, excluding_conditions
from presspoint.catalogue.places import Point
from presspoint.catalogue.routines import choice, routine, routines
from presspoint.catalogue.tables import PLACE_KINDS, Kind
from presspoint.storage.catalogue_file import load
from support.cases import every
from support.plans import every_choice, planned

CATALOGUE = load()
PLACES = [CATALOGUE.point(code) for kind in PLACE_KINDS for code in CATALOGUE.table(kind)]
COACHED = [place for place in PLACES if place.find]
LOOKED_UP = [place for place in PLACES if not place.find]
ROUTINES = tuple(CATALOGUE.table("routines"))
CITING: tuple[Kind, ...] = (
    "points", "zones", "cautions", "conditions", "red_flags", "advice", "routines", "notices",
    "rhythms", "exclusions", "own_limits", "guidance", "hurts", "nerve_areas",
    "yardsticks", "verdicts",
)  # fmt: skip
WORDS_OF_OTHERS = {"sources", "warning_words", "meridians"}  # titles, and what people type
BANNED = (
    r"cures?|cured|heals?|healed|healing|detox\w*|toxins?|endorphins?|inflammation|qi flow"
    r"|flow of qi|life force|chakras?|releases? emotion\w*|emotional|hormon\w*"
    r"|(?<!weak[ -])immun\w*|circulation|metaboli\w*|miracle\w*|guarantee\w*|proven|clinically"
    r"|scientifically|boosts?|stimulates?|rebalanc\w*|harmoni\w*|strengthens?|tonif\w*"
    r"|relieves?|eliminates?|treats? (back|pain|chronic|your)"
    r"|fixes|fertility|organs?|nerve compression|alignment|underlying cause|highly effective"
    r"|pain threshold|safe in pregnancy|induces? labou?r"
)


def ids(kind: Kind) -> set[str]:
    return set(CATALOGUE.table(kind))


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


@every("place", COACHED)
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


@every("place", COACHED)
def test_a_place_that_is_coached_says_all_that_coaching_needs(place: Point) -> None:
    if place.hold:
        assert all((place.find, place.lost, place.press, place.positions, place.tools, place.care))
        least, most = place.hold.seconds
        assert 0 < least <= most <= place.hold.cap <= 180
        assert place.hold.repeats >= 1
    assert place.is_zone or (place.pinyin and place.hanzi)


@every("place", COACHED)
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


@every("name", ROUTINES)
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


@every("name", ROUTINES)
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


@every("name", ROUTINES)
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
    tables = {
        kind: table for kind, table in CATALOGUE.tables.items() if kind not in WORDS_OF_OTHERS
    }
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
