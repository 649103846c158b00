"""Sessions as they add up, made from the few things that a test is about."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from hypothesis import strategies as st

from presspoint.catalogue.outcome.yardsticks import Yardstick
from presspoint.outcome.stats import Stats, add_up
from presspoint.outcome.summary import Summary, summary_of
from presspoint.session.record.endings import Status
from presspoint.session.record.records import HoldRecord, Reaction, SessionRecord

SUNDAY = date(2026, 11, 29)
PAIN = Yardstick("Pain before a session", 10, (), points=2, percent=30)
REACTION = Reaction(1, ("BL23",), (), "both", "sharp")


def record_of(  # noqa: PLR0913  # what a session is, for tests
    day: date,
    before: int | None = None,
    after: int | None = None,
    *,
    hurt: bool = False,
    status: Status = Status.FINISHED,
    routine: str = "lower-back",
    code: str = "BL23",
    seconds: float = 60.0,
) -> SessionRecord:
    """Return a session of one hold, which presses nothing where it takes no seconds."""
    hold = HoldRecord((code,), (), "both", 60.0, seconds, (code,))
    started = datetime.combine(day, time(21), UTC).isoformat()
    return SessionRecord(
        id=f"{day}",
        routine=routine,
        started=started,
        status=status,
        planned_seconds=600.0,
        holds=(hold,),
        pain_before=before,
        pain_after=after,
        reactions=(REACTION._replace(points=(code,)),) if hurt else (),
    )


def totals(*records: SessionRecord, since: date | None = None, today: date = SUNDAY) -> Stats:
    """Return what sessions add up to, each of the day of its start."""
    summaries = (summary_of(each, date.fromisoformat(each.started[:10])) for each in records)
    return add_up(summaries, since, today, PAIN)


def summaries(*records: SessionRecord) -> list[Summary]:
    """Return sessions as summaries, each of the day of its start."""
    return [summary_of(each, date.fromisoformat(each.started[:10])) for each in records]


pains = st.none() | st.integers(0, 10)
records = st.builds(
    record_of,
    st.dates(date(2026, 9, 1), SUNDAY),
    pains,
    pains,
    hurt=st.booleans(),
    status=st.sampled_from(Status),
    routine=st.sampled_from(("lower-back", "neck")),
    code=st.sampled_from(("BL23", "LI4")),
    seconds=st.sampled_from((0.0, 0.5, 60.0)),
)
