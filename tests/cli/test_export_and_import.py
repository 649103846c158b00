"""`history export` and `history import`: what is printed, what is refused, and how they end."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from presspoint.__main__ import run_guarded
from presspoint.session.record.endings import EndedBy, Status
from presspoint.session.record.records import HoldRecord, Reaction, SessionRecord
from presspoint.storage.lock import ProcessLock
from support.histories import save_session

DOCS = Path(__file__).parents[2] / "docs" / "exchange.md"
HANDS = HoldRecord(("LI4",), (), "left", 50.0, 50.0, ("LI4",))
SESSION = SessionRecord(
    "a",
    "hands",
    "2026-11-21T07:30:00+01:00",
    Status.RUNNING,
    60.0,
    (),
    reactions=(),
    conditions=("osteoporosis",),
)


@pytest.fixture
def export(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Path:
    """An export of one session, in a home that still has it."""
    save_session(SESSION, HANDS, ended=Status.FINISHED, ended_by=EndedBy.END)
    assert run_guarded(["history", "export"]) == 0
    path = tmp_path / "export.jsonl"
    path.write_text(capsys.readouterr().out)
    return path


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "elsewhere"
    monkeypatch.setenv("PRESSPOINT_HOME", str(folder))
    return folder


def printed_of(capsys: pytest.CaptureFixture[str], code: int, *arguments: str) -> tuple[str, str]:
    assert run_guarded(["history", *arguments]) == code
    return capsys.readouterr()


def test_an_empty_history_is_exported_as_nothing_and_no_file_is_made(
    capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    assert printed_of(capsys, 0, "export") == ("", "")
    assert printed_of(capsys, 0, "export", "--csv")[0].startswith("id,routine,started,")
    assert not (home / "data").exists()


def test_an_import_says_what_is_new_and_what_was_here(
    capsys: pytest.CaptureFixture[str], export: Path, elsewhere: Path
) -> None:
    assert elsewhere
    assert printed_of(capsys, 0, "import", str(export)) == ("1 session is new.\n", "")
    again = ("Nothing is new; 1 was here already.\n", "")
    assert printed_of(capsys, 0, "import", str(export)) == again


def test_an_empty_file_is_no_error(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "none").write_text("")
    out, _ = printed_of(capsys, 0, "import", str(tmp_path / "none"))
    assert out == "There is nothing in it to import. Nothing was changed.\n"


def test_stdin_is_read_to_its_end(export: Path, elsewhere: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "presspoint", "history", "import", "-"],
        input=export.read_text(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("1 session is new.\n", "")
    assert (elsewhere / "data" / "history.db").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", ["missing", "folder"])
def test_what_is_no_file_is_refused_by_its_name(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str
) -> None:
    (tmp_path / "folder").mkdir()
    out, problem = printed_of(capsys, 1, "import", str(tmp_path / name))
    assert out == ""
    assert str(tmp_path / name) in problem


def test_a_line_that_is_refused_is_named(
    capsys: pytest.CaptureFixture[str], export: Path, elsewhere: Path
) -> None:
    export.write_text(export.read_text() + '{"kind": "session"}\n')
    out, problem = printed_of(capsys, 1, "import", str(export))
    assert out == ""
    assert problem == (
        f'presspoint: {export}, line 2: "id" is missing. It should be an id of at most 100 letters '
        "and digits. Nothing was imported.\n"
    )
    assert not (elsewhere / "data" / "history.db").exists()


def test_since_leaves_out_what_is_older(capsys: pytest.CaptureFixture[str], export: Path) -> None:
    assert export
    assert printed_of(capsys, 0, "export", "--since", "2026-11-21")[0] == export.read_text()
    assert printed_of(capsys, 0, "export", "--since", "2026-11-22") == ("", "")
    assert "is not a day for --since" in printed_of(capsys, 2, "export", "--since", "soon")[1]


def test_a_session_that_runs_is_left_out_and_said(
    capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    save_session(SESSION, HANDS)
    with closing(ProcessLock(home / "data" / "running.lock")) as another_window:
        assert another_window.share()
        out, problem = printed_of(capsys, 0, "export")
    assert out == ""
    assert "still runs" in problem
    assert json.loads(printed_of(capsys, 0, "export")[0])["ended_by"] == "crash"


def test_profile_and_own_files_are_exported_when_asked_and_never_imported(
    capsys: pytest.CaptureFixture[str],
    export: Path,
    elsewhere: Path,
    monkeypatch: pytest.MonkeyPatch,
    home: Path,
) -> None:
    monkeypatch.setenv("PRESSPOINT_HOME", str(home))
    assert run_guarded(["profile", "set", "osteoporosis"]) == 0
    (home / "config" / "catalogue").mkdir()
    (home / "config" / "catalogue" / "mine.toml").write_text("schema = 1\n")
    capsys.readouterr()
    out, _ = printed_of(capsys, 0, "export", "--with-profile", "--with-own-files")
    kinds = [json.loads(line)["kind"] for line in out.splitlines()]
    assert kinds == ["session", "profile", "own-file"]
    export.write_text(out)
    monkeypatch.setenv("PRESSPOINT_HOME", str(elsewhere))
    out, remarks = printed_of(capsys, 0, "import", str(export))
    assert out == "1 session is new.\n"
    assert "The profile in it was not used" in remarks
    assert "catalogue add" in remarks
    assert not (elsewhere / "config").exists()
    assert "Leave --csv out" in printed_of(capsys, 2, "export", "--csv", "--with-profile")[1]


def test_no_cell_of_the_table_begins_a_formula(capsys: pytest.CaptureFixture[str]) -> None:
    routines = ['=1+1 "x", y', "+1", "-1", "@a", "\t=1", "\r=1", " =1", "\uff1d1", "hands"]
    for number, routine in enumerate(routines):
        record = SESSION._replace(
            id=str(number),
            routine=routine,
            choices={"=a": "b"},
            reactions=(Reaction(1, ("LI4",), (), "left", "numb"),),
        )
        save_session(record, HANDS, ended=Status.STOPPED)
    out, _ = printed_of(capsys, 0, "export", "--csv")
    table = list(csv.DictReader(io.StringIO(out)))
    cells = [cell for row in table for cell in row.values()]
    assert not [each for each in cells if re.match(r"\s*[=+@\uff1d-]", each)]
    assert not [each for each in cells if {"\t", "\r", "\n"} & set(each)]
    assert table[0]["routine"] == '\'=1+1 "x", y'
    assert table[-1]["routine"] == "hands"
    assert table[0]["reactions"] == "numb LI4 left"


def examples(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)


def test_duckdb_loads_many_exports_as_docs_say(
    capsys: pytest.CaptureFixture[str],
    export: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "exports"
    folder.mkdir()
    run_guarded(["point", "LI4", "--note", "a thumb lower"])
    capsys.readouterr()
    (folder / "with-a-note.jsonl").write_text(printed_of(capsys, 0, "export")[0])
    line = json.loads(export.read_text())
    for number in range(20):
        session = line | {"id": f"s{number}", "pain_before": 6, "pain_after": number % 5}
        session["reactions"] = [] if number % 2 else None
        (folder / f"{number}.jsonl").write_text(json.dumps(session) + "\n")
    (folder / "empty.jsonl").write_text("")
    sessions, holds, change = (duckdb.sql(query).fetchall() for query in examples("sql"))
    assert sessions == [("note", 1), ("session", 21)]
    assert holds[0][:2] == ("LI4", 21)
    assert change[0][:3] == ("hands", 20, -4.0)
