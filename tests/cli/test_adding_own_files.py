"""`catalogue add`: a file that somebody sent is shown, and put in place on y only."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from presspoint.__main__ import run_guarded
from presspoint.catalogue.safety_warnings import Level
from presspoint.catalogue.tables import Catalogue
from presspoint.cli.own import add as command
from presspoint.safety.profile import Profile
from presspoint.storage.own.adding import safe_name
from presspoint.storage.profile_file import change_profile
from presspoint.storage.settings_file import current_day
from presspoint.storage.toml_files import MOST_BYTES
from support.cases import every
from support.own import GOOD, changed, written
from support.terminal import Terminal
from support.typist import Typist, typing

Called = tuple[int, str, str]
Call = Callable[..., Called]


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """The folder in which a file arrives."""
    folder = tmp_path / "sent"
    folder.mkdir()
    return folder


@pytest.fixture
def own_folder(home: Path) -> Path:
    """The folder of the person's own files, which need not be there."""
    return home / "config" / "catalogue"


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command line in this process; return its exit code, stdout and stderr."""

    def run(*arguments: object) -> Called:
        code = run_guarded([str(each) for each in arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Typist]:
    """Let somebody at a terminal answer with these keys."""

    def type_keys(*keys: str) -> Typist:
        monkeypatch.setattr(command, "can_ask", lambda: True)
        return typing(monkeypatch, *keys)

    return type_keys


def add(call: Call, file: Path) -> Called:
    return call("catalogue", "add", file)


def test_without_a_terminal_a_file_is_only_shown(call: Call, sent: Path, own_folder: Path) -> None:
    code, out, err = add(call, written(sent, GOOD, "physio.toml"))
    assert code == 1
    assert "Routine physio, " in out
    assert "Point shin, at ST36: Beside the shin." in out
    assert "Caution (shin): Go easy on the shin this month." in out
    assert err == (
        "presspoint: Nothing was added. Nobody can be asked here: add it in a terminal.\n"
    )
    assert not own_folder.exists()


def test_y_puts_the_file_in_place_for_this_person_alone(
    call: Call, sent: Path, own_folder: Path, answer: Callable[..., Typist]
) -> None:
    answer("y")
    code, out, err = add(call, written(sent, GOOD, "physio.toml"))
    assert (code, err) == (0, "")
    assert out.endswith("Added. Look at it first: presspoint plan physio.\n")
    target = own_folder / "physio.toml"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert stat.S_IMODE(own_folder.stat().st_mode) == 0o700
    assert [each.name for each in own_folder.iterdir()] == ["physio.toml"]
    assert call("plan", "physio")[0] == 0


@pytest.mark.parametrize("key", ["c-m", "n", "q"])
def test_enter_n_and_q_add_nothing(
    call: Call, sent: Path, own_folder: Path, answer: Callable[..., Typist], key: str
) -> None:
    answer("x", key)
    code, out, _ = add(call, written(sent, GOOD, "physio.toml"))
    assert code == 0
    assert out.endswith("Nothing was added.\n")
    assert not own_folder.exists()


def test_a_file_with_a_fault_is_never_added(
    call: Call, sent: Path, own_folder: Path, answer: Callable[..., Typist]
) -> None:
    answer()  # no key: nothing is asked
    file = written(sent, changed(("points", "shin", "hold", "cap"), 500), "physio.toml")
    code, out, err = add(call, file)
    assert (code, out) == (1, "1 fault in 1 file.\n")
    assert f"{file}:" in err
    assert "Nothing was added. Correct the file, and add it again." in err
    assert not own_folder.exists()


def large(folder: Path) -> Path:
    path = folder / "large.toml"
    path.write_bytes(b"# " + b"x" * MOST_BYTES)
    return path


def pipe(folder: Path) -> Path:
    path = folder / "pipe.toml"
    os.mkfifo(path)
    return path


def picture(folder: Path) -> Path:
    path = folder / "picture.toml"
    path.write_bytes(b"\x89PNG\r\n")
    return path


@pytest.mark.parametrize("make", [large, pipe, picture, lambda folder: folder / "missing.toml"])
def test_what_is_no_small_text_is_refused(
    call: Call, sent: Path, own_folder: Path, make: Callable[[Path], Path]
) -> None:
    code, _, err = add(call, make(sent))
    assert code == 1
    assert "Nothing was added" in err
    assert not own_folder.exists()


def test_a_file_of_another_name_in_the_folder_itself_is_to_be_renamed(
    call: Call, own_folder: Path
) -> None:
    own_folder.mkdir(parents=True)
    code, _, err = add(call, written(own_folder, GOOD, "physio.txt"))
    assert code == 1
    assert err.endswith("lies in your folder already. Rename it to physio.toml.\n")


def test_what_this_person_may_not_press_is_marked(
    call: Call, sent: Path, catalogue: Catalogue
) -> None:
    assert call("profile", "set", "varicose-veins=left", "pregnancy")[0] == 0
    _, out, _ = add(call, written(sent, GOOD, "physio.toml"))
    lines = {line.split(",")[0].strip(): line for line in out.splitlines()}
    assert "Not for you" in lines["Point shin"]
    assert "Not for you" in lines["Zone waist-edge"]
    change_profile(catalogue, lambda _: Profile(current_day()))
    _, out, _ = add(call, written(sent, GOOD, "physio.toml"))
    assert "Not for you" not in out


def test_whoever_has_a_warning_sign_reads_that_first(
    call: Call, sent: Path, catalogue: Catalogue
) -> None:
    change_profile(catalogue, lambda _: Profile(current_day(), Level.EMERGENCY))
    _, out, _ = add(call, written(sent, GOOD, "physio.toml"))
    assert out.startswith("EMERGENCY")
    assert "Not for you: a warning sign." in out


def test_a_file_that_is_replaced_is_named_with_what_is_lost(
    call: Call, sent: Path, own_folder: Path, answer: Callable[..., Typist]
) -> None:
    own_folder.mkdir(parents=True)
    old = written(own_folder, GOOD, "Physio.toml")
    before = old.read_text(encoding="utf-8")
    content = deepcopy(GOOD)
    content["cautions"] = {"new": {"text": "Softly."}}
    content["routines"]["physio"]["summary"] = "Another one."
    answer("n")
    _, out, _ = add(call, written(sent, content, "physio (1).toml"))
    words = (
        "It replaces your file Physio.toml. Gone or changed by that: caution go-easy and routine"
    )
    assert f"{words} physio.\n" in out
    assert old.read_text(encoding="utf-8") == before
    answer("y")
    assert add(call, sent / "physio (1).toml")[0] == 0
    assert [each.name for each in own_folder.iterdir()] == ["Physio.toml"]
    assert "Softly" in old.read_text(encoding="utf-8")
    _, out, _ = add(call, sent / "physio (1).toml")
    assert out == f"{old} has it already. Nothing was added.\n"


def test_a_file_with_a_fault_can_be_replaced_by_the_corrected_one(
    call: Call, sent: Path, own_folder: Path, answer: Callable[..., Typist]
) -> None:
    own_folder.mkdir(parents=True)
    old = own_folder / "physio.toml"
    old.write_bytes("schema = 1".encode("utf-16"))
    answer("y")
    code, out, _ = add(call, written(sent, GOOD, "physio.toml"))
    assert code == 0
    assert "all that the file there holds, which has a fault" in out
    assert call("catalogue", "check")[0] == 0


def test_a_routine_of_presspoint_that_is_replaced_is_named(call: Call, sent: Path) -> None:
    own = changed(("routines", "lower-back"), GOOD["routines"]["physio"])
    _, out, _ = add(call, written(sent, own, "physio.toml"))
    assert "Routine lower-back stands in place of presspoint's own" in out


def test_a_file_that_would_make_a_fault_in_another_is_refused(
    call: Call, sent: Path, own_folder: Path
) -> None:
    own_folder.mkdir(parents=True)
    places = {key: each for key, each in GOOD.items() if key != "routines"}
    written(own_folder, places, "places.toml")
    written(own_folder, {"schema": 1, "routines": GOOD["routines"]}, "plays.toml")
    assert call("catalogue", "check")[0] == 0
    fewer = {key: each for key, each in places.items() if key != "zones"}
    code, _, err = add(call, written(sent, fewer, "places.toml"))
    assert code == 1
    assert f"{own_folder / 'plays.toml'}:" in err
    code, _, err = add(call, written(sent, GOOD, "all.toml"))
    assert code == 1
    assert "an id that places.toml has too" in err


def test_nothing_is_written_through_a_link(
    call: Call, sent: Path, own_folder: Path, tmp_path: Path, answer: Callable[..., Typist]
) -> None:
    own_folder.mkdir(parents=True)
    elsewhere = tmp_path / "elsewhere.toml"
    elsewhere.write_text("schema = 1\n")
    (own_folder / "physio.toml").symlink_to(elsewhere)
    answer("y")
    code, _, err = add(call, written(sent, GOOD, "physio.toml"))
    assert code == 4
    assert "this is a link" in err
    assert elsewhere.read_text() == "schema = 1\n"


def test_nothing_is_written_into_a_folder_of_others(
    call: Call, sent: Path, own_folder: Path, tmp_path: Path, answer: Callable[..., Typist]
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o777)
    own_folder.parent.mkdir(parents=True)
    own_folder.symlink_to(shared)
    answer("y")
    code, _, err = add(call, written(sent, GOOD, "physio.toml"))
    assert code == 4
    assert "not yours alone" in err
    assert list(shared.iterdir()) == []


def test_what_came_to_be_there_meanwhile_stays(
    call: Call, sent: Path, own_folder: Path, answer: Callable[..., Typist]
) -> None:
    def write(text: str) -> Callable[[], None]:
        def run() -> None:
            own_folder.mkdir(parents=True, exist_ok=True)
            (own_folder / "physio.toml").write_text(text)

        return run

    for text, words in (("schema = 1 # mine\n", "there already"), ("schema = 1\n", "changed mean")):
        answer("y").meanwhile = write(text)
        code, _, err = add(call, written(sent, GOOD, "physio.toml"))
        assert code == 4
        assert words in err
        assert (own_folder / "physio.toml").read_text() == text
        assert len(list(own_folder.iterdir())) == 1


def test_a_file_that_went_away_meanwhile_is_not_made_again(
    call: Call, sent: Path, own_folder: Path, answer: Callable[..., Typist]
) -> None:
    own_folder.mkdir(parents=True)
    old = written(own_folder, GOOD, "physio.toml")
    answer("y").meanwhile = old.unlink
    changed_one = changed(("routines", "physio", "title"), "Another")
    code, _, err = add(call, written(sent, changed_one, "physio.toml"))
    assert code == 4
    assert f"{old}: No such file" in err
    assert list(own_folder.iterdir()) == []


def test_in_a_terminal_one_key_answers(home: Path, sent: Path, own_folder: Path) -> None:
    terminal = Terminal(str(home), 90, 40)
    try:
        file = written(sent, GOOD, "physio.toml")
        terminal.run(f"presspoint catalogue add {file}")
        terminal.wait_for(r"y: yes\. n or Enter: no\.")
        terminal.type("y")
        terminal.wait_for(r"^Added\. Look at it first: presspoint plan physio\.")
        assert (own_folder / "physio.toml").exists()
    finally:
        terminal.close()


HOSTILE = "Red \x1b[31m \u202e back\u009b2J \u2066wards"


def test_what_a_file_says_never_controls_the_terminal(call: Call, sent: Path) -> None:
    content: dict[str, Any] = deepcopy(GOOD)
    content["routines"]["physio"]["title"] = HOSTILE
    content["points"]["shin"]["name"] = HOSTILE
    content["cautions"]["go-easy"]["text"] = HOSTILE
    content["points"]["shin"]["rhythm"] = "Hold"
    for spoil in (None, HOSTILE):
        if spoil:
            content["points"]["shin"]["region"] = spoil
        file = sent / f"a{spoil or ''}.toml".replace("/", "")
        file.write_text(tomli_w.dumps(content), encoding="utf-8")
        _, out, err = add(call, file)
        assert not {"\x1b", "\u202e", "\u009b", "\u2066"} & {*out, *err}
        assert "\\x1b[31m" in out + err


@every(
    ("name", "safe"),
    [
        ("physio.toml", "physio.toml"),
        ("Physio.TOML", "Physio.toml"),
        ("physio (1).toml", "physio.toml"),
        ("physio.toml.txt", "physio.toml"),
        ("my back, again.toml", "my-back-again.toml"),
        ("Rücken.toml", "Rucken.toml"),
        ("..", "own.toml"),
        ("-rf.toml", "rf.toml"),
        (".hidden.toml", "hidden.toml"),
        ("\u202egnp.toml", "gnp.toml"),
        ("背.toml", "own.toml"),
        ("x" * 200 + ".toml", "x" * 60 + ".toml"),
    ],
)
def test_a_name_is_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe
