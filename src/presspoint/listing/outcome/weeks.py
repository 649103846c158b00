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

# Letters of any keyboard: a screen reader, a font or an encoding may lack all others.
MARKS = {
    DayMark.DONE: "*",
    DayMark.HURT: "!",
    DayMark.REST: "r",
    DayMark.NOTHING: ".",
    DayMark.COMING: " ",
}
LEGEND = "Days from Monday:  * done  ! hurt  r rest  . nothing"
DAY_WORDS = {
    DayMark.DONE: "done on {days}",
    DayMark.HURT: "something hurt on {days}",
    DayMark.REST: "rest on {days}",
}
DAYS_OF_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FULL, HALF = "━", "╾"  # of a bar: a cell for each point of pain
MOST_PAIN = 10


class Style(Enum):
    """How weeks are shown: with bars, in few columns, or in sentences for a screen reader."""

    DRAWN = "drawn"
    SHORT = "short"
    SPOKEN = "spoken"


def week_rows(
    weeks: Iterable[Week], sums: Mapping[date, WeekSums], style: Style
) -> Iterator[tuple[str, ...]]:
    """Yield a row for each week from the first one on which anything was."""
    for week in dropwhile(_is_empty, weeks):
        of_week = sums.get(week.monday, WeekSums())
        if style is Style.SPOKEN:
            yield (
                f"Week of {week.monday:%A} {_date(week)}: {_days_in_words(week)}",
                *_words(of_week),
            )
        elif style is Style.SHORT:
            marks = "".join(MARKS[each] for each in week.marks)
            yield _date(week), marks, _minutes(of_week), _short_pain(of_week)
        else:
            marks = " ".join(MARKS[each] for each in week.marks)
            sessions = quantity(of_week.sessions, "session") if of_week.sessions else ""
            yield _date(week), marks, sessions, _minutes(of_week), *_bars(of_week)


def _is_empty(week: Week) -> bool:
    return set(week.marks) <= {DayMark.NOTHING, DayMark.COMING}


def _date(week: Week) -> str:
    return f"{week.monday.day} {week.monday:%b}"


def _minutes(sums: WeekSums) -> str:
    return f"{round(sums.seconds / 60)} min" if sums.sessions else ""


def _days_in_words(week: Week) -> str:
    """The days of each mark, by their names."""
    parts = []
    for mark, words in DAY_WORDS.items():
        days = tuple(
            name for name, each in zip(DAYS_OF_WEEK, week.marks, strict=True) if each is mark
        )
        if days:
            parts.append(words.replace("{days}", join_words(days)))
    return "; ".join(parts) or "nothing"


def _words(sums: WeekSums) -> tuple[str, ...]:
    if not sums.sessions:
        return ("",) * 3
    sessions = quantity(sums.sessions, "session")
    before, after = _pain(sums.before), _pain(sums.after)
    pain = f"pain {before} before, {after} after" if before else ""
    return sessions, quantity(round(sums.seconds / 60), "minute"), pain


def _short_pain(sums: WeekSums) -> str:
    before, after = _pain(sums.before), _pain(sums.after)
    return f"{before} -> {after}" if before else ""


def _bars(sums: WeekSums) -> tuple[str, str]:
    if not sums.before:
        return "", ""
    return f"before {_bar(sums.before)}", f"after {_bar(sums.after)}"


def _bar(pains: Counter[int]) -> str:
    """The median as a bar, or how far few pains reach without one."""
    spread = spread_of(pains)
    if spread is None:
        return _pain(pains)
    bar = FULL * int(spread.median) + HALF * (spread.median % 1 > 0)
    return f"{spread.median:<3g} {bar:{MOST_PAIN}}"


def _pain(pains: Counter[int]) -> str:
    """The median of pains, how far few of them reach ("3-5"), or nothing of none."""
    if spread := spread_of(pains):
        return f"{spread.median:g}"
    lowest, highest = min(pains, default=""), max(pains, default="")
    return str(lowest) if lowest == highest else f"{lowest}-{highest}"
