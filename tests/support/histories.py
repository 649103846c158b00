"""Sessions written straight into a history, as one that was played leaves them."""

from __future__ import annotations

from contextlib import closing

from presspoint.session.record.endings import EndedBy, Status
from presspoint.session.record.records import HoldRecord, SessionRecord
from presspoint.storage.history.writing import open_history

PATIENT_SECONDS = 5.0


def save_session(
    record: SessionRecord,
    *holds: HoldRecord,
    ended: Status | None = None,
    ended_by: EndedBy | None = None,
) -> None:
    """Save a session that begins, then each hold, then how it ended; None where it crashed."""
    with closing(open_history(PATIENT_SECONDS)) as history:
        history.save(record)
        for number in range(1, len(holds) + 1):
            history.save(record._replace(holds=holds[:number]))
        if ended:
            history.save(record._replace(holds=holds, status=ended, ended_by=ended_by))
