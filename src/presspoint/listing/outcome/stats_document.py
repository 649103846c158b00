"""What sessions add up to, as a JSON document."""

from collections.abc import Set
from datetime import date, timedelta
from typing import Any

from presspoint.outcome.calendar import Week
from presspoint.outcome.spread import spread_of
from presspoint.outcome.stats import Stats
from presspoint.outcome.sums import Sums, WeekSums, by_reactions
from presspoint.session.record.filters import Filters


def stats_document(stats: Stats, rests: Set[date], filters: Filters) -> dict[str, Any]:
    """Return the document of `stats --json`, of the sessions that the filters leave."""
    return {
        "since": stats.since.isoformat() if stats.since else None,
        "until": stats.today.isoformat(),
        "routine": filters.routine or None,
        "point": filters.code or None,
        **_sums(stats.every),
        "streak": stats.streak(rests)._asdict(),
        "routines": [
            {"routine": each} | _sums(sums) for each, sums in by_reactions(stats.routines)
        ],
        "places": [{"code": each} | _sums(sums) for each, sums in by_reactions(stats.places)],
        "weeks": [_week(monday, sums) for monday, sums in sorted(stats.weeks.items())],
        "calendar": [day for week in stats.calendar(rests) for day in _days(week)],
    }


def _sums(sums: Sums) -> dict[str, Any]:
    """The members that all sums have; without a median, the sessions are too few for one."""
    change = sums.change
    return {
        "sessions": sums.sessions,
        "reactions": sums.reactions,
        "seconds": round(sums.seconds, 1),
        "compared": sums.comparisons,
        "better": sums.better,
        "clearly_better": sums.clearly_better,
        "median_change": change.median if change else None,
        "lower_quartile": change.low if change else None,
        "upper_quartile": change.high if change else None,
    }


def _week(monday: date, sums: WeekSums) -> dict[str, Any]:
    before, after = spread_of(sums.before), spread_of(sums.after)
    return {
        "week": monday.isoformat(),
        **_sums(sums),
        "median_pain_before": before.median if before else None,
        "median_pain_after": after.median if after else None,
    }


def _days(week: Week) -> list[dict[str, str]]:
    return [
        {"day": (week.monday + timedelta(number)).isoformat(), "mark": str(mark)}
        for number, mark in enumerate(week.marks)
    ]
