"""A profile is kept whole and private; damage is told, and never read as "nothing limits me"."""

from __future__ import annotations

import errno
import json
import os
import stat
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import IO

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint import clock
from presspoint.__main__ import run_guarded
from presspoint.catalogue.conditions import condition
from presspoint.catalogue.safety_warnings import Level
from presspoint.errors import PresspointError, StorageError, UsageError
from presspoint.run.typed.names import parse_condition
from presspoint.safety.body_places import parse_body_place
from presspoint.safety.profile import SIDES, BodyPlace, ConditionAnswer, Profile, Rest
from presspoint.safety.profile_table import LONGEST_REASON, read_profile_table, to_table
from presspoint.storage.catalogue_file import load
from presspoint.storage.profile_file import change_profile, read_profile
from support.own import GOOD, with_own

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes and links")
CATALOGUE = load()
CONDITIONS = CATALOGUE.table("conditions")
PLACES = (*CATALOGUE.table("regions"), *CATALOGUE.table("points"), *CATALOGUE.table("zones"))
TODAY = date(2026, 11, 21)
FULL = Profile(
    checked_on=TODAY,
    urgency=Level.SAME_DAY,
    check_declined=True,
    conditions=(
        ConditionAnswer(
            "varicose-veins",
            TODAY,
            (BodyPlace("left"), BodyPlace("left", "knee"), BodyPlace("", "BL23")),
        ),
        ConditionAnswer("pregnancy", date(2026, 1, 2)),
    ),
    rests=(Rest("BL23", date(2026, 11, 24), "bruised"), Rest("my-knee", date(2026, 12, 1))),
)
HAND_MADE = """\ufeff[check]\r
on = 2026-11-21
found = "nothing"
[conditions.varicose-veins]
told = 2026-11-21
where = ["LEFT", "left  knee", "bl-23", "Left-Calf"]
"""


@pytest.fixture(autouse=True)
def _one_day_and_one_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    monkeypatch.setattr("presspoint.storage.catalogue_file.load", lambda: CATALOGUE)


def profile_file(home: Path, content: str | bytes = "") -> Path:
    path = home / "config" / "profile.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def keep(profile: Profile) -> Profile:
    return change_profile(CATALOGUE, lambda _: profile)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


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
    | st.tuples(days, st.sampled_from((None, Level.EMERGENCY, Level.SAME_DAY))),
    st.booleans(),
    conditions,
    rests.map(tuple),
)


@given(profiles)
@settings(max_examples=40)
def test_what_was_told_is_read_back(profile: Profile) -> None:
    assert read_profile_table(to_table(profile), "x", CATALOGUE) == profile
    assert keep(profile) == profile
    assert read_profile(CATALOGUE) == profile


def test_where_there_is_no_file_there_is_no_profile_and_none_is_made(home: Path) -> None:
    assert read_profile(CATALOGUE) is None
    assert run_guarded(["profile"]) == 0
    assert list(home.iterdir()) == []


def at_home(monkeypatch: pytest.MonkeyPatch, **folders: str) -> None:
    """Give the program these variables and no other that says where home is."""
    for name in ("PRESSPOINT_HOME", "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, where in folders.items():
        monkeypatch.setenv(name, where)
    monkeypatch.setattr(sys, "platform", "linux")


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


def test_where_there_can_be_no_profile_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    at_home(monkeypatch, HOME="/dev/null")
    assert read_profile(CATALOGUE) is None
    with pytest.raises(StorageError):
        keep(FULL)


def test_without_a_home_nothing_is_planned_and_looking_up_goes_on(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    at_home(monkeypatch)
    for arguments in (["plan", "lower-back"], ["routine", "lower-back", "--yes"], ["profile"]):
        assert run_guarded(arguments) == 4
        told = capsys.readouterr()
        assert (told.out, told.err.count("\n")) == ("", 1)
        assert "HOME" in told.err
    for arguments in (["point", "LI4"], ["points"], ["routine"], ["conditions"]):
        assert run_guarded(arguments) == 0
    capsys.readouterr()
    for sign in (
        ["routine", "lower-back", "--red-flag", "trauma"],
        ["check", "--red-flag", "fever"],
    ):
        assert run_guarded(sign) == 3
        assert capsys.readouterr().out.startswith(("EMERGENCY: ", "TODAY: "))
    at_home(monkeypatch, XDG_CONFIG_HOME=str(home))
    keep(Profile(TODAY, Level.SAME_DAY))
    assert run_guarded(["plan", "lower-back"]) == 3


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
        ("colour = 1", "colour: found an unknown key, wanted check, conditions or rests"),
        ("check = 1", "check: found 1, wanted a table"),
        ("[check]", "check: found nothing in it"),
        ("[conditions]", "conditions: found nothing in it"),
        ("[rests]", "rests: found nothing in it"),
        ("[[rests]]", "rests: found a list, wanted a table"),
        ("[check]\non = 2026-11-21", 'check "found": found no value, wanted "nothing", "emer'),
        ('[check]\nfound = "nothing"', 'check "on": found no value, wanted a date'),
        ('[check]\non = 2026-11-21\nfound = "none"', 'check "found": found "none"'),
        ('[check]\non = 2026-11-21\nfound = ["emergency"]', 'check "found": found a list'),
        ('[check]\non = 2026-11-21T10:00:00\nfound = "nothing"', 'check "on": found 2026-11-21 10'),
        ('[check]\non = "2026-11-21"\nfound = "nothing"', 'check "on": found "2026-11-21"'),
        ("[check]\ndeclined = 1", 'check "declined": found 1, wanted true or false'),
        ("[check]\nflag = 'fever'", 'check "flag": found an unknown key'),
        ("[conditions.fevr]\ntold = 2026-11-21", 'conditions "fevr": found an unknown condition'),
        ("[conditions.fever]", 'conditions "fever": found nothing in it'),
        ("conditions.fever = true", 'conditions "fever": found true, wanted a table'),
        ("[conditions.fever]\nwhen = 1", 'conditions "fever", when: found an unknown key'),
        ("[conditions.fever]\ntold = 10:00:00", 'conditions "fever", told: found 10:00:00'),
        ("[conditions.fever]\ntold = 2026-11-21\nwhere = ['left']", "found a place, wanted none"),
        (CONDITION + "where = 'left'", 'where: found "left", wanted a list'),
        (CONDITION + "where = [1]", "where: found 1, wanted a side"),
        (CONDITION + "where = ['']", 'where: found "", wanted a side'),
        (CONDITION + "where = ['left kneee']", 'where: found "left kneee", wanted a side'),
        (CONDITION + "where = ['knee left']", 'where: found "knee left", wanted a side'),
        (CONDITION + f"where = {['left'] * 101}", "where: found a list, wanted a list of at most"),
        (CONDITION + CONDITION, "TOML"),
        ("[rests.BL23]\nbecause = 'bruised'", 'rests "BL23", until: found no value, wanted a date'),
        (REST + "because = 7", 'rests "BL23", because: found 7, wanted one line'),
        (REST + "because = ''", 'because: found "", wanted one line'),
        (REST + "because = 'a\\nb'".replace("'", '"'), "because: found"),
        (REST + f"because = '{'a' * 201}'", "because: found"),
        (REST.replace("BL23", "bl23"), 'rests "bl23": found another spelling, wanted BL23'),
        (REST.replace("BL23", "'../x'"), 'rests "../x": found no code, wanted a code'),
        (REST.replace("BL23", f"'{'x' * 65}'"), "found no code"),
        (REST.replace("BL23", '"\\u001b[31m"'), r'rests "\x1b[31m": found no code'),
        ("".join(REST.replace("BL23", f"x{n}") for n in range(501)), "found 501 places"),
        (f"x = 0x{'f' * 20_000}", "x: found an unknown key"),
        ("x = " + "[" * 90_000, "TOML"),
        ("a." * 60_000 + "b = 1", "TOML"),
        (b"x = '\xff'", "UTF-8"),
        (b"\0" * 200, "TOML"),
        (HAND_MADE.encode() + b"\0" * 9, "TOML"),
        (b"#" * 300_000, "256 KiB"),
    ],
)
def test_damage_is_told_in_one_sentence_and_stays_as_it_is(
    home: Path, content: str | bytes, said: str
) -> None:
    path = profile_file(home, content)
    before = path.read_bytes()
    for attempt in (read_profile, lambda catalogue: change_profile(catalogue, Profile.without_all)):
        with pytest.raises(PresspointError) as refused:
            attempt(CATALOGUE)
        assert str(refused.value).startswith(f"{path}: ")
        assert said in str(refused.value)
        assert str(refused.value).endswith("Mend it, or delete it and run presspoint check.")
        assert refused.value.exit_code == 1
        assert len(str(refused.value)) < len(str(path)) + 400
    assert path.read_bytes() == before


def test_the_words_for_a_sign_do_not_wait_for_a_profile(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = profile_file(home, "check = ")
    assert run_guarded(["routine", "lower-back", "--red-flag", "trauma"]) == 3
    told = capsys.readouterr()
    assert told.out.startswith("EMERGENCY: ")
    assert str(path) in told.err


def test_a_damaged_profile_stops_its_commands_and_what_would_play(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = profile_file(home, "[conditions.fevr]\ntold = 2026-11-21")
    for arguments in (
        ["profile"],
        ["profile", "set", "fever"],
        ["profile", "rest", "LI4"],
        ["profile", "clear", "--yes"],
        ["plan", "lower-back"],
    ):
        assert run_guarded(arguments) == 1
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.startswith(f'presspoint: {path}: conditions "fevr": found an unknown')
    assert path.read_text() == "[conditions.fevr]\ntold = 2026-11-21"


@posix_only
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


class Killed(BaseException):
    """The process ends here; nothing it would still do reaches the disk."""


class Disk:
    """File operations of which the one numbered `broken` fails, or is the last one ever."""

    NAMES = ("open", "mkdir", "chmod", "fchmod", "stat", "fsync", "replace", "unlink")

    def __init__(self, broken: int, problem: Callable[[], BaseException]) -> None:
        self.broken = broken
        self.problem = problem
        self.done = 0
        self.failed = False

    def operation(self) -> bool:
        """Count one; whether it fails."""
        self.done += 1
        dead = self.failed and isinstance(self.problem(), Killed)
        self.failed |= self.done == self.broken
        return dead or self.done == self.broken

    @contextmanager
    def in_use(self) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            for name in self.NAMES:
                patch.setattr(os, name, self.breaking(getattr(os, name)))
            opened = os.fdopen

            def torn(descriptor: int, how: str) -> Torn:
                return Torn(opened(descriptor, how), self)

            patch.setattr(os, "fdopen", torn)
            yield

    def breaking(self, real: Callable[..., object]) -> Callable[..., object]:
        def operation(*given: object, **named: object) -> object:
            if self.operation():
                raise self.problem()
            return real(*given, **named)

        return operation


class Torn:
    """An open file of which a write that fails has written a half."""

    def __init__(self, file: IO[bytes], disk: Disk) -> None:
        self.file = file
        self.disk = disk

    def __enter__(self) -> Torn:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()

    def __getattr__(self, name: str) -> object:
        return getattr(self.file, name)

    def write(self, content: bytes) -> None:
        if self.disk.operation():
            self.file.write(content[: len(content) // 2])
            raise self.disk.problem()
        self.file.write(content)


@posix_only
@pytest.mark.parametrize(
    "problem", [lambda: OSError(errno.ENOSPC, "No space left on device"), Killed]
)
@pytest.mark.parametrize("old", [None, FULL])
def test_whatever_breaks_the_file_is_the_old_one_or_the_new_one(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    problem: Callable[[], BaseException],
    old: Profile | None,
) -> None:
    new = FULL.with_rest(Rest("LI4", TODAY))
    seen = set()
    for broken in range(1, 200):
        monkeypatch.setenv("PRESSPOINT_HOME", str(tmp_path / str(broken)))
        if old:
            keep(old)
        disk = Disk(broken, problem)
        refused = None
        try:
            with disk.in_use():
                keep(new)
        except (Killed, PresspointError) as raised:
            refused = raised
        after = read_profile(CATALOGUE)
        assert after in {old, new}
        seen.add(after)
        if not disk.failed:
            break
        assert isinstance(refused, Killed) or "No space left" in str(refused)
        assert keep(new) == read_profile(CATALOGUE) == new
    assert disk.done == broken - 1 > 10
    assert after == new
    assert seen == {old, new}


@posix_only
@pytest.mark.parametrize("umask", [0, 0o777])
def test_folder_and_files_are_private_under_any_umask(home: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        keep(FULL)
    finally:
        os.umask(before)
    assert mode(home / "config") == 0o700
    assert {each.name: mode(each) for each in (home / "config").iterdir()} == {
        "profile.toml": 0o600,
        "profile.lock": 0o600,
    }


@posix_only
def test_a_planted_link_is_not_written_through(home: Path) -> None:
    keep(FULL)
    path = home / "config" / "profile.toml"
    target = home / "target"
    path.rename(target)
    whole = target.read_bytes()
    path.symlink_to(target)
    keep(Profile())
    assert target.read_bytes() == whole
    assert not path.is_symlink()
    assert read_profile(CATALOGUE) == Profile()
    lock = home / "config" / "profile.lock"
    lock.unlink()
    lock.symlink_to(home / "made")
    with pytest.raises(StorageError):
        keep(FULL)
    assert not (home / "made").exists()


@posix_only
def test_changes_at_the_same_time_lose_nothing() -> None:
    points = list(CATALOGUE.table("points"))[:40]

    def rest(code: str) -> None:
        change_profile(CATALOGUE, lambda now: now.with_rest(Rest(code, TODAY)))

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(rest, points))
    profile = read_profile(CATALOGUE)
    assert profile
    assert {each.code for each in profile.rests} == set(points)


def test_what_could_not_be_read_back_is_not_written(home: Path) -> None:
    keep(FULL)
    many = tuple(Rest(f"x{number}", TODAY) for number in range(501))
    long = tuple(Rest(f"x{number}", TODAY, "\U0001f642" * 200) for number in range(500))
    for wrong in (
        FULL._replace(rests=many),
        FULL._replace(rests=long),
        FULL._replace(rests=(Rest("LI4", TODAY, "two\nlines"),)),
        Profile(urgency=Level.EMERGENCY),
        Profile(conditions=(ConditionAnswer("hypertension", TODAY, (BodyPlace("left"),)),)),
    ):
        with pytest.raises(PresspointError, match="Your profile stays as it was"):
            keep(wrong)
    assert read_profile(CATALOGUE) == FULL
    assert not list((home / "config").glob(".*"))


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Right", BodyPlace("right")),
        (" left   knee ", BodyPlace("left", "knee")),
        ("left-knee", BodyPlace("left", "knee")),
        ("left lower-leg", BodyPlace("left", "lower-leg")),
        ("Right-calf", BodyPlace("right", "lower-leg")),
        ("right back of the knee", BodyPlace("right", "knee")),
        ("Belly", BodyPlace("", "abdomen")),
        ("ex-hn-anmian", BodyPlace("", "EX-HN-ANMIAN")),
        ("left bl 23", BodyPlace("left", "BL23")),
        ("foot-ball", BodyPlace("", "foot-ball")),
    ],
)
def test_a_place_is_known_by_side_region_or_code(text: str, where: BodyPlace) -> None:
    assert parse_body_place(text, "varicose-veins", CATALOGUE) == where
    assert parse_body_place(where.words, "varicose-veins", CATALOGUE) == where


AWAY = CONDITION + 'where = ["my-knee", "left shin-spot", "left-li4-spot", "hand2", "knee"]\n'


def test_a_place_told_by_an_own_code_stays_told_while_its_file_is_away(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile_file(home, AWAY)
    where = (
        *(BodyPlace("", "my-knee"), BodyPlace("left", "shin-spot"), BodyPlace("", "left-li4-spot")),
        *(BodyPlace("", "hand2"), BodyPlace("", "knee")),
    )
    told = Profile(conditions=(ConditionAnswer("varicose-veins", TODAY, where),))
    assert read_profile(CATALOGUE) == told
    assert keep(told) == read_profile(CATALOGUE)
    assert run_guarded(["plan", "back-of-the-knees", "--without-own-files", "--json"]) == 3
    answer = capsys.readouterr()
    assert json.loads(answer.out)["conditions"] == ["varicose-veins"]
    assert {each["side"] for each in json.loads(answer.out)["left_out"]} == {None}
    remarks = answer.err.splitlines()
    assert len(remarks) == 4
    assert remarks[0].startswith("presspoint: Your profile has varicose-veins at my-knee, a place")


@pytest.mark.parametrize(
    "repair",
    [
        ["profile", "clear", "varicose-veins"],
        ["profile", "clear", "--yes"],
        ["profile", "set", "varicose-veins=knee"],
        ["check", "--no-red-flags"],
    ],
)
def test_a_place_whose_file_is_away_can_be_cleared(home: Path, repair: list[str]) -> None:
    profile_file(home, AWAY)
    assert run_guarded(repair) == 0
    profile = read_profile(CATALOGUE)
    assert profile
    assert [each.where for each in profile.conditions] in ([], [(BodyPlace("", "knee"),)])


@pytest.mark.parametrize(
    "typed", ["lower-bakc", "kneee", "left-kneee", "left kneee", "BL233", "../x", "my knee"]
)
def test_a_mistyped_place_is_not_taken_for_an_own_one(home: Path, typed: str) -> None:
    profile_file(home, CONDITION + f'where = ["{typed}"]')
    with pytest.raises(PresspointError, match="wanted a side"):
        read_profile(CATALOGUE)


@pytest.mark.parametrize(
    ("days", "old"), [(-3650, True), (-1, True), (0, False), (30, False), (31, True)]
)
def test_a_check_ages_and_one_of_a_day_to_come_is_old(days: int, old: bool) -> None:  # noqa: FBT001  # a column of the table
    assert Profile(TODAY - timedelta(days=days)).check_is_old(TODAY) is old


@pytest.mark.parametrize(
    ("days", "expired"), [(-3650, True), (-1, True), (0, False), (13, False), (14, True)]
)
def test_a_condition_expires_and_so_does_one_of_a_day_to_come(days: int, expired: bool) -> None:  # noqa: FBT001  # as above
    told = ConditionAnswer("bruised-skin", TODAY - timedelta(days=days))
    assert told.has_expired(14, TODAY) is expired
    assert not told.has_expired(0, TODAY)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("fevr", '--condition does not know "fevr". Did you mean "fever"?'),
        ("fever=left", "leave the place out"),
        ("fever=", "leave the place out"),
        ("varicose-veins=", 'no place ""'),
        ("varicose-veins=left,kneee", 'no place "kneee". Did you mean "knee"?'),
        ("varicose-veins=knee left", 'no place "knee left"'),
        ("=left", "does not know"),
    ],
)
def test_an_unknown_condition_or_place_is_usage(given: str, said: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_condition(CATALOGUE, given, "--condition", TODAY)
    assert said in str(refused.value)


def test_a_condition_is_told_with_its_places() -> None:
    assert parse_condition(CATALOGUE, "Fever", "--condition", TODAY) == ConditionAnswer(
        "fever", TODAY
    )
    where = (BodyPlace("left", "knee"), BodyPlace("", "BL23"))
    answer = parse_condition(CATALOGUE, "Inflamed-Skin=left knee,BL23,left-knee", "-", TODAY)
    assert answer == ConditionAnswer("inflamed-skin", TODAY, where)


def test_the_commands_set_rest_show_and_clear(capsys: pytest.CaptureFixture[str]) -> None:
    def said(*arguments: str) -> str:
        assert run_guarded(["profile", *arguments]) == 0
        return capsys.readouterr().out

    assert said().startswith("Nothing is kept about you.")
    assert said("set", "pregnancy", "inflamed-skin=left knee,BL23") == (
        "No check yet. presspoint check asks about warning signs.\n"
        "Pregnancy, or trying for a baby (pregnancy), told on 2026-11-21\n"
        "Broken or inflamed skin (inflamed-skin): left knee, BL23, told on 2026-11-21\n"
    )
    rested = said("rest", "B47", "--because", " sore\n\x1b[31m\udcff  here ")
    assert rested.startswith("B47 is the old number of BL52.")
    assert r"BL52 Residence of the Will rests until 2026-11-24: sore \x1b[31m\udcff here" in rested
    assert "Hoku" not in said("rest", "Hegu", "--days", "1")
    assert json.loads(said("--json")) == {
        "profile": {
            "checked": None,
            "found": None,
            "declined": False,
            "conditions": [
                {"id": "pregnancy", "told": "2026-11-21", "where": [], "expired": False},
                {
                    "id": "inflamed-skin",
                    "told": "2026-11-21",
                    "where": ["left knee", "BL23"],
                    "expired": False,
                },
            ],
            "rests": [
                {"code": "BL52", "until": "2026-11-24", "because": "sore \x1b[31m\\udcff here"},
                {"code": "LI4", "until": "2026-11-22", "because": ""},
            ],
        }
    }
    left = json.loads(said("clear", "B47", "Broken or inflamed skin", "--json"))["profile"]
    assert [each["id"] for each in left["conditions"]] == ["pregnancy"]
    assert [each["code"] for each in left["rests"]] == ["LI4"]
    assert said("clear", "--yes").startswith("Nothing is kept about you.")
    assert read_profile(CATALOGUE) == Profile()


def test_what_has_ended_or_expired_is_shown_so(capsys: pytest.CaptureFixture[str]) -> None:
    ago = TODAY - timedelta(days=15)
    keep(
        Profile(
            ago, conditions=(ConditionAnswer("bruised-skin", ago),), rests=(Rest("LI4", TODAY),)
        )
    )
    assert run_guarded(["profile", "show"]) == 0
    assert capsys.readouterr().out == (
        "Checked on 2026-11-06, nothing found.\n"
        "Bruised or thin skin (bruised-skin), told on 2026-11-06; asked again at the next routine\n"
    )
    assert run_guarded(["profile", "show", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)["profile"]
    assert (shown["checked"], shown["found"], shown["rests"]) == ("2026-11-06", "nothing", [])
    assert shown["conditions"][0]["expired"] is True
    assert run_guarded(["profile", "rest", "BL23"]) == 0
    kept = read_profile(CATALOGUE)
    assert kept
    assert [each.code for each in kept.rests] == ["BL23"], "a rest that has ended is dropped"


def test_an_own_place_rests_with_the_point_it_is_at_though_its_file_goes(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "own").mkdir()
    own = with_own(home / "own", GOOD)
    monkeypatch.setattr("presspoint.storage.catalogue_file.load", lambda: own)
    assert run_guarded(["profile", "rest", "waist-edge"]) == 0
    assert run_guarded(["profile", "rest", "shin", "--days", "2"]) == 0
    profile = read_profile(CATALOGUE)
    assert profile
    assert [(each.code, each.until.day) for each in profile.rests] == [
        ("waist-edge", 24),
        ("shin", 23),
        ("ST36", 23),
    ]


def test_clearing_everything_keeps_a_stop_and_forgets_that_a_check_was_declined(
    capsys: pytest.CaptureFixture[str],
) -> None:
    keep(FULL)
    assert run_guarded(["profile", "clear", "--yes"]) == 0
    told = capsys.readouterr().out
    assert "Stopped on 2026-11-21, same-day: nothing plays until presspoint check" in told
    assert "What the check of 2026-11-21 found stays until a later check finds nothing." in told
    assert read_profile(CATALOGUE) == Profile(TODAY, Level.SAME_DAY)
    assert run_guarded(["profile", "clear", "--yes"]) == 1
    keep(Profile(TODAY, check_declined=True))
    assert run_guarded(["profile", "clear", "--yes"]) == 0
    assert read_profile(CATALOGUE) == Profile()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["clear"], 2, "add --yes, or name what to clear"),
        (["clear", "--json"], 2, "add --yes"),
        (["clear", "fever"], 1, 'Your profile holds no "fever".'),
        (["clear", "my-kne"], 1, 'Did you mean "my-knee"?'),
        (["clear", "BL23", "LI4"], 1, 'Your profile holds no "LI4".'),
        (["set", "fever", "fever"], 2, "Give fever once"),
        (["set", "fever=left"], 2, "leave the place out"),
        (["set"], 2, "presspoint profile set --help"),
        (["rest", "P6"], 1, "can mean"),
        (["rest", "nothing like it"], 1, "No point called"),
        (["rest", "LI4", "--days", "91"], 2, "1<=x<=90"),
        (["rest", "LI4", "--because", "a" * 201], 2, "200 characters at most"),
        (["--json", "show"], 2, "profile show --json"),
        (["BL23"], 2, "presspoint profile --help"),
    ],
)
def test_a_wrong_wish_is_told_with_the_next_step_and_changes_nothing(
    arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(FULL)
    assert run_guarded(["profile", *arguments]) == code
    answer = capsys.readouterr()
    assert answer.out == ""
    assert answer.err.count("\n") == 1
    assert said in answer.err
    assert read_profile(CATALOGUE) == FULL


@pytest.mark.parametrize(("answer", "left"), [("y", Profile(TODAY, Level.SAME_DAY)), ("", FULL)])
def test_on_a_terminal_clearing_everything_asks_first(
    answer: str, left: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("presspoint.cli.profile.can_ask", lambda: True)
    monkeypatch.setattr("presspoint.cli.profile.ask_line", lambda *_: answer)
    keep(FULL)
    assert run_guarded(["profile", "clear"]) == 0
    assert read_profile(CATALOGUE) == left


def test_the_tables_hold_no_more_than_what_was_told() -> None:
    assert tomli_w.dumps(to_table(Profile(conditions=(ConditionAnswer("fever", TODAY),)))) == (
        "[conditions.fever]\ntold = 2026-11-21\n"
    )
    assert to_table(Profile()) == {}
