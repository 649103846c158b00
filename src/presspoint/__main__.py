"""The entry point: streams made safe, one command run, every error one line on stderr."""

import gc
import signal

# Ctrl-C while the rest is imported ends the program without a traceback, unless it is ignored.
if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

import codecs  # after the lines above, on purpose
import os
import sys
from typing import NoReturn

from presspoint.errors import ExitCode, PresspointError, WarningFirstError
from presspoint.terminal.plain_letters import NAME, plain_letters

OBJECTS_BEFORE_COLLECTION = 50_000


def main() -> NoReturn:
    """Run the command line and exit with its code.

    Nearly nothing that a start creates is garbage, and to look for it, as Python does unasked every
    700 objects and at its end, would take a sixth of a look-up.
    """
    gc.set_threshold(OBJECTS_BEFORE_COLLECTION)
    prepare()
    code = run_guarded([_as_typed(each) for each in sys.argv[1:]])
    _drop_unwritten_remarks()
    gc.freeze()
    sys.exit(code)


def prepare() -> None:
    """Make streams and widths safe: any locale, closed streams, absurd COLUMNS."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # so that no file of ours becomes a stream
    codecs.register_error(NAME, plain_letters)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.reconfigure(errors=NAME)  # type: ignore[union-attr]  # a TextIO at start-up is a TextIOWrapper
    if os.environ.get("ACCESSIBLE"):
        os.environ.setdefault("TYPER_USE_RICH", "0")  # help without frames, for a screen reader
    for name in ("COLUMNS", "TERMINAL_WIDTH"):
        value = os.environ.get(name, "80")
        if not (value.isascii() and value.isdigit() and len(value) < 9):
            del os.environ[name]
        elif name in os.environ:
            os.environ[name] = str(max(20, min(500, int(value))))


def run_guarded(arguments: list[str]) -> int:
    """Run the command line; return its exit code, after any error as one line on stderr."""
    try:
        if sys.stdout is None:
            raise OSError(0, "stdout is closed")  # handled as any other full or broken stdout
        code = _run(arguments)
        sys.stdout.flush()
    except PresspointError as error:
        return _report(str(error), error.exit_code)
    except SystemExit as request:  # Rich exits with 1 where its reader went away
        return ExitCode.READER_GONE if request.code == 1 else int(request.code or 0)
    except BrokenPipeError:
        _detach(1)
        return ExitCode.READER_GONE
    except OSError as problem:
        if problem.filename is not None:  # no output: that has no name here
            return _report(f"{_shown(problem)}: {problem.strerror}.", ExitCode.STORAGE)
        _detach(1)
        return _report(f"The output could not be written: {problem.strerror}.", ExitCode.STORAGE)
    except Exception as fault:  # no traceback ever reaches a user
        if os.environ.get("PRESSPOINT_DEBUG"):
            raise
        return _report(
            f"This is a fault of presspoint itself: {_place(fault)}.", ExitCode.OWN_FAULT
        )
    return code


def _run(arguments: list[str]) -> int:
    """Run the command line; return its exit code, after what goes wrong is said.

    What to do about a warning sign comes first, and is an answer: on stdout.
    """
    from presspoint.cli.app import run

    try:
        return run([*arguments])
    except PresspointError as error:
        if _answer_signs(arguments):
            return _report(str(error), ExitCode.NOT_PLAYED)
        from presspoint.cli import stop  # not loaded where nothing fails

        if isinstance(error, WarningFirstError):
            stop.print_warning(error, arguments)
            return error.exit_code
        stop.print_warning_of_wish(arguments)
        return _report(str(error), error.exit_code)


def _answer_signs(arguments: list[str]) -> bool:
    """Print what to do about the warning signs of a command line that went wrong; whether so."""
    if not any(each.startswith("--red-flag") for each in arguments):
        return False
    from presspoint.cli.stop import print_stop  # not loaded where nothing fails

    return print_stop(arguments)


def _as_typed(argument: str) -> str:
    """An argument as the terminal sent it, where the locale knows less than UTF-8."""
    try:
        return os.fsencode(argument).decode()
    except UnicodeError:
        return argument


def _report(sentence: str, code: int) -> int:
    from presspoint.terminal.output import remark  # not loaded where nothing fails

    remark(f"presspoint: {sentence}")
    return code


def _shown(problem: OSError) -> str:
    """The file that a problem is with, of any length and any bytes, as it can be printed."""
    from presspoint.words import printable_path  # not loaded where nothing fails

    return printable_path(problem.filename)


def _place(fault: Exception) -> str:
    """The fault's kind and place; never its words, which may hold what a person answered."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    code = trace.tb_frame.f_code if trace else run_guarded.__code__
    place = f"{code.co_name}, line {trace.tb_lineno if trace else 0}"
    return f"{type(fault).__name__} in {place}; PRESSPOINT_DEBUG=1 shows all of it"


def _drop_unwritten_remarks() -> None:
    """Forget remarks that a full device did not take; the exit code is the command's own."""
    try:
        if sys.stderr is not None:
            sys.stderr.flush()
    except OSError:
        _detach(2)


def _detach(stream: int) -> None:
    """Let a stream end in nothing: the interpreter would try at its end to write there again."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
    except OSError:
        return


if __name__ == "__main__":
    main()
