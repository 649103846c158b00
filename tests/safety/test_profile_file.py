"""A profile is read as it was saved; damage is reported, never read as "nothing limits me"."""

from __future__ import annotations

import errno
import os
import re
import sys
from datetime import date
from pathlib import Path

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint import clock
from presspoint.__main__ import run_guarded
from presspoint.catalogue.conditions import condition
from presspoint.catalogue.safety_warnings import Level
from presspoint.errors import PresspointError, StorageError
from presspoint.safety.answers import (
    SIDES,
    AdviceAnswer,
    BodyPlace,
    ClinicianWord,
    ConditionAnswer,
    Rest,
)
from presspoint.safety.profile import Profile
from presspoint.safety.tables.profile import read_profile_table, to_table
from presspoint.safety.tables.rests import LONGEST_REASON
from presspoint.storage.profile_file import change_profile, read_profile
from support.profiles import CATALOGUE, FULL, TODAY, at_home, keep, profile_file

CONDITIONS = CATALOGUE.table("conditions")
PLACES = (*CATALOGUE.table("regions"), *CATALOGUE.table("points"), *CATALOGUE.table("zones"))
HAND_MADE = """\ufeff[check]\r
on = 2026-11-21
found = "nothing"
[conditions.varicose-veins]
told = 2026-11-21
where = ["LEFT", "left  knee", "bl-23", "Left-Calf"]
"""


@pytest.fixture(autouse=True)
def _one_day_and_one_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda _: TODAY)
    monkeypatch.setattr("presspoint.storage.catalogue_file.load", lambda: CATALOGUE)


days = st.dates(min_value=date(2000, 1, 1), max_value=date(9999, 12, 31))
wheres = st.builds(BodyPlace, st.sampled_from(("", *SIDES)), st.sampled_from(("", *PLACES))).filter(
    any
)
conditions = st.lists(
    st.sampled_from(tuple(CONDITIONS)).flatmap(
        lambda name: st.builds(
            ConditionAnswer,
            st.just(name),
            days,
            st.lists(wheres, max_size=4).map(tuple)
            if condition(CATALOGUE, name).may_have_place
            else st.just(()),
        )
    ),
    unique_by=lambda each: each.name,
).map(tuple)
reasons = st.text(st.characters(codec="utf-8"), max_size=LONGEST_REASON).map(
    lambda text: " ".join(text.split())
)
codes = st.sampled_from(PLACES) | st.from_regex(r"\Amy-[A-Za-z0-9_-]{0,61}\Z")
rests = st.lists(st.builds(Rest, codes, days, reasons), unique_by=lambda each: each.code)
profiles = st.builds(
    lambda check, *more: Profile(check[0], check[1], *more),
    st.just((None, None))
    | st.tuples(days, st.sampled_from((None, Level.EMERGENCY, Level.SAME_DAY, Level.SOON))),
    st.none() | days,
    conditions,
    rests.map(tuple),
    conditions.map(lambda answers: tuple(ClinicianWord(*each) for each in answers)),
    st.none().map(lambda _: ()) | days.map(lambda day: (AdviceAnswer("night-or-cough", day),)),
)


@given(profiles)
@settings(max_examples=40)
def test_what_was_answered_is_read_back(profile: Profile) -> None:
    assert read_profile_table(to_table(profile), "x", CATALOGUE) == profile
    assert keep(profile) == profile
    assert read_profile(CATALOGUE) == profile


def test_where_there_is_no_file_there_is_no_profile_and_none_is_made(home: Path) -> None:
    assert read_profile(CATALOGUE) is None
    assert run_guarded(["profile"]) == 0
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(
    "folders",
    [{}, {"HOME": ""}, {"HOME": "relative"}, {"HOME": "x", "XDG_CONFIG_HOME": "relative"}],
)
def test_where_no_home_is_known_no_profile_is_taken_for_none(
    folders: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    at_home(monkeypatch, **folders)
    with pytest.raises(StorageError, match="HOME is not set to an absolute path"):
        read_profile(CATALOGUE)
    with pytest.raises(StorageError, match="HOME is not set to an absolute path"):
        keep(FULL)


def test_a_home_that_is_no_folder_may_hide_a_profile(monkeypatch: pytest.MonkeyPatch) -> None:
    at_home(monkeypatch, HOME="/dev/null")
    with pytest.raises(PresspointError, match="/dev/null: this is not a folder"):
        read_profile(CATALOGUE)
    with pytest.raises(StorageError):
        keep(FULL)


def test_a_profile_in_the_home_folder_is_found(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PRESSPOINT_HOME")
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setattr(sys, "platform", "linux")
    assert read_profile(CATALOGUE) is None
    keep(FULL)
    assert (home / ".config" / "presspoint" / "profile.toml").exists()
    assert read_profile(CATALOGUE) == FULL


def test_a_file_written_by_hand_is_read(home: Path) -> None:
    profile_file(home, HAND_MADE)
    where = (
        BodyPlace("left"),
        BodyPlace("left", "knee"),
        BodyPlace("", "BL23"),
        BodyPlace("left", "lower-leg"),
    )
    assert read_profile(CATALOGUE) == Profile(
        TODAY, conditions=(ConditionAnswer("varicose-veins", TODAY, where),)
    )


def test_a_file_cut_anywhere_is_refused(home: Path) -> None:
    keep(FULL)
    path = home / "config" / "profile.toml"
    for length in reversed(range(path.stat().st_size - 1)):  # the last character ends a line
        os.truncate(path, length)
        with pytest.raises(PresspointError, match=r"profile\.toml") as refused:
            read_profile(CATALOGUE)
        assert refused.value.exit_code == 1


CONDITION = "[conditions.varicose-veins]\ntold = 2026-11-21\n"
REST = "[rests.BL23]\nuntil = 2026-11-24\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "a part of a profile"),
        ("# a note\n", "a part of a profile"),
        (
            "colour = 1",
            "colour: found an unknown key. It should be check, conditions, rests, clinician or",
        ),
        ("check = 1", "check: found 1. It should be a table"),
        ("[check]", "check: found nothing in it"),
        ("[conditions]", "conditions: found nothing in it"),
        ("[rests]", "rests: found nothing in it"),
        ("[[rests]]", "rests: found a list. It should be a table"),
        (
            "[check]\non = 2026-11-21",
            'check "found": found no value. It should be "nothing", "emer',
        ),
        ('[check]\nfound = "nothing"', 'check "on": found no value. It should be a date'),
        ('[check]\non = 2026-11-21\nfound = "none"', 'check "found": found "none"'),
        ('[check]\non = 2026-11-21\nfound = ["emergency"]', 'check "found": found a list'),
        ('[check]\non = 2026-11-21T10:00:00\nfound = "nothing"', 'check "on": found 2026-11-21 10'),
        ('[check]\non = "2026-11-21"\nfound = "nothing"', 'check "on": found "2026-11-21"'),
        ("[check]\ndeclined = 1", 'check "declined": found 1. It should be true or false'),
        ("[check]\nflag = 'fever'", 'check "flag": found an unknown key'),
        ("[conditions.fevr]\ntold = 2026-11-21", 'conditions "fevr": found an unknown condition'),
        ("[conditions.fever]", 'conditions "fever": found nothing in it'),
        ("conditions.fever = true", 'conditions "fever": found true. It should be a table'),
        ("[conditions.fever]\nwhen = 1", 'conditions "fever", when: found an unknown key'),
        ("[conditions.fever]\ntold = 10:00:00", 'conditions "fever", told: found 10:00:00'),
        (
            "[conditions.fever]\ntold = 2026-11-21\nwhere = ['left']",
            "found a place. It should be left out",
        ),
        (CONDITION + "where = 'left'", 'where: found "left". It should be a list'),
        (CONDITION + "where = [1]", "where: found 1. It should be a side"),
        (CONDITION + "where = ['']", 'where: found "". It should be a side'),
        (CONDITION + "where = ['left kneee']", 'where: found "left kneee". It should be a side'),
        (CONDITION + "where = ['knee left']", 'where: found "knee left". It should be a side'),
        (
            CONDITION + f"where = {['left'] * 101}",
            "where: found a list. It should be a list of at most",
        ),
        (CONDITION + CONDITION, "twice, here and on line 1. It should be there once"),
        (
            "[rests.BL23]\nbecause = 'bruised'",
            'rests "BL23", until: found no value. It should be a date',
        ),
        (REST + "because = 7", 'rests "BL23", because: found 7. It should be one line'),
        (REST + "because = ''", 'because: found "". It should be one line'),
        (REST + "because = 'a\\nb'".replace("'", '"'), "because: found"),
        (REST + f"because = '{'a' * 201}'", "because: found"),
        (REST.replace("BL23", "bl23"), 'rests "bl23": found another spelling. It should be BL23'),
        (REST.replace("BL23", "'../x'"), 'rests "../x": found no code. It should be a code'),
        (REST.replace("BL23", f"'{'x' * 65}'"), "found no code"),
        (REST.replace("BL23", '"\\u001b[31m"'), r'rests "\x1b[31m": found no code'),
        ("".join(REST.replace("BL23", f"x{n}") for n in range(501)), "found 501 places"),
        (f"x = 0x{'f' * 20_000}", "x: found an unknown key"),
        ("x = " + "[" * 90_000, "brackets within brackets"),
        ("a." * 60_000 + "b = 1", "a name of too many parts"),
        (b"x = '\xff'", "UTF-8"),
        (b"\0" * 200, "a character that is no text"),
        (HAND_MADE.encode() + b"\0" * 9, "found a character that is no text (U+0000)"),
        (b"#" * 300_000, "256 KiB"),
    ],
)
def test_damage_is_reported_in_one_sentence_and_stays_as_it_is(
    home: Path, content: str | bytes, said: str
) -> None:
    path = profile_file(home, content)
    before = path.read_bytes()
    for attempt in (read_profile, lambda catalogue: change_profile(catalogue, Profile.without_all)):
        with pytest.raises(PresspointError) as refused:
            attempt(CATALOGUE)
        assert re.match(rf"{re.escape(str(path))}:(\d+:)? ", str(refused.value))
        assert said in str(refused.value)
        assert str(refused.value).endswith(
            "Correct it, or delete the file and run presspoint check."
        )
        assert refused.value.exit_code == 1
        assert len(str(refused.value)) < len(str(path)) + 400
    assert path.read_bytes() == before


def test_what_is_no_file_is_refused(home: Path) -> None:
    path = profile_file(home)
    for make in (Path.mkdir, os.mkfifo, lambda path: path.symlink_to("nowhere")):
        path.unlink()
        make(path)
        with pytest.raises(PresspointError) as refused:
            read_profile(CATALOGUE)
        assert refused.value.exit_code == 1
        with pytest.raises(PresspointError):
            keep(FULL)
        if path.is_dir():
            path.rmdir()
            path.touch()


@pytest.mark.parametrize("name", ["stat", "open"])
def test_a_file_that_may_not_be_read_is_refused(
    home: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    keep(FULL)
    path = home / "config" / "profile.toml"
    real = getattr(os, name)

    def denied(place: str | Path, *more: object, **named: object) -> object:
        if str(place) == str(path):
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(place, *more, **named)

    monkeypatch.setattr(os, name, denied)
    with pytest.raises(PresspointError, match="Permission denied") as refused:
        read_profile(CATALOGUE)
    assert refused.value.exit_code == 1


def test_the_tables_hold_no_more_than_what_was_answered() -> None:
    assert tomli_w.dumps(to_table(Profile(conditions=(ConditionAnswer("fever", TODAY),)))) == (
        "[conditions.fever]\ntold = 2026-11-21\n"
    )
    assert to_table(Profile()) == {}
