"""Two records of one session, of which one may have gone on where the other was interrupted."""

from presspoint.session.record.endings import Status
from presspoint.session.record.records import SessionRecord

CHANGED_BY_GOING_ON = (
    *("status", "ended_by", "pain_after", "reached", "planned_holds", "reactions", "holds"),
)


def continues(later: SessionRecord, earlier: SessionRecord) -> bool:
    """Whether a record is of the same session, which went on after it was interrupted.

    Nothing that was pressed, and nothing that hurt, is lost with the earlier one.
    """
    held, hurt = len(earlier.holds), earlier.reactions or ()
    changed = {name: getattr(later, name) for name in CHANGED_BY_GOING_ON}
    goes_further = later.status is not Status.INTERRUPTED or len(later.holds) > held
    return (
        earlier.status is Status.INTERRUPTED
        and goes_further
        and earlier._replace(**changed) == later
        and later.holds[:held] == earlier.holds
        and (later.reactions or ())[: len(hurt)] == hurt
    )
