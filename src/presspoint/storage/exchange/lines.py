"""The lines of a file that somebody brings, or of stdin: text, each of a size, with its number."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import IO

from presspoint.errors import PresspointError
from presspoint.exchange.line import MOST_LINE_BYTES
from presspoint.named_tuple import NamedTuple
from presspoint.storage.presence import reason
from presspoint.words import printable_path

STDIN, BOM = "-", b"\xef\xbb\xbf"
MOST_BYTES = 4 * 2**30
WIDE = (b"\xff\xfe", b"\xfe\xff", b"{\0", b"\0{")
# What other files begin with, and what they are.
OTHERS = {
    b"SQLite format 3\0": "a history itself. presspoint history export makes lines of it",
    b"\x1f\x8b": "a packed file. Unpack it first: gunzip FILE",
    b"PK\x03\x04": "a zip file. Unpack it first",
    b"%PDF": "a PDF. presspoint history export makes what can be imported",
}


class Line(NamedTuple):
    """A line of a file that is not empty, and its number, from 1."""

    number: int
    text: str


@contextmanager
def open_source(name: str) -> Iterator[IO[bytes]]:
    """Give a regular file, or stdin for "-", to read from. Raises PresspointError."""
    with _reading(name):
        source = nullcontext(sys.stdin.buffer) if name == STDIN else _open_file(name)
    with source as opened:
        yield opened


def read_lines(source: IO[bytes], name: str) -> Iterator[Line]:
    """Yield the lines. Raises PresspointError for what is no UTF-8 text, or too much of it."""
    number = size = 0
    while content := _next_line(source, name):
        number, size = number + 1, size + len(content)
        if number == 1:
            _refuse_other(content, name)
            content = content.removeprefix(BOM)
        if size > MOST_BYTES:
            raise refusal(name, number, "The file is too large.")
        if text := _decode(content, name, number).strip(" \t\r\n"):
            yield Line(number, text)


def refusal(name: str, number: int, words: str) -> PresspointError:
    """Return the error for a line, which says that nothing of the file was taken."""
    shown = "stdin" if name == STDIN else printable_path(name)
    return PresspointError(f"{shown}, line {number}: {words} Nothing was imported.")


@contextmanager
def _reading(name: str) -> Iterator[None]:
    """Turn what reading the source raises into a PresspointError that names it."""
    try:
        yield
    except OSError as problem:
        raise PresspointError(
            f"{printable_path(name)}: {reason(problem)}. Nothing was imported."
        ) from None


def _next_line(source: IO[bytes], name: str) -> bytes:
    with _reading(name):
        return source.readline(MOST_LINE_BYTES + 2)


def _open_file(name: str) -> IO[bytes]:
    descriptor = os.open(name, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY)
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return os.fdopen(descriptor, "rb")
    os.close(descriptor)
    shown = printable_path(name)
    raise PresspointError(
        f"{shown} is not a file. Type the name of an export, or - to read a pipe."
    )


def _decode(content: bytes, name: str, number: int) -> str:
    if len(content.rstrip(b"\r\n")) > MOST_LINE_BYTES:
        raise refusal(name, number, f"The line is longer than {MOST_LINE_BYTES // 2**20} MiB.")
    if b"\0" in content:
        raise refusal(name, number, "This is not a text file.")
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise refusal(name, number, "This is not UTF-8. Save the file as UTF-8.") from None


def _refuse_other(start: bytes, name: str) -> None:
    for bytes_of_kind, kind in OTHERS.items():
        if start.startswith(bytes_of_kind):
            raise refusal(name, 1, f"This is {kind}.")
    if start.startswith(WIDE):
        raise refusal(name, 1, "This is UTF-16. Save the file as UTF-8.")
