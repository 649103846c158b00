"""The machine is kept awake while a session plays, and no longer, whatever ends it."""

from __future__ import annotations

import os
import queue
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from presspoint.machine import awake
from presspoint.machine.awake import MAY_SLEEP, Awake

PATIENCE = 5.0
ENTERS = (
    "import time; from presspoint.machine.awake import Awake\n"
    "awake = Awake(); awake.enter(); time.sleep(60)"
)
# Says that it holds, with its arguments; then that it has ended.
STAND_IN = """#!/bin/sh
echo "held $*" >> "{record}"
{does}
code=$?
echo gone >> "{record}"
exit $code
"""
RUNS = 'while [ "${1#-}" != "$1" ]; do shift; done; "$@"'


def until(true: Callable[[], object]) -> bool:
    """Whether something comes true in time."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if true():
            return True
        time.sleep(0.005)
    return False


class Bus:
    """A session bus with one desktop on it; `came` is what that was asked, and who left."""

    def __init__(self, path: Path, *, knows: str) -> None:
        self.knows = knows
        self.came: queue.Queue[str] = queue.Queue()
        self.jeepney: Any = pytest.importorskip("jeepney")
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.bind(str(path))
        self.socket.listen()
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self) -> None:
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self.speak, args=(connection,), daemon=True).start()

    def speak(self, connection: socket.socket) -> None:
        holds = False
        with connection, suppress(ConnectionError):
            said = connection.recv(4096)
            connection.sendall(b"OK 0123456789abcdef\r\n")
            while b"BEGIN\r\n" not in said:
                said += connection.recv(4096)
            parser = self.jeepney.low_level.Parser()
            data = said.partition(b"BEGIN\r\n")[2] or connection.recv(4096)
            while data:
                parser.add_data(data)
                while message := parser.get_next_message():
                    holds |= self.answer(connection, message)
                data = connection.recv(4096)
        if holds:
            self.came.put("gone")

    def answer(self, connection: socket.socket, message: Any) -> bool:  # noqa: ANN401  # of jeepney
        """Answer a call; return whether it began to hold."""
        fields, jeepney = message.header.fields, self.jeepney
        member = fields[jeepney.HeaderFields.member]
        reply = jeepney.new_method_return(message)
        if member == "Hello":
            reply = jeepney.new_method_return(message, "s", (":1.1",))
        elif fields[jeepney.HeaderFields.destination] != self.knows:
            reply = jeepney.new_error(message, "org.freedesktop.DBus.Error.ServiceUnknown")
        elif member == "Inhibit":
            reply = jeepney.new_method_return(message, "u", (7,))
        connection.sendall(reply.serialise(serial=message.header.serial))
        known = reply.header.message_type == jeepney.MessageType.method_return
        if known and member != "Hello":
            self.came.put(member)
        return known and bool(member == "Inhibit")

    def close(self) -> None:
        self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()


@contextmanager
def entering() -> Iterator[subprocess.Popen[bytes]]:
    """Another process that keeps the machine awake."""
    process = subprocess.Popen([sys.executable, "-c", ENTERS])
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@pytest.fixture(params=["org.freedesktop.ScreenSaver", "org.gnome.SessionManager"])
def bus(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Bus]:
    """The desktop of the person."""
    path = tmp_path / "bus"
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={path}")
    monkeypatch.setenv("PATH", str(tmp_path))
    with closing(Bus(path, knows=request.param)) as bus:
        yield bus


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole PATH, where there is no desktop."""
    folder = tmp_path / "programs"
    folder.mkdir()
    (folder / "cat").symlink_to(shutil.which("cat") or "")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Where a stand-in tells what it does."""
    path = tmp_path / "record"
    path.touch()
    return path


def stand_in(folder: Path, record: Path, name: str = "systemd-inhibit", does: str = RUNS) -> None:
    script = folder / name
    script.write_text(STAND_IN.format(record=record, does=does))
    script.chmod(0o755)


@pytest.mark.long
def test_the_desktop_is_held_and_let_go(bus: Bus) -> None:
    keeper = Awake()
    for _ in range(2):
        keeper.enter()
        keeper.enter()
        assert bus.came.get(timeout=PATIENCE) == "Inhibit"
        assert bus.came.empty()
        keeper.close()
        keeper.close()
        let_go = {bus.came.get(timeout=PATIENCE) for _ in range(2)}
        assert "gone" in let_go
        assert let_go <= {"gone", "UnInhibit", "Uninhibit"}
    assert keeper.problem == ""


def test_the_desktop_is_let_go_by_a_kill(bus: Bus) -> None:
    with entering() as process:
        assert bus.came.get(timeout=PATIENCE) == "Inhibit"
        process.send_signal(signal.SIGKILL)
    assert bus.came.get(timeout=PATIENCE) == "gone"


def test_without_a_desktop_the_systems_program_holds(programs: Path, record: Path) -> None:
    stand_in(programs, record)
    keeper = Awake()
    keeper.enter()
    assert until(record.read_text)
    words = "--what=idle --mode=block --who=presspoint --why=A session is playing"
    assert record.read_text() == f"held {words} {programs}/cat\n"
    keeper.close()
    assert record.read_text().endswith("gone\n")
    assert keeper.problem == ""


def test_the_program_of_macos_holds(
    programs: Path, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    stand_in(programs, record, "caffeinate")
    with closing(Awake()) as keeper:
        keeper.enter()
        assert until(record.read_text)
    assert record.read_text() == f"held -d -i {programs}/cat\ngone\n"
    assert keeper.problem == ""


def test_the_program_is_ended_by_a_kill(programs: Path, record: Path) -> None:
    stand_in(programs, record)
    with entering() as process:
        assert until(record.read_text)
        process.send_signal(signal.SIGKILL)
    assert until(lambda: record.read_text().endswith("gone\n"))


@pytest.mark.parametrize("does", [None, "false", "kill -9 $$"])
def test_where_nothing_holds_it_is_said(programs: Path, record: Path, does: str | None) -> None:
    if does:
        stand_in(programs, record, does=does)
    with closing(Awake()) as keeper:
        keeper.enter()
        assert until(lambda: keeper.problem)
    assert keeper.problem == MAY_SLEEP


def test_a_program_that_stops_holding_is_said(programs: Path, record: Path) -> None:
    stand_in(programs, record, does=f"while [ ! -e {programs}/stop ]; do :; done; exit 3")
    with closing(Awake()) as keeper:
        keeper.enter()
        assert until(record.read_text)
        assert keeper.problem == ""
        (programs / "stop").touch()
        assert until(lambda: keeper.problem)


def test_no_program_of_the_working_folder_is_started(
    programs: Path, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = programs / "work"
    folder.mkdir()
    stand_in(folder, record)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}.{os.pathsep}{programs}")
    with closing(Awake()) as keeper:
        keeper.enter()
        assert until(lambda: keeper.problem)
    assert record.read_text() == ""


def test_whatever_fails_costs_no_session(
    programs: Path, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(programs, record)

    def fails(_: int) -> bool:
        raise KeyError

    monkeypatch.setattr(awake, "ask_desktop", fails)
    with closing(Awake()) as keeper:
        keeper.enter()
        assert until(lambda: keeper.problem)
    monkeypatch.setattr(os, "pipe", lambda: os.open("/nowhere", os.O_RDONLY))
    with closing(Awake()) as keeper:
        keeper.enter()
    assert keeper.problem == MAY_SLEEP


def test_a_desktop_that_is_stuck_is_not_waited_for(
    programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(awake, "CLOSE_SECONDS", 0.05)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/stuck")
    with closing(socket.socket(socket.AF_UNIX)) as stuck:
        stuck.bind(f"{tmp_path}/stuck")
        stuck.listen()
        began = time.monotonic()
        with closing(Awake()) as keeper:
            keeper.enter()
            entered = time.monotonic() - began
            connection, _ = stuck.accept()
        stuck.close()
        connection.close()
        assert entered < 0.1
        assert keeper.thread
        keeper.thread.join(PATIENCE)
    assert keeper.problem == ""
    assert list(programs.iterdir()) == [programs / "cat"]


def test_what_was_never_entered_needs_no_closing() -> None:
    keeper = Awake()
    keeper.close()
    assert keeper.problem == ""


def test_what_failed_to_keep_awake_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[int] = []
    monkeypatch.setattr(awake, "ask_desktop", lambda _: False)

    def run_program(reader: int) -> bool:
        tries.append(reader)
        return len(tries) > 1 and bool(os.read(reader, 1) or True)

    monkeypatch.setattr(awake, "run_program", run_program)
    with closing(Awake()) as keeper:
        keeper.enter()
        assert until(lambda: keeper.problem == MAY_SLEEP)
        assert keeper.thread
        keeper.thread.join(PATIENCE)  # while it still ends, nothing is tried
        keeper.try_again()
        assert until(lambda: len(tries) == 2)
        assert keeper.problem == ""
        keeper.try_again()
        assert len(tries) == 2, "it is kept awake"
