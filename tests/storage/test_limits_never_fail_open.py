"""Whatever lies in the place of a profile, settings, own files or a folder: never fewer limits."""

from __future__ import annotations

import json
import os
import shutil
import socket
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint.__main__ import run_guarded
from presspoint.storage.own.folder import look_for_own_files
from presspoint.storage.own.resemblance import LOOKED_AT_BYTES, holds_own_content
from support.profiles import at_home

DOCTOR = 'schema = 1\n[cautions.no-hand]\ntext = "Not the hand."\non = ["LI4"]\nleave_out = true\n'
PROFILE = "[rests.BL23]\nuntil = 2999-01-01\n[conditions.varicose-veins]\ntold = 2026-11-21\n"
OUT_BY_PROFILE, OUT_BY_FILE = {"BL23"}, {"LI4"}
Capture = pytest.CaptureFixture[str]


def give_limits(home: Path) -> None:
    """A profile, settings and an own file, each of which limits or shapes what is played."""
    shutil.rmtree(home / "config", ignore_errors=True)
    (home / "config" / "catalogue").mkdir(parents=True)
    (home / "config" / "profile.toml").write_text(PROFILE)
    (home / "config" / "settings.toml").write_text("pace = 'slow'\n")
    (home / "config" / "catalogue" / "doctor.toml").write_text(DOCTOR)


def plan(capsys: Capture, *options: str) -> tuple[int, dict[str, Any], str]:
    """The exit code of a plan, the document, and what was said on stderr."""
    capsys.readouterr()
    code = run_guarded(["plan", "lower-back", "--json", *options])
    printed = capsys.readouterr()
    return code, json.loads(printed.out) if printed.out else {}, printed.err


def places_out(document: dict[str, Any]) -> set[str]:
    return {each["code"] for each in document["left_out"]}


def remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def a_socket(path: Path) -> None:
    with closing(socket.socket(socket.AF_UNIX)) as listener:
        before = Path.cwd()
        os.chdir(path.parent)
        try:
            listener.bind(path.name)
        finally:
            os.chdir(before)


THINGS: dict[str, Callable[[Path], object]] = {
    "a dangling link": lambda path: path.symlink_to("/nowhere/at/all"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link to a device": lambda path: path.symlink_to("/dev/zero"),
    "a link to nothing but a terminal": lambda path: path.symlink_to("/dev/tty"),
    "a link to an empty file": lambda path: path.symlink_to("/dev/null"),
    "an empty file": lambda path: path.touch(),
    "a file of zeros": lambda path: path.write_bytes(b"\0" * 300),
    "a large file": lambda path: path.write_bytes(b"#" * 300_000),
    "a file that is not UTF-8": lambda path: path.write_bytes(b"x = '\xff'\n"),
    "a file of words": lambda path: path.write_text("my limits"),
    "a pipe": os.mkfifo,
    "a socket": a_socket,
}
PLACES = ("", "config", "config/profile.toml", "config/catalogue", "config/catalogue/doctor.toml")


@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize("place", PLACES)
def test_a_thing_in_place_of_a_file_or_folder_stops_playing_and_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, place: str, thing: str
) -> None:
    home = tmp_path / "home"
    monkeypatch.setenv("PRESSPOINT_HOME", str(home))
    give_limits(home)
    spoiled = home / place
    remove(spoiled)
    THINGS[thing](spoiled)
    code, document, said = plan(capsys)
    assert (code, document) == (1, {})
    assert str(spoiled) in said
    assert said.count("\n") == 1


@pytest.mark.parametrize("thing", sorted(set(THINGS) - {"an empty file"}))
def test_settings_that_cannot_be_read_stop_too(home: Path, capsys: Capture, thing: str) -> None:
    give_limits(home)
    path = home / "config" / "settings.toml"
    path.unlink()
    THINGS[thing](path)
    code, document, said = plan(capsys)
    assert (code, document) == (1, {})
    assert str(path) in said


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("place", PLACES[1:])
def test_what_may_not_be_read_stops_too(home: Path, capsys: Capture, place: str) -> None:
    give_limits(home)
    (home / place).chmod(0)
    try:
        assert plan(capsys)[0] == 1
    finally:
        (home / place).chmod(0o700)


@pytest.mark.parametrize("name", ["DOCTOR.TOML", "Doctor.Toml", "doctor.tOmL", "doctor.ｔｏｍｌ"])
def test_toml_in_any_case_is_read(home: Path, capsys: Capture, name: str) -> None:
    give_limits(home)
    folder = home / "config" / "catalogue"
    (folder / "doctor.toml").rename(folder / name)
    code, document, _ = plan(capsys)
    assert code == 0
    assert places_out(document) >= OUT_BY_FILE | OUT_BY_PROFILE


STRAYS = (
    "doctor.toml.txt",
    "doctor.TOML.TXT",
    "doctor.toml ",
    "doctor.toml.save",
    "doctor-toml",
    "doctor",
    "doctor.",
    "doctor.txt",
    "doctor.tml",
    "doctor.TML.bak2",
    ".doctor.toml",
    ".#doctor.toml",
    "._doctor.toml",
    "sub/doctor.toml",
    "sub/deep/deeper/Doctor.TOML",
    "sub/doctor.toml.txt",
    "sub/doctor",
    ".sub/doctor.toml",
)


@pytest.mark.parametrize("name", STRAYS)
def test_a_stray_stops_playing_and_is_named_with_its_mend(
    home: Path, capsys: Capture, name: str
) -> None:
    give_limits(home)
    folder = home / "config" / "catalogue"
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / "doctor.toml").rename(folder / name)
    code, document, said = plan(capsys)
    assert (code, document) == (1, {})
    assert str(folder / Path(name).parts[0]) in said
    assert "Rename it" in said or "Move" in said
    assert run_guarded(["catalogue", "check"]) == 1
    assert run_guarded(["points"]) == 0
    assert "presspoint catalogue check lists every fault" in capsys.readouterr().err
    assert plan(capsys, "--without-own-files")[0] == 0


# Whatever its name, what holds the tables of own files may have been meant as one.
OTHER_NAMES = ("doctor.conf", "doctor.tom", "doctor.t0ml", "doctor.md", "doctor.json", "doctor.old")
OTHER_FORMS = (
    DOCTOR,
    "\t[ cautions . no-hand ]\non = ['LI4']\n",
    '[["zones"]]\n',
    '{"cautions": {"no-hand": {"on": ["LI4"]}}}',
    "cautions:\n  no-hand:\n    on: [LI4]\n",
    "schema = 1\n",
)


@pytest.mark.parametrize("name", OTHER_NAMES)
@pytest.mark.parametrize("form", OTHER_FORMS)
def test_fault_3_what_holds_own_tables_is_a_stray_whatever_its_name(
    home: Path, name: str, form: str
) -> None:
    give_limits(home)
    path = home / "config" / "catalogue" / name
    path.write_text(form)
    (stray,) = look_for_own_files().strays
    assert stray.file == str(path)
    assert "Rename it" in str(stray)


@pytest.mark.parametrize(
    "repeated", ["\n", "\r\n", " \n", " ", "[", "[points ", '"zones" ', "schema "]
)
def test_a_file_is_looked_at_quickly_whatever_it_repeats(tmp_path: Path, repeated: str) -> None:
    path = tmp_path / "notes.md"
    path.write_text(repeated * (LOOKED_AT_BYTES // len(repeated)))
    start = time.process_time()
    assert not holds_own_content(path)
    assert time.process_time() - start < 1  # it took minutes, before each session


@pytest.mark.parametrize(
    "name",
    ["doctor.toml~", "DOCTOR.TOML.bak", "doctor.toml.orig", ".doctor.toml.swp", "#doctor.toml#"],
)
def test_fault_3_a_backup_whose_file_is_missing_is_remarked_on(
    home: Path, capsys: Capture, name: str
) -> None:
    give_limits(home)
    path = home / "config" / "catalogue" / "doctor.toml"
    path.with_name(name).write_text(DOCTOR)
    assert plan(capsys)[2] == ""
    path.unlink()
    code, _, said = plan(capsys)
    assert code == 0
    assert f"{path.with_name(name)} is not read, and there is no doctor.toml" in said
    assert plan(capsys, "--without-own-files")[2] == ""


HARMLESS = (
    "doctor.toml~",
    "doctor.toml.bak",
    "doctor.toml.BAK",
    "doctor.toml.orig",
    ".doctor.toml.swp",
    "#doctor.toml#",
    "schema.json",
    "notes.md",
    ".DS_Store",
    ".gitignore",
    ".git/HEAD",
    ".doctor.toml.0123456789abcdef0123456789abcdef",
)


@pytest.mark.parametrize("name", HARMLESS)
def test_what_an_editor_leaves_is_mentioned_and_no_more(
    home: Path, capsys: Capture, name: str
) -> None:
    give_limits(home)
    path = home / "config" / "catalogue" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("not an own file")
    assert plan(capsys)[0] == 0
    assert run_guarded(["catalogue", "check"]) == 0
    assert str(home / "config" / "catalogue" / Path(name).parts[0]) in capsys.readouterr().err
    assert run_guarded(["catalogue", "check", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["not_read"] == [Path(name).parts[0]]


def test_own_files_are_read_by_name(home: Path) -> None:
    assert look_for_own_files() == ((), (), ())
    folder = home / "config" / "catalogue"
    folder.mkdir(parents=True)
    for name in ("b.toml", "a.TOML", "c.toml"):
        (folder / name).write_text("schema = 1\n")
    assert [path.name for path in look_for_own_files().files] == ["a.TOML", "b.toml", "c.toml"]


def test_a_folder_of_endless_links_is_looked_through_in_no_time(
    home: Path, capsys: Capture
) -> None:
    give_limits(home)
    within = home / "config" / "catalogue" / "pictures"
    within.mkdir()
    for number in range(4):
        (within / f"again-{number}").symlink_to(within)
    code, _, said = plan(capsys)
    assert code in {0, 1}
    assert (code == 1) == (str(within) in said)


@pytest.mark.parametrize(
    "name", ["profile.toml.txt", "PROFILE.TOML", "profile", "Profile.tml", ".profile.toml"]
)
def test_a_profile_of_another_name_is_not_taken_for_none(
    home: Path, capsys: Capture, name: str
) -> None:
    give_limits(home)
    path = home / "config" / "profile.toml"
    path.rename(path.with_name(name))
    code, document, said = plan(capsys, "--without-own-files")
    assert (code, document) == (1, {})
    assert str(path.with_name(name)) in said
    path.with_name(name).rename(path)
    path.with_name(f"{name}~").write_text(PROFILE)
    assert plan(capsys)[0] == 0


@pytest.mark.parametrize("name", ["doctor.toml", "doctor.toml.txt", "Catalogue/doctor.toml"])
def test_an_own_file_beside_the_folder_stops_playing(
    home: Path, capsys: Capture, name: str
) -> None:
    give_limits(home)
    path = home / "config" / name
    path.parent.mkdir(exist_ok=True)
    (home / "config" / "catalogue" / "doctor.toml").rename(path)
    code, document, said = plan(capsys)
    assert (code, document) == (1, {})
    assert str(home / "config" / Path(name).parts[0]) in said


@pytest.mark.long
@given(st.data())
@settings(max_examples=150)
def test_random_things_in_random_places_never_lead_to_fewer_limits(
    tmp_path: Path, capsys: Capture, data: st.DataObject
) -> None:
    """The property that ends the kind: with whatever is spoiled or renamed, no limit is lost."""
    home = tmp_path / "home"
    if home.exists() or home.is_symlink():
        remove(home)
    give_limits(home)
    for _ in range(data.draw(st.integers(1, 3))):
        place = home / data.draw(st.sampled_from((*PLACES, "config/settings.toml")))
        if not (place.exists() or place.is_symlink()):
            continue
        name = data.draw(st.none() | st.sampled_from(STRAYS) | st.sampled_from(sorted(THINGS)))
        if name in THINGS:
            remove(place)
            THINGS[name](place)
        elif name and place.name == "doctor.toml":
            (place.parent / name).parent.mkdir(parents=True, exist_ok=True)
            place.rename(place.parent / name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRESSPOINT_HOME", str(home))
        code, document, said = plan(capsys)
    if code == 0:
        assert places_out(document) >= OUT_BY_FILE | OUT_BY_PROFILE
    else:
        assert (code, document) == (1, {})
        assert str(home) in said


@pytest.mark.parametrize("name", ["profile.toml~", "profile.toml.bak", "#profile.toml#"])
def test_a_backup_of_a_profile_that_is_missing_is_remarked_on(
    home: Path, capsys: Capture, name: str
) -> None:
    place = home / "config"
    place.mkdir()
    backup = place / name
    backup.write_text("[conditions.hypertension]\ntold = 2026-11-21\n", encoding="utf-8")
    code, _, said = plan(capsys)
    assert code == 0
    assert f"{backup} may be a backup of it" in said
    assert run_guarded(["profile"]) == 0
    assert str(backup) in capsys.readouterr().err
    backup.rename(place / "profile.toml")
    backup.write_text("", encoding="utf-8")
    assert "backup" not in plan(capsys)[2]


def test_a_profile_in_another_home_is_remarked_on(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    usual = home / "person" / ".config" / "presspoint" / "profile.toml"
    usual.parent.mkdir(parents=True)
    usual.write_text(PROFILE)
    at_home(monkeypatch, HOME=str(home / "person"), XDG_CONFIG_HOME=str(home / "sandbox"))
    code, _, said = plan(capsys)
    assert code == 0
    assert f"You have a profile at {usual}" in said
    assert run_guarded(["profile"]) == 0
    assert str(usual) in capsys.readouterr().err
    monkeypatch.setenv("XDG_CONFIG_HOME", str(usual.parent.parent))
    assert plan(capsys)[2] == ""


@pytest.mark.parametrize(
    "place", [".var/app/org.example.Term/config", "snap/term/current/.config", ".config"]
)
def test_a_profile_of_a_sandboxed_terminal_is_remarked_on(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, place: str
) -> None:
    other = home / "person" / place / "presspoint" / "profile.toml"
    other.parent.mkdir(parents=True)
    other.write_text(PROFILE)
    monkeypatch.setenv("HOME", str(home / "person"))
    assert str(other) in plan(capsys)[2]


def test_the_profile_of_who_called_sudo_is_remarked_on_beside_that_of_root(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    class Person:
        pw_dir = str(home / "person")

    give_limits(home)
    other = home / "person" / ".config" / "presspoint" / "profile.toml"
    other.parent.mkdir(parents=True)
    other.write_text(PROFILE)
    assert plan(capsys)[2] == ""
    monkeypatch.setattr("pwd.getpwnam", lambda _: Person)
    monkeypatch.setenv("SUDO_USER", "person")
    assert f"You have a profile at {other}" in plan(capsys)[2]
