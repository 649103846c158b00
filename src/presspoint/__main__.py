"""The entry point: streams made safe, one command run, every error one line on stderr."""

import signal

# Ctrl-C while the rest is imported ends the program without a traceback, unless it is ignored.
if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

import os  # after the lines above, on purpose
import sys
from typing import NoReturn

from presspoint.errors import ExitCode, PresspointError


def main() -> NoReturn:
    """Run the command line and exit with its code."""
    prepare()
    sys.exit(run_guarded(sys.argv[1:]))


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
    for name in ("COLUMNS", "TERMINAL_WIDTH"):
        value = os.environ.get(name, "80")
        if not (value.isascii() and value.isdigit() and len(value) < 9):
            del os.environ[name]
        elif name in os.environ:
            os.environ[name] = str(max(20, min(500, int(value))))


def run_guarded(arguments: list[str]) -> int:
    """Run the command line; return its exit code, after any error as one line on stderr."""
    try:
        from presspoint.cli.app import run

        if sys.stdout is None:
            raise OSError(0, "stdout is closed")  # handled as any other full or broken stdout
        code = run(arguments)
        sys.stdout.flush()
    except PresspointError as error:
        return _report(str(error), error.exit_code)
    except SystemExit as request:  # Rich exits with 1 where its reader went away
        return ExitCode.READER_GONE if request.code == 1 else int(request.code or 0)
    except BrokenPipeError:
        _detach_stdout()
        return ExitCode.READER_GONE
    except OSError as problem:
        _detach_stdout()
        return _report(f"The output could not be written: {problem.strerror}.", ExitCode.STORAGE)
    except Exception as fault:  # no traceback ever reaches a user
        if os.environ.get("PRESSPOINT_DEBUG"):
            raise
        return _report(f"A fault of presspoint itself: {_place(fault)}.", ExitCode.OWN_FAULT)
    return code


def _report(sentence: str, code: int) -> int:
    from presspoint.terminal.output import remark  # not loaded where nothing fails

    remark(f"presspoint: {sentence}")
    return code


def _place(fault: Exception) -> str:
    """The fault's kind and place; never its words, which may hold what a person answered."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    code = trace.tb_frame.f_code if trace else run_guarded.__code__
    place = f"{code.co_name}, line {trace.tb_lineno if trace else 0}"
    return f"{type(fault).__name__} in {place}; PRESSPOINT_DEBUG=1 shows all of it"


def _detach_stdout() -> None:
    """Let stdout end in nothing: the interpreter would try at its end to write there again."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except OSError:
        return


if __name__ == "__main__":
    main()
