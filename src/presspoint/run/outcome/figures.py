"""The verdicts on all that a person saved, read and held against the rules."""

from presspoint.catalogue.tables import Catalogue
from presspoint.errors import StorageError
from presspoint.outcome.summary import Summary
from presspoint.outcome.verdicts.judge import verdicts
from presspoint.outcome.verdicts.verdict import Verdict
from presspoint.storage.entries.scores import read_scores, read_totals
from presspoint.storage.history.reading import Damage
from presspoint.storage.history.summaries import read_summaries
from presspoint.storage.settings_file import hour_of_new_day
from presspoint.terminal.output import report


def read_verdicts(catalogue: Catalogue) -> tuple[Verdict, ...]:
    """Return every verdict on what can be read of the history; what cannot is reported."""
    sessions = _readable_sessions()
    try:
        return verdicts(catalogue, sessions, read_scores(), read_totals())
    except StorageError as problem:
        report(str(problem))
        return verdicts(catalogue, sessions, (), ())


def _readable_sessions() -> list[Summary]:
    damage = Damage()
    sessions: list[Summary] = []
    try:
        sessions.extend(read_summaries(hour_of_new_day(), damage=damage))
        damage.check()
    except StorageError as problem:
        report(str(problem))
    return sessions
