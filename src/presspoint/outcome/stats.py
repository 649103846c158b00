"""What the sessions since a day add up to, in one pass over them."""

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from datetime import date

from presspoint.catalogue.outcome.yardsticks import Yardstick
from presspoint.outcome.calendar import (
    DayMark,
    Streak,
    Week,
    calendar,
    first_monday,
    streak_of,
)
from presspoint.outcome.scores import monday_of
from presspoint.outcome.summary import Summary
from presspoint.outcome.sums import Sums, WeekSums, sum_of


@dataclass
class Stats:
    """Sums of the sessions since a day, by routine and by the code of a place.

    `weeks` are by their Monday and `days` by the day, whatever the day since: twelve weeks at
    least. A session in which nothing was pressed and nothing hurt does not count; its day is one
    of rest, as is one on which something hurt: so a reaction never makes a streak longer. The
    `yardstick` of pain says which change matters.
    """

    since: date | None
    today: date
    yardstick: Yardstick
    routines: defaultdict[str, Sums] = field(default_factory=lambda: defaultdict(Sums))
    places: defaultdict[str, Sums] = field(default_factory=lambda: defaultdict(Sums))
    weeks: defaultdict[date, WeekSums] = field(default_factory=lambda: defaultdict(WeekSums))
    days: dict[date, DayMark] = field(default_factory=dict)

    def add(self, session: Summary) -> None:
        """Add a session."""
        if not (session.is_done or session.has_reaction):
            self.days.setdefault(session.day, DayMark.REST)
            return
        self._add_day(session)
        if self.since is None or session.day >= self.since:
            self._add_sums(session)

    @property
    def every(self) -> Sums:
        """What all the sessions come to: those of every routine."""
        return sum_of(self.routines.values())

    def calendar(self, rests: Set[date]) -> tuple[Week, ...]:
        """Return the last twelve weeks; on the days of `rests` nothing had to be done."""
        return calendar(self.days, rests, self.today)

    def streak(self, rests: Set[date]) -> Streak:
        """Return for how long something was done in a row, twelve weeks at most."""
        return streak_of(self.calendar(rests), self.today)

    def _add_day(self, session: Summary) -> None:
        hurts = session.has_reaction or self.days.get(session.day) is DayMark.HURT
        self.days[session.day] = DayMark.HURT if hurts else DayMark.DONE
        week, change = self.weeks[monday_of(session.day)], session.counted_change
        week.add(session.seconds, change, hurt=session.has_reaction)
        if change is not None and session.pain_before is not None:
            week.add_pain(session.pain_before, change)

    def _add_sums(self, session: Summary) -> None:
        change, clearly = session.counted_change, self._is_clearly_better(session)
        routine = self.routines[session.routine]
        routine.add(session.seconds, change, hurt=session.has_reaction, clearly=clearly)
        for code in session.codes:
            seconds, hurt = session.seconds_at.get(code, 0.0), code in session.hurt_codes
            self.places[code].add(seconds, change, hurt=hurt, clearly=clearly)
        for code in set(session.hurt_codes).difference(session.codes):
            self.places[code].add(0.0, None, hurt=True)

    def _is_clearly_better(self, session: Summary) -> bool:
        before, change = session.pain_before, session.counted_change
        if before is None or change is None:
            return False
        return self.yardstick.is_better(before, before + change)


def add_up(
    sessions: Iterable[Summary], since: date | None, today: date, yardstick: Yardstick
) -> Stats:
    """Return what sessions add up to: those since a day, or all of them."""
    stats = Stats(since, today, yardstick)
    for session in sessions:
        stats.add(session)
    return stats


def first_day(since: date | None, today: date) -> date | None:
    """Return from which day on sessions are needed: the calendar has its twelve weeks always."""
    return since and min(since, first_monday(today))
