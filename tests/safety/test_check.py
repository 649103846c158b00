"""The check asks everything once, stops at the first sign, and keeps no more than it needs."""

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
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint.__main__ import run_guarded
from presspoint.catalogue.conditions import Condition, conditions
from presspoint.catalogue.safety_warnings import red_flags
from presspoint.catalogue.tables import Catalogue
from presspoint.run import check as keeping
from presspoint.run.check import ask_check
from presspoint.safety.check import DIGITS, Check, CheckEnd, begin, press
from presspoint.safety.check_pages import PARTS, Fits
from presspoint.safety.check_report import OPENING
from presspoint.safety.profile import BodyPlace, ConditionAnswer, Rest
from presspoint.session.messages import Signal
from presspoint.storage.profile_file import change_profile
from presspoint.terminal import check_questions
from presspoint.terminal.check_questions import CheckQuestions
from support.terminal import Terminal

TODAY = date(2026, 12, 12)
KEYS = ["n", "b", "q", "?", "enter", "toggle", "", "12", *DIGITS]


EVERY_SIZE = [(80, 24), (40, 12), (20, 30), (200, 60)]


@pytest.fixture
def terminal(home: Path) -> Iterator[Terminal]:
    opened = Terminal(str(home))
    yield opened
    opened.close()


def at_most(most: int) -> Fits:
    return lambda page: len(page.items) <= most


def started(catalogue: Catalogue, most: int = 9) -> Check:
    return press(begin(catalogue, at_most(most), "What it is."), "enter")[0]


def pressed(check: Check, *keys: str) -> Check:
    for key in keys:
        check, _ = press(check, key)
    return check


def mark(check: Check, *names: str) -> Check:
    """Go through the condition pages, marking these."""
    while check.page.kind != "condition":
        check = pressed(check, "n")
    while not check.end and check.page.kind == "condition":
        here = [name for name in check.page.names if name in names]
        check = pressed(check, *(str(check.page.names.index(name) + 1) for name in here), "n")
    return check


def region_keys(check: Check, *regions: str) -> Check:
    """Go through the place pages of one condition, marking these."""
    about = check.page.about
    while not check.end and check.page.about == about:
        here = [name for name in check.page.names if name in regions]
        check = pressed(check, *(str(check.page.names.index(name) + 1) for name in here), "n")
    return check


def told(check: Check) -> dict[str, tuple[str, ...]]:
    return {each.name: tuple(where.words for where in each.where) for each in check.answers(TODAY)}


def test_every_sign_is_asked_in_the_words_that_the_pages_shorten(catalogue: Catalogue) -> None:
    for _, flag in red_flags(catalogue):
        assert flag.question == f"Do you have {flag.item}?"
    for name in catalogue.table("conditions"):
        condition = catalogue.make(Condition, "conditions", name)
        assert condition.brief
        assert condition.question.endswith("?")


def test_a_place_is_asked_for_in_every_region_once(catalogue: Catalogue) -> None:
    asked = list(chain.from_iterable(PARTS.values()))
    assert sorted(asked) == sorted(catalogue.table("regions"))


@pytest.mark.parametrize("most", range(1, 10))
@pytest.mark.parametrize("keys", ["", "?"])
def test_everything_is_on_one_page_and_the_gravest_first(
    catalogue: Catalogue, most: int, keys: str
) -> None:
    check = started(catalogue, most)
    while check.page.kind != "condition":
        check = pressed(check, "n")
    check = pressed(check, *keys)
    pages = check.pages[1:]
    kinds = [page.kind for page in pages]
    assert kinds == sorted(kinds, key=["emergency", "same-day", "condition"].index)
    assert all(0 < len(page.items) <= most for page in pages)
    asked = list(chain.from_iterable(page.names for page in pages))
    assert asked == [name for name, _ in red_flags(catalogue)] + [*catalogue.table("conditions")]


def test_who_has_nothing_presses_one_key_a_page(catalogue: Catalogue) -> None:
    check = started(catalogue)
    assert len(check.pages) == 6
    for _ in check.pages[1:]:
        assert not check.end
        check = pressed(check, "n")
    assert check.end == "done"
    assert check.answers(TODAY) == ()


@pytest.mark.parametrize("most", [1, 4, 9])
def test_the_first_sign_stops_at_once(catalogue: Catalogue, most: int) -> None:
    for name, _ in red_flags(catalogue):
        check = started(catalogue, most)
        while name not in check.page.names:
            check = pressed(check, "n")
        check = pressed(check, str(check.page.names.index(name) + 1))
        assert (check.end, check.sign) == ("stopped", name)


def test_what_applies_is_told_with_its_side_and_its_places(catalogue: Catalogue) -> None:
    check = mark(started(catalogue), "varicose-veins", "inflamed-skin", "hypertension")
    assert check.page.heading == "Varicose veins. Which side?"
    check = pressed(check, "1")
    assert check.page.about == "inflamed-skin"
    check = region_keys(check, "knee", "lower-leg")
    assert check.end == "done"
    assert check.answers(TODAY) == (
        ConditionAnswer("hypertension", TODAY),
        ConditionAnswer("varicose-veins", TODAY, (BodyPlace("left"),)),
        ConditionAnswer(
            "inflamed-skin", TODAY, (BodyPlace(place="knee"), BodyPlace(place="lower-leg"))
        ),
    )


@pytest.mark.parametrize(("key", "where"), [("1", ("left",)), ("2", ("right",)), ("3", ())])
def test_a_side_alone_is_told_and_both_is_everywhere(
    catalogue: Catalogue, key: str, where: tuple[str, ...]
) -> None:
    check = region_keys(pressed(mark(started(catalogue), "varicose-veins"), "n", key))
    assert told(check) == {"varicose-veins": where}


def test_nothing_is_marked_before_a_key_and_enter_alone_is_no_answer(catalogue: Catalogue) -> None:
    check = started(catalogue)
    for _ in check.pages[1:]:
        assert not check.page_marks
        assert press(check, "enter") == (check, f"Keys: {check.keys}.")
        check = pressed(check, "n")


def test_enter_goes_on_once_something_is_marked(catalogue: Catalogue) -> None:
    check = pressed(started(catalogue), "n", "n")
    check, said = press(check, "2")
    assert said == "Marked: high blood pressure. 2 again takes it off; n goes on."
    assert pressed(check, "enter").at == check.at + 1
    check, said = press(check, "2")
    assert said == "Not marked: high blood pressure."
    assert pressed(check, "enter") == check


def test_back_shows_what_was_marked_and_taking_it_off_forgets_its_places(
    catalogue: Catalogue,
) -> None:
    check = mark(started(catalogue), "bruised-skin")
    check = pressed(check, "1", "b")
    assert check.page.kind == "condition"
    check = pressed(check, "b")
    assert check.page_marks == {"bruised-skin"}
    digit = str(check.page.names.index("bruised-skin") + 1)
    assert told(pressed(check, digit, "n", "n")) == {}
    again = pressed(check, digit, digit, "n", "n")
    assert (again.page.about, again.page_marks) == ("bruised-skin", frozenset())


def test_back_from_the_first_page_shows_the_opening_and_no_further(catalogue: Catalogue) -> None:
    check = pressed(started(catalogue), "b")
    assert check.page.kind == "opening"
    assert pressed(check, "b") == check
    assert pressed(check, "n").page.kind == "emergency"


def test_longer_words_keep_the_place_and_the_marks(catalogue: Catalogue) -> None:
    check = pressed(started(catalogue, 4), *("n",) * 7, "3")
    first = check.page.names[0]
    longer = pressed(check, "?")
    assert longer.page.items[0][1].endswith("?")
    assert first in longer.page.names
    assert longer.answers(TODAY) == check.answers(TODAY)
    assert pressed(longer, "?") == check


def test_a_sign_and_a_condition_of_the_same_name_are_two_things(catalogue: Catalogue) -> None:
    check = started(catalogue, 1)
    while (check.page.kind, check.page.names) != ("condition", ("fever",)):
        check = pressed(check, "n")
    assert pressed(check, "?").page.kind == "condition"
    check = pressed(check, "1")
    while (check.page.kind, check.page.names) != ("same-day", ("fever",)):
        check = pressed(check, "b")
    assert not check.page_marks
    assert pressed(check, "enter") == check


@settings(max_examples=80)
@given(keys=st.lists(st.sampled_from(KEYS), max_size=80), most=st.integers(1, 9), ill=st.booleans())
def test_no_keys_leave_the_check_without_a_page_or_past_something_unasked(
    catalogue: Catalogue, keys: list[str], most: int, *, ill: bool
) -> None:
    check = started(catalogue, most)
    left: set[tuple[str, str, str]] = set()
    while not check.end:
        page = check.page
        key = keys.pop(0) if keys else "1" if page.kind == "side" else "n"
        if page.kind.is_sign and key.isdigit() and not ill:
            continue
        before, check = check, press(check, key)[0]
        assert 0 <= check.at < len(check.pages)
        if key != "?" and (check.end == "done" or check.at > before.at):
            left |= {(page.kind, page.about, name) for name in page.names}
    if check.end == "done":
        every = {(str(flag.level), "", name) for name, flag in red_flags(catalogue)}
        every |= {("condition", "", name) for name in catalogue.table("conditions")}
        asked = {(str(page.kind), page.about, name) for page in check.pages for name in page.names}
        assert left >= every | asked


@pytest.mark.parametrize("size", EVERY_SIZE)
@pytest.mark.parametrize("keys", ["", "?"])
def test_every_page_shows_its_heading_and_its_keys_at_once(
    catalogue: Catalogue, size: tuple[int, int], keys: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns, rows = size
    monkeypatch.setattr(check_questions, "width", lambda: columns)
    monkeypatch.setattr(check_questions, "height", lambda: rows)
    check = begin(catalogue, check_questions.page_fits(), f"{OPENING} {'/somewhere' * 4}")
    while check.page.kind != "condition":
        check = pressed(check, "n")
    check = mark(pressed(check, *keys), "varicose-veins", "inflamed-skin")
    for at, page in enumerate(check.pages):
        number = f"{at} of {len(check.pages)}" if at else ""
        shown = check_questions.page_lines(
            page, number, frozenset(), columns, rows - check_questions.BELOW
        )
        assert len(shown) < rows
        assert all(len(line) <= columns for line in shown)


def test_the_healthy_path_is_read_in_two_minutes(catalogue: Catalogue) -> None:
    check = begin(catalogue, at_most(9), OPENING)
    words = sum(
        len(f"{page.heading} {' '.join(words for _, words in page.items)}".split())
        for page in check.pages
    )
    words_a_second, seconds_a_key = 4, 0.5
    assert words / words_a_second + seconds_a_key * len(check.pages) <= 120


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run_guarded(["check", *arguments])
    answer = capsys.readouterr()
    return code, answer.out, answer.err


def kept(home: Path) -> dict[str, Any]:
    path = home / "config" / "profile.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def test_what_is_told_by_options_is_kept_in_place_of_what_was_told_before(
    home: Path, catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said, _ = run(
        capsys,
        *("--no-red-flags", "--condition", "hypertension"),
        *("--condition", "bruised-skin=left knee,belly"),
    )
    assert code == 0
    assert "no warning sign, and 2 conditions." in said
    assert "\nHigh blood pressure. Press lightly" in said
    assert "Ask your doctor or practice nurse first.\n" in said
    assert "\nBruised or thin skin (left knee and belly). Skip every bruised place." in said
    assert said.splitlines()[-1].startswith("Next: presspoint routine lower-back.")
    assert kept(home)["conditions"]["bruised-skin"]["where"] == ["left knee", "abdomen"]
    change_profile(catalogue, lambda now: now.with_rest(Rest("BL23", date(2099, 1, 1))))
    code, said, _ = run(capsys, "--no-red-flags", "--condition", "fever")
    assert "No longer kept: High blood pressure and Bruised or thin skin." in said
    assert "today. Rest, and" in said
    assert "Next, once that has passed:" in said
    assert list(kept(home)["conditions"]) == ["fever"]
    assert list(kept(home)["rests"]) == ["BL23"]


def test_only_the_urgency_of_a_sign_is_kept(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "--no-red-flags", "--condition", "hypertension")
    code, said, _ = run(capsys, "--red-flag", "fever", "--red-flag", "both-legs")
    assert code == 3
    assert said.startswith("EMERGENCY: call your emergency number")
    assert "\nTODAY: get an urgent appointment" in said
    assert "run presspoint check again" in said
    assert kept(home)["check"]["found"] == "emergency"
    assert list(kept(home)["conditions"]) == ["hypertension"]
    file = (home / "config" / "profile.toml").read_text(encoding="utf-8")
    assert "legs" not in file
    assert "fever" not in file
    assert run_guarded(["plan", "lower-back"]) == 3
    assert run(capsys, "--no-red-flags")[0] == 0
    assert kept(home)["check"]["found"] == "nothing"


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
        ["--no-red-flags", "--red-flag", "fever"],
        ["--red-flag", "fever", "--condition", "fever"],
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
    assert not kept(home)


def test_where_nobody_can_be_asked_every_question_is_shown_with_its_name(
    home: Path, catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said, error = run(capsys)
    assert code == 2
    assert "--no-red-flags" in error
    for name, flag in red_flags(catalogue):
        assert f"  {name}: {flag.question}\n" in said
    for name, each in conditions(catalogue):
        assert f"  {name}: {each.question}\n" in said
    assert not kept(home)


def test_a_damaged_profile_is_told_before_the_questions(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "config").mkdir()
    (home / "config" / "profile.toml").write_text("check = ", encoding="utf-8")
    code, said, error = run(capsys)
    assert (code, said) == (1, "")
    assert "profile.toml" in error


@pytest.mark.parametrize("more", [(), ("--json",)])
@pytest.mark.parametrize("damaged", [True, False])
def test_what_to_do_is_told_even_where_nothing_can_be_kept(
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
    assert more or "NOT be kept" in said
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
    monkeypatch.setattr("presspoint.__main__._detach_stdout", lambda: None)
    assert run_guarded(["check", "--red-flag", "bladder-bowel", *more]) in {141, 4}
    assert kept(home)["check"]["found"] == "emergency"


def test_a_sign_told_to_a_full_disk_of_output_is_kept(home: Path) -> None:
    command = [sys.executable, "-m", "presspoint", "check", "--red-flag", "bladder-bowel"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.DEVNULL, check=False)
    assert done.returncode == 4
    assert kept(home)["check"]["found"] == "emergency"


def test_a_sign_is_kept_though_the_terminal_closes_right_after_its_key(
    home: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closing(questions: CheckQuestions, _: object) -> None:
        os.kill(os.getpid(), signal.SIGHUP)
        questions.check = questions.check._replace(end=CheckEnd.STOPPED, sign="trauma")

    def gone(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    died: list[str] = []
    monkeypatch.setattr(CheckQuestions, "ask_on_terminal", closing)
    monkeypatch.setattr(keeping, "print_paragraphs", gone)
    monkeypatch.setattr(keeping, "die_of", died.append)
    monkeypatch.setattr(keeping, "say", gone)
    monkeypatch.setattr(keeping, "can_ask", lambda: True)
    with pytest.raises(OSError, match="Input/output"):
        ask_check(catalogue, TODAY)
    assert died == ["SIGHUP"]
    assert kept(home)["check"]["found"] == "emergency"


def test_a_key_that_comes_with_a_signal_still_tells_its_sign(catalogue: Catalogue) -> None:
    questions = CheckQuestions(started(catalogue))
    assert questions.ask(Typed([Signal.HUP, "9"])) is Signal.HUP
    assert (questions.check.end, questions.check.sign) == (CheckEnd.STOPPED, "trauma")


class Typed:
    """Stands for the keyboard: gives messages one by one, and counts how often it was stopped."""

    def __init__(self, *messages: str | list[str]) -> None:
        self.messages = list(messages)
        self.suspended = 0

    def wait(self, seconds: float | None) -> list[str]:
        assert seconds is None
        came = self.messages.pop(0)
        return [came] if isinstance(came, str) else came

    def suspend(self) -> None:
        self.suspended += 1


def test_a_page_is_shown_again_after_a_stop_and_a_signal_ends_the_check(
    catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    others = (Signal.CONT, Signal.WINCH, Signal.TSTP, Signal.CONT)
    inputs = Typed("n", *others, "toggle", Signal.TERM)
    questions = CheckQuestions(begin(catalogue, check_questions.page_fits(), OPENING))
    assert questions.ask(inputs) is Signal.TERM
    check = questions.check
    assert (check.end, check.sign, check.at) == (None, "", 1)
    assert inputs.suspended == 1
    said = capsys.readouterr().out
    assert said.count("Page 1 of 5.") == 2
    assert said.endswith("Keys: 1-9 I have it, n none, b back, q leave.\n")


def next_key(terminal: Terminal, key: str, pattern: str) -> str:
    time.sleep(0.31)  # within 0.3 s it would belong to the burst before
    terminal.type(key)
    return terminal.wait_for(pattern)


def begun(terminal: Terminal) -> None:
    terminal.screen.reset()
    terminal.run("presspoint check")
    terminal.wait_for("Enter begin")
    terminal.type("\r")
    terminal.wait_for("Page 1 of 5. Emergency")


def test_a_healthy_person_is_through_with_one_key_a_page(terminal: Terminal, home: Path) -> None:
    begun(terminal)
    next_key(terminal, "nnnnnnn", "Page 2 of 5. Signs for a doctor today")
    for page in (3, 4, 5):
        next_key(terminal, "n", rf"Page {page} of 5. Does any")
    next_key(terminal, "n", "no warning sign, and no condition")
    assert terminal.exit_code() == 0
    assert kept(home)["check"]["found"] == "nothing"


def test_ctrl_c_keeps_nothing_and_an_emergency_only_that_it_was_one(
    terminal: Terminal, home: Path
) -> None:
    before = kept(home)
    begun(terminal)
    terminal.type("\x03")
    terminal.wait_for(r"\$$")
    assert terminal.exit_code() == 130
    assert terminal.restored()
    assert kept(home) == before
    begun(terminal)
    shown = next_key(terminal, "9", "wrong key")
    assert "EMERGENCY: call your emergency number" in shown
    assert terminal.exit_code() == 3
    assert terminal.restored()
    assert "trauma" not in (home / "config" / "profile.toml").read_text(encoding="utf-8")
