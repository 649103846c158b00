"""The history did command: a routine that was done without the timer."""

from typing import Annotated

import typer

from presspoint.cli.parsing.option import Pain, Side, UpperBack, argument, value_option
from presspoint.run.arguments.days import match_when
from presspoint.storage.settings_file import current_day
from presspoint.terminal.output import print_paragraphs

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

    Its places count towards the times a day that they may be pressed.
    """
    from presspoint.run.history.reported import save_reported  # plans: a list needs none
    from presspoint.run.options import Options  # as above

    started = match_when(when, current_day())
    options = Options(routine=routine, pain=pain, upper_back=upper_back, side=side)
    print_paragraphs(save_reported(options, started, (pain_before, pain_after)))
