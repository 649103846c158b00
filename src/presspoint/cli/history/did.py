"""The history did command: a routine that was done without the timer."""

from contextlib import closing
from typing import Annotated

import typer

from presspoint.cli.parsing.option import Pain, Side, UpperBack, argument, value_option
from presspoint.listing.history.dates import long_moment
from presspoint.listing.history.sessions import ID_LETTERS
from presspoint.run.arguments.days import match_when
from presspoint.run.reported import STOPPED, report_session
from presspoint.run.request import Options, request
from presspoint.storage.catalogue_file import load_for_playing
from presspoint.storage.history.schema import PATIENT_SECONDS
from presspoint.storage.history.writing import open_history
from presspoint.storage.settings_file import current_day
from presspoint.terminal.output import print_paragraph, report
from presspoint.words import clock_time

When = Annotated[
    str,
    value_option("DAY", 'Such as yesterday, monday, 2026-11-20, 21:30 or "yesterday 21:30".'),
]
Before = Annotated[
    int | None,
    typer.Option("--pain-before", metavar="N", min=0, max=10, help="The pain before, 0 to 10."),
]
After = Annotated[
    int | None,
    typer.Option("--pain-after", metavar="N", min=0, max=10, help="The pain after, 0 to 10."),
]


def save_done(
    routine: Annotated[str, argument("ROUTINE", "The routine, such as lower-back.", "routines")],
    when: When = "today",
    pain: Pain = None,
    upper_back: UpperBack = False,
    side: Side = None,
    pain_before: Before = None,
    pain_after: After = None,
) -> None:
    """Add a routine that you did without the timer.

    Its places count for how often a day they are pressed, but for those you leave out.
    """
    catalogue = load_for_playing()
    options = Options(routine=routine, pain=pain, upper_back=upper_back, side=side)
    run = request(catalogue, options, report).as_last_time(catalogue)
    started = match_when(when, current_day())
    record = report_session(catalogue, run, started, (pain_before, pain_after))
    with closing(open_history(PATIENT_SECONDS)) as history:
        history.save(record)
    if run.profile and run.profile.is_stopped:
        print_paragraph(STOPPED)
    print_paragraph(
        f"Added: {run.routine.title}, {long_moment(started)}, "
        f"{clock_time(record.held_seconds)} minutes pressed."
    )
    print_paragraph(f"To take it back: presspoint history undo {record.id[:ID_LETTERS]}.")
