"""Small plots of the weekly answers, one a question, all on the same scale."""

from __future__ import annotations

from presspoint.listing.report.period import Period
from presspoint.listing.report.sections.answers import Series
from presspoint.named_tuple import NamedTuple
from presspoint.pages.report.scale import Dot, Scale
from presspoint.words import short_date


class AnswerPlot(NamedTuple):
    """A question, its first and last answer, of how many weeks, and what is drawn."""

    title: str
    first: int
    last: int
    weeks: int
    scale: Scale
    dots: tuple[Dot, ...]
    description: str


def answer_plot(period: Period, series: Series) -> AnswerPlot:
    """Return the plot of a question that has an answer."""
    scale = Scale(period, width=110, height=58, left=16, bottom=8)
    said = (f"{short_date(day)}: {value}." for day, value in series.values)
    return AnswerPlot(
        series.title,
        series.values[0][1],
        series.values[-1][1],
        len(series.values),
        scale,
        tuple(scale.dot(day, value) for day, value in series.values),
        " ".join(said),
    )
