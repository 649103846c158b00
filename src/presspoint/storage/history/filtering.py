"""The filters of a list as a condition of SQL, so that a long history is never read whole."""

import json
import sqlite3

from presspoint.session.record.filters import Filters
from presspoint.storage.entries.undone import undone_ids

# A condition on the table `session`; its values are those that `filter_values` returns.
MATCHES = (
    "coalesce(id, '') NOT IN (SELECT value FROM json_each(:undone))"
    " AND (:since = '' OR started >= :since)"
    " AND (:routine = '' OR routine = :routine COLLATE NOCASE)"
    # A whole id is never only the beginning of another one.
    " AND (:prefix = '' OR id = :prefix"
    " OR substr(id, 1, length(:prefix)) = :prefix COLLATE NOCASE"
    " AND NOT EXISTS (SELECT 1 FROM session AS other WHERE other.id = :prefix))"
    # What has the letters nowhere is most, and to join the columns takes longest.
    " AND (:code = '' OR EXISTS (SELECT 1 FROM hold WHERE hold.session = session.id"
    " AND (instr(spots, :code) OR instr(points, :code) OR instr(zones, :code))"
    " AND instr(' ' || points || ' ' || zones || ' ' || spots || ' ', ' ' || :code || ' ')))"
)


def filter_values(connection: sqlite3.Connection, filters: Filters) -> dict[str, object]:
    """Return the values of MATCHES for filters. Raises sqlite3.Error."""
    undone = [] if filters.with_undone else sorted(undone_ids(connection))
    return {
        "undone": json.dumps(undone),
        "since": filters.first_moment,
        "routine": filters.routine,
        "code": filters.code,
        "prefix": filters.prefix,
    }
