"""A session that was interrupted: found, offered, gone on with."""

from __future__ import annotations

from presspoint import clock
from presspoint.catalogue import Catalogue
from presspoint.cli.request import Request, resuming
from presspoint.codes import key
from presspoint.errors import PresspointError
from presspoint.history import SessionRecord
from presspoint.storage.today import unfinished
from presspoint.terminal.output import typed
from presspoint.text import counted


def interrupted(name: str | None) -> SessionRecord:
    """Return the session to go on with. Raises PresspointError where there is none of that name."""
    record = unfinished(clock.wall())
    if record is None or (name and key(name) != key(record.routine)):
        raise PresspointError(
            "No session of the last day was interrupted. presspoint routine lists the routines."
        )
    return record


def offered(catalogue: Catalogue) -> SessionRecord | None:
    """Return the session that may be gone on with, if its routine is still there."""
    record = unfinished(clock.wall())
    known = record is not None and record.routine in catalogue.table("routines")
    return record if known else None


def taken_up(catalogue: Catalogue, asked: Request, record: SessionRecord) -> Request:
    """Return the request for the interrupted session if it is wanted, else the one before."""
    answer = typed(
        f"Your session of {record.started[11:16]}, {record.routine}, was interrupted after "
        f"{counted(len(record.holds), 'hold')}.",
        "r and Enter: go on with it. Enter: begin anew.",
    )
    wanted = (answer or "").lower() in {"r", "resume"}
    return resuming(catalogue, asked, record) if wanted else asked
