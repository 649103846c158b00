"""Bars as Rich draws them, and where its blocks are lacking."""

from __future__ import annotations

import codecs
import io
import sys

import pytest

from presspoint.terminal.lists import plots
from presspoint.terminal.lists.plots import print_plot
from presspoint.terminal.plain_letters import NAME, plain_letters


@pytest.mark.parametrize(
    ("encoding", "bars"), [("utf-8", ["█████", "████▌"]), ("ascii", ["=====", "===="])]
)
def test_a_bar_is_as_long_as_its_share(
    monkeypatch: pytest.MonkeyPatch, encoding: str, bars: list[str]
) -> None:
    codecs.register_error(NAME, plain_letters)
    written = io.TextIOWrapper(io.BytesIO(), encoding, errors=NAME)
    monkeypatch.setattr(sys, "stdout", written)
    monkeypatch.setattr(plots, "width", lambda: 76)
    print_plot(("", "pain"), [("[bold]x", 0.5), ("week", 0.45)])
    written.flush()
    buffer = written.buffer
    assert isinstance(buffer, io.BytesIO)
    lines = buffer.getvalue().decode(encoding).splitlines()
    assert [line.split() for line in lines] == [["pain"], ["[bold]x", bars[0]], ["week", bars[1]]]
