"""What was done is kept: privately, through crashes, beside others, and never over foreign data."""

from __future__ import annotations

import calendar
import errno
import json
import os
import resource
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta, timezone
from datetime import time as time_of_day
from pathlib import Path

import pytest

from presspoint.__main__ import run_guarded
from presspoint.catalogue.conditions import Condition
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import ANY_PLACE, PartlyReadError, StorageError
from presspoint.listing.history.document import history_json
from presspoint.listing.history.sessions import history_rows
from presspoint.planning.plan import Plan
from presspoint.safety.answers import Rest
from presspoint.safety.applied_condition import AppliedCondition
from presspoint.safety.limits import Limits
from presspoint.safety.screening import LeftOut
from presspoint.session.actions import Signal
from presspoint.session.events import Ending
from presspoint.session.record.endings import EndedBy, Status
from presspoint.session.record.pain import pain_sentence
from presspoint.session.record.records import HoldRecord, LeftOutRecord, Reaction, SessionRecord
from presspoint.session.record.tally import Tally
from presspoint.storage.catalogue_file import load
from presspoint.storage.history import reading
from presspoint.storage.history.reading import read_history, read_sessions
from presspoint.storage.history.recent import count_recent_presses, find_interrupted
from presspoint.storage.history.rows import hold_cells, session_cells
from presspoint.storage.history.session_log import SessionLog
from presspoint.storage.history.writing import open_history
from presspoint.storage.lock import ProcessLock
from presspoint.storage.profile_file import read_profile
from presspoint.storage.settings_file import current_day
from support.histories import save_session
from support.plans import planned

HANDS = HoldRecord(("LI4",), (), "left", 50.0, 50.0)
BALLS = HoldRecord(("BL23", "BL52"), (), "both", 60.0, 42.5)
KNOTS = HoldRecord((), ("paraspinal-upper-knots",), "right", 30.0, 30.0)
ALL_REACHED = Tally(frozenset(range(8)))  # the holds of lower-back
STARTED = "2026-11-21T07:30:00+01:00"
TODAY = date(2026, 11, 21)
VERSION_1 = """
CREATE TABLE session (
    id TEXT PRIMARY KEY,
    routine TEXT NOT NULL,
    started TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('running', 'finished', 'stopped', 'interrupted')),
    planned_seconds REAL NOT NULL,
    pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),
    pain_after INTEGER CHECK (pain_after BETWEEN 0 AND 10)
);
CREATE TABLE hold (
    session TEXT NOT NULL REFERENCES session (id),
    ordinal INTEGER NOT NULL,
    points TEXT NOT NULL, -- codes, a space between
    zones TEXT NOT NULL,
    side TEXT,
    planned_seconds REAL NOT NULL,
    held_seconds REAL NOT NULL,
    PRIMARY KEY (session, ordinal)
);
CREATE INDEX session_started ON session (started);
PRAGMA user_version = 1;
INSERT INTO session VALUES ('old', 'hands', '2026-11-20T07:30:00+01:00', 'finished', 300, 7, 3);
INSERT INTO session VALUES ('new', 'lower-back', '2026-11-21T07:30:00+01:00', 'stopped', 590, 4,
    NULL);
INSERT INTO hold VALUES ('old', 0, 'LI4', '', 'left', 50, 50);
INSERT INTO hold VALUES ('new', 0, 'BL23 BL52', '', 'both', 60, 42.5);
"""


def morning(day: date) -> float:
    """Return when a day begins in UTC."""
    return datetime.combine(day, time_of_day(4), UTC).timestamp()


def presses_on(day: date, other: str = "") -> dict[str, int]:
    """Return what was pressed by the end of a day in UTC."""
    return count_recent_presses(morning(day), morning(day) + 86_399, other)


def record(name: str = "a", started: str = STARTED) -> SessionRecord:
    return SessionRecord(name, "lower-back", started, Status.RUNNING, 590.0, ())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def database(home: Path) -> Path:
    return home / "data" / "history.db"


def execute(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(statement)


def spoil(home: Path, table: str, change: str) -> None:
    """Change a cell of the first row to what no session would have written there."""
    update = f"UPDATE {table} SET {change} WHERE rowid = 1"  # noqa: S608  # words of ours
    execute(database(home), f"PRAGMA ignore_check_constraints = 1; {update}")


def version_1(home: Path) -> Path:
    """A history as the first version wrote it."""
    database(home).parent.mkdir(parents=True)
    execute(database(home), VERSION_1)
    return database(home)


VERSION_2 = (
    VERSION_1
    + """
ALTER TABLE session ADD COLUMN conditions TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN left_out TEXT NOT NULL DEFAULT '[]';
PRAGMA user_version = 2;
"""
)


def version_2(home: Path) -> Path:
    """A history as the second version wrote it, of the same sessions."""
    database(home).parent.mkdir(parents=True)
    execute(database(home), VERSION_2)
    return database(home)


VERSION_3 = (
    VERSION_2
    + """
ALTER TABLE session ADD COLUMN choices TEXT NOT NULL DEFAULT '{}';
ALTER TABLE hold ADD COLUMN spots TEXT NOT NULL DEFAULT '';
PRAGMA user_version = 3;
"""
)


def version_3(home: Path) -> Path:
    """A history as 0.1.0 wrote it, of the same sessions."""
    database(home).parent.mkdir(parents=True)
    execute(database(home), VERSION_3)
    return database(home)


OF_VERSION_1 = [
    SessionRecord(
        "old", "hands", "2026-11-20T07:30:00+01:00", Status.FINISHED, 300, (HANDS,), 7, 3
    ),
    SessionRecord("new", "lower-back", STARTED, Status.STOPPED, 590.0, (BALLS,), 4, None),
]


def one_session(
    name: str = "a", holds: tuple[HoldRecord, ...] = (), ended: Status | None = Status.FINISHED
) -> None:
    save_session(record(name), *holds, ended=ended)


def test_what_was_saved_is_read_back() -> None:
    one_session("a", (HANDS, BALLS, KNOTS))
    one_session("b", ended=Status.STOPPED)
    first, second = read_history()
    assert first == SessionRecord(
        "a", "lower-back", STARTED, Status.FINISHED, 590.0, (HANDS, BALLS, KNOTS)
    )
    assert first.held_seconds == 122.5
    assert (second.status, second.holds, second.held_seconds) == ("stopped", (), 0)


def test_nothing_was_done_where_there_is_no_history(home: Path) -> None:
    assert read_history() == []
    assert not (home / "data").exists()


def test_each_hold_is_on_disk_before_the_next_one_begins(home: Path) -> None:
    with closing(open_history()) as history:
        history.save(record())
        for number in (1, 2):
            history.save(record()._replace(holds=(HANDS, BALLS)[:number]))
            with closing(sqlite3.connect(database(home))) as other:
                assert other.execute("SELECT count(*) FROM hold").fetchone() == (number,)


def test_files_and_folders_are_private_whatever_the_umask(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRESSPOINT_HOME", str(home / "new" / "home"))
    before = os.umask(0)
    try:
        one_session("a", (HANDS,))
    finally:
        os.umask(before)
    data = home / "new" / "home" / "data"
    assert [mode(each) for each in (data, data.parent, data.parent.parent)] == [0o700] * 3
    found = {each.name: mode(each) for each in data.iterdir()}
    assert found == {"history.db": 0o600, "running.lock": 0o600}


def test_a_session_that_never_ended_was_interrupted_once_nobody_plays() -> None:
    one_session("a", (HANDS,), ended=None)
    (crashed,) = read_history()
    assert (crashed.status, crashed.holds) == ("interrupted", (HANDS,))


def test_a_session_runs_while_its_process_lives() -> None:
    with closing(open_history()) as history:
        history.save(record())
        assert [each.status for each in read_history()] == ["running"]
    assert [each.status for each in read_history()] == ["interrupted"]


def test_another_session_that_runs_is_not_marked_as_interrupted(home: Path) -> None:
    one_session("a", ended=None)
    with closing(ProcessLock(home / "data" / "running.lock")) as other:
        other.share()
        one_session("b")
        assert [each.status for each in read_history()] == ["running", "finished"]
    one_session("c")
    assert [each.status for each in read_history()] == ["interrupted", "finished", "finished"]
    with closing(sqlite3.connect(database(home))) as connection:
        stored = connection.execute("SELECT status FROM session WHERE id = 'a'").fetchone()
    assert stored == ("interrupted",)


def test_a_newer_history_is_refused_and_left_as_it_is(home: Path) -> None:
    one_session()
    execute(database(home), "PRAGMA user_version = 5")
    before = database(home).read_bytes()
    for use in (open_history, read_history):
        with pytest.raises(StorageError, match=r"history\.db: .*newer"):
            use()
    assert database(home).read_bytes() == before


@pytest.mark.parametrize("rubbish", [b"not a database " * 500, b"SQLite format 3\0" + b"x" * 4096])
def test_a_file_of_rubbish_is_named_and_left_as_it_is(home: Path, rubbish: bytes) -> None:
    database(home).parent.mkdir()
    database(home).write_bytes(rubbish)
    for use in (open_history, read_history):
        with pytest.raises(StorageError, match=r"history\.db: "):
            use()
    assert database(home).read_bytes() == rubbish


@pytest.mark.parametrize("there", [True, False])
def test_a_planted_link_is_not_written_through(home: Path, *, there: bool) -> None:
    target = home / "victim"
    if there:
        target.touch()
    database(home).parent.mkdir()
    database(home).symlink_to(target)
    with pytest.raises(StorageError):
        open_history()
    assert (target.stat().st_size == 0) if there else not target.exists()


def test_reading_does_not_write_through_a_planted_link_either(home: Path) -> None:
    target = home / "victim"
    execute(target, "CREATE TABLE precious (value)")
    before = target.read_bytes()
    database(home).parent.mkdir()
    database(home).symlink_to(target)
    try:
        read_history()
    except StorageError as refusal:
        assert "history.db" in str(refusal)  # noqa: PT017  # refusing is as good as reading nothing
    assert target.read_bytes() == before


def test_a_database_of_another_program_is_not_changed(home: Path) -> None:
    database(home).parent.mkdir()
    execute(database(home), "CREATE TABLE session (id)")
    before = database(home).read_bytes()
    for use in (open_history, read_history):
        with pytest.raises(StorageError, match=r"history\.db: "):
            use()
    assert database(home).read_bytes() == before


PROGRAM = (
    f"STARTED = {STARTED!r}"
    + """
from presspoint.session.record.endings import Status
from presspoint.session.record.records import HoldRecord, SessionRecord
from presspoint.storage.history.writing import open_history
import sys
for number in range(8):
    name = f"{sys.argv[1]}-{number}"
    history = open_history(most_seconds=30.0)
    hold = HoldRecord(("LI4",), (), "left", 50.0, 50.0)
    record = SessionRecord(name, "lower-back", STARTED, Status.RUNNING, 590.0, ())
    history.save(record)
    history.save(record._replace(holds=(hold,)))
    history.save(record._replace(holds=(hold,), status=Status.FINISHED))
    history.close()
"""
)


@pytest.mark.parametrize(
    "earlier",
    [pytest.param([], id="no file", marks=pytest.mark.long),
     pytest.param(OF_VERSION_1, id="a file of version 1")],
)  # fmt: skip
def test_many_sessions_at_once_are_all_kept(home: Path, earlier: list[SessionRecord]) -> None:
    if earlier:
        version_1(home)
    started = [subprocess.Popen([sys.executable, "-c", PROGRAM, str(each)]) for each in range(8)]
    counts = [len(read_history())]
    while None in [each.poll() for each in started]:
        counts.append(len(read_history()))
    assert [each.wait(timeout=50) for each in started] == [0] * 8
    assert counts == sorted(counts), "a reader saw fewer sessions than before"
    found = read_history()
    assert [each for each in found if each in earlier] == earlier
    added = [each for each in found if each not in earlier]
    assert len(added) == len({each.id for each in added}) == 64
    assert {(each.status, each.holds) for each in added} == {
        ("finished", (HANDS,)),
    }


def test_a_journal_that_goes_while_it_is_looked_at_bars_nobody(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_session(SessionRecord("one", "lower-back", STARTED, Status.FINISHED, 590.0, (HANDS,)))
    journal, look_at = home / "data" / "history.db-journal", Path.lstat
    journal.touch()

    def find_it_gone(path: Path) -> os.stat_result:
        if path == journal:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
        return look_at(path)

    monkeypatch.setattr(Path, "lstat", find_it_gone)
    assert [each.id for each in read_history()] == ["one"]


def of_newest_version(path: Path) -> bool:
    """Whether the file is of the newest version, and not of an older; it is wholly one of them."""
    with closing(sqlite3.connect(path)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        columns = [row[1] for row in connection.execute("PRAGMA table_info (session)")]
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    added = ["conditions", "left_out", "choices"]
    more = ["ended_by", "reached", "planned_holds", "again_today", "reactions"]
    assert columns[7:] == {1: [], 2: added[:2], 3: added, 4: [*added, *more]}[version]
    return bool(version == 4)


def write() -> None:
    open_history().close()


@pytest.mark.parametrize("older", [version_1, version_2, version_3])
@pytest.mark.parametrize("use", [read_history, write])
def test_an_older_history_is_brought_up_by_whatever_opens_it(
    home: Path, use: Callable[[], object], older: Callable[[Path], Path]
) -> None:
    path = older(home)
    assert not of_newest_version(path)
    use()
    assert of_newest_version(path)
    assert read_history() == OF_VERSION_1
    assert [(each.reactions, each.reached, each.ended_by) for each in OF_VERSION_1] == [
        (None, None, None)
    ] * 2
    assert [(each.conditions, each.left_out) for each in OF_VERSION_1] == [((), ())] * 2
    assert [each.choices for each in OF_VERSION_1] == [{}] * 2


def test_no_column_depends_on_its_place(home: Path) -> None:
    pressed("a", HANDS, BALLS)
    before = read_history()
    with closing(sqlite3.connect(database(home))) as connection:
        for table, cells in (("session", session_cells(record())), ("hold", hold_cells(HANDS))):
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info ({table})")]
            assert set(cells) >= set(columns) - {"session", "ordinal"}
            names = ", ".join(sorted(columns, reverse=True))
            connection.executescript(
                f"CREATE TABLE other AS SELECT {names} FROM {table}; DROP TABLE {table};"  # noqa: S608  # names of ours
                f"ALTER TABLE other RENAME TO {table}"
            )
    assert read_history() == before
    pressed("b", KNOTS)
    assert read_history()[1].holds == (KNOTS,)


KILLED = """
import os, shutil, signal, sqlite3, sys
from presspoint.storage.history import reading
from presspoint.storage.history.reading import read_history, read_sessions

real = sqlite3.connect
def connect(*given, **named):
    connection = real(*given, **named)
    connection.set_trace_callback(count)
    return connection

def count(statement):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

sqlite3.connect = connect
home, left = sys.argv[1], 0
for number in range(1, 100):
    os.environ["PRESSPOINT_HOME"] = f"{home}/{number}"
    shutil.copytree(f"{home}/data", f"{home}/{number}/data")
    child = os.fork()
    if child == 0:
        left = number
        read_history()
        os._exit(0)
    if os.waitpid(child, 0)[1] == 0:
        break
print(number)
"""


@pytest.mark.parametrize("older", [version_1, version_3])
def test_a_kill_at_any_statement_leaves_one_version_whole(
    home: Path, monkeypatch: pytest.MonkeyPatch, older: Callable[[Path], Path]
) -> None:
    older(home)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(home)], capture_output=True, check=True, timeout=50
    )
    homes = [home / str(number + 1) for number in range(int(done.stdout))]
    assert len(homes) > 6
    for each in homes:
        path = database(each)
        left = of_newest_version(path)
        assert left or each != homes[-1], "nobody killed the last one"
        monkeypatch.setenv("PRESSPOINT_HOME", str(each))
        assert read_history() == OF_VERSION_1
        assert of_newest_version(path)


@contextmanager
def files_of_at_most(most: int) -> Iterator[None]:
    """A disk that takes so many bytes of a file and no more."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("use", [read_history, write])
@pytest.mark.parametrize("most", [0, 100, 512, 600, 4000, 4500])
def test_a_disk_that_fails_while_it_is_brought_up_loses_nothing(
    home: Path, use: Callable[[], object], most: int
) -> None:
    path = version_1(home)
    with files_of_at_most(most), pytest.raises(StorageError, match=r"history\.db: "):
        use()
    assert not of_newest_version(path)
    assert read_history() == OF_VERSION_1
    assert of_newest_version(path)


DAMAGES = {
    "left_out": (
        "'rubbish'",
        "'[{]'",
        "'{\"code\": 1}'",
        "'[{\"code\": 1}]'",
        "'[1]'",
        "'1'",
        "X'00'",
    ),
    "conditions": ("X'00'",),
    "choices": ("'rubbish'", "'[]'", "'1'", "'{\"pain\": 1}'", "X'00'"),
    "started": ("X'00'",),
    "planned_seconds": ("'rubbish'", "X'00'", "9e999", "-1"),
    "pain_before": ("'rubbish'", "99"),
    "ended_by": ("'rubbish'", "X'00'"),
    "reached": ("'rubbish'", "-1"),
    "reactions": ("'rubbish'", "'[1]'", "'1'", "'[{\"step\": 1}]'", "X'00'"),
}

EMPTY = {"started": "", "planned_seconds": 0.0}


@pytest.mark.parametrize(
    ("column", "cell"), [(column, cell) for column, cells in DAMAGES.items() for cell in cells]
)
def test_a_damaged_cell_costs_no_more_than_itself(home: Path, column: str, cell: str) -> None:
    one_session("a", (HANDS,))
    one_session("b", (BALLS,))
    (_, whole) = read_history()
    spoil(home, "session", f"{column} = {cell}")
    damaged, other = sorted(read_history())
    assert other == whole
    assert not damaged.whole
    expected = whole._replace(id="a", holds=(HANDS,), whole=False)._asdict()
    assert damaged._asdict() == expected | {column: EMPTY.get(column, expected[column])}


@pytest.mark.parametrize("brackets", ["[" * 100_000, '[{"a":' * 100_000])
def test_a_cell_of_endless_brackets_is_damaged_too(home: Path, brackets: str) -> None:
    one_session()
    spoil(home, "session", f"left_out = '{brackets}'")
    assert [(each.whole, each.left_out) for each in read_history()] == [(False, ())]


@pytest.mark.parametrize(
    "damage",
    [
        "held_seconds = 'rubbish'",
        "held_seconds = 9e999",
        "planned_seconds = -1",
        "points = X'00'",
        "zones = X'00'",
        "side = X'00'",
    ],
)
def test_a_damaged_hold_is_not_listed_and_the_others_are(home: Path, damage: str) -> None:
    one_session("a", (HANDS, BALLS))
    spoil(home, "hold", damage)
    assert [(each.whole, each.holds) for each in read_history()] == [(False, (BALLS,))]


def test_text_of_damaged_bytes_stops_no_listing(home: Path) -> None:
    one_session("a", (HANDS,))
    spoil(home, "session", "routine = CAST(X'6CFF77' AS TEXT)")
    assert [each.routine for each in read_history()] == ["l\ufffdw"]


@pytest.mark.parametrize("arguments", [["history"], ["history", "--json"]])
def test_a_damaged_history_is_listed_and_then_reported(
    home: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    one_session("a", (HANDS,))
    one_session("b", (BALLS,))
    spoil(home, "session", "left_out = 'rubbish'")
    before = database(home).read_bytes()
    assert run_guarded(arguments) == 4
    printed = capsys.readouterr()
    assert printed.out.count("lower-back") == 2
    assert printed.err == (
        f"presspoint: {database(home)}: a part of 1 session is damaged. "
        "The rest of it is listed, and the file stays as it is.\n"
    )
    assert database(home).read_bytes() == before


def test_a_session_keeps_what_it_was_screened_for_and_what_was_left_out(
    catalogue: Catalogue,
) -> None:
    plan = planned(catalogue, choices={"pain": "leg"})
    saving = SessionLog(limited(plan), STARTED, catalogue, TODAY)
    saving.begin()
    saving.end(Ending.FINISHED)
    (kept,) = read_history()
    assert kept.conditions == ("osteoporosis", "own-knee")
    assert kept.choices == {"pain": "leg", "upper-back": "no"}
    assert kept.left_out == (
        LeftOutRecord("BL40", "left", 'Sore: "résumé"; 膝'),
        LeftOutRecord("GB30", "", "Out."),
    )
    shown = json.loads("".join(history_json([kept])))["sessions"][0]
    assert shown["conditions"] == ["osteoporosis", "own-knee"]
    assert shown["choices"] == {"pain": "leg", "upper-back": "no"}
    assert shown["left_out"] == [
        {"code": "BL40", "side": "left", "reason": 'Sore: "résumé"; 膝'},
        {"code": "GB30", "side": None, "reason": "Out."},
    ]
    json.dumps(shown)


def limited(plan: Plan) -> Plan:
    """The plan as for a person of whom some places are out."""
    condition = load().make(Condition, "conditions", "osteoporosis")
    names = ("osteoporosis", "own-knee")
    screening = plan.screening._replace(
        limits=Limits(tuple(AppliedCondition(name, condition) for name in names)),
        left_out=(
            LeftOut("BL40", 'Sore: "résumé"; 膝', side="left"),
            LeftOut("GB30", "Out."),
        ),
    )
    return plan._replace(screening=screening)


def test_sore_places_rest_for_some_days(catalogue: Catalogue) -> None:
    saving = SessionLog(planned(catalogue), STARTED, catalogue, TODAY)
    saving.rest(("BL23", "BL52"), "numbness", 3)
    saving.rest(("LI4",), "", 1)
    assert saving.rest_problem == ""
    profile = read_profile(catalogue)
    assert profile is not None
    assert profile.rests == (
        Rest("BL23", date(2026, 11, 24), "numbness"),
        Rest("BL52", date(2026, 11, 24), "numbness"),
        Rest("LI4", date(2026, 11, 22)),
    )


def test_a_profile_that_cannot_be_changed_stops_no_session(
    catalogue: Catalogue, home: Path
) -> None:
    (home / "config").write_text("a file where the folder should be")
    saving = SessionLog(planned(catalogue), STARTED, catalogue, TODAY)
    saving.begin()
    saving.rest(("LI4",), "numbness", 3)
    saving.end(Ending.STOPPED)
    assert str(home / "config") in saving.rest_problem
    assert saving.problem == ""
    assert [each.status for each in read_history()] == ["stopped"]


def pressed(started: str, *holds: HoldRecord, ended: Status | None = Status.FINISHED) -> None:
    """A session with these holds."""
    save_session(record(started, started), *holds, ended=ended)


def test_a_place_counts_once_for_each_session_of_the_day(home: Path) -> None:
    assert presses_on(TODAY) == {}
    assert not (home / "data").exists()
    pressed("2026-11-21T04:59:59+01:00", HANDS)
    pressed("2026-11-20T20:00:00-08:00", HANDS, HANDS, BALLS)
    pressed("2026-11-22T17:59:58.5+14:00", HANDS, KNOTS, ended=Status.STOPPED)
    pressed("2026-11-21T12:00:00Z", KNOTS, ended=None)
    counts = {"LI4": 2, "BL23": 1, "BL52": 1, "paraspinal-upper-knots": 2}
    assert presses_on(TODAY) == counts
    assert presses_on(TODAY + timedelta(days=2)) == {}


def at_hour(hours: float, zone: int = 0) -> str:
    """Return the moment so many hours from noon UTC of TODAY, in a zone of so many hours."""
    moment = datetime(2026, 11, 21, 12, tzinfo=UTC) + timedelta(hours=hours)
    return moment.astimezone(timezone(timedelta(hours=zone))).isoformat(timespec="seconds")


@pytest.mark.parametrize("zone", [0, -11, 14])
def test_what_was_pressed_in_the_last_16_hours_counts_whatever_the_day_and_zone(zone: int) -> None:
    for hours in (-17, -15.9, -0.1):
        pressed(at_hour(hours, zone), HANDS)
    assert count_recent_presses(noon(), noon(), "") == {"LI4": 2}


def test_a_session_of_a_clock_that_was_set_back_counts_until_a_later_one_is_16_hours_old() -> None:
    pressed(at_hour(400), HANDS)
    assert count_recent_presses(morning(TODAY), noon()) == {"LI4": 1}
    pressed(at_hour(-1), BALLS)
    assert count_recent_presses(morning(TODAY), noon()) == {"LI4": 1, "BL23": 1, "BL52": 1}
    assert count_recent_presses(noon() + 3600, noon() + 20 * 3600) == {}


def noon() -> float:
    return datetime(2026, 11, 21, 12, tzinfo=UTC).timestamp()


def test_a_damaged_hold_of_the_day_leaves_the_others_counted(home: Path) -> None:
    pressed(STARTED, HANDS, BALLS)
    spoil(home, "hold", "points = X'00'")
    with pytest.raises(PartlyReadError, match=r"history\.db: 1 hold of this day cannot") as partly:
        presses_on(TODAY)
    assert partly.value.counts == {"BL23": 1, "BL52": 1, ANY_PLACE: 1}


def test_a_plan_counts_what_can_be_read_and_says_that_there_was_more(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for hour in (6, 7, 8):
        pressed(f"{current_day()}T0{hour}:00:00+00:00", HANDS, BALLS)
    spoil(home, "hold", "points = X'00'")
    assert run_guarded(["plan", "lower-back", "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    out = {each["code"] for each in plan["left_out"]}
    assert {"BL23", "BL52", "LI4"} <= out, "the hold that cannot be read may have been of LI4"
    assert plan["warnings"][-1]["id"] == "history"


@pytest.mark.parametrize(
    "damage", ["held_seconds = 'rubbish'", "held_seconds = -1", "planned_seconds = ''", "side = 7"]
)
def test_a_hold_of_which_the_places_can_be_read_counts(home: Path, damage: str) -> None:
    pressed(STARTED, HANDS)
    spoil(home, "hold", damage)
    assert presses_on(TODAY) == {"LI4": 1}


def test_an_own_place_counts_for_the_point_it_is_at_and_once_a_session() -> None:
    own = HoldRecord(("my-li4",), (), "left", 50.0, 50.0, ("my-li4", "LI4"))
    pressed(STARTED, own, own, HANDS)
    pressed("2026-11-21T08:00:00+01:00", own)
    assert presses_on(TODAY) == {"my-li4": 2, "LI4": 2}
    assert read_history()[0].holds == (own, own, HANDS)


def test_a_place_that_was_hardly_touched_does_not_count() -> None:
    pressed(STARTED, HANDS._replace(held_seconds=0.9), BALLS._replace(held_seconds=1.0))
    assert presses_on(TODAY) == {"BL23": 1, "BL52": 1}


def test_what_was_pressed_is_found_in_a_history_of_version_1(home: Path) -> None:
    version_1(home)
    assert presses_on(TODAY) == {"BL23": 1, "BL52": 1}


@pytest.mark.parametrize("file_time", [0.0, 1.0, 1795258799.0, 4e9])
def test_d13_the_file_time_decides_nothing(home: Path, file_time: float) -> None:
    pressed(STARTED, HANDS)
    os.utime(database(home), (file_time, file_time))
    assert presses_on(TODAY) == {"LI4": 1}
    interrupted()
    os.utime(database(home), (file_time, file_time))
    assert find_interrupted(NOON) is not None


def test_nothing_pressed_is_known_without_sqlite_where_there_is_no_history() -> None:
    program = (
        "import sys; from presspoint.storage.history import recent\n"
        "print(recent.count_recent_presses(0.0, 1795348800.0), recent.find_interrupted(0.0),"
        " 'sqlite3' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )
    assert done.stdout == "{} None False\n"


@pytest.mark.parametrize("given", ["relative/folder", "."])
def test_where_no_history_can_be_nothing_was_pressed(
    monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.setenv("PRESSPOINT_HOME", given)
    assert presses_on(TODAY) == {}


NOON = calendar.timegm((2026, 11, 21, 11, 0, 0))  # of TODAY, as in STARTED


def interrupted(name: str = "a", started: str = STARTED, *holds: HoldRecord) -> None:
    """A session that a crash ended."""
    save_session(record(name, started)._replace(choices={"pain": "leg"}), *(holds or (HANDS,)))


def taken_up(catalogue: Catalogue, found: SessionRecord | None) -> SessionLog:
    """A second sitting, begun."""
    assert found is not None
    saving = SessionLog(planned(catalogue), "2026-11-21T12:00:00+01:00", catalogue, TODAY, found)
    saving.begin()
    assert saving.problem == ""
    return saving


def test_an_interrupted_session_is_there_to_be_gone_on_with() -> None:
    assert find_interrupted(NOON) is None
    interrupted("a", STARTED, HANDS, BALLS)
    found = find_interrupted(NOON)
    assert found == record()._replace(
        status=Status.INTERRUPTED,
        ended_by=EndedBy.CRASH,
        holds=(HANDS, BALLS),
        choices={"pain": "leg"},
    )


@pytest.mark.parametrize("ended", [Status.FINISHED, Status.STOPPED])
def test_a_newer_session_that_ended_leaves_nothing_to_go_on_with(ended: Status) -> None:
    interrupted("a")
    one_session("b", ended=ended)
    assert find_interrupted(NOON) is None
    interrupted("c")
    found = find_interrupted(NOON)
    assert found is not None
    assert found.id == "c"


def test_which_session_is_the_newest_does_not_depend_on_zones() -> None:
    interrupted("a", "2026-11-21T09:00:00+01:00")
    pressed("2026-11-21T12:00:00+09:00", HANDS)
    found = find_interrupted(NOON)
    assert found is not None
    assert found.id == "a"
    pressed("2026-11-21T04:00:00-06:00", HANDS, ended=Status.STOPPED)
    assert find_interrupted(NOON) is None


def test_a_session_that_runs_in_another_window_is_left_alone() -> None:
    with closing(open_history()) as history:
        history.save(record()._replace(holds=(HANDS,)))
        assert find_interrupted(NOON) is None
    assert find_interrupted(NOON) is not None


@pytest.mark.parametrize(
    ("started", "offered"),
    [
        ("2026-11-20T12:00:00+01:00", True),
        ("2026-11-20T11:59:59+01:00", False),
        ("2026-11-20T23:00:00+14:00", False),
        ("2026-11-20T20:00:00-10:00", True),
        ("2026-11-21T11:00:00Z", True),
        ("2026-11-21T11:00:01Z", False),
        ("", False),
    ],
)
def test_only_a_session_of_the_last_24_hours_is_gone_on_with(started: str, offered: bool) -> None:  # noqa: FBT001  # a column of the table
    interrupted("a", started)
    assert (find_interrupted(NOON) is not None) is offered


@pytest.mark.parametrize(
    ("table", "damage"),
    [("session", "routine = ''"), ("session", "choices = '[]'"), ("hold", "held_seconds = 'x'")],
)
def test_a_session_of_which_something_is_lost_is_not_gone_on_with(
    home: Path, table: str, damage: str
) -> None:
    interrupted("a", STARTED, HANDS)
    spoil(home, table, damage)
    assert find_interrupted(NOON) is None


def test_a_session_gone_on_with_is_one_session(catalogue: Catalogue) -> None:
    interrupted("a", STARTED, HANDS)
    saving = taken_up(catalogue, find_interrupted(NOON))
    assert [each.status for each in read_history()] == ["running"]
    saving.add(BALLS)
    assert saving.record.holds == (HANDS, BALLS)
    saving.save_tally(ALL_REACHED)
    saving.end(Ending.FINISHED)
    (whole,) = read_history()
    assert (whole.status, whole.ended_by, whole.holds) == ("finished", "end", (HANDS, BALLS))
    assert (whole.choices, whole.reached, whole.planned_holds) == ({"pain": "leg"}, 8, 8)
    assert find_interrupted(NOON) is None


def test_a_second_sitting_may_be_interrupted_too(catalogue: Catalogue) -> None:
    interrupted("a", STARTED, HANDS)
    saving = taken_up(catalogue, find_interrupted(NOON))
    saving.add(BALLS)
    assert saving.history is not None
    saving.history.close()  # as a crash does
    again = find_interrupted(NOON)
    assert again is not None
    assert again.holds == (HANDS, BALLS)
    saving = taken_up(catalogue, again)
    saving.add(KNOTS)
    saving.end(Signal.HUP)
    last = find_interrupted(NOON)
    assert last is not None
    assert (last.id, last.holds) == ("a", (HANDS, BALLS, KNOTS))


def test_a_session_that_ended_meanwhile_is_not_gone_on_with(catalogue: Catalogue) -> None:
    interrupted("a", STARTED, HANDS)
    found = find_interrupted(NOON)
    assert found
    save_session(found, HANDS, ended=Status.STOPPED)
    saving = SessionLog(planned(catalogue), STARTED, catalogue, TODAY, found)
    saving.begin()
    saving.add(BALLS)
    saving.end(Ending.FINISHED)
    assert saving.problem.endswith("history.db: the session to go on with has ended meanwhile.")
    assert [(each.status, each.holds) for each in read_history()] == [("stopped", (HANDS,))]


def test_the_session_gone_on_with_does_not_count_as_another_of_the_day() -> None:
    pressed(STARTED, HANDS)
    interrupted("a", STARTED, HANDS, BALLS)
    assert presses_on(TODAY) == {"LI4": 2, "BL23": 1, "BL52": 1}
    assert presses_on(TODAY, "a") == {"LI4": 1}


def test_pain_is_on_disk_as_soon_as_it_is_answered(catalogue: Catalogue) -> None:
    saving = SessionLog(planned(catalogue), STARTED, catalogue, TODAY)
    saving.save_pain("before", 6)
    assert read_history() == []
    saving.begin()
    assert [each.pain_before for each in read_history()] == [6]
    saving.save_pain("before", 7)
    assert [each.pain_before for each in read_history()] == [7]
    saving.add(HANDS)
    saving.save_tally(ALL_REACHED)
    saving.end(Ending.FINISHED)
    saving.save_pain("after", 0)
    saving.save_pain("after", 10)
    (kept,) = read_history()
    assert (kept.status, kept.pain_before, kept.pain_after) == ("finished", 7, 10)
    assert (saving.problem, saving.history) == ("", None)
    assert pain_sentence(saving.record) == "Pain before 7, after 10."


def test_pain_that_cannot_be_kept_is_a_problem_like_any_other(
    catalogue: Catalogue, home: Path
) -> None:
    saving = SessionLog(planned(catalogue), STARTED, catalogue, TODAY)
    saving.begin()
    saving.end(Ending.FINISHED)
    database(home).write_bytes(b"rubbish" * 1000)
    saving.save_pain("after", 4)
    assert str(database(home)) in saving.problem
    assert pain_sentence(saving.record) == "Pain after 4."


def test_the_pain_before_a_session_is_that_before_its_first_sitting(catalogue: Catalogue) -> None:
    saving = SessionLog(planned(catalogue), STARTED, catalogue, TODAY)
    saving.save_pain("before", 6)
    saving.begin()
    saving.add(HANDS)
    saving.end(Signal.TERM)
    saving = taken_up(catalogue, find_interrupted(NOON))
    saving.end(Ending.FINISHED)
    saving.save_pain("after", 4)
    (kept,) = read_history()
    assert (kept.pain_before, kept.pain_after) == (6, 4)
    assert pain_sentence(saving.record) == "Pain before 6, after 4."


def of(status: Status, *answers: str | None, pain: tuple[int | None, int | None] = (7, 4)) -> str:
    """The row of a session with these reactions, from its status on."""
    reactions = tuple(Reaction(2, ("LI4",), (), "left", each) for each in answers)
    session = record()._replace(
        status=status,
        holds=(HANDS,),
        pain_before=pain[0],
        pain_after=pain[1],
        ended_by=EndedBy.END if status is Status.FINISHED else EndedBy.Q,
        reactions=reactions,
    )
    (row,) = history_rows(load(), [session], TODAY, {})
    return f"{row[3]}, {row[5]}"


def test_the_list_shows_pain_where_one_figure_is_there_too() -> None:
    assert of(Status.FINISHED) == "finished, pain 7 -> 4"
    assert of(Status.FINISHED, pain=(7, None)) == "finished, pain before 7"
    assert of(Status.FINISHED, pain=(None, 4)) == "finished, pain after 4"
    assert of(Status.FINISHED, pain=(None, None)) == "finished, "
    assert of(Status.STOPPED) == "stopped, pain 7 -> 4"
    assert of(Status.INTERRUPTED) == "interrupted, pain before 7, after 4"
    assert pain_sentence(record()) == ""


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("sharp", "Thumb web, left hand: sharp pain"),
        ("numb", "Thumb web, left hand: went numb"),
        ("spreading", "Thumb web, left hand: spreading pain"),
        ("sore", "Thumb web, left hand: sore"),
        ("faint", "felt faint"),
        (None, "Thumb web, left hand: it hurt"),
    ],
)
def test_a_session_in_which_something_hurt_is_never_shown_as_finished_with_less_pain(
    answer: str | None, words: str
) -> None:
    assert of(Status.FINISHED, answer) == f"ended, {words}; pain before 7, after 4"
    assert of(Status.STOPPED, answer) == f"stopped, {words}; pain before 7, after 4"


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("answer", ["sharp", "numb", "spreading", "sore", "faint", None])
def test_a_session_in_which_something_hurt_counts_as_no_change(
    status: Status, answer: str | None
) -> None:
    whole = record()._replace(
        status=status, holds=(HANDS,), pain_before=7, pain_after=4, reactions=()
    )
    assert whole.pain_change_counts == (status in {Status.FINISHED, Status.STOPPED})
    hurt = whole._replace(reactions=(Reaction(2, ("LI4",), (), "left", answer),))
    assert not hurt.pain_change_counts
    for nothing in ((), (HANDS._replace(held_seconds=0.9),)):
        assert not whole._replace(holds=nothing).pain_change_counts
    assert not whole._replace(pain_after=None).pain_change_counts


def test_the_list_leaves_empty_sessions_out_and_says_how_many(
    capsys: pytest.CaptureFixture[str],
) -> None:
    one_session("a", (HANDS,))
    one_session("b", ended=Status.SKIPPED)
    one_session("c", (HANDS._replace(held_seconds=0.4),), ended=Status.STOPPED)
    faint = (Reaction(2, ("LI4",), (), "left", "faint"),)
    felt = record("d")._replace(reached=1, reactions=faint)
    save_session(felt, ended=Status.STOPPED, ended_by=EndedBy.FAINT)
    assert run_guarded(["history"]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert len(shown) == 3
    assert shown[1].endswith("felt faint")
    assert shown[-1] == "2 sessions in which nothing was pressed are not listed."
    assert run_guarded(["history", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["sessions"]) == 4


def test_the_last_sessions_are_listed_and_more_where_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for number in range(21):
        one_session(f"s{number}", (HANDS,))

    def listed(*arguments: str) -> list[str]:
        assert run_guarded(["history", *arguments]) == 0
        return capsys.readouterr().out.splitlines()

    *rows, more = listed()
    assert len(rows) == 20
    assert more == "These are the last 20. With --limit 200 there are more."
    assert len(listed("--limit", "21")) == 21
    assert len(json.loads("\n".join(listed("--json")))["sessions"]) == 21
    document = json.loads("\n".join(listed("--json", "--limit", "2")))
    assert [each["id"] for each in document["sessions"]] == ["s19", "s20"]


@pytest.mark.parametrize("older", [version_1, version_2, version_3])
def test_an_older_history_is_copied_before_it_is_brought_up(
    home: Path, older: Callable[[Path], Path]
) -> None:
    path = older(home)
    before = path.read_bytes()
    version = older.__name__.removeprefix("version_")
    read_history()
    copy = path.with_name(f"history.version-{version}.db")
    assert (copy.read_bytes(), mode(copy)) == (before, 0o600)
    assert {each.name for each in path.parent.iterdir()} >= {copy.name, path.name}
    assert not [each for each in path.parent.iterdir() if each.suffix == ".part"]
    path.write_bytes(before)
    copy.write_bytes(b"precious")
    read_history()
    assert copy.read_bytes() == b"precious", "a copy is written in place of nothing"
    assert path.with_name(f"history.version-{version}-2.db").read_bytes() == before


def test_a_new_history_needs_no_copy(home: Path) -> None:
    one_session()
    read_history()
    assert {each.name for each in (home / "data").iterdir()} == {"history.db", "running.lock"}


def test_a_copy_is_not_written_through_a_planted_link(home: Path) -> None:
    path, target = version_3(home), home / "victim"
    path.with_name("history.version-3.part").symlink_to(target)
    path.with_name("history.version-3.db").symlink_to(target)
    read_history()
    assert not target.exists()
    assert path.with_name("history.version-3-2.db").exists()


def test_damaged_cells_and_empty_sessions_of_0_1_0_are_brought_up_too(home: Path) -> None:
    path = version_3(home)
    insert = (
        "PRAGMA ignore_check_constraints = 1;"
        "INSERT INTO session (id, routine, started, status, planned_seconds, pain_before)"
        " VALUES ('empty', 'hands', '2026-11-21T08:00:00+01:00', 'stopped', 300, NULL),"
        " ('odd', 'hands', '2026-11-21T09:00:00+01:00', 'rubbish', 'x', 99),"
        " ('', CAST(X'6CFF77' AS TEXT), '2026-11-21T10:00:00+01:00', 'running', 300, 5)"
    )
    execute(path, insert)
    found = {each.id: each for each in read_history()}
    assert len(found) == 5
    assert found["empty"].whole
    assert found["empty"].is_empty
    assert not found["odd"].whole
    crashed = found[""]
    assert (crashed.status, crashed.ended_by, crashed.reactions) == ("interrupted", "crash", None)


def test_a_history_of_0_1_0_says_null_for_what_nobody_saved(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    version_3(home)
    assert run_guarded(["history", "--json"]) == 0
    for session in json.loads(capsys.readouterr().out)["sessions"]:
        assert {session[key] for key in ("ended_by", "reached", "planned_holds")} == {None}
        assert (session["reactions"], session["again_today"]) == (None, None)
        assert [hold["ended_by"] for hold in session["holds"]] == [None]


def test_the_table_for_what_is_no_session_is_there(home: Path) -> None:
    one_session()
    with closing(sqlite3.connect(database(home))) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info (entry)")]
    assert columns == ["id", "kind", "made", "content"]


def test_a_session_in_which_nothing_was_held_is_not_offered_again(catalogue: Catalogue) -> None:
    saving = SessionLog(planned(catalogue), STARTED, catalogue, TODAY)
    saving.begin()
    saving.add(HANDS._replace(held_seconds=0.5))
    saving.end(Signal.TERM)
    assert find_interrupted(NOON) is None


@pytest.mark.parametrize("again_today", [True, False])
def test_again_today_is_recorded(catalogue: Catalogue, *, again_today: bool) -> None:
    saving = SessionLog(planned(catalogue), STARTED, catalogue, TODAY, again_today=again_today)
    saving.begin()
    saving.end(Ending.STOPPED)
    assert [each.again_today for each in read_history()] == [again_today]


def test_a_disk_that_fails_costs_the_record_and_not_the_session(
    catalogue: Catalogue, home: Path
) -> None:
    (home / "data").write_text("a file where the folder should be")
    saving = SessionLog(planned(catalogue), STARTED, catalogue, TODAY)
    saving.begin()
    saving.add(HANDS)
    saving.end(Ending.FINISHED)
    assert str(home / "data") in saving.problem
    assert saving.record.holds == (HANDS,)


@pytest.mark.parametrize(
    ("ended", "status"),
    [
        (Ending.FINISHED, "finished end"),
        (Ending.STOPPED, "stopped q"),
        (Signal.TERM, "interrupted signal"),
        (Ending.ABANDONED, "interrupted pause"),
        (Ending.FAINT, "stopped faint"),
        (Ending.HURT, "stopped hurts"),
    ],
)
def test_a_session_is_saved_with_how_it_ended(
    catalogue: Catalogue, ended: Ending | Signal, status: str
) -> None:
    saving = SessionLog(planned(catalogue), STARTED, catalogue, TODAY)
    saving.begin()
    saving.add(HANDS)
    saving.save_tally(ALL_REACHED)
    saving.end(ended)
    assert saving.problem == ""
    (kept,) = read_history()
    assert (f"{kept.status} {kept.ended_by}", kept.holds) == (status, (HANDS,))
    assert kept == saving.record


@pytest.mark.parametrize(
    ("reached", "hold", "status"),
    [
        (8, HANDS, "finished"),
        (7, HANDS, "stopped"),
        (8, HANDS._replace(held_seconds=0.9), "skipped"),
        (7, None, "skipped"),
    ],
)
def test_finished_means_that_every_hold_was_reached_and_one_was_pressed(
    catalogue: Catalogue, reached: int, hold: HoldRecord | None, status: str
) -> None:
    saving = SessionLog(planned(catalogue), STARTED, catalogue, TODAY)
    saving.begin()
    if hold:
        saving.add(hold)
    saving.save_tally(Tally(frozenset(range(reached))))
    saving.end(Ending.FINISHED)
    (kept,) = read_history()
    assert (kept.status, kept.ended_by) == (status, "end")
    assert (kept.reached, kept.planned_holds) == (reached, 8)


@pytest.mark.parametrize("given", ["relative/folder", "."])
def test_a_home_that_is_no_absolute_path_is_refused(
    monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.setenv("PRESSPOINT_HOME", given)
    with pytest.raises(StorageError, match="absolute"):
        open_history()


def test_the_document_comes_in_pieces_and_is_whole_however_many_sessions_there_are() -> None:
    assert json.loads("".join(history_json([]))) == {"sessions": []}
    for number in range(3):
        one_session(f"s{number}")
    pieces = list(history_json(read_sessions()))
    assert len(pieces) == 4
    assert [each["id"] for each in json.loads("".join(pieces))["sessions"]] == ["s0", "s1", "s2"]


def test_a_document_is_ended_where_the_rest_cannot_be_read() -> None:
    one_session("one")

    def broken_off() -> Iterator[SessionRecord]:
        yield from read_sessions()
        raise StorageError("the rest is damaged")

    pieces: list[str] = []
    with pytest.raises(StorageError):
        pieces += history_json(broken_off())  # what came before is kept
    assert [each["id"] for each in json.loads("".join(pieces))["sessions"]] == ["one"]


def test_nothing_is_locked_while_somebody_reads_a_long_history_slowly(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "AT_ONCE", 1)
    one_session("one")
    one_session("two")
    sessions = read_sessions()
    assert next(sessions).id == "one"
    one_session("three")
    assert [each.id for each in sessions] == ["two"]
