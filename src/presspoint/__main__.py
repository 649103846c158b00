"""The entry point: streams made safe, one command run, every error told in one line."""

from __future__ import annotations

import signal

# Ctrl-C while the rest is imported ends the program without a traceback.
signal.signal(signal.SIGINT, signal.SIG_DFL)

import os  # noqa: E402  # after the line above, on purpose
import sys  # noqa: E402
from typing import NoReturn  # noqa: E402

from presspoint.errors import PresspointError  # noqa: E402

WIDTH_VARIABLES = ("COLUMNS", "TERMINAL_WIDTH")
READER_GONE, NOT_WRITTEN, OWN_FAULT = 141, 4, 70


def main() -> NoReturn:
    """Run the command line and exit with its code."""
    prepare()
    sys.exit(guarded(sys.argv[1:]))


def prepare() -> None:
    """Make streams and widths safe: any locale, closed streams, absurd COLUMNS."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # so that no file of ours becomes a stream
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a TextIO at start-up is a TextIOWrapper
    for name in WIDTH_VARIABLES:
        value = os.environ.get(name, "80")
        if not (value.isascii() and value.isdigit() and len(value) < 9):
            del os.environ[name]
        elif name in os.environ:
            os.environ[name] = str(max(20, min(500, int(value))))


def guarded(arguments: list[str]) -> int:
    """Run the command line; return the exit code, with any error told in one line."""
    try:
        from presspoint.cli.app import run

        if sys.stdout is None:
            raise OSError(0, "stdout is closed")  # handled as any other full or broken stdout
        code = run(arguments)
        sys.stdout.flush()
    except PresspointError as error:
        return _told(str(error), error.exit_code)
    except SystemExit as left:  # Rich leaves with 1 where its reader went away
        return READER_GONE if left.code == 1 else int(left.code or 0)
    except BrokenPipeError:
        _forget_stdout()
        return READER_GONE
    except OSError as problem:
        _forget_stdout()
        return _told(f"The output could not be written: {problem.strerror}.", NOT_WRITTEN)
    except Exception as fault:  # no traceback ever reaches a user
        if os.environ.get("PRESSPOINT_DEBUG"):
            raise
        return _told(f"A fault of presspoint itself: {_where(fault)}.", OWN_FAULT)
    return code


def _told(sentence: str, code: int) -> int:
    from presspoint.terminal.output import remark

    remark(f"presspoint: {sentence}")
    return code


def _where(fault: Exception) -> str:
    """The fault's kind and place; never its words, which may hold what a person told."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    code = trace.tb_frame.f_code if trace else guarded.__code__
    place = f"{code.co_name}, line {trace.tb_lineno if trace else 0}"
    return f"{type(fault).__name__} in {place}; PRESSPOINT_DEBUG=1 shows all of it"


def _forget_stdout() -> None:
    """Nothing more can be written there; keep the interpreter from trying at its end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except OSError:
        return


if __name__ == "__main__":
    main()
