"""A routine goes from one home to another as a QR code's text: shown, screened, added on y."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from presspoint.__main__ import run_guarded
from presspoint.catalogue.safety_warnings import Level
from presspoint.cli.own import add as command
from presspoint.own_content.qr.text import write_qr_text
from presspoint.safety.answers import ConditionAnswer
from presspoint.storage.profile_file import change_profile
from presspoint.storage.settings_file import current_day
from support.own import GOOD, SHIPPED
from support.typist import Typist, typing

Called = tuple[int, str, str]
Call = Callable[..., Called]
BALLS: dict[str, Any] = {
    "title": "My evening",
    "summary": "The hands, then balls under the back.",
    "steps": [
        {
            "title": "Hands",
            "position": "seated",
            "presses": [{"points": ["LI4"], "seconds": 45}],
        },
        {
            "title": "Lower back on the balls",
            "position": "lying-on-balls",
            "tools": ["tennis-balls"],
            "presses": [{"points": ["BL23", "BL52"], "seconds": 50, "rounds": 2}],
        },
        {
            "title": "Backs of the knees",
            "position": "seated",
            "presses": [{"points": ["BL40"], "seconds": 20, "rounds": 2}],
        },
    ],
}


@pytest.fixture
def call(home: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command line in this process; return its exit code, stdout and stderr."""
    assert home.is_dir()

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


@contextmanager
def another_home(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Iterator[Path]:
    """Be somebody else for a while."""
    folder.mkdir(exist_ok=True)
    with monkeypatch.context() as patch:
        patch.setenv("PRESSPOINT_HOME", str(folder))
        yield folder


def own_file(home: Path, content: dict[str, Any], name: str = "mine.toml") -> Path:
    folder = home / "config" / "catalogue"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(tomli_w.dumps(content), encoding="utf-8")
    return path


def code_of(entry: dict[str, Any], name: str = "my-evening", **more: Any) -> str:  # noqa: ANN401  # of JSON
    return write_qr_text({"routine": name, "entry": entry, **more})


def has(*conditions: str) -> None:
    """Let the person of this home have conditions."""
    today = current_day()
    answers = tuple(ConditionAnswer(each, today) for each in conditions)
    change_profile(SHIPPED, lambda profile: profile._replace(conditions=answers, checked_on=today))


def test_a_routine_from_another_home_leaves_out_what_weak_bones_must(
    call: Call, answer: Callable[..., Typist], monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    with another_home(monkeypatch, home / "physio") as physio:
        own_file(physio, {"schema": 1, "routines": {"my-evening": BALLS}})
        code, text, err = call("catalogue", "qr", "my-evening", "--text")
        assert (code, err) == (0, "")
        has("pregnancy")
        assert call("catalogue", "qr", "my-evening", "--text") == (0, text, "")  # nothing of them
    has("osteoporosis")
    answer("y")
    code, out, err = call("catalogue", "add", text.strip())
    assert (code, err) == (0, "")
    assert "The code: OK (1 routine). It is not in use yet." in out
    assert "Your own answers, cautions and limits always come first." in out
    assert "Ask first: Osteoporosis or other weak bones." in out
    assert "Before you start it, ask your doctor or physiotherapist." in out
    assert "Left out: BL23 Kidney Shu and BL52 Will's Chamber" in out
    assert 'Skipping "Lower back on the balls"' in out
    assert "More gently: Only a light touch." in out
    assert out.endswith("Added. Look at it first: presspoint plan my-evening.\n")
    code, out, err = call("plan", "my-evening")
    assert code == 3
    assert "Ask your doctor or physiotherapist first" in out + err
    code, out, _ = call("plan", "my-evening", "--provider-agreed", "--json")
    assert code == 0
    assert '"BL23"' not in out.partition('"phases"')[2]
    assert "tennis" not in out.partition('"gear"')[2]


def test_without_a_terminal_a_code_is_only_shown(call: Call, home: Path) -> None:
    code, out, err = call("catalogue", "add", code_of(BALLS))
    assert code == 1
    assert "Routine my-evening, " in out
    assert err.endswith("Nothing was added. Nobody can be asked here: add it in a terminal.\n")
    assert not (home / "config").exists()


def test_a_file_that_holds_the_text_is_the_same(call: Call, home: Path) -> None:
    file = home / "scan.txt"
    file.write_text(f"{code_of(BALLS)}\n", encoding="utf-8")
    assert call("catalogue", "add", file) == call("catalogue", "add", code_of(BALLS))


def test_a_warning_sign_comes_before_what_a_code_holds(call: Call) -> None:
    change_profile(
        SHIPPED, lambda profile: profile._replace(checked_on=current_day(), urgency=Level.EMERGENCY)
    )
    _, out, _ = call("catalogue", "add", code_of(BALLS))
    assert "Left out" not in out
    assert "always come first" not in out
    assert "Not for you: a warning sign." in out


def test_a_code_of_what_presspoint_has_adds_nothing_and_says_how_it_was_chosen(
    call: Call, home: Path
) -> None:
    _, text, _ = call("catalogue", "qr", "lower-back", "--side", "left", "--pain", "leg")
    has("osteoporosis")
    before = sorted(home.rglob("*"))
    code, out, err = call("catalogue", "add", text.strip())
    assert (code, err) == (0, "")
    assert "a routine that presspoint has: lower-back" in out
    assert "Left out: BL23" in out
    assert out.endswith("Look at it first: presspoint plan lower-back --pain leg --side left.\n")
    assert sorted(home.rglob("*")) == before


def test_a_routine_of_ones_own_goes_with_the_side_that_was_chosen(call: Call, home: Path) -> None:
    own_file(home, {"schema": 1, "routines": {"my-evening": BALLS}})
    _, text, _ = call("catalogue", "qr", "my-evening", "--side", "left")
    (home / "config" / "catalogue" / "mine.toml").unlink()
    _, out, _ = call("catalogue", "add", text.strip())
    whole = call("catalogue", "add", code_of(BALLS))[1]
    minutes = [each.partition("my-evening, ")[2][:4] for each in (out, whole)]
    assert minutes[0] < minutes[1]


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ({**BALLS, "steps": []}, "steps"),
        ({"title": 1}, "summary"),
        (
            {
                **BALLS,
                "steps": [{**BALLS["steps"][0], "presses": [{"points": ["GV16"], "seconds": 9}]}],
            },
            "GV16",
        ),
        (
            {
                **BALLS,
                "steps": [{**BALLS["steps"][0], "presses": [{"points": ["LI4"], "seconds": 170}]}],
            },
            "cap",
        ),
    ],
)
def test_what_no_file_may_ask_for_no_code_may(
    call: Call, answer: Callable[..., Typist], home: Path, entry: dict[str, Any], words: str
) -> None:
    answer()  # nothing is asked
    code, _, err = call("catalogue", "add", code_of(entry))
    assert code == 1
    assert "presspoint: The code: " in err
    assert words in err
    assert "Nothing was added. Ask for another one." in err
    assert not (home / "config").exists()


def test_a_name_that_is_there_is_said_before_anything_is_replaced(
    call: Call, answer: Callable[..., Typist], home: Path
) -> None:
    own_file(home, GOOD, "my-evening.toml")
    _, out, _ = call("catalogue", "add", code_of(BALLS))
    assert "It replaces your file my-evening.toml. Gone or changed by that: caution go-easy" in out
    answer("c-m")
    assert call("catalogue", "add", code_of(BALLS))[1].endswith("Nothing was added.\n")


def test_a_name_of_presspoints_own_is_said_to_be_replaced(call: Call) -> None:
    _, out, _ = call("catalogue", "add", code_of(BALLS, "lower-back"))
    assert "Routine lower-back stands in place of presspoint's own" in out


@pytest.mark.parametrize("name", ["../../evil", "a/b", ".", "new", "x" * 5000, "\x1b[2J"])
def test_a_name_leads_nowhere(
    call: Call, answer: Callable[..., Typist], home: Path, name: str
) -> None:
    answer("y")
    code, out, err = call("catalogue", "add", code_of(BALLS, name))
    assert code == 1
    assert "\x1b" not in out + err
    assert not list(home.rglob("*.toml"))


@pytest.mark.parametrize("words", ["\x1b]0;x\x07", "\u202egnp.exe", "[bold]x[/]", "a\u2028b"])
def test_hostile_words_of_a_code_never_reach_the_terminal_raw(call: Call, words: str) -> None:
    entry = {**BALLS, "title": f"My {words}", "summary": words, "note": words}
    _, out, err = call("catalogue", "add", code_of(entry))
    assert words.startswith("[") or words not in out + err
    assert not {"\x1b", "\x07", "\u202e", "\u2028"} & set(out + err)


def test_a_text_that_is_cut_off_says_what_to_do(call: Call) -> None:
    code, out, err = call("catalogue", "add", code_of(BALLS)[:100])
    assert (code, out) == (1, "")
    assert "Scan the whole code again, or paste all of its text." in err


def test_what_becomes_of_a_file_that_was_sent_is_said_too(call: Call, home: Path) -> None:
    has("osteoporosis")
    file = home / "sent.toml"
    routines = {"one": BALLS, "two": {**BALLS, "title": "Two"}}
    file.write_text(tomli_w.dumps({"schema": 1, "routines": routines}), encoding="utf-8")
    _, out, _ = call("catalogue", "add", file)
    assert "one: Left out: BL23 Kidney Shu" in out
    assert "two: Left out: BL23 Kidney Shu" in out
    assert out.count("Ask first: Osteoporosis") == 1


def test_a_routine_that_no_code_holds_is_refused_in_words(call: Call, home: Path) -> None:
    own_file(home, GOOD)
    code, out, err = call("catalogue", "qr", "physio")
    assert (code, out) == (1, "")
    assert "It has a place of your own, which a QR code cannot hold." in err


def test_a_code_is_saved_as_a_new_drawing_only(call: Call, home: Path) -> None:
    file = home / "code.svg"
    assert call("catalogue", "qr", "desk", "--svg", file)[:2] == (0, f"Saved in {file}.\n")
    assert file.read_text(encoding="utf-8").startswith("<svg")
    assert call("catalogue", "qr", "desk", "--svg", file)[0] == 4
