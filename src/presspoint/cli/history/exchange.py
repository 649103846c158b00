"""The commands that write the history for other machines, and bring theirs into it."""

import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Annotated

from presspoint.cli.parsing.option import flag, path_argument, value_option
from presspoint.errors import UsageError
from presspoint.exchange.csv_table import csv_rows
from presspoint.exchange.line import Record, line_of
from presspoint.run.arguments.days import match_since
from presspoint.session.record.filters import Filters
from presspoint.storage.exchange.exporting import (
    Gaps,
    read_entries_to_export,
    read_own_texts,
    read_profile_text,
    read_sessions_to_export,
)
from presspoint.storage.exchange.importing import import_file
from presspoint.storage.exchange.lines import STDIN
from presspoint.storage.settings_file import current_day, read_settings
from presspoint.terminal.output import print_pieces, remark, say

STILL_RUNS = "A session still runs, and is not in this export. Export again once it is over."
NOT_IN_CSV = "A table has sessions only. Leave --csv out, or --with-profile and --with-own-files."
NOTHING_PIPED = (
    "Nothing is piped in. Name a file, or pipe an export to presspoint history import -."
)

Since = Annotated[
    str | None, value_option("DAY", "Only since this day: yesterday, 2026-11-01, 10d, 6w.")
]
Csv = Annotated[bool, flag("--csv", "Write a table of sessions, for a spreadsheet.")]
WithProfile = Annotated[bool, flag("--with-profile", "Add your conditions and rests.")]
WithOwnFiles = Annotated[bool, flag("--with-own-files", "Add your own places and routines.")]
File = Annotated[Path, path_argument("FILE", "An export; - reads what is piped in.")]


def export_history(
    since: Since = None,
    csv: Csv = False,
    with_profile: WithProfile = False,
    with_own_files: WithOwnFiles = False,
) -> None:
    """Print your history for another computer or program.

    One line of JSON for each record; > history.jsonl saves it. Of your conditions, it has only
    those that a session had to take care of.
    """
    if csv and (with_profile or with_own_files):
        raise UsageError(NOT_IN_CSV)
    gaps = Gaps()
    filters = _filters(since, with_undone=not csv)
    sessions = read_sessions_to_export(filters, gaps)
    own = chain(
        read_profile_text() if with_profile else (), read_own_texts() if with_own_files else ()
    )
    entries = read_entries_to_export(filters, gaps)
    records: Iterator[Record] = chain(sessions, entries, own)
    print_pieces(csv_rows(sessions) if csv else map(line_of, records))
    if gaps.running:
        remark(STILL_RUNS)
    gaps.check()


def import_history(file: File) -> None:
    """Add an export to your history, all of it or nothing.

    What you have already is not added twice, and nothing of yours is changed or lost.
    """
    if str(file) == STDIN and (sys.stdin is None or sys.stdin.isatty()):
        raise UsageError(NOTHING_PIPED)
    intake = import_file(str(file))
    say(intake.answer())
    for sentence in intake.remarks():
        remark(sentence)


def _filters(since: str | None, *, with_undone: bool) -> Filters:
    """The sessions that were asked for. Raises UsageError for a day that is none."""
    if since is None:
        return Filters(with_undone=with_undone)
    day = match_since(since, current_day())
    return Filters(day, read_settings().day_starts, with_undone=with_undone)
