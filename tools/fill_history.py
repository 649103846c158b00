"""Fills a home with sessions, as somebody leaves them who does a routine once or twice a day.

    PRESSPOINT_HOME=$(mktemp -d) python tools/fill_history.py 100000 [--worse] [--last 2026-11-29]

The same number makes the same sessions, but for the last day. Most come to their end; some are
stopped, in some something hurts, and the pain slowly lessens, or with --worse grows.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from presspoint.session.record.endings import EndedBy, Status
from presspoint.session.record.records import HoldRecord, Reaction, SessionRecord
from presspoint.storage.history.rows import hold_cells, session_cells
from presspoint.storage.history.writing import INSERT_SESSION, SAVE_HOLD, open_history

# The places of a hold, its side and its seconds, by routine.
HOLDS: dict[str, tuple[tuple[tuple[str, ...], str, float], ...]] = {
    "lower-back": (
        (("LI4",), "left", 45.0),
        (("LI4",), "right", 45.0),
        (("BL23", "BL52"), "both", 60.0),
        (("BL40",), "left", 30.0),
        (("BL40",), "right", 30.0),
    ),
    "gentle-neck": (
        (("GB20",), "both", 60.0),
        (("GB21",), "left", 20.0),
        (("GB21",), "right", 20.0),
    ),
    "desk": ((("LI4",), "left", 60.0), (("LI4",), "right", 60.0)),
}
ANSWERS = ("sore", "sore", "sharp", "spreading", "numb")
HOURS = (21, 7, 13)  # when the first, second and third session of a day begin


def sessions(number: int, last: date, *, worse: bool) -> Iterator[SessionRecord]:
    """Yield so many sessions, the oldest first; the last ones are of the day `last`."""
    chance = Random(number)  # noqa: S311  # nothing secret
    days = number * 3 // 4 or 1
    for each in range(number):
        way = (each + 1) / number
        day = last - timedelta(days=days - 1 - each * days // number)
        start = datetime.combine(day, time(HOURS[each % 3], chance.randrange(60)), UTC)
        yield _session(chance, each, start, 1 + way if worse else 2 - way)


def _session(chance: Random, number: int, start: datetime, pain: float) -> SessionRecord:
    """One session; `pain` is 1 to 2, from little to much."""
    routine = chance.choices(tuple(HOLDS), (6, 2, 2))[0]
    planned = HOLDS[routine]
    ended_by = chance.choices((EndedBy.END, EndedBy.Q, EndedBy.SIGNAL), (18, 1, 1))[0]
    reached = len(planned) if ended_by is EndedBy.END else chance.randrange(len(planned) + 1)
    before = min(10, round(4 * pain + chance.random() - 0.5))
    return SessionRecord(
        f"{number:06x}{chance.getrandbits(104):026x}",
        routine,
        start.isoformat(timespec="seconds"),
        {EndedBy.END: Status.FINISHED, EndedBy.Q: Status.STOPPED}.get(ended_by, Status.INTERRUPTED),
        600.0,
        tuple(_hold(hold, EndedBy.END) for hold in planned[:reached]),
        before,
        max(0, before - chance.choice((0, 1, 1, 2))) if ended_by is EndedBy.END else None,
        ended_by=ended_by,
        reached=reached,
        planned_holds=len(planned),
        again_today=False,
        reactions=_reactions(chance, planned),
    )


def _hold(hold: tuple[tuple[str, ...], str, float], ended_by: EndedBy) -> HoldRecord:
    codes, side, seconds = hold
    return HoldRecord(codes, (), side, seconds, seconds, codes, ended_by)


def _reactions(
    chance: Random, planned: tuple[tuple[tuple[str, ...], str, float], ...]
) -> tuple[Reaction, ...]:
    """In one session of twenty, one that hurts."""
    if chance.random() > 0.05:
        return ()
    codes, side, _ = chance.choice(planned)
    return (Reaction(1, codes, (), side, chance.choice(ANSWERS)),)


def _hold_rows(records: list[SessionRecord]) -> Iterator[dict[str, Any]]:
    for each in records:
        for ordinal, hold in enumerate(each.holds):
            yield {"session": each.id, "ordinal": ordinal, **hold_cells(hold)}


def main() -> None:
    """Fill the home that PRESSPOINT_HOME names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sessions", type=int)
    parser.add_argument("--last", type=date.fromisoformat, default=datetime.now(UTC).date())
    parser.add_argument("--worse", action="store_true")
    options = parser.parse_args()
    if not os.environ.get("PRESSPOINT_HOME"):
        sys.exit("Set PRESSPOINT_HOME to a folder of its own: nothing is put among your sessions.")
    records = list(sessions(options.sessions, options.last, worse=options.worse))
    with closing(open_history()) as history, history.connection as connection:
        connection.executemany(INSERT_SESSION, map(session_cells, records))
        connection.executemany(SAVE_HOLD, _hold_rows(records))


if __name__ == "__main__":
    main()
