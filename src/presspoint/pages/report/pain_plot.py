"""The plot of pain before and after, by day or by week, and the same in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from presspoint.listing.report.medians import span
from presspoint.listing.report.period import Period
from presspoint.listing.report.sections.pain import PainOfPart
from presspoint.named_tuple import NamedTuple
from presspoint.pages.report.scale import Dot, Scale
from presspoint.words import short_date

MOST_DATES = 7


class Link(NamedTuple):
    """The line from the pain before to the pain after."""

    x: float
    before: float
    after: float


class PainPlot(NamedTuple):
    """What is drawn; `hurt` are the days on which something hurt.

    `dates` are days in words, each with where it stands, and where the middle of its words does.
    """

    scale: Scale
    dates: tuple[tuple[str, float, float], ...]
    links: tuple[Link, ...]
    before: tuple[Dot, ...]
    after: tuple[Dot, ...]
    otherwise: tuple[Dot, ...]
    hurt: tuple[float, ...]
    description: str

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not (self.before or self.otherwise or self.hurt)


def pain_plot(period: Period, values: tuple[PainOfPart, ...]) -> PainPlot:
    """Return the plot of a period."""
    scale = Scale(period, width=300, height=140, left=18, bottom=38)
    return PainPlot(
        scale,
        tuple((short_date(day), scale.x(day), scale.label_x(day)) for day in _dates(period)),
        tuple(_links(scale, values)),
        _dots(scale, ((each.part.first, each.before) for each in values)),
        _dots(scale, ((each.part.first, each.after) for each in values)),
        _dots(scale, ((each.part.first, each.otherwise) for each in values)),
        tuple(scale.x(each.part.first) for each in values if each.has_hurt),
        " ".join(_sentences(values)) or "No pain was answered.",
    )


def _dates(period: Period) -> tuple[date, ...]:
    """The days that are written under the plot: Mondays, not too many."""
    mondays = [each.first for each in period.weeks if not each.first.weekday()]
    every = -(-len(mondays) // MOST_DATES) or 1
    return tuple(mondays[::every])


def _links(scale: Scale, values: Iterable[PainOfPart]) -> Iterator[Link]:
    for each in values:
        x = scale.x(each.part.first)
        yield from (Link(x, scale.y(one.before), scale.y(one.after)) for one in each.changes)


def _dots(scale: Scale, values: Iterable[tuple[date, tuple[float, ...]]]) -> tuple[Dot, ...]:
    return tuple(scale.dot(day, value) for day, some in values for value in some)


def _sentences(values: Iterable[PainOfPart]) -> Iterator[str]:
    """What the plot shows, for whoever cannot see it."""
    for each in values:
        said = {"before": each.before, "after": each.after, "at other times": each.otherwise}
        parts = [f"{when} {span(pains)}" for when, pains in said.items() if pains]
        parts += ["something hurt"] if each.has_hurt else []
        if parts:
            yield f"{short_date(each.part.first)}: {', '.join(parts)}."
