"""Values of a parsed file, each checked where it is read: tables, keys, dates."""

from collections.abc import Iterator, Mapping
from datetime import date

from presspoint.errors import PresspointError
from presspoint.faults import Fault, show_value
from presspoint.words import join_words, printable

Table = Mapping[str, object]
Path = tuple[str, ...]


class MisfitError(PresspointError):
    """A value that its file may not have, as a sentence that says where it is and what may be."""

    def __init__(self, path: Path, found: str, wanted: str) -> None:
        """Take the path of keys, what is there, and what may be there."""
        place = tuple(printable(each, limit=60) for each in path)
        super().__init__(f"{Fault(place, found, wanted)}.")


def read_table(value: object, path: Path, keys: tuple[str, ...] = ()) -> Table:
    """Return a table with entries, of these keys only, if any. Raises MisfitError for another."""
    if not isinstance(value, dict):
        raise MisfitError(path, show_value(value), "a table")
    if path and not value:
        raise MisfitError(path, "nothing in it", "at least one entry")
    for name in value:
        if keys and name not in keys:
            raise MisfitError((*path, name), "an unknown key", join_words(keys, "or"))
    return value


def read_entries(table: Table, name: str) -> Iterator[tuple[str, object]]:
    """Yield the entries of a table's table, none where it is missing. Raises MisfitError."""
    if name in table:
        yield from read_table(table[name], (name,)).items()


def read_date(table: Table, path: Path, name: str) -> date:
    """Return the date under a key, which has no time of day. Raises MisfitError."""
    value = table.get(name)
    if type(value) is not date:  # a datetime is an instance of date too
        raise MisfitError((*path, name), show_value(value), "a date such as 2026-11-21")
    return value
