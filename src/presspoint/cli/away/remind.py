"""The remind command: a calendar file, or lines for cron, systemd and launchd."""

import re
from datetime import time
from pathlib import Path
from typing import Annotated

import typer

from presspoint.cli.parsing.option import argument, path_option, value_option
from presspoint.clock import utc_stamp
from presspoint.errors import PresspointError, UsageError
from presspoint.machine.programs import find_program
from presspoint.pages.reminder import Reminder
from presspoint.pages.timers import LINES, Timer
from presspoint.run.arguments.days import match_time, match_weekdays
from presspoint.run.arguments.names import match_name
from presspoint.run.arguments.routines import find_routine
from presspoint.run.reminders import Repeats, remind_of_course, remind_of_routine
from presspoint.storage.catalogue_file import load_for_playing
from presspoint.storage.new_file import write_new_file
from presspoint.terminal.output import LONGEST, print_paragraph, write_lines
from presspoint.words import long_date, printable, quantity

WEEKS = 6
MOST_WEEKS = 52
OPEN_IT = "Open it with your calendar, or send it to your phone and open it there."
WHEN = "At what time? Add one or more, such as --at 21:30."
WHEN_AND_WHERE_TO = "At what time, and where to? Add both, such as --at 21:30 --to FOLDER."
WHERE_TO = "Where to? Add --to FOLDER for a calendar file, or --print cron, systemd or launchd."
NO_FILE = "--print writes no file, and its lines have no end: leave out --to and --weeks."
COURSE_DAYS = "Your course says on which days. Name a routine for other days."


def remind(
    name: Annotated[
        str | None,
        argument("[ROUTINE]", "A routine, in place of the days of your course.", "routines"),
    ] = None,
    at: Annotated[
        list[str] | None, value_option("TIME", "When, such as 21:30; may be repeated.")
    ] = None,
    days: Annotated[
        str | None, value_option("DAYS", "mon,wed,fri, weekdays or daily; daily if left out.")
    ] = None,
    weeks: Annotated[
        int | None,
        typer.Option(
            "--weeks",
            metavar="N",
            min=1,
            max=MOST_WEEKS,
            help=f"For how many weeks; {WEEKS} if left out.",
        ),
    ] = None,
    to: Annotated[
        Path | None,
        path_option("FOLDER|FILE", "A folder for the file, or the name of a new file.", "--to"),
    ] = None,
    print_for: Annotated[
        str | None,
        value_option(
            "WHAT", "Print lines for cron, systemd or launchd.", "choices:timers", "--print"
        ),
    ] = None,
) -> None:
    """Write reminders into a calendar file.

    For a routine, or for the days of your course. To end them, delete them in your calendar.
    """
    times = tuple(dict.fromkeys(map(match_time, at or ())))
    if not times:
        raise UsageError(WHEN if to or print_for is not None else WHEN_AND_WHERE_TO)
    weekdays = match_weekdays(days) if days is not None else ()
    if print_for is not None:
        if to is not None or weeks is not None:
            raise UsageError(NO_FILE)
        _print_timer(print_for, name, times, weekdays)
        return
    if to is None:
        raise UsageError(WHERE_TO)
    if name is None and (days is not None or weeks is not None):
        raise UsageError(COURSE_DAYS)
    catalogue = load_for_playing()
    reminder = (
        remind_of_routine(catalogue, name, Repeats(times, weekdays, weeks or WEEKS))
        if name is not None
        else remind_of_course(catalogue, times)
    )
    _write(reminder, to, reminder.name if name is not None else "course")


def _write(reminder: Reminder, to: Path, subject: str) -> None:
    """Write the file, and say what is in it. Raises PresspointError where nothing is to come."""
    from presspoint.pages.calendar_file import calendar_text  # for this alone

    if not reminder.moments:
        raise PresspointError("No day of your course is still to come at that time.")
    safe = re.sub(r"[^\w-]", "_", subject)
    file = to / f"presspoint-{safe}.ics" if to.is_dir() else to
    write_new_file(file, calendar_text(reminder, utc_stamp()))
    number = sum(each.times for each in reminder.moments)
    first = min(each.day for each in reminder.moments)
    print_paragraph(
        f"Saved in {file}: {quantity(number, 'reminder')}, the first on {long_date(first)}."
    )
    print_paragraph(OPEN_IT)


def _print_timer(
    what: str, name: str | None, times: tuple[time, ...], weekdays: tuple[int, ...]
) -> None:
    """Print lines that ask whether a session is due; nothing is installed."""
    lines = LINES[match_name({each: each for each in LINES}, what, "--print")]
    routine = find_routine(load_for_playing(), name).name if name is not None else ""
    program = find_program("presspoint") or "presspoint"
    command = (program, "due", *filter(None, [printable(routine)]), "--quiet")
    write_lines(printable(each, LONGEST) for each in lines(Timer(command, times, weekdays)))
