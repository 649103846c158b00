"""The report command: what it prints, what it writes, and when it asks."""

from __future__ import annotations

import json
from pathlib import Path
from stat import S_IMODE

import pytest

from presspoint.__main__ import run_guarded
from presspoint.cli.outcome import report
from presspoint.outcome.scores import Pain
from presspoint.session.record.endings import EndedBy, Status
from presspoint.session.record.records import Reaction, SessionRecord
from presspoint.storage.entries.pains import save_pain
from presspoint.storage.settings_file import current_day
from support.histories import save_session
from support.reports import HOLDS

NUMB = Reaction(3, ("BL40",), (), "left", "numb")


@pytest.fixture
def sessions() -> None:
    """Save a session of today in which a place went numb, and a pain."""
    started = f"{current_day()}T12:00:00+00:00"
    begun = SessionRecord("a1", "lower-back", started, Status.RUNNING, 600, (), 6, 7)
    save_session(
        begun._replace(reactions=(NUMB,)), *HOLDS, ended=Status.STOPPED, ended_by=EndedBy.HURTS
    )
    save_pain(Pain(started, 5, "left\x1b[2J <b>leg</b>"))


def called(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run_guarded(["report", *arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


@pytest.mark.usefixtures("sessions")
def test_the_text_has_eighty_columns_and_nothing_controls_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, err = called(capsys, "--ask", f"May I {'run ' * 60}", "--name", "合" * 60)
    assert code == 0
    assert "went numb" in out
    assert "\\x1b[2j" in out
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= 80
    assert "presspoint report --to report.html" in err


def test_an_empty_history_is_a_document_too(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = called(capsys, "--json")
    assert (code, err) == (0, "")
    assert json.loads(out)["sessions"] == []
    assert called(capsys)[0] == 0


@pytest.mark.usefixtures("sessions")
def test_the_document_has_the_session_and_what_hurt(capsys: pytest.CaptureFixture[str]) -> None:
    document = json.loads(called(capsys, "--json")[1])
    assert document["sessions"][0]["change"] == 1
    assert document["reactions"][0]["answer"] == "numb"
    assert document["verdicts"][0]["id"] == "nerve-sign"
    assert document["pains"][0]["where"] == "left\x1b[2J <b>leg</b>"


@pytest.mark.usefixtures("sessions")
def test_a_file_is_new_for_the_person_alone_and_said_before(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "report.html"
    code, out, _ = called(capsys, "--to", str(path), "--yes")
    assert code == 0
    assert out.index("It names nobody.") < out.index("Saved in ")
    assert S_IMODE(path.stat().st_mode) == 0o600
    page = path.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "&lt;b&gt;leg" in page
    code, out, err = called(capsys, "--to", str(path), "--yes")
    assert (code, out) == (4, "")
    assert "is there already" in err


def test_a_link_is_not_followed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    link = tmp_path / "report.txt"
    link.symlink_to(tmp_path / "elsewhere")
    assert called(capsys, "--to", str(link), "--yes")[0] == 4
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize(("name", "first"), [("a.txt", "Self-"), ("a.html", "<!doc")])
def test_the_name_says_what_it_is_written_as(
    name: str, first: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert called(capsys, "--to", str(tmp_path / name), "--yes")[0] == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(first)


@pytest.mark.parametrize(("answer", "files"), [("yes", 1), ("no", 0), ("leave", 0)])
def test_on_a_terminal_it_asks_first(
    answer: str, files: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr(report, "can_ask", lambda: True)
    monkeypatch.setattr("presspoint.run.questions.asking.ask_key", lambda *_: answer)
    assert called(capsys, "--to", str(tmp_path / "report.html"))[0] == 0
    assert len(list(tmp_path.glob("report.html"))) == files


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--to", "report.html"], "Add --yes"),
        (["--to", "report.pdf", "--yes"], "A browser prints the page as a PDF"),
        (["--json", "--to", "report.json"], "printed alone"),
        (["--html", "--text"], "not both"),
        (["--since", "nonsense"], "not a day for --since"),
        (["--since", "3y"], "a year at most"),
        (["--ask", "x" * 301], "300 characters"),
        (["--name", "x" * 61], "60 characters"),
    ],
)
def test_what_cannot_be_done_is_said_with_what_to_type(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = called(capsys, *arguments)
    assert (code, out) == (2, "")
    assert words in err
