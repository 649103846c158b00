"""What was typed for a report: since when, what to ask, and whom it names."""

from datetime import date

from presspoint.errors import UsageError
from presspoint.listing.report.period import MOST_DAYS, Period
from presspoint.named_tuple import NamedTuple
from presspoint.run.arguments.days import match_since
from presspoint.words import printable

LONGEST_QUESTION, LONGEST_NAME = 300, 60


class ReportWish(NamedTuple):
    """What a report is to be about, and what it says beside what is saved."""

    period: Period
    name: str
    question: str
    with_conditions: bool


def report_period(typed: str, today: date) -> Period:
    """Return the days of a report. Raises UsageError for no day, and for more than a year."""
    period = Period(match_since(typed, today), today)
    if (today - period.first).days >= MOST_DAYS:
        raise UsageError("A report is one page, and takes a year at most. Type --since 1y.")
    return period


def one_line(typed: str, option: str, most: int) -> str:
    """Return a text of the person's own in one line. Raises UsageError where it is too long."""
    line = printable(" ".join(typed.split()), 10 * most)
    if len(line) > most:
        raise UsageError(f"The text of {option} can have {most} characters: shorten it.")
    return line
