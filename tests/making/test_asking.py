"""What make asks: what was not typed, and afterwards what each place of a set was like."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from presspoint import clock
from presspoint.__main__ import run_guarded
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import NOT_STARTED, NotPlayed
from presspoint.run.making import afterwards, questions
from presspoint.run.making.typed import Typed
from presspoint.session.record.endings import EndedBy, Status
from presspoint.session.record.records import HoldRecord, Reaction, SessionRecord
from presspoint.storage.entries.marks import read_marks
from presspoint.terminal.cells import wrap
from presspoint.terminal.questions.key_question import LEAVE
from support.cases import every
from support.histories import save_session
from support.terminal import Terminal


class Asked:
    """Answers questions by these keys, and keeps what was asked."""

    def __init__(self, keys: str) -> None:
        self.keys, self.questions = iter(keys), list[str]()

    def __call__(self, answers: Mapping[str, str], *paragraphs: str) -> str:
        self.questions.append(" ".join(paragraphs))
        key = next(self.keys)
        if key == "q":
            return LEAVE
        return answers["enter" if key == "\n" else key]


def asked(patch: pytest.MonkeyPatch, keys: str) -> Asked:
    answering = Asked(keys)

    def before_start(answers: Mapping[str, str], *paragraphs: str) -> str:
        answer = answering(answers, *paragraphs)
        if answer == LEAVE:
            raise NotPlayed(NOT_STARTED)
        return answer

    patch.setattr(questions, "ask_before_start", before_start)
    patch.setattr(afterwards, "ask_key", answering)
    patch.setattr(afterwards, "can_ask", lambda: True)
    return answering


@every(
    ("typed", "keys", "wished"),
    [
        (Typed(), "36d", Typed("neck", 6, "desk")),
        (Typed(), "1tf1", Typed("lower-back", 10, "floor", ("tennis-balls",))),
        (Typed(), "1\nb", Typed("lower-back", 6, "bed")),
        (Typed("sciatica", 4, "chair"), "\n", Typed("sciatica", 4, "chair", ("hands",))),
        (Typed("my neck hurts", None, "bed"), "4", Typed("my neck hurts", 4, "bed")),
        (
            Typed("upper back", 6, "wall", ("hands",)),
            "",
            Typed("upper back", 6, "wall", ("hands",)),
        ),
        (Typed(None, 6), "as", Typed("sleep", 6, "standing")),
    ],
)
def test_what_was_not_typed_is_asked_one_key_each_and_only_tools_of_use_there(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, typed: Typed, keys: str, wished: Typed
) -> None:
    answering = asked(monkeypatch, keys)
    assert questions.ask_for(catalogue, typed) == wished
    assert len(answering.questions) == len(keys)


@every("size", [(80, 24), (60, 20), (40, 12), (50, 10)])
def test_all_that_it_can_be_for_is_on_the_screen_with_the_question(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setattr(questions, "screen_size", lambda: size)
    asked_lines: list[str] = []

    def answer(_: Mapping[str, str], *paragraphs: str) -> str:
        asked_lines.extend(line for each in paragraphs for line in wrap(each, size[0]))
        raise NotPlayed(NOT_STARTED)

    monkeypatch.setattr(questions, "ask_before_start", answer)
    with pytest.raises(NotPlayed):
        questions.ask_for(catalogue, Typed())
    assert asked_lines[0] == questions.WHAT
    assert len(asked_lines) < size[1]


def test_whoever_leaves_starts_nothing(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(monkeypatch, "q")
    with pytest.raises(NotPlayed):
        questions.ask_for(catalogue, Typed())


def save_made(status: Status, *, hurt: bool = False) -> None:
    """A set for the neck of now, that pressed two places and ended so."""
    reactions = (Reaction(1, ("LI4",), (), "left", "sharp"),) if hurt else ()
    record = SessionRecord(
        "made", "make neck", clock.iso_now(), Status.RUNNING, 200, (), reactions=reactions
    )
    sides = ("left", "right")
    holds = [HoldRecord((each,), (), side, 30, 30) for each in ("GB21", "SI3") for side in sides]
    save_session(record, *holds, ended=status, ended_by=EndedBy.END)


def test_each_place_is_asked_about_once_and_marked(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    save_made(Status.FINISHED)
    answering = asked(monkeypatch, "mn")
    afterwards.ask_marks(catalogue, "make neck")
    assert read_marks() == {"GB21": "more", "SI3": "never"}
    assert answering.questions[0].startswith("The top of the shoulder: m: more.")
    asked(monkeypatch, "\nq")
    afterwards.ask_marks(catalogue, "make neck")
    assert read_marks() == {"GB21": "more", "SI3": "never"}
    assert "next time" in capsys.readouterr().out


@every("ended", [(Status.STOPPED, False), (Status.FINISHED, True), (Status.INTERRUPTED, False)])
def test_nothing_is_asked_unless_the_session_ended_well(
    catalogue: Catalogue, home: Path, ended: tuple[Status, bool]
) -> None:
    (home / "data" / "history.db").unlink(missing_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        save_made(ended[0], hurt=ended[1])
        answering = asked(patch, "")
        afterwards.ask_marks(catalogue, "make neck")
        assert not answering.questions
        assert not read_marks()


def test_an_interrupted_set_is_made_anew(capsys: pytest.CaptureFixture[str]) -> None:
    save_made(Status.INTERRUPTED)
    assert run_guarded(["routine", "--resume"]) == 1
    assert "presspoint make" in capsys.readouterr().err


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    opened = Terminal(str(tmp_path), lines=30)
    yield opened
    opened.close()


def test_on_a_terminal_the_notice_comes_first_and_enter_plays(terminal: Terminal) -> None:
    terminal.run("clear; presspoint make --for neck --minutes 4")
    shown = terminal.wait_for("Where are you")
    assert shown.splitlines()[0].startswith("Get help")
    terminal.type("d")
    shown = terminal.wait_for("Enter: start")
    assert "named first for neck pain" in shown
    terminal.type("\n")
    terminal.wait_for("How strong is the pain")
    terminal.type("\n")
    terminal.wait_for("Step 1 of")
