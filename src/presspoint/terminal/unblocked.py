"""Streams that never wait: what a terminal or a pipe does not take yet is sent later, or dropped.

Time, cues and signals come first. A terminal is opened once more for that, so that what others have
open of it stays as it is; a pipe is asked before each write.
"""

from __future__ import annotations

import io
import os
import select
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO, cast

MOST_WAITING = 32 * 1024  # bytes; beyond that the oldest are dropped
LAST_SECONDS, LOOK_SECONDS = 0.5, 0.05
# What surely fits where there is room at all: in a pipe, and in a terminal not opened once more.
PIPE_BYTES, TERMINAL_BYTES = 512, 1


class UnblockedStream(io.TextIOBase):
    """A text stream in place of stdout or stderr; each flush makes a piece that is sent whole.

    `dropped` counts the pieces that were not. Errors other than having no room raise OSError.
    """

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.text = ""  # before what may fail: Python flushes and closes what is half made, too
        self.waiting: deque[bytes] = deque()
        self.is_begun = False
        self.dropped = 0
        self.own: int | None = None
        stream.flush()
        self.own = _open_once_more(stream)
        self.descriptor = stream.fileno() if self.own is None else self.own
        self.most = TERMINAL_BYTES if stream.isatty() else PIPE_BYTES

    @property
    def encoding(self) -> str:  # type: ignore[override]  # a plain attribute in the class above
        """The encoding of the stream."""
        return self.stream.encoding

    def writable(self) -> bool:
        """Return True."""
        return True

    def isatty(self) -> bool:
        """Whether this is a terminal."""
        return self.stream.isatty()

    def fileno(self) -> int:
        """Return the descriptor of the stream itself."""
        return self.stream.fileno()

    def write(self, text: str) -> int:
        """Add to the piece that the next flush sends."""
        self.text += text
        return len(text)

    def flush(self) -> None:
        """Send what was written, as far as it is taken now. Raises OSError."""
        text, self.text = self.text, ""
        if text:
            self.waiting.append(text.encode(self.encoding, self.stream.errors or "strict"))
        self.send()
        while len(self.waiting) > 1 + self.is_begun and self._bytes_waiting() > MOST_WAITING:
            del self.waiting[1 if self.is_begun else 0]
            self.dropped += 1

    def send(self) -> bool:
        """Send what waits, as far as it is taken; return whether all is sent. Raises OSError."""
        while self.waiting:
            try:
                sent = self._send_some(self.waiting[0])
            except BlockingIOError:
                sent = 0
            except OSError:
                self.waiting.clear()
                raise
            if not sent:
                return False
            rest = self.waiting[0][sent:]
            self.is_begun = bool(rest)
            if rest:
                self.waiting[0] = rest
            else:
                self.waiting.popleft()
        return True

    def finish(self) -> None:
        """Send what waits, for half a second at most; a stream that went away needs nothing."""
        look = select.poll()
        look.register(self.descriptor, select.POLLOUT)
        with suppress(OSError):
            self.send()
            for _ in range(round(LAST_SECONDS / LOOK_SECONDS)):
                if self.send():
                    break
                look.poll(LOOK_SECONDS * 1000)

    def give_back(self) -> TextIO:
        """Send the last of it, and return the stream itself."""
        self.finish()
        self.waiting.clear()
        if self.own is not None:
            os.close(self.own)
        return self.stream

    def _send_some(self, piece: bytes) -> int:
        if self.own is not None:
            return os.write(self.own, piece)
        look = select.poll()
        look.register(self.descriptor, select.POLLOUT)
        return os.write(self.descriptor, piece[: self.most]) if look.poll(0) else 0

    def _bytes_waiting(self) -> int:
        return sum(map(len, self.waiting))


@contextmanager
def unblocked() -> Iterator[None]:
    """Let nothing wait for whoever reads stdout and stderr; what waits at the end is dropped."""
    before = sys.stdout, sys.stderr
    ours = [_stream(each) for each in before]
    sys.stdout, sys.stderr = ours
    try:
        yield
    finally:
        for stream, former in zip(ours, before, strict=True):
            if stream is not former:
                cast("UnblockedStream", stream).give_back()
        sys.stdout, sys.stderr = before


def output_waits() -> bool:
    """Return whether there is something that stdout does not take yet, after one more try."""
    stream = sys.stdout
    return isinstance(stream, UnblockedStream) and not stream.send()


def count_dropped() -> int:
    """Return how many pieces of what was printed on stdout were dropped."""
    return getattr(sys.stdout, "dropped", 0)


def finish() -> None:
    """Send what waits for stdout, for half a second at most."""
    if isinstance(sys.stdout, UnblockedStream):
        sys.stdout.finish()


def _stream(stream: TextIO) -> TextIO:
    """A stream that never waits, where it has a descriptor and is none already."""
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    try:
        return cast("TextIO", UnblockedStream(stream))
    except (OSError, ValueError):
        return stream


def _open_once_more(stream: TextIO) -> int | None:
    """A descriptor of a terminal's that never waits; None where there is no such."""
    if not stream.isatty():
        return None
    try:
        flags = os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK
        return os.open(os.ttyname(stream.fileno()), flags)
    except OSError:
        return None
