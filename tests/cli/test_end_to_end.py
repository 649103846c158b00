"""The real program in a pseudo-terminal: what a person does, and what kills it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.terminal import Terminal

SECONDS = re.compile(r"^ (\d+):(\d\d)  (\S.*)$", re.MULTILINE)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    opened = Terminal(str(tmp_path))
    yield opened
    opened.close()


def sessions(home: Path) -> list[dict[str, Any]]:
    done = presspoint(home, "history", "--json")
    found: list[dict[str, Any]] = json.loads(done.stdout)["sessions"]
    return found


def presspoint(home: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "presspoint", *arguments],
        env={**os.environ, "PRESSPOINT_HOME": str(home), **more},
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        timeout=60,
    )


def seconds_shown(screen: str) -> int:
    found = SECONDS.search(screen)
    assert found, screen
    return int(found[1]) * 60 + int(found[2])


def in_first_hold(terminal: Terminal) -> None:
    """Play lower-back up to the first hold, by the keys that a person has."""
    terminal.run("presspoint routine lower-back --yes")
    terminal.wait_for(r"0:\d\d  (Get ready|Move)")
    press(terminal, "n", r"Move(.|\n)*Step 2 of 4")
    press(terminal, "-", "0:10  Move|0:09  Move|Find")
    press(terminal, "-", "Find the place")
    press(terminal, "-", "Find the place(.|\n)*Shorter")
    press(terminal, "-", "0:0|Press slowly|Hold")
    terminal.wait_for(r"0:\d\d  Hold")


def ready_to_start(terminal: Terminal) -> str:
    """Ask for lower-back, and answer its choices; return the screen that offers the start."""
    terminal.run("clear; presspoint routine lower-back")
    terminal.wait_for("Upper back sore too")
    press(terminal, "n", "Does the pain travel")
    return press(terminal, "n", "Enter: start")


def press(terminal: Terminal, key: str, pattern: str) -> str:
    time.sleep(0.4)  # within 0.3 s it would belong to the burst before
    terminal.type(key)
    return terminal.wait_for(pattern)


def test_the_notice_comes_first_and_enter_starts(terminal: Terminal) -> None:
    shown = ready_to_start(terminal)
    assert shown.startswith("Get help: chest pain, ")
    assert "numb saddle area" in shown
    press(terminal, "\n", "How strong is the pain now")
    terminal.type("6")
    shown = terminal.wait_for("Get ready")
    assert SECONDS.search(shown.splitlines()[0]), "the countdown is on the first line"
    assert "Next: Thumb web, left hand." in shown


@pytest.mark.long
def test_a_second_shell_controls_the_session_and_cannot_start_another(
    terminal: Terminal, tmp_path: Path
) -> None:
    ready_to_start(terminal)
    press(terminal, "\n", "How strong is the pain now")
    terminal.type("6")
    terminal.wait_for("Get ready")
    second = presspoint(tmp_path, "routine", "desk", "--yes")
    assert second.returncode == 1
    assert "A session is open already" in second.stderr
    assert presspoint(tmp_path, "ctl", "pause").stdout.startswith("Paused. ")
    terminal.wait_for("PAUSED")
    status = json.loads(presspoint(tmp_path, "ctl", "status", "--json").stdout)
    assert (status["state"], status["routine"]) == ("paused", "lower-back")
    assert presspoint(tmp_path, "ctl", "resume").returncode == 0
    assert presspoint(tmp_path, "ctl", "stop").stdout == "Stopped.\n"
    terminal.wait_for("Pain before 6")
    assert terminal.exit_code() == 0
    assert presspoint(tmp_path, "ctl", "stop").returncode == 1
    last = sessions(tmp_path)[-1]
    assert (last["status"], last["pain_before"], last["pain_after"]) == ("stopped", 6, None)


@pytest.mark.long
def test_a_killed_session_is_taken_up_where_it_broke_off(
    terminal: Terminal, tmp_path: Path
) -> None:
    in_first_hold(terminal)
    time.sleep(1.2)  # what is held for less than a second was not pressed
    press(terminal, "n", "Let go slowly")
    time.sleep(0.5)
    os.kill(terminal.program(), signal.SIGKILL)
    terminal.wait_for(r"K\s*illed")  # the shell writes on where the screen was left
    terminal.run("tput rmcup; stty sane; clear; presspoint routine --resume --yes")
    shown = terminal.wait_for("Next: ")
    assert "Thumb web, " in shown
    terminal.type("q")
    terminal.wait_for("Saved")
    (session,) = sessions(tmp_path)
    assert session["status"] == "stopped"
    assert len(session["holds"]) == 1


@pytest.mark.long
def test_an_answer_other_than_enter_does_not_start_and_q_leaves(terminal: Terminal) -> None:
    ready_to_start(terminal)
    terminal.type("numb saddle\n")
    terminal.wait_for(r"Enter: start(.|\n)*Enter: start")
    press(terminal, "q", "^Not started.$")
    assert terminal.exit_code() == 0
    assert terminal.restored()


@pytest.mark.long
def test_a_new_person_is_asked_and_may_leave_each_question(tmp_path: Path) -> None:
    opened = Terminal(str(tmp_path), new=True)
    opened.run("clear; presspoint routine back-of-the-knees")
    shown = opened.wait_for("s: skip for today")
    assert shown.startswith("Get help now for:")
    opened.type("s")
    opened.wait_for("under 18")
    press(opened, "n", "Enter: start")
    press(opened, "t", "Which is it today")
    press(opened, "q", "^Not started.$")
    assert opened.exit_code() == 0
    opened.close()


@pytest.mark.parametrize(("key", "code"), [("\x04", 0), ("\x03", 130)])
@pytest.mark.long
def test_the_end_of_input_leaves_a_question_and_ctrl_c_ends_it(
    terminal: Terminal, key: str, code: int
) -> None:
    ready_to_start(terminal)
    terminal.type(key)
    terminal.wait_for(r"^\$$" if code else "^Not started.$")
    assert terminal.exit_code() == code
    assert terminal.restored()


@pytest.mark.long
def test_every_key_does_what_it_says_and_q_keeps_the_record(
    terminal: Terminal, tmp_path: Path
) -> None:
    in_first_hold(terminal)
    paused = seconds_shown(press(terminal, " ", "PAUSED"))
    time.sleep(1.5)
    assert seconds_shown(terminal.text()) == paused, "a pause stands still"
    assert "Let go slowly" in " ".join(terminal.text().split())
    press(terminal, "z", "PAUSED")
    press(terminal, " ", "0:0[123]  Press slowly")
    before = seconds_shown(terminal.wait_for("Hold"))
    assert before in {paused, paused - 1}
    after = seconds_shown(press(terminal, "-", "Shorter"))
    assert before - 12 <= after <= before - 10
    assert seconds_shown(press(terminal, "+", "Longer")) - after in {9, 10}
    press(terminal, "n", "Stop pressing(.|\n)*left hand")
    terminal.wait_for("Move(.|\n)*Thumb web, right hand")
    press(terminal, "b", "Find the place(.|\n)*Thumb web, left hand")
    press(terminal, "\x1b[C", "Move(.|\n)*Thumb web, right hand")
    press(terminal, "?", "what you did is saved")
    press(terminal, "q", "Stopped after 1 hold")
    assert terminal.exit_code() == 0
    assert terminal.restored()
    (session,) = sessions(tmp_path)
    assert session["status"] == "stopped"
    assert [hold["points"] for hold in session["holds"]] == [["LI4"]]
    assert 1 <= session["held_seconds"] < 50


@pytest.mark.long
def test_fault_5_in_a_terminal_that_sends_whole_lines_x_is_x_and_f_is_f(tmp_path: Path) -> None:
    dumb = Terminal(str(tmp_path), TERM="dumb")
    try:
        dumb.run("presspoint routine lower-back --yes")
        dumb.wait_for("minutes in all")
        press(dumb, "n\n", "Next")
        press(dumb, "x\n", "How does it feel")
        press(dumb, "f\n", r"Sit|Lie|lie|sit")
        assert dumb.exit_code() == 3
    finally:
        dumb.close()


@pytest.mark.long
def test_what_the_terminal_says_by_itself_is_no_key_and_an_enhanced_keyboard_is_understood(
    terminal: Terminal,
) -> None:
    terminal.run("presspoint routine lower-back --yes")
    terminal.wait_for(r"0:\d\d  (Get ready|Move)")
    for report in ("\x1b[?62;4c", "\x1b]11;rgb:ffff/ffff/ffff\x07", "\x1b[I", "\x1b[<0;9;9M"):
        terminal.type(report)
        time.sleep(0.1)
    time.sleep(0.3)
    assert "PAUSED" not in terminal.text()
    press(terminal, "\x1b[32u", "PAUSED")
    terminal.type("\x1b[32;1:3u")  # let go
    press(terminal, "\x1b[27;1;120~", "1 sharp")


@pytest.mark.long
def test_a_place_that_hurts_is_left_out_and_rests(terminal: Terminal, tmp_path: Path) -> None:
    terminal.run("presspoint routine lower-back --yes")
    terminal.wait_for(r"0:\d\d  (Get ready|Move)")
    press(terminal, "n", r"Move(.|\n)*Step 2 of 4")
    shown = press(
        terminal,
        "xxx",
        "Let go now, slowly(.|\n)*4 just sore(.|\n)*Left out from now on: the thumb web",
    )
    assert not SECONDS.search(shown), "nothing counts while it asks"
    shown = press(terminal, "4", r"0:1\d  Rest(.|\n)*Leave it alone for\s+2\s+days")
    assert "Next: Lower back, both sides" in shown
    press(terminal, "q", "Stopped. Thumb web, left hand: sore.")
    assert terminal.exit_code() == 0
    assert "[rests.LI4]" in (tmp_path / "config" / "profile.toml").read_text()


@pytest.mark.long
def test_stopped_frozen_and_ended_a_session_keeps_its_time_and_its_record(
    terminal: Terminal, tmp_path: Path
) -> None:
    in_first_hold(terminal)
    before = seconds_shown(terminal.text())
    terminal.type("\x1a")
    terminal.wait_for("Stopped")
    assert terminal.restored()
    time.sleep(2.5)
    terminal.run("fg")
    assert before - seconds_shown(terminal.wait_for("PAUSED")) <= 2, "Ctrl-Z stops the clock"
    press(terminal, " ", "Press slowly")
    terminal.wait_for("Hold")
    time.sleep(0.3)  # what it does after drawing is work, and no gap
    before = seconds_shown(terminal.text())
    os.kill(terminal.program(), signal.SIGSTOP)
    time.sleep(4)
    terminal.run("fg")
    assert before - seconds_shown(terminal.wait_for("PAUSED")) <= 2, "a gap pauses"
    os.kill(terminal.program(), signal.SIGTERM)
    terminal.wait_for("Interrupted after 1 hold")
    assert terminal.exit_code() == 143
    assert terminal.restored()
    (session,) = sessions(tmp_path)
    assert session["status"] == "interrupted"
    assert len(session["holds"]) == 1


@pytest.mark.parametrize(("name", "code"), [("INT", 130), ("HUP", 129), ("QUIT", 131)])
def test_a_signal_saves_and_gives_the_terminal_back(
    terminal: Terminal, tmp_path: Path, name: str, code: int
) -> None:
    terminal.run("presspoint routine simple --yes")
    terminal.wait_for("Get ready")
    os.kill(terminal.program(), getattr(signal, f"SIG{name}"))
    terminal.wait_for("Interrupted, nothing pressed")
    assert terminal.exit_code() == code
    assert terminal.restored()
    assert sessions(tmp_path)[0]["status"] == "interrupted"


def test_ctrl_c_is_an_interrupt(terminal: Terminal, tmp_path: Path) -> None:
    terminal.run("presspoint routine simple --yes")
    terminal.wait_for("Get ready")
    time.sleep(0.5)
    terminal.type("\x03")
    terminal.wait_for("Interrupted")
    assert terminal.exit_code() == 130
    assert terminal.restored()
    assert sessions(tmp_path)[0]["status"] == "interrupted"


@pytest.mark.long
def test_a_terminal_that_closes_leaves_an_interrupted_session(tmp_path: Path) -> None:
    opened = Terminal(str(tmp_path))
    opened.run("presspoint routine simple --yes")
    opened.wait_for("Get ready")
    time.sleep(0.5)
    opened.close()
    time.sleep(1)
    assert sessions(tmp_path)[0]["status"] == "interrupted"


@pytest.mark.parametrize(
    "bursts",
    [
        ["quit now"],
        pytest.param(
            [
                "\x1b[200~q\x1b[201~",
                "\x1b[1;",
                "ü\udce9".encode("utf-8", "surrogateescape").decode("latin-1"),
            ],
            marks=pytest.mark.long,
        ),
    ],
    ids=["burst", "paste and broken bytes"],
)
@pytest.mark.long
def test_bursts_pastes_and_broken_bytes_are_one_key(terminal: Terminal, bursts: list[str]) -> None:
    terminal.run("presspoint routine simple --yes")
    terminal.wait_for("Get ready")
    for burst in bursts:
        press(terminal, burst, "PAUSED")
        press(terminal, " ", r"\d  Get ready")


@pytest.mark.parametrize("size", [(40, 12), (20, 5), (120, 40)])
def test_the_countdown_is_on_the_first_line_at_any_size(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    opened = Terminal(str(tmp_path), *size)
    opened.run("presspoint routine lower-back --yes")
    shown = opened.wait_for(r"^ 0:\d\d  Get ready")
    assert shown.lstrip("\n").startswith(" 0:")
    if size == (40, 12):
        assert "Step 1 of 4" in shown
        assert shown.endswith("Any key pauses  x hurts  f faint  ? keys")
    opened.type("\x03")
    opened.close()


def test_a_red_flag_is_the_first_line_and_leaves_no_row(tmp_path: Path) -> None:
    done = presspoint(tmp_path, "routine", "lower-back", "--red-flag", "bladder-bowel", "--yes")
    assert done.returncode == 3
    assert done.stdout.startswith("EMERGENCY: ")
    assert sessions(tmp_path) == []


def test_nobody_to_ask_plays_nothing(tmp_path: Path) -> None:
    done = presspoint(tmp_path, "routine", "simple")
    assert done.returncode == 3
    assert "add --yes" in done.stdout
    assert sessions(tmp_path) == []


def read_until(running: subprocess.Popen[str], words: str) -> str:
    """Return what a program prints up to a line with these words."""
    assert running.stdout
    printed = ""
    for line in running.stdout:
        printed += line
        if words in line:
            return printed
    raise AssertionError(printed)


def test_a_piped_session_is_plain_lines(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "presspoint", "routine", "simple", "--yes"],
        env={**os.environ, "PRESSPOINT_HOME": str(tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
    ) as running:
        output = read_until(running, "Breathe out as you press.")
        running.send_signal(signal.SIGTERM)
        output += running.communicate(timeout=10)[0]
    assert running.returncode == -signal.SIGTERM
    assert "Any key" not in output, "there is no keyboard"
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", output)
    assert sessions(tmp_path)[0]["status"] == "interrupted"


def test_a_reader_that_goes_away_ends_without_a_traceback(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            "bash",
            "-c",
            f"{sys.executable} -m presspoint points --all | true; echo ${{PIPESTATUS[0]}}",
        ],
        env={**os.environ, "PRESSPOINT_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() in {"0", "141"}
    assert done.stderr == ""


@pytest.mark.parametrize("redirect", [">&-", ">/dev/full"])
def test_output_that_cannot_be_written_is_not_success(tmp_path: Path, redirect: str) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m presspoint point LI4 {redirect}"],
        env={**os.environ, "PRESSPOINT_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 4
    assert "Traceback" not in done.stderr


def test_a_history_that_cannot_be_saved_is_said_and_exits_4(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "history.db").write_text("not a database, and long enough to be read")
    with subprocess.Popen(
        [sys.executable, "-m", "presspoint", "routine", "simple", "--yes"],
        env={**os.environ, "PRESSPOINT_HOME": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        output = read_until(running, "Breathe out as you press.")
        running.send_signal(signal.SIGTERM)
        _, remarks = running.communicate(timeout=10)
    assert "NOT saved" in remarks
    assert "history.db" in remarks
    assert "Breathe out as you press." in output, "the session itself goes on"
    assert (tmp_path / "data" / "history.db").read_text().startswith("not a database")
    assert presspoint(tmp_path, "history").returncode == 4


@pytest.mark.long
def test_hostile_arguments_never_reach_the_terminal_raw(tmp_path: Path) -> None:
    for hostile in ("\x1b]0;x\x07", "\u202eabc", "[bold]x[/]", "\x9b31m", "a\u2028b"):
        for arguments in (
            ["point", hostile],
            ["routine", hostile],
            ["points", "--region", hostile],
            [hostile],
            ["plan", "simple", "--pain", hostile],
            [f"--{hostile}"],
        ):
            done = presspoint(tmp_path, *arguments)
            assert done.returncode in {1, 2}
            assert "Traceback" not in done.stderr
            for character in "\x1b\x07\u202e\x9b\u2028":
                assert character not in done.stdout + done.stderr


def test_without_a_home_lookups_work_and_history_says_why(tmp_path: Path) -> None:
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("HOME", "XDG", "PRESSPOINT"))
    }
    for arguments, code in ((["point", "LI4"], 0), (["history"], 4)):
        done = subprocess.run(
            [sys.executable, "-m", "presspoint", *arguments],
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, done.stderr
    assert list(tmp_path.iterdir()) == []
