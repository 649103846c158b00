"""With ACCESSIBLE=1 on a terminal nothing stands side by side, and help has no frames."""

from __future__ import annotations

import os

import pytest

from presspoint.__main__ import prepare
from presspoint.terminal import output

ROWS = [("LI4", "the thumb web"), ("SI3", "the edge of the hand")]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A wide terminal."""
    monkeypatch.setattr(output, "on_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("ACCESSIBLE", raising=False)
    monkeypatch.delenv("TYPER_USE_RICH", raising=False)
    return monkeypatch


def test_a_card_is_a_line_each_where_it_is_read_out(
    terminal: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Finding C3."""
    output.print_card(ROWS)
    assert capsys.readouterr().out.startswith("LI4  the")
    terminal.setenv("ACCESSIBLE", "1")
    output.print_card(ROWS)
    assert capsys.readouterr().out == "LI4: the thumb web\nSI3: the edge of the hand\n"
    assert not output.draws_columns()


def test_help_has_no_frames_where_it_is_read_out(terminal: pytest.MonkeyPatch) -> None:
    """Finding C3; whoever set it otherwise keeps that."""
    prepare()
    assert "TYPER_USE_RICH" not in os.environ
    terminal.setenv("ACCESSIBLE", "1")
    prepare()
    assert os.environ.pop("TYPER_USE_RICH") == "0"
