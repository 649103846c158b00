"""Own files that could be read: their entries, and which file has which."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from presspoint.catalogue.tables import Kind
from presspoint.faults import Fault
from presspoint.named_tuple import NamedTuple
from presspoint.own_content.headings import ids_under_wrong_headings
from presspoint.storage.own.shape import shape_faults

KINDS: tuple[Kind, ...] = ("sources", "cautions", "points", "zones", "routines", "courses")
MOST_FAULTS = 1000  # of one file: nobody reads more, and each costs time
Tables = dict[str, dict[str, Any]]
Owners = Mapping[tuple[str, str], list[Path]]


class ParsedFile(NamedTuple):
    """A file that could be read: its text, its entries (empty if misshapen), faults of shape.

    The entries have ids for the words that were `typed`. Where a whole table `is_misshapen`, its
    ids are not known.
    """

    text: str
    typed: Tables
    tables: Tables
    faults: tuple[Fault, ...]
    is_misshapen: bool


def parse_tables(text: str, content: Mapping[str, Any]) -> ParsedFile:
    """Return a file's entries, those that are misshapen empty, with the faults of their shape."""
    faults = tuple(islice(shape_faults(content), MOST_FAULTS + 1))
    is_cut = len(faults) > MOST_FAULTS
    misshapen = {fault.path[:2] for fault in faults}
    tables: Tables = {}
    for kind in KINDS:
        if isinstance(table := content.get(kind), dict):
            is_lost = is_cut or (kind,) in misshapen
            tables[kind] = {
                name: {} if is_lost or (kind, name) in misshapen else table[name] for name in table
            }
    for meant, name in ids_under_wrong_headings(content):
        tables.setdefault(meant, {}).setdefault(name, {})
    return ParsedFile(text, tables, tables, faults, any((kind,) in misshapen for kind in KINDS))


def all_tables(files: Mapping[Path, ParsedFile]) -> Tables:
    """Return the entries of all files together."""
    own: Tables = {kind: {} for kind in KINDS}
    for file in files.values():
        for kind, table in file.tables.items():
            own[kind] |= table
    return own


def owners_of(files: Mapping[Path, ParsedFile]) -> Owners:
    """Return the files that have an entry, for each by its kind and id."""
    owners: dict[tuple[str, str], list[Path]] = defaultdict(list)
    for path, file in files.items():
        for kind, table in file.tables.items():
            for name in table:
                owners[kind, name].append(path)
    return owners
