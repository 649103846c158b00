"""The verdicts on what a person saved, read and held against the rules."""

from collections.abc import Callable

from presspoint.catalogue.tables import Catalogue
from presspoint.errors import StorageError
from presspoint.outcome.summary import Summary
from presspoint.outcome.verdicts.judge import JUDGED, verdicts
from presspoint.outcome.verdicts.verdict import Verdict
from presspoint.storage.entries.scores import read_scores, read_totals
from presspoint.storage.history.reading import Damage
from presspoint.storage.history.summaries import read_summaries
from presspoint.storage.settings_file import current_day, hour_of_new_day
from presspoint.terminal.output import report


def read_verdicts(catalogue: Catalogue, say: Callable[[str], None] = report) -> tuple[Verdict, ...]:
    """Return every verdict on the sessions that are judged, and on all scores and totals.

    What cannot be read is said, and left out.
    """
    sessions = _readable_sessions(say)
    try:
        return verdicts(catalogue, sessions, read_scores(), read_totals())
    except StorageError as problem:
        say(str(problem))
        return verdicts(catalogue, sessions, (), ())


def _readable_sessions(say: Callable[[str], None]) -> list[Summary]:
    damage = Damage()
    sessions: list[Summary] = []
    try:
        since = current_day() - JUDGED
        sessions.extend(read_summaries(hour_of_new_day(), since, damage, with_undone=True))
        damage.check()
    except StorageError as problem:
        say(str(problem))
    return sessions
