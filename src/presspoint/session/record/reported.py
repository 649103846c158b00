"""A session that was done without the timer, as the plan of its routine has it."""

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
        tuple(
            HoldRecord(
                each.points,
                each.zones,
                each.side,
                float(each.seconds),
                float(each.seconds),
                each.all_codes,
            )
            for each in turns
        ),
        pain_before,
        pain_after,
        conditions=tuple(each.name for each in plan.screening.limits.conditions),
        left_out=tuple(LeftOutRecord(each.code, each.side, each.reason) for each in left_out),
        choices={each.name: each.value for each in plan.choices},
        reached=len(turns),
        planned_holds=len(turns),
    )
