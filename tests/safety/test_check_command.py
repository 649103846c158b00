"""The check as a command and on a terminal: what is saved, and what is said whatever breaks."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from presspoint.__main__ import run_guarded
from presspoint.catalogue.conditions import conditions
from presspoint.catalogue.safety_warnings import red_flags
from presspoint.catalogue.tables import Catalogue
from presspoint.run import check as keeping
from presspoint.run.check import ask_check
from presspoint.safety.answers import Rest
from presspoint.safety.check.marked_sign import MarkedSign
from presspoint.safety.check.pages import Fits
from presspoint.safety.check.state import Check, CheckEnd, begin
from presspoint.session.actions import Signal
from presspoint.storage.profile_file import change_profile
from presspoint.terminal.questions import check_questions
from presspoint.terminal.questions.check_questions import CheckQuestions
from support.fakes import FakeClock
from support.terminal import Terminal

TODAY = date(2026, 12, 12)


@pytest.fixture
def terminal(home: Path) -> Iterator[Terminal]:
    opened = Terminal(str(home))
    yield opened
    opened.close()


def at_most(most: int) -> Fits:
    return lambda page: len(page.items) <= most


def started(catalogue: Catalogue, most: int = 9) -> Check:
    return begin(catalogue, at_most(most))


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run_guarded(["check", *arguments])
    answer = capsys.readouterr()
    return code, answer.out, answer.err


def saved(home: Path) -> dict[str, Any]:
    path = home / "config" / "profile.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def test_what_is_answered_by_options_is_kept_in_place_of_what_was_answered_before(
    home: Path, catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said, _ = run(
        capsys,
        *("--no-red-flags", "--condition", "hypertension"),
        *("--condition", "bruised-skin=left knee,belly"),
    )
    assert code == 0
    assert said.startswith("Saved: 2 conditions.\n")
    assert "\nHigh blood pressure. Press lightly" in said
    assert "Ask your doctor or practice nurse first.\n" in said
    assert "\nBruised skin (left knee and belly). Leave out every bruise" in said
    assert said.splitlines()[-1].startswith("Next: presspoint routine lower-back.")
    assert saved(home)["conditions"]["bruised-skin"]["where"] == ["left knee", "abdomen"]
    change_profile(catalogue, lambda now: now.with_rests([Rest("BL23", date(2099, 1, 1))]))
    code, said, _ = run(capsys, "--no-red-flags", "--condition", "fever")
    assert code == 3
    assert said.startswith("Not today: A fever")
    assert "This is about today, so it is not saved.\n" in said
    assert "No longer saved: High blood pressure and Bruised skin." in said
    assert "Next" not in said
    assert "conditions" not in saved(home)
    assert list(saved(home)["rests"]) == ["BL23"]


def test_only_the_urgency_of_a_sign_is_kept(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "--no-red-flags", "--condition", "hypertension")
    code, said, _ = run(capsys, "--red-flag", "fever", "--red-flag", "both-legs")
    assert code == 3
    assert said.startswith("EMERGENCY: call your emergency number")
    assert "\nTODAY: get an urgent appointment" in said
    assert "run presspoint check again" in said
    assert saved(home)["check"]["found"] == "emergency"
    assert list(saved(home)["conditions"]) == ["hypertension"]
    file = (home / "config" / "profile.toml").read_text(encoding="utf-8")
    assert "legs" not in file
    assert "fever" not in file
    assert run_guarded(["plan", "lower-back"]) == 3
    assert run(capsys, "--no-red-flags")[0] == 0
    assert saved(home)["check"]["found"] == "nothing"


def test_json_is_one_document_with_the_safety_text_in_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, said, _ = run(capsys, "--no-red-flags", "--condition", "varicose-veins=left", "--json")
    assert code == 0
    document = json.loads(said)
    assert set(document) == {"checked", "found", "conditions", "warnings"}
    assert (document["found"], document["warnings"]) == ("nothing", [])
    assert document["conditions"][0]["where"] == ["left"]
    code, said, _ = run(capsys, "--red-flag", "trauma", "--json")
    assert code == 3
    document = json.loads(said)
    assert document["found"] == "emergency"
    assert [each["level"] for each in document["warnings"]] == ["emergency"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--condition", "fever"],
        ["--json"],
        ["--no-red-flags", "--condition", "fevre"],
        ["--no-red-flags", "--condition", "fever=left knee"],
        ["--no-red-flags", "--condition", "bruised-skin", "--condition", "bruised-skin=hand"],
        ["--red-flag", "nothing"],
    ],
)
def test_answers_that_do_not_go_together_keep_nothing(
    home: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    code, said, error = run(capsys, *arguments)
    assert (code, said, error.count("\n")) == (2, "", 1)
    assert not saved(home)


def test_where_nobody_can_be_asked_every_question_is_shown_with_its_name(
    home: Path, catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said, error = run(capsys)
    assert code == 2
    assert "--no-red-flags" in error
    for name, flag in red_flags(catalogue):
        assert f"  {name}: {'; or '.join(flag.items)}\n" in said
    for name, each in conditions(catalogue):
        assert (f"  {name}: {each.question}\n" in said) is not each.of_today
    assert not saved(home)


def test_a_damaged_profile_is_reported_before_the_questions(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "config").mkdir()
    (home / "config" / "profile.toml").write_text("check = ", encoding="utf-8")
    code, said, error = run(capsys)
    assert (code, said) == (1, "")
    assert "profile.toml" in error


@pytest.mark.parametrize(
    "more", [["--no-red-flags"], ["--condition", "hypertension"], ["--condition", "no such thing"]]
)
def test_a_sign_is_saved_whatever_else_is_given_with_it(
    home: Path, capsys: pytest.CaptureFixture[str], more: list[str]
) -> None:
    code, said, error = run(capsys, *more, "--red-flag", "chest-pain")
    assert code == 3
    assert said.startswith("EMERGENCY: call your emergency number")
    assert "were not used" in error
    assert saved(home)["check"]["found"] == "emergency"
    assert "conditions" not in saved(home)


def test_a_sign_is_saved_though_another_has_an_unknown_name(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said, error = run(capsys, "--red-flag", "no such sign", "--red-flag", "chest-pain")
    assert code == 3
    assert said.startswith("EMERGENCY: call your emergency number")
    assert "no such sign" in error
    assert saved(home)["check"]["found"] == "emergency"


@pytest.mark.parametrize("more", [(), ("--json",)])
@pytest.mark.parametrize("damaged", [True, False])
def test_what_to_do_is_said_even_where_nothing_can_be_kept(
    home: Path,
    capsys: pytest.CaptureFixture[str],
    more: tuple[str, ...],
    damaged: bool,  # noqa: FBT001  # a column of the table
) -> None:
    if damaged:
        (home / "config").mkdir()
        (home / "config" / "profile.toml").write_text("check = ", encoding="utf-8")
    else:
        (home / "config").write_text("a file", encoding="utf-8")
    code, said, error = run(capsys, "--red-flag", "trauma", *more)
    assert code == 3
    assert "emergency department now" in said
    assert more or "NOT be saved" in said
    assert not more or json.loads(said)["found"] == "emergency"
    assert error.startswith("presspoint: ")
    assert run(capsys, "--no-red-flags")[:2] == (1 if damaged else 4, "")


@pytest.mark.parametrize("more", [[], ["--json"]])
@pytest.mark.parametrize("problem", [BrokenPipeError(), OSError(errno.ENOSPC, "No space left")])
def test_a_sign_is_kept_whatever_becomes_of_the_words(
    home: Path, monkeypatch: pytest.MonkeyPatch, problem: OSError, more: list[str]
) -> None:
    def broken(*_: object) -> None:
        raise problem

    for name in ("print_paragraphs", "print_document"):
        monkeypatch.setattr(keeping, name, broken)
    monkeypatch.setattr("presspoint.__main__._detach", lambda _: None)
    assert run_guarded(["check", "--red-flag", "bladder-bowel", *more]) in {141, 4}
    assert saved(home)["check"]["found"] == "emergency"


def test_a_sign_given_to_a_full_disk_of_output_is_kept(home: Path) -> None:
    command = [sys.executable, "-m", "presspoint", "check", "--red-flag", "bladder-bowel"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.DEVNULL, check=False)
    assert done.returncode == 4
    assert saved(home)["check"]["found"] == "emergency"


def test_a_sign_is_kept_though_the_terminal_closes_right_after_its_key(
    home: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closing(questions: CheckQuestions, _: object) -> None:
        os.kill(os.getpid(), signal.SIGHUP)
        sign = MarkedSign("trauma", "an accident", asks_whether_seen=False, is_confirmed=True)
        questions.check = questions.check._replace(end=CheckEnd.STOPPED, marked_sign=sign)

    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    died: list[str] = []
    monkeypatch.setattr(CheckQuestions, "ask_on_terminal", closing)
    monkeypatch.setattr(keeping, "print_paragraphs", fail)
    monkeypatch.setattr(keeping, "die_of", died.append)
    monkeypatch.setattr(keeping, "say", fail)
    monkeypatch.setattr(keeping, "can_ask", lambda: True)
    with pytest.raises(OSError, match="Input/output"):
        ask_check(catalogue, TODAY)
    assert died == ["SIGHUP"]
    assert saved(home)["check"]["found"] == "emergency"


def test_a_key_that_comes_with_a_signal_still_tells_its_sign(catalogue: Catalogue) -> None:
    questions = CheckQuestions(started(catalogue), lambda _: None)
    assert questions.ask(Typed("1", [Signal.HUP, "y"])) is Signal.HUP
    assert questions.check.end is CheckEnd.STOPPED
    assert questions.check.marked_sign
    assert questions.check.marked_sign.name == "chest-pain"


class Typed:
    """Stands for the keyboard: gives messages one by one, and counts how often it was stopped."""

    def __init__(self, *messages: str | list[str]) -> None:
        self.messages = list(messages)
        self.suspended = 0
        self.clock = FakeClock()

    def wait(self, seconds: float | None) -> list[str]:
        if seconds is not None:
            self.clock.wait(seconds)
            return []
        came = self.messages.pop(0)
        return [came] if isinstance(came, str) else came

    def suspend(self) -> None:
        self.suspended += 1


def test_a_page_is_shown_again_after_a_stop_and_a_signal_ends_the_check(
    catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    others = (Signal.CONT, Signal.WINCH, Signal.TSTP, Signal.CONT)
    inputs = Typed("n", *others, "toggle", Signal.TERM)
    questions = CheckQuestions(begin(catalogue, check_questions.page_fits()), lambda _: None)
    assert questions.ask(inputs) is Signal.TERM
    check = questions.check
    assert (check.end, check.marked_sign, check.at) == (None, None, 1)
    assert inputs.suspended == 1
    said = capsys.readouterr().out
    assert said.count("2/5. ") == 2
    assert said.endswith("Keys: 1-9: yes. n: none. ?: in full. b: back. q: quit.\n")


def next_key(terminal: Terminal, key: str, pattern: str) -> str:
    time.sleep(0.31)  # within 0.3 s it would belong to the burst before
    terminal.type(key)
    return terminal.wait_for(pattern)


def begun(terminal: Terminal) -> None:
    terminal.screen.reset()
    terminal.run("presspoint check")
    terminal.wait_for("1/5. Now, or new")


@pytest.mark.long
def test_a_healthy_person_is_through_with_one_key_a_page(terminal: Terminal, home: Path) -> None:
    begun(terminal)
    next_key(terminal, "nnnnnnn", "2/5. New, or worse")
    for page in range(3, 6):
        next_key(terminal, "n", rf"{page}/5. (New, or worse|Any of these)")
    next_key(terminal, "n", "Saved: no condition")
    assert terminal.exit_code() == 0
    assert saved(home)["check"]["found"] == "nothing"


@pytest.mark.long
def test_ctrl_d_at_is_that_so_prints_what_to_do_and_saves_nothing(
    terminal: Terminal, home: Path
) -> None:
    before = saved(home)
    begun(terminal)
    next_key(terminal, "1", "Is any of that so")
    shown = next_key(terminal, "\x04", "Nothing was saved")
    assert "EMERGENCY: call your emergency number" in shown
    assert terminal.exit_code() == 3
    assert saved(home) == before
    begun(terminal)
    next_key(terminal, "\x04", "nothing was saved. To begin again: presspoint check")
    assert terminal.exit_code() == 0
    assert saved(home) == before


def test_ctrl_c_keeps_nothing_and_an_emergency_only_that_it_was_one(
    terminal: Terminal, home: Path
) -> None:
    before = saved(home)
    begun(terminal)
    terminal.type("\x03")
    terminal.wait_for(r"\$$")
    assert terminal.exit_code() == 130
    assert terminal.restored()
    assert saved(home) == before
    begun(terminal)
    next_key(terminal, "1", "Is any of that so")
    shown = next_key(terminal, "y", "wrong key")
    assert "EMERGENCY: call your emergency number" in shown
    assert terminal.exit_code() == 3
    assert terminal.restored()
    assert "chest" not in (home / "config" / "profile.toml").read_text(encoding="utf-8")
