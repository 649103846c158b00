"""A session that was done without the timer, as the plan of its routine has it."""

from presspoint.planning.course import Turn
from presspoint.planning.plan import Plan
from presspoint.session.record.endings import Status
from presspoint.session.record.records import HoldRecord, LeftOutRecord, SessionRecord


def reported_session(
    plan: Plan, name: str, started: str, pain_before: int | None, pain_after: int | None
) -> SessionRecord:
    """Return the session with the id `name`, begun at an ISO 8601 moment.

    Each hold of the plan counts as held to its end, as nobody timed it: what the screening leaves
    out is no hold of it.
    """
    turns = [each for each in plan.course.turns if each.is_hold]
    left_out = plan.screening.left_out
    return SessionRecord(
        name,
        plan.course.routine.name,
        started,
        Status.REPORTED,
        plan.course.total_seconds,
        tuple(map(_hold, turns)),
        pain_before,
        pain_after,
        conditions=tuple(each.name for each in plan.screening.limits.conditions),
        left_out=tuple(LeftOutRecord(each.code, each.side, each.reason) for each in left_out),
        choices={each.name: each.value for each in plan.choices},
        reached=len(turns),
        planned_holds=len(turns),
    )


def _hold(turn: Turn) -> HoldRecord:
    seconds = float(turn.seconds)
    return HoldRecord(turn.points, turn.zones, turn.side, seconds, seconds, turn.all_codes)
