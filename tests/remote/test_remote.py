"""Control from elsewhere: one socket, one session, and nobody else at either end of it."""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint.__main__ import run_guarded
from presspoint.catalogue.pain_answers import Feeling
from presspoint.catalogue.tables import Catalogue
from presspoint.cues.replies import reply_sentence
from presspoint.errors import PresspointError
from presspoint.planning.course import Phase
from presspoint.remote import address as place
from presspoint.remote import client
from presspoint.remote.clients import MOST_BYTES, MOST_CLIENTS
from presspoint.remote.reply import NO_ANSWER, NOT_OURS, parse_reply
from presspoint.remote.server import Server
from presspoint.remote.single_session import SECOND, Remote
from presspoint.session import pausing
from presspoint.session.actions import REMOTE_ACTIONS, REMOTE_ANSWERS, Action
from presspoint.session.pain_stop import stop_for_pain
from presspoint.session.state import Session, start
from presspoint.session.status import status_of
from presspoint.terminal.keyboard.keyboard import REACHED, Waiting
from presspoint.terminal.signals import Signals
from support.loading import loaded_by
from support.plans import planned, with_routine

APART = {Action.STOP, Action.STATUS}  # the one ends the session, the other only asks
STANDING = {
    "running": True,
    "routine": "lower-back",
    "state": "playing",
    "step": 2,
    "steps": 4,
    "phase": "hold",
    "name": "Thumb web, left hand",
    "points": ["LI4"],
    "zones": [],
    "side": "left",
    "seconds_left": 39.2,
    "total_seconds_left": 461.0,
    "volume": 80,
}


class Playing:
    """A session that waits in a thread of its own, as the player does, and answers."""

    def __init__(self, status: Callable[[], dict[str, object]] = lambda: STANDING) -> None:
        self.remote = Remote()
        self.status, self.taken, self.over = status, list[str](), Event()
        self.act: Callable[[str], None] = self.taken.append
        self.thread = Thread(target=self._wait, args=(self.remote.listen(),))

    def __enter__(self) -> Playing:
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.thread.join()
        self.remote.close()

    def _wait(self, descriptor: int) -> None:
        poll = select.poll()
        poll.register(descriptor, select.POLLIN)
        while not self.over.is_set():
            poll.poll(10)
            for action in self.remote.take():
                self.act(action)
                if action == "stop":
                    self.remote.close()
                    return
            self.remote.answer(self.status)


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder near the root: those of pytest can be too long for a socket."""
    with TemporaryDirectory(dir="/tmp") as folder:
        monkeypatch.setenv("PRESSPOINT_HOME", folder)
        yield Path(folder)


@pytest.fixture
def run(home: Path) -> Path:
    """The folder of the socket and the lock."""
    return home / "run"


@contextmanager
def knocking(run: Path, sent: bytes = b"") -> Iterator[socket.socket]:
    """A client that says anything, and nothing more."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(2)
        connection.connect(str(run / place.SOCKET))
        connection.sendall(sent)
        yield connection


@contextmanager
def listening() -> Iterator[tuple[Remote, Server]]:
    with closing(Remote()) as remote:
        remote.listen()
        assert remote.server, remote.problem
        yield remote, remote.server


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def readable(descriptor: int) -> bool:
    return bool(select.select([descriptor], [], [], 0)[0])


@pytest.mark.parametrize("action", [each for each in REMOTE_ACTIONS if each not in APART])
def test_every_action_reaches_the_session_and_is_answered_in_one_sentence(
    action: Action, capsys: pytest.CaptureFixture[str]
) -> None:
    with Playing() as playing:
        assert run_guarded(["ctl", action]) == 0
    taken = Action.HURTS_REMOTE if action is Action.HURTS else action
    assert playing.taken == [taken]
    assert capsys.readouterr().out == f"{reply_sentence(action, STANDING)}\n"


def test_stop_is_answered_when_the_session_is_over(capsys: pytest.CaptureFixture[str]) -> None:
    with Playing() as playing:
        assert run_guarded(["ctl", "stop"]) == 0
        Remote().close()
        assert run_guarded(["ctl", "pause"]) == 1
    assert playing.taken == ["stop"]
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == (
        "Stopped.\n",
        "presspoint: No session is running. Start one with presspoint routine NAME.\n",
    )


@pytest.mark.parametrize(("answer", "action"), REMOTE_ANSWERS.items())
def test_hurts_takes_the_answer_with_it(
    answer: str, action: Action, capsys: pytest.CaptureFixture[str]
) -> None:
    with Playing() as playing:
        assert run_guarded(["ctl", "hurts", answer]) == 0
        assert run_guarded(["ctl", "hurts", answer.upper(), "--json"]) == 0
    assert playing.taken == [Action.HURTS_REMOTE, action] * 2
    assert capsys.readouterr().out


@pytest.mark.parametrize("answer", ["nmub", "x" * 100, "-1", ""])
def test_an_answer_that_is_none_hurts_all_the_same_and_is_usage(
    answer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with Playing() as playing:
        assert run_guarded(["ctl", "hurts", "--", answer]) == (2 if answer else 0)
    assert playing.taken == [Action.HURTS_REMOTE]
    assert not answer or "sharp, numb, spreading or sore" in capsys.readouterr().err


def test_only_hurts_takes_an_answer(capsys: pytest.CaptureFixture[str]) -> None:
    with Playing() as playing:
        assert run_guarded(["ctl", "pause", "numb"]) == 2
    assert playing.taken == []
    assert "an answer goes with hurts" in capsys.readouterr().err


def test_the_remote_answers_are_those_of_the_catalogue_by_their_keys() -> None:
    keys = (Action.ANSWER_1, Action.ANSWER_2, Action.ANSWER_3, Action.ANSWER_4)
    assert dict(zip(Feeling, keys, strict=True)) == REMOTE_ANSWERS


def test_status_asks_and_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with Playing() as playing:
        assert run_guarded(["ctl", "status"]) == 0
        assert run_guarded(["ctl", "status", "--json"]) == 0
    line, _, document = capsys.readouterr().out.partition("\n")
    assert (
        line == "Thumb web, left hand, 40 seconds to go. Step 2 of 4, eight minutes to go in all."
    )
    assert json.loads(document) == STANDING
    assert playing.taken == []


def test_the_answer_tells_of_the_session_after_the_action(
    catalogue: Catalogue, capsys: pytest.CaptureFixture[str]
) -> None:
    session = start(planned(catalogue).course, 0.0)

    def act(_: str) -> None:
        nonlocal session
        session, _events = pausing.pause(session, 5.0)

    with Playing(lambda: status_of(session, 5.0, 70)) as playing:
        playing.act = act
        assert run_guarded(["ctl", "pause", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["state"] == "paused"


def test_without_a_session_every_action_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    said = {}
    for action in REMOTE_ACTIONS:
        assert run_guarded(["ctl", action]) == 1
        said[action] = capsys.readouterr().err
        assert said[action].startswith("presspoint: No session is running. ")
    nothing_hurts = {said[each] for each in REMOTE_ACTIONS if each not in {"hurts", "faint"}}
    assert nothing_hurts == {
        "presspoint: No session is running. Start one with presspoint routine NAME.\n"
    }
    assert "Lie down, or stay lying down." in said[Action.FAINT]
    assert "presspoint profile rest BL23 --feels sore." in said[Action.HURTS]
    assert run_guarded(["ctl", "hurts", "numb"]) == 1
    assert "--feels numb." in capsys.readouterr().err
    assert run_guarded(["ctl", "status", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"running": False}


def test_asking_makes_no_folder(home: Path) -> None:
    run_guarded(["ctl", "status"])
    assert list(home.iterdir()) == []


def test_a_word_that_is_no_action_is_usage_and_gets_the_nearest_ones(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_guarded(["ctl", "paus"]) == 2
    assert 'Did you mean "pause"?' in capsys.readouterr().err
    assert run_guarded(["ctl", "--", "-1"]) == 2


def test_asking_loads_nothing_heavy() -> None:
    loaded = loaded_by(["ctl", "status", "--json"])
    assert "presspoint.remote.client" in loaded
    heavy = {"asyncio", "sqlite3", "platformdirs", "presspoint.catalogue.tables"}
    assert loaded.isdisjoint(heavy)
    assert not [name for name in loaded if name.partition(".")[0] == "rich"]


def test_a_second_session_says_so_and_the_next_one_starts() -> None:
    with closing(Remote()) as first:
        first.listen()
        with pytest.raises(PresspointError) as refused:
            Remote()
        assert str(refused.value) == SECOND
        assert refused.value.exit_code == 1
    with listening():
        pass


def test_what_a_killed_session_left_blocks_nobody(
    run: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program = (
        "from presspoint.remote.single_session import Remote; import signal;"
        "remote = Remote(); remote.listen(); print(remote.problem, flush=True); signal.pause()"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as killed:
        assert killed.stdout
        assert killed.stdout.readline() == b"\n"
        with pytest.raises(PresspointError, match="open already"):
            Remote()
        killed.send_signal(signal.SIGKILL)
    assert stat.S_ISSOCK((run / place.SOCKET).lstat().st_mode)
    assert run_guarded(["ctl", "pause"]) == 1
    assert "No session is running." in capsys.readouterr().err
    with Playing() as playing:
        assert run_guarded(["ctl", "pause"]) == 0
    assert playing.taken == ["pause"]


def test_a_session_leaves_only_its_lock(run: Path) -> None:
    with listening():
        assert {path.name for path in run.iterdir()} == {"control.sock", "session.lock"}
    assert [path.name for path in run.iterdir()] == ["session.lock"]


@pytest.mark.parametrize("umask", [0, 0o777])
def test_the_socket_is_the_owners_under_any_umask(run: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        with listening():
            assert [mode(run / name) for name in (".", "control.sock", "session.lock")] == [
                0o700,
                0o600,
                0o600,
            ]
            assert os.umask(umask) == umask
    finally:
        os.umask(before)


def test_another_user_is_refused_at_either_end(run: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = os.geteuid() + 1
    with listening() as (remote, _), knocking(run, b"stop\n") as connection:
        monkeypatch.setattr(os, "geteuid", lambda: other)
        assert remote.take() == []
        with pytest.raises(ConnectionError):
            connection.recv(100)
        with pytest.raises(PresspointError, match=r"control\.sock belongs to another user"):
            client.ask("status")


def test_a_folder_that_others_may_write_to_is_not_listened_in(run: Path) -> None:
    run.mkdir()
    run.chmod(0o777)
    with closing(Remote()) as remote:
        assert remote.listen() is None
        assert remote.problem.endswith("control.sock: Other users may write there.")
        assert not (run / place.SOCKET).exists()


@pytest.mark.parametrize("name", ["control.sock", "session.lock"])
@pytest.mark.parametrize("target", ["there", "missing"])
def test_a_planted_link_is_never_followed(run: Path, home: Path, name: str, target: str) -> None:
    (home / "there").write_text("kept")
    run.mkdir(0o700)
    (run / name).symlink_to(home / target)
    with closing(Remote()) as remote:
        assert remote.listen() is None
        assert f"{run / name}: " in remote.problem
        assert remote.take() == []
        remote.answer(lambda: STANDING)
    assert (run / name).is_symlink()
    assert (home / "there").read_text() == "kept"
    assert not (home / "missing").exists()


def test_a_planted_file_or_folder_is_left_alone_and_named(run: Path) -> None:
    run.mkdir(0o700)
    (run / place.SOCKET).write_text("kept")
    with closing(Remote()) as remote:
        assert remote.listen() is None
        assert remote.problem.count("\n") == 0
        assert "control.sock: Something else has this name" in remote.problem
    assert (run / place.SOCKET).read_text() == "kept"
    assert run_guarded(["ctl", "pause"]) == 1


def test_a_place_that_cannot_be_used_costs_the_control_and_not_the_session(
    home: Path, run: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.write_text("in the way")
    with closing(Remote()) as remote:
        assert remote.listen() is None
        assert remote.problem == (
            f"presspoint ctl cannot reach this session. {run}/session.lock: Not a directory."
        )
    assert client.ask("status") is None
    monkeypatch.setenv("PRESSPOINT_HOME", "relative")
    with closing(Remote()) as remote:
        assert remote.listen() is None
        assert "It should be an absolute path" in remote.problem
    assert {each.name for each in home.iterdir()} == {"run", "data"}


def test_a_path_too_long_for_a_socket_is_used_all_the_same(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRESSPOINT_HOME", str(home / ("long" * 40)))
    if not Path("/proc/self/fd").exists():
        with closing(Remote()) as remote:
            assert remote.listen() is None
            assert "too long" in remote.problem
        return
    for _ in range(2):
        with Playing() as playing:
            assert run_guarded(["ctl", "next"]) == 0
        assert playing.taken == ["next"]


@pytest.mark.parametrize(
    "sent", [b"\n", b"\0" * 10, b"x" * 1000, b"longer\n", b"pause stop\n", b"{}"]
)
def test_a_foreign_word_is_refused_and_does_nothing(run: Path, sent: bytes) -> None:
    with listening() as (remote, _), knocking(run, sent) as connection:
        connection.shutdown(socket.SHUT_WR)
        assert remote.take() + remote.take() == []
        answer = json.loads(connection.recv(4096))
        assert answer["ok"] is False
        assert answer["error"].startswith("That is no action. Choose pause, resume")


@settings(max_examples=40)
@given(sent=st.lists(st.binary(max_size=80), max_size=6))
def test_no_bytes_do_any_harm(sent: list[bytes]) -> None:
    with listening() as (remote, server), ExitStack() as open_ones:
        for each in sent:
            open_ones.enter_context(knocking(server.path.parent, each))
        remote_only = {Action.HURTS_REMOTE, *REMOTE_ANSWERS.values()}
        assert set(remote.take()) <= {*REMOTE_ACTIONS, *remote_only}
        remote.answer(lambda: STANDING)


def test_what_follows_the_first_line_is_not_read(run: Path) -> None:
    with listening() as (remote, _), knocking(run, b" pause \r\nstop\n") as connection:
        assert remote.take() == ["pause"]
        remote.answer(lambda: STANDING)
        assert json.loads(connection.recv(4096)) == {"ok": True, **STANDING}
        assert remote.take() == []


def test_a_client_that_only_looks_in_is_let_go(run: Path) -> None:
    with listening() as (remote, server):
        with knocking(run):
            pass
        with knocking(run, b"pau"):
            pass
        assert remote.take() + remote.take() == []
        assert server.clients.words == {}


def test_a_slow_client_holds_nobody_up(run: Path) -> None:
    with listening() as (remote, server), knocking(run) as slow, knocking(run, b"paus") as slower:
        began = monotonic()
        assert remote.take() == []
        with knocking(run, b"next\n"):
            assert remote.take() == ["next"]
        assert monotonic() - began < 0.5
        assert not readable(server.fileno())
        slow.sendall(b"stop")
        slower.sendall(b"e\n")
        assert remote.take() == ["pause"]
        slow.shutdown(socket.SHUT_WR)
        assert remote.take() == ["stop"]


def test_a_client_that_gave_up_changes_nothing(run: Path) -> None:
    with listening() as (remote, server):
        for word in (b"stop\n", b"stop"):
            with knocking(run, word):
                pass
        assert remote.take() + remote.take() == []
        assert (server.clients.words, server.clients.waiting) == ({}, [])


def test_a_client_that_leaves_before_the_answer_is_no_fault(run: Path) -> None:
    with listening() as (remote, _):
        with knocking(run, b"pause\n"):
            assert remote.take() == ["pause"]
        remote.answer(lambda: STANDING)


def test_a_thousand_silent_clients_cost_little_and_keep_nobody_out(run: Path) -> None:
    with listening() as (remote, server), ExitStack() as crowd:
        slowest = 0.0
        for number in range(1000):
            crowd.enter_context(knocking(run, b"x" * (number % MOST_BYTES)))
            if number % 25 == 24:
                began = monotonic()
                assert remote.take() == []
                slowest = max(slowest, monotonic() - began)
                assert len(server.clients.words) <= MOST_CLIENTS
            if number % 250 == 249:
                crowd.enter_context(knocking(run, b"pause\n"))
                assert remote.take() == ["pause"]
                remote.answer(lambda: STANDING)
                crowd.close()
        assert slowest < 0.5
    assert server.clients.words == {} or all(each.fileno() == -1 for each in server.clients.words)


def test_without_a_descriptor_to_spare_the_session_is_not_kept_awake(run: Path) -> None:
    with listening() as (remote, server), knocking(run, b"stop\n"):
        highest = max(int(each.name) for each in Path("/dev/fd").iterdir())
        before = resource.getrlimit(resource.RLIMIT_NOFILE)
        fillers = [os.dup(0) for _ in range(highest)]
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(fillers) + 1, before[1]))
        try:
            assert remote.take() == []
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, before)
            for filler in fillers:
                os.close(filler)
        assert not readable(server.fileno())


def test_whoever_still_waits_is_told_that_the_session_is_over(run: Path) -> None:
    with ExitStack() as waiting:
        with listening() as (remote, _):
            asked = waiting.enter_context(knocking(run, b"stop\n"))
            assert remote.take() == ["stop"]
            late = waiting.enter_context(knocking(run, b"status\n"))
        for connection in (asked, late):
            assert json.loads(connection.recv(4096)) == {"ok": True, "running": False}


@contextmanager
def impostor(run: Path, answer: bytes | None) -> Iterator[None]:
    """Something else at the socket's place; it reads, and says this, or nothing at all."""
    run.mkdir()
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(run / place.SOCKET))
        listener.listen()

        def reply() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(100)
                connection.sendall(answer or b"")

        thread = Thread(target=reply)
        if answer is not None:
            thread.start()
        yield
    if answer is not None:
        thread.join()


OTHERS = (b"3", b"{}", b'{"ok": true}')


@pytest.mark.parametrize("answer", [b"", b"\xff", b"[" * 50_000, *OTHERS])
def test_an_answer_that_is_none_is_one_sentence(
    run: Path, answer: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    with impostor(run, answer):
        assert run_guarded(["ctl", "pause"]) == 1
    said = capsys.readouterr().err
    assert said == f"presspoint: {NOT_OURS if answer in OTHERS else NO_ANSWER}\n"


SOME_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


@given(st.sampled_from([*STANDING, "running", "ok"]), SOME_JSON)
def test_d16_a_reply_of_any_kind_is_a_status_that_can_be_said_or_refused(
    key: str, value: object
) -> None:
    line = json.dumps({"ok": True, **STANDING, key: value}).encode() + b"\n"
    try:
        status = parse_reply(line)
    except PresspointError:
        return
    for action in REMOTE_ACTIONS:
        assert reply_sentence(Action(action), status)
    json.loads(json.dumps(status, allow_nan=False))


@pytest.mark.parametrize("figure", ["NaN", "Infinity", "1e999", "-1", "1e300", '"3"', "null", "[]"])
@pytest.mark.parametrize("key", ["seconds_left", "total_seconds_left", "step", "volume"])
@pytest.mark.parametrize("more", [[], ["--json"]])
def test_d16_a_figure_that_is_none_is_one_sentence(
    run: Path, key: str, figure: str, more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    others = json.dumps({"ok": True, **STANDING} | {key: "HERE"})
    with impostor(run, others.replace('"HERE"', figure).encode() + b"\n"):
        assert run_guarded(["ctl", "status", *more]) == 1
    assert capsys.readouterr() == ("", f"presspoint: {NOT_OURS}\n")


def test_a_session_that_does_not_answer_is_given_up(
    run: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.PATIENCE_SECONDS == 2.0
    monkeypatch.setattr(client, "PATIENCE_SECONDS", 0.05)
    with impostor(run, None):
        assert run_guarded(["ctl", "pause"]) == 1
    assert "The session did not answer within" in capsys.readouterr().err


def test_a_refusal_is_told_in_its_own_words(run: Path) -> None:
    with (
        impostor(run, b'{"ok": false, "error": "Not now."}'),
        pytest.raises(PresspointError, match=r"^Not now\.$"),
    ):
        client.ask("pause")


def moments(session: Session) -> Iterator[tuple[Phase, float]]:
    """Every phase with the moment one second into it."""
    at = 1 - session.seconds_played(0.0)
    for phase in session.phases:
        yield phase, at
        at += phase.seconds


def test_status_tells_where_every_phase_stands(catalogue: Catalogue) -> None:
    kinds = set()
    session = start(planned(catalogue, choices={"upper-back": "yes"}).course, 100.0)
    for phase, now in moments(session):
        turn = session.course.turns[phase.turn]
        status = status_of(session, now, 70)
        assert status == {
            "running": True,
            "routine": "lower-back",
            "state": "playing",
            "step": turn.step,
            "steps": 4,
            "phase": phase.kind,
            "name": turn.name,
            "points": list(turn.points),
            "zones": list(turn.zones),
            "side": turn.side,
            "seconds_left": pytest.approx(phase.seconds - 1),
            "total_seconds_left": pytest.approx(session.seconds_left(now), abs=0.06),
            "volume": 70,
        }
        json.dumps(status)
        kinds.add(phase.kind)
        assert reply_sentence(Action.NEXT, status).startswith("Next. ")
    assert kinds == {"move", "find", "press", "hold", "release", "exercise", "rest"}


def test_a_rest_between_rounds_is_told_as_one(catalogue: Catalogue) -> None:
    press = {
        "points": ["LI4"],
        "seconds": 20,
        "rounds": 2,
        "between": "other-round",
        "side": "left",
    }
    changed = with_routine(
        catalogue, [{"title": "Hands", "position": "seated", "presses": [press]}]
    )
    session = start(planned(changed, "test").course, 0.0)
    resting = next(now for phase, now in moments(session) if phase.kind == "rest")
    status = status_of(session, resting, 0)
    assert status["phase"] == "rest"
    assert "Rest. Thumb web, left hand" in reply_sentence(Action.STATUS, status)


def test_a_pause_leaning_in_a_question_and_the_end_are_told(catalogue: Catalogue) -> None:
    session = start(planned(catalogue).course, 0.0)
    at = next(now for phase, now in moments(session) if phase.kind == "hold")
    paused, _ = pausing.pause(session, at)
    status = status_of(paused, at + 60, 100)
    assert (status["state"], status["phase"], status["seconds_left"]) == ("paused", "hold", 49)
    assert reply_sentence(Action.PAUSE, status) == (
        "Paused. Thumb web, left hand, 49 seconds to go."
    )
    resumed, _ = pausing.resume(paused, at + 60)
    status = status_of(resumed, at + 61, 100)
    assert (status["state"], status["phase"], status["seconds_left"]) == ("playing", "press", 2)
    assert reply_sentence(Action.RESUME, status).startswith("Going on. Press slowly. Thumb web")
    hurting, _ = stop_for_pain(session, at)
    status = status_of(hurting, at + 60, 100)
    assert status["state"] == "asking"
    assert reply_sentence(Action.TOGGLE, status).startswith("Stop. How does it feel? ")
    over = status_of(session, 10_000.0, 100)
    assert (over["seconds_left"], over["total_seconds_left"]) == (0.0, 0.0)
    assert reply_sentence(Action.LOUDER, STANDING).startswith("Volume 80 per cent. Thumb web")


def test_d14_a_session_is_alone_whatever_the_runtime_folder_is(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PRESSPOINT_HOME")
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    with ExitStack() as stack:
        for number, name in enumerate(("one", "two")):
            folder = home / name
            folder.mkdir(mode=0o700)
            monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
            if number:
                with pytest.raises(PresspointError, match="A session is open already"):
                    Remote()
            else:
                stack.enter_context(closing(Remote()))
    with closing(Remote()) as remote:
        assert not remote.problem


def test_d14_where_the_data_folder_takes_no_lock_the_runtime_folder_still_does(
    home: Path,
) -> None:
    (home / "data").write_text("no folder")
    with closing(Remote()) as remote:
        assert not remote.problem
        with pytest.raises(PresspointError, match="A session is open already"):
            Remote()


def test_a_socket_that_failed_or_was_taken_away_is_tried_again(run: Path) -> None:
    with Signals() as signals, closing(Remote()) as remote:
        waiting: Waiting[Action] = Waiting(signals)
        run.chmod(0o777)  # others may write there: nobody is let in
        assert "ctl cannot reach" in waiting.let_in(remote)
        assert waiting.try_again() == ""
        run.chmod(0o700)
        assert waiting.try_again() == REACHED
        assert waiting.try_again() == "", "said once"
        (run / "control.sock").unlink()
        assert waiting.try_again() == REACHED
        with knocking(run, b"pause\n"):
            assert waiting.wait(5.0) == ["pause"]
