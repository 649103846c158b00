"""A report as lines of text: what the page has, with tables in place of its drawings."""

from collections.abc import Iterator

from presspoint.listing.report.attendance import AttendanceCalendar
from presspoint.listing.report.contents import Contents
from presspoint.listing.report.medians import span
from presspoint.listing.report.report import BASIS, TITLE, Heading, Report
from presspoint.listing.report.sections.pain import pain_of_parts
from presspoint.words import short_date

INDENT = "  "
DAYS = "Mo Tu We Th Fr Sa Su"
PAIN_COLUMNS = "week of     sessions  before  after  other times"


def report_lines(report: Report, contents: Contents) -> Iterator[str]:
    """Yield the lines of a report; those of a section are indented, and may be long."""
    yield TITLE
    yield report.days
    yield from filter(None, [report.name])
    tables = {
        Heading.DONE: calendar_lines(report.calendar),
        Heading.PAIN: pain_lines(contents),
    }
    for heading, sentences in report.sections.items():
        yield ""
        yield f"{heading}:"
        yield from (INDENT + each for each in sentences)
        yield from (INDENT + each for each in tables.get(heading, ()))
    yield ""
    yield BASIS


def calendar_lines(calendar: AttendanceCalendar) -> Iterator[str]:
    """Yield a line a week, and what the signs in them mean; nothing for an empty one."""
    if calendar.is_empty:
        return
    yield f"{'week of':12}{DAYS}"
    for week in calendar.weeks:
        signs = (mark.sign if mark else " " for mark in week.marks)
        yield f"{week.name:12}{'  '.join(signs)}".rstrip()
    yield ", ".join(f"{mark.sign} {mark.words}" for mark in calendar.key) + "."
    if calendar.is_cut:
        yield "Earlier weeks have no room here."


def pain_lines(contents: Contents) -> Iterator[str]:
    """Yield the median pain of each week that has one."""
    weeks = pain_of_parts(contents, contents.period.weeks)
    known = [each for each in weeks if each.changes or each.otherwise]
    if known:
        yield "By week: the median of five or more, else the lowest and the highest."
        yield PAIN_COLUMNS
    for each in known:
        before, after, otherwise = map(span, (each.before, each.after, each.otherwise))
        week = short_date(each.part.first)
        yield f"{week:12}{each.sessions:8}{before:>8}{after:>7}{otherwise:>13}"
