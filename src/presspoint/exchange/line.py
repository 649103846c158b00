"""One line of an export, made of a record and read strictly: it is whole, or it is refused."""

import json
from collections.abc import Mapping
from typing import Any

from presspoint.exchange.entry import KINDS, EntryLine, entry_table, read_entry
from presspoint.exchange.session import KIND as SESSION
from presspoint.exchange.session import read_session, session_table
from presspoint.exchange.shapes import RecordError, excerpt
from presspoint.named_tuple import NamedTuple
from presspoint.session.record.records import SessionRecord

MOST_LINE_BYTES = 2**20
GROWTH = 12  # times at most, as one character may take twelve in ASCII
PROFILE, OWN_FILE = "profile", "own-file"
NO_RECORD = 'This is not a record of presspoint. One looks like {"kind": "session", "id": ...}.'


class OwnText(NamedTuple):
    """A profile or an own file, which is exported when asked for and never brought in."""

    kind: str
    id: str
    toml: str


Record = SessionRecord | EntryLine | OwnText


def line_of(record: Record) -> str:
    """Return a record as a line of JSON: keys sorted, ASCII only, with its end."""
    if isinstance(record, SessionRecord):
        table = session_table(record)
    else:
        table = entry_table(record) if isinstance(record, EntryLine) else record._asdict()
    return f"{json.dumps(table, sort_keys=True)}\n".replace("\x7f", "\\u007f")


def read_line(line: str) -> Record:
    """Return the record of a line. Raises RecordError."""
    record = _read_table(_parse(line))
    may_grow = len(line) > MOST_LINE_BYTES // GROWTH
    if may_grow and not isinstance(record, OwnText) and len(line_of(record)) > MOST_LINE_BYTES:
        raise RecordError("This record is too large.")
    return record


def is_readable(record: Record) -> bool:
    """Whether the line of a record can be read back."""
    try:
        read_line(line_of(record))
    except RecordError:
        return False
    return True


def _read_table(table: object) -> Record:
    kind = table.get("kind") if isinstance(table, dict) else None
    if not isinstance(table, dict) or not isinstance(kind, str):
        raise RecordError(NO_RECORD)
    if kind == SESSION:
        return read_session(table)
    if kind in KINDS:
        return read_entry(table)
    if kind in {PROFILE, OWN_FILE}:
        return OwnText(kind, str(table.get("id")), str(table.get("toml")))
    raise RecordError(
        f'"kind" is {excerpt(kind)}, which this presspoint does not know. A newer one may.'
    )


def _parse(line: str) -> Any:  # noqa: ANN401  # JSON values
    try:
        return json.loads(line, object_pairs_hook=_table, parse_constant=_refuse_constant)
    except RecordError:
        raise
    except json.JSONDecodeError as problem:
        where = f" It goes wrong at character {problem.pos + 1}." if problem.pos else ""
        raise RecordError(f"{NO_RECORD}{where}") from None
    except ValueError:
        raise RecordError("A number in this record has too many digits.") from None
    except (RecursionError, MemoryError):
        raise RecordError("This record has lists in lists too deep to read.") from None


def _table(pairs: list[tuple[str, Any]]) -> Mapping[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise RecordError(f"{excerpt(twice)} stands twice in this record.")
    return table


def _refuse_constant(word: str) -> None:
    raise RecordError(f"{word} is not a number. Type null for what nobody knows.")
