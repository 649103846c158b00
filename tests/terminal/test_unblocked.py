"""Nothing printed waits for whoever reads: it is sent later or dropped; the newest is drawn."""

from __future__ import annotations

import io
import os
import pty
import select
import sys
import time
import tty
from collections.abc import Iterator
from contextlib import contextmanager

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presspoint.terminal.output import say
from presspoint.terminal.screen.lines import Frame, Span
from presspoint.terminal.screen.painter import Painter
from presspoint.terminal.unblocked import MOST_WAITING, UnblockedStream, output_waits, unblocked

AT_ONCE = 0.5
ROWS = 20


class Reader:
    """The other end of a terminal or a pipe, which reads only when it is told to."""

    def __init__(self, *, is_terminal: bool) -> None:
        self.end, self.ours = pty.openpty() if is_terminal else os.pipe()
        if is_terminal:
            tty.setraw(self.ours)
        self.stream = io.TextIOWrapper(os.fdopen(self.ours, "wb"), encoding="utf-8")
        self.came = b""

    def read(self) -> None:
        """Read all that is there."""
        while select.select([self.end], [], [], 0.01)[0]:
            self.came += os.read(self.end, 65536)

    def read_all(self) -> str:
        """Read until nothing waits any more."""
        for _ in range(500):
            self.read()
            if not output_waits():
                break
        self.read()
        return self.came.decode()

    def close(self) -> None:
        self.stream.close()
        os.close(self.end)


@contextmanager
def output(monkeypatch: pytest.MonkeyPatch, *, is_terminal: bool) -> Iterator[Reader]:
    reader = Reader(is_terminal=is_terminal)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", reader.stream)
        with unblocked():
            yield reader
            reader.read_all()
    reader.close()


@pytest.mark.parametrize("is_terminal", [True, False])
def test_d3_printing_waits_for_nobody(
    monkeypatch: pytest.MonkeyPatch, *, is_terminal: bool
) -> None:
    with output(monkeypatch, is_terminal=is_terminal) as reader:
        began = time.monotonic()
        for number in range(3000):
            say(f"line {number} " + "x" * 60)
        assert time.monotonic() - began < AT_ONCE * 4
        assert isinstance(sys.stdout, UnblockedStream)
        assert sum(map(len, sys.stdout.waiting)) <= MOST_WAITING + 100
        lines = reader.read_all().splitlines()
    assert all(line.startswith("line ") and line.endswith("x" * 60) for line in lines), "whole"
    numbers = [int(line.split()[1]) for line in lines]
    assert numbers == sorted(numbers)
    assert numbers[-1] == 2999, "the newest is there"


def test_what_is_read_in_time_is_all_there(monkeypatch: pytest.MonkeyPatch) -> None:
    with output(monkeypatch, is_terminal=False) as reader:
        for number in range(200):
            say(f"line {number}")
        assert reader.read_all().split("\n")[:-1] == [f"line {number}" for number in range(200)]


def test_a_terminal_that_others_have_open_goes_on_waiting_for_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with output(monkeypatch, is_terminal=True) as reader:
        say("x")
        assert os.get_blocking(reader.ours)


def test_the_end_waits_half_a_second_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Reader(is_terminal=True)
    monkeypatch.setattr(sys, "stdout", reader.stream)
    with unblocked():
        for _ in range(3000):
            say("x" * 70)
        began = time.monotonic()
    assert 0.3 < time.monotonic() - began < 1.5
    monkeypatch.undo()
    reader.close()


def frame(number: int) -> Frame:
    words = (f"{(number * 7919 + row) % 10_007} of frame {number}" for row in range(ROWS))
    return tuple((Span(each),) for each in words)


@pytest.mark.long
@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(1, 400), min_size=1, max_size=8))
def test_a_stalled_terminal_shows_the_newest_frame_once_it_reads_again(stalls: list[int]) -> None:
    with pytest.MonkeyPatch.context() as patch, output(patch, is_terminal=True) as reader:
        painter = Painter()
        painter.enter()
        number = 0
        for stall in stalls:
            began = time.monotonic()
            for _ in range(stall):
                number += 1
                painter.paint(frame(number))
            assert time.monotonic() - began < 3.0
            reader.read_all()
        painter.paint(frame(number))
        screen = pyte.Screen(80, 24)
        pyte.Stream(screen).feed(reader.read_all())
        assert [row.rstrip() for row in screen.display[:ROWS]] == [
            line[0].text for line in frame(number)
        ]


def test_one_that_cannot_be_opened_is_closed_without_a_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    faults: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", faults.append)
    with pytest.raises(OSError, match="fileno"):
        UnblockedStream(io.StringIO())
    half_made = UnblockedStream.__new__(UnblockedStream)
    with pytest.raises(OSError, match="fileno"):
        half_made.__init__(io.StringIO())  # type: ignore[misc]  # as Python does
    half_made.close()
    assert faults == []
