"""Twelve weeks as rows: the days of each, the minutes, and the pain before and after."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from itertools import dropwhile

from presspoint.outcome.calendar import DayMark, Week
from presspoint.outcome.spread import spread_of
from presspoint.outcome.sums import WeekSums
from presspoint.words import join_words, quantity

# As in a report, and of any keyboard: a screen reader, a font or an encoding may lack all others.
MARKS = {
    DayMark.DONE: "x",
    DayMark.HURT: "!",
    DayMark.REST: "-",
    DayMark.NOTHING: ".",
    DayMark.COMING: " ",
}
# Each sign stays on the line of its words.
LEGEND = "x\u00a0done   !\u00a0something\u00a0hurt   -\u00a0rest   .\u00a0nothing"
DAY_WORDS = {
    DayMark.HURT: "something hurt on {days}",
    DayMark.DONE: "done on {days}",
    DayMark.REST: "rest on {days}",
}
DAYS_OF_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MOST_PAIN = 10
PLOT_HEADINGS = ("", "M T W T F S S", "times", "min", "", "pain", "before", "", "after")


# A text, or how long a bar is, as a share of the longest.
Cell = str | float


class Style(Enum):
    """How weeks are shown without bars: in few columns, or in sentences for a screen reader."""

    SHORT = "short"
    SPOKEN = "spoken"


def week_rows(
    weeks: Iterable[Week], sums: Mapping[date, WeekSums], style: Style
) -> Iterator[tuple[str, ...]]:
    """Yield a row for each week from the first one on which anything was, after one of headings."""
    yield from HEADINGS[style]
    for week in dropwhile(_is_empty, weeks):
        yield ROWS[style](week, sums.get(week.monday, WeekSums()))


def plot_rows(weeks: Iterable[Week], sums: Mapping[date, WeekSums]) -> Iterator[tuple[Cell, ...]]:
    """Yield a row under PLOT_HEADINGS for each week from the first one on which anything was."""
    shown = list(dropwhile(_is_empty, weeks))
    most = max((sums[each.monday].seconds for each in shown if each.monday in sums), default=0)
    for week in shown:
        yield _plot_row(week, sums.get(week.monday, WeekSums()), most)


def _spoken(week: Week, sums: WeekSums) -> tuple[str, ...]:
    before, after = _pain(sums.before), _pain(sums.after)
    numbers = (
        (quantity(sums.sessions, "session"), quantity(round(sums.seconds / 60), "minute"))
        if sums.sessions
        else ("", "")
    )
    pain = f"pain {before} before and {after} after" if before else ""
    monday = f"{week.monday:%A} {week.monday.day} {week.monday:%B}"
    return f"{monday}: {_days_in_words(week)}", *numbers, pain


def _short(week: Week, sums: WeekSums) -> tuple[str, ...]:
    before, after = _pain(sums.before), _pain(sums.after)
    marks = "".join(MARKS[each] for each in week.marks)
    return _date(week), marks, _minutes(sums), f"{before} -> {after}" if before else ""


def _plot_row(week: Week, sums: WeekSums, most_seconds: float) -> tuple[Cell, ...]:
    marks = " ".join(MARKS[each] for each in week.marks)
    sessions = str(sums.sessions) if sums.sessions else ""
    minutes = sums.seconds / most_seconds if sums.seconds else ""
    pains = (cell for each in (sums.before, sums.after) for cell in (_pain(each), _bar(each)))
    return _date(week), marks, sessions, _minutes(sums), minutes, *pains


def _is_empty(week: Week) -> bool:
    return set(week.marks) <= {DayMark.NOTHING, DayMark.COMING}


def _date(week: Week) -> str:
    return f"{week.monday.day} {week.monday:%b}"


def _minutes(sums: WeekSums) -> str:
    return str(round(sums.seconds / 60)) if sums.sessions else ""


def _days_in_words(week: Week) -> str:
    """The days of each mark, by their names, first those on which something hurt."""
    if set(week.marks) == {DayMark.DONE}:
        return "done every day"
    parts = []
    for mark, words in DAY_WORDS.items():
        days = tuple(
            name for name, each in zip(DAYS_OF_WEEK, week.marks, strict=True) if each is mark
        )
        if days:
            parts.append(words.replace("{days}", join_words(days)))
    return "; ".join(parts) or "nothing"


def _bar(pains: Counter[int]) -> Cell:
    """The median as a bar; few pains have none."""
    spread = spread_of(pains)
    return spread.median / MOST_PAIN if spread else ""


def _pain(pains: Counter[int]) -> str:
    """The median of pains, how far few of them reach ("3-5"), or nothing of none."""
    if spread := spread_of(pains):
        return f"{spread.median:g}"
    lowest, highest = min(pains, default=""), max(pains, default="")
    return str(lowest) if lowest == highest else f"{lowest}-{highest}"


HEADINGS: Mapping[Style, tuple[tuple[str, ...], ...]] = {
    Style.SHORT: (("", "MTWTFSS", "min", "pain"),),
    Style.SPOKEN: (),
}
ROWS = {Style.SHORT: _short, Style.SPOKEN: _spoken}
