"""The sessions of a history as far as they add up."""

from collections.abc import Iterator
from datetime import date

from presspoint.clock import lived_day
from presspoint.outcome.summary import Summary, summary_of
from presspoint.session.record.filters import Filters
from presspoint.storage.history.reading import Damage, read_sessions


def read_summaries(
    day_starts: int,
    since: date | None = None,
    damage: Damage | None = None,
    *,
    routine: str = "",
    code: str = "",
) -> Iterator[Summary]:
    """Yield the sessions of the day `since` or later, or all, the oldest first; none undone.

    Only those of a `routine`, in any case, and with a hold on the place of a `code`, if given.
    A day begins at `day_starts` o'clock. What cannot be read is noted in `damage`, and a session
    that started nobody knows when is left out. Raises StorageError where nothing can be read.
    """
    filters = Filters(since, day_starts, routine, code)
    for record in read_sessions(damage, filters=filters):
        day = lived_day(record.started, day_starts)
        if day and (since is None or day >= since):
            yield summary_of(record, day)
