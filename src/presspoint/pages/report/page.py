"""A report as one HTML page, which prints on one sheet of A4."""

from presspoint.listing.report.period import Period
from presspoint.listing.report.report import BASIS, TITLE, Heading, Report
from presspoint.pages.rendering import render
from presspoint.pages.report.answer_plots import answer_plot
from presspoint.pages.report.pain_plot import pain_plot

# How many characters have room on the sheet in these sizes, were each as wide as an m; a week of
# the calendar takes the room of some.
ROOM = {"large": 1700, "middle": 2350}
CHARACTERS_OF_WEEK = 60


def report_page(report: Report, period: Period) -> str:
    """Return the page of a report."""
    return render(
        "report.html",
        title=TITLE,
        basis=BASIS,
        report=report,
        heading=Heading,
        pain=pain_plot(period, report.pain_values),
        answers=[answer_plot(period, each) for each in report.series],
        by_week=len(report.pain_values) < len(period.days),
        size=_size(report),
    )


def _size(report: Report) -> str:
    """The size of the letters in which all of it has room on one sheet."""
    number = sum(len(each) for words in report.sections.values() for each in words)
    number += CHARACTERS_OF_WEEK * len(report.calendar.weeks)
    return next((size for size, most in ROOM.items() if number <= most), "small")
