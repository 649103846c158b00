"""TODO docstring."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from presspoint.planning.plan import Plan


def select_routines(
    plans: list[Plan],
    *,
    complaint: str | None = None,
    seconds: float | None = None,
    positions: frozenset[str] | None = None,
) -> list[Plan]:
    """Return the plans whose routine fits: used for this, no longer, in no other position."""
    return [
        plan
        for plan in plans
        if (complaint is None or complaint in plan.course.routine.helps)
        and (seconds is None or plan.course.total_seconds <= seconds)
        and (positions is None or positions.issuperset(plan.course.positions))
    ]
