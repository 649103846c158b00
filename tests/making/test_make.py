"""presspoint make as a person calls it: printed, saved, refused, and what its marks change."""

from __future__ import annotations

import json
import re
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from presspoint.__main__ import run_guarded
from presspoint.catalogue.situations import situation
from presspoint.catalogue.tables import Catalogue
from presspoint.making.made import make
from presspoint.making.occasion import Occasion
from presspoint.own_content.written import routine_file
from presspoint.planning.plan import build
from presspoint.safety.answers import Flags, Rest
from presspoint.safety.profile import Profile
from presspoint.safety.screening import screen, screen_person
from presspoint.storage.entries.marks import read_marks, save_marks
from support.cases import every
from support.own import check

Call = Callable[..., tuple[int, str, str]]
NECK = ("make", "--for", "neck", "--minutes", "6", "--at", "desk")


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command line in this process; return its exit code, stdout and stderr."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = run_guarded(list(arguments))
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


def places_in(document: dict[str, Any]) -> set[str]:
    return {each["code"] for each in document["why"] if each["in"]}


def test_what_was_not_typed_has_its_usual_value_where_nobody_is_asked(call: Call) -> None:
    code, out, err = call("make", "--for", "neck", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == json.loads(
        call("make", "--for", "neck", "--minutes", "6", "--at", "chair", "--json")[1]
    )


@every(
    ("arguments", "code", "said"),
    [
        (("make", "--json"), 2, "presspoint make --for neck"),
        (("make",), 2, "presspoint make --for neck"),
        (("make", "--for", "neck", "--at", "moon", "--json"), 2, '"moon" for --at'),
        (("make", "--for", "neck", "--with", "hammer", "--json"), 2, '"hammer" for --with'),
        (("make", "--for", "neck", "--side", "up", "--json"), 2, '"up" for --side'),
        (("make", "--for", "neck", "--without", "xyzzy", "--json"), 1, "xyzzy"),
        ((*NECK, "--json", "--keep", "mine"), 2, "--keep"),
        ((*NECK, "--keep", "desk"), 1, '"desk" already'),
        ((*NECK, "--keep", "new"), 1, '"new" already'),
        ((*NECK, "--keep", "my break"), 1, "--keep my-break"),
        (("make", "--for", "neck", "--minutes", "1"), 1, "--minutes 4"),
    ],
)
def test_what_is_wrong_is_said_on_stderr_and_how_to_mend_it(
    call: Call, arguments: tuple[str, ...], code: int, said: str
) -> None:
    answer = call(*arguments)
    assert answer[:2] == (code, "")
    assert said in answer[2]


@every("options", [(), ("--json",), ("--keep", "mine")])
def test_words_of_a_warning_sign_lead_to_the_check(call: Call, options: tuple[str, ...]) -> None:
    code, out, _ = call("make", "--for", "chest pain", *options)
    assert code == 1
    assert "presspoint check" in out


@every("options", [("--json",), ("--keep", "mine"), ("--yes",)])
def test_a_warning_sign_of_the_person_stops_a_set_as_it_stops_a_routine(
    call: Call, home: Path, options: tuple[str, ...]
) -> None:
    code, out, err = call(*NECK, "--red-flag", "bladder-bowel", *options)
    assert (code, err) == (3, "")
    assert "emergency" in out.lower()
    assert "GB21" not in out
    assert not (home / "config" / "catalogue").exists()


def test_a_gate_asks_for_a_clinicians_word_for_a_set_too(call: Call) -> None:
    code, out, _ = call(*NECK, "--condition", "hypertension", "--json")
    assert code == 3
    assert json.loads(out)["phases"] == []
    code, out, _ = call(*NECK, "--condition", "hypertension", "--provider-agreed", "--json")
    assert code == 0
    assert json.loads(out)["gentle"]


def test_a_set_is_saved_for_this_person_alone_and_plays_as_any_routine(
    call: Call, home: Path
) -> None:
    code, out, _ = call(*NECK, "--keep", "my-neck")
    path = home / "config" / "catalogue" / "my-neck.toml"
    assert (code, stat.S_IMODE(path.stat().st_mode)) == (0, 0o600)
    assert str(path) in re.sub(r"\s*\n\s*", "", out)
    made = json.loads(call(*NECK, "--json")[1])
    plan = json.loads(call("plan", "my-neck", "--json")[1])
    assert plan["phases"] == made["phases"]
    assert call(*NECK, "--keep", "my-neck")[0] == 1
    code, out, _ = call(
        "plan", "my-neck", "--json", "--condition", "pregnancy", "--provider-agreed"
    )
    assert "GB21" in {each["code"] for each in json.loads(out)["left_out"]}


@pytest.mark.long
def test_whatever_is_made_may_stand_in_a_file_of_ones_own(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    tools = frozenset({"tennis-balls", "massage-ball", "soft-ball", "folded-towel"})
    person = screen_person(catalogue, Flags())
    routines: dict[str, Any] = {}
    for complaint in ("neck", "lower-back", "sciatica", "hip", "sleep", "screen-work", "stiffness"):
        for name in catalogue.ids("situations"):
            occasion = Occasion(situation(catalogue, name), 600, complaint, tools=tools)
            for each in (occasion, occasion._replace(side="left")):
                if made := make(catalogue, each, person, "normal"):
                    routines |= routine_file(made.routine, f"mine-{len(routines)}")["routines"]
    assert len(routines) > 70
    assert not check(tmp_path, {"schema": 1, "routines": routines}).faults


def test_what_is_left_out_is_said_within_the_minutes(catalogue: Catalogue) -> None:
    rests = tuple(Rest(code, date.max, "bruised", None, "right") for code in ("LI4", "LI11"))
    profile = Profile(rests=rests)
    person = screen_person(catalogue, Flags(), profile)
    for minutes in range(2, 11):
        occasion = Occasion(situation(catalogue, "chair"), 60 * minutes, "general-pain")
        made = make(catalogue, occasion, person, "normal")
        if made:
            screening = screen(catalogue, made.routine, Flags(), profile)
            plan = build(catalogue, made.routine, {}, screening)
            assert plan.course.total_seconds == made.seconds <= 60 * minutes


def test_what_is_out_on_the_other_side_is_not_said(catalogue: Catalogue) -> None:
    profile = Profile(rests=(Rest("LI4", date.max, "bruised", None, "right"),))
    occasion = Occasion(situation(catalogue, "chair"), 240, "general-pain", side="left")
    made = make(catalogue, occasion, screen_person(catalogue, Flags(), profile), "normal")
    assert made
    assert "LI4" in made.routine.codes
    assert not screen(catalogue, made.routine, Flags(), profile).left_out


def test_an_own_routine_presses_one_side_only_of_what_has_two(tmp_path: Path) -> None:
    press = {"points": ["BL23"], "seconds": 30, "side": "left"}
    step = {
        "title": "Low", "position": "lying-on-balls", "tools": ["tennis-balls"], "presses": [press]
    }  # fmt: skip
    routine = {"title": "Mine", "summary": "Mine.", "steps": [step]}
    faults = check(tmp_path, {"schema": 1, "routines": {"mine": routine}}).faults
    assert ["side" in str(each) for each in faults] == [True]


def test_a_mark_changes_what_is_made_and_the_latest_counts(call: Call) -> None:
    before = places_in(json.loads(call(*NECK, "--json")[1]))
    save_marks(dict.fromkeys(before, "never"))
    document = json.loads(call(*NECK, "--json")[1])
    assert not before & places_in(document)
    assert {each["code"] for each in document["why"] if "never" in each["reason"]} == before
    for place in before:
        assert call("point", place, "--mark", "same")[0] == 0
    assert set(read_marks().values()) == {"same"}
    assert places_in(json.loads(call(*NECK, "--json")[1])) == before
    save_marks({"KI27": "more"})
    assert call("point", "LI4", "--mark", "often")[0] == 2


def test_marks_choose_among_what_the_sources_name_alike_and_never_before_them(
    catalogue: Catalogue,
) -> None:
    person = screen_person(catalogue, Flags())
    headache = Occasion(situation(catalogue, "desk"), 240, "headache")
    first = make(catalogue, headache, person, "normal")
    assert first
    assert first.note == ""
    marked = headache._replace(marks={"BL60": "more", **dict.fromkeys(first.routine.codes, "less")})
    second = make(catalogue, marked, person, "normal")
    assert second
    assert all("you answered" in each.reason for each in second.why if each.is_in)


def test_with_everything_marked_never_it_says_how_to_change_that(
    call: Call, catalogue: Catalogue
) -> None:
    save_marks({each.code: "never" for each in (*catalogue.points(), *catalogue.zones())})
    code, out, err = call(*NECK, "--json")
    assert (code, out) == (1, "")
    assert "--mark same" in err


@every("name", ["desk", "my break"])
def test_a_word_of_danger_is_answered_before_the_name(call: Call, name: str) -> None:
    code, out, err = call("make", "--for", "stroke", "--keep", name)
    assert (code, err) == (1, "")
    assert "call your emergency number now" in out


def test_a_kept_set_of_one_side_has_nothing_on_the_other(call: Call) -> None:
    made = ("make", "--for", "upper-back", "--at", "wall", "--with", "ball", "--side", "left")
    assert call(*made, "--keep", "my-left")[0] == 0
    assert call("plan", "my-left", "--side", "left")[0] == 0
    for helper in ((), ("--helper",)):
        code, out, err = call("plan", "my-left", "--side", "right", *helper)
        assert (code, out) == (1, "")
        assert "Nothing in my-left is on the right side. Leave out --side." in err
