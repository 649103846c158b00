"""The shipped catalogue with a person's own files: those in order are added, faults reported."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from presspoint.catalogue.tables import PLACE_KINDS, Catalogue, Kind
from presspoint.errors import PresspointError
from presspoint.faults import Fault, FileFault
from presspoint.own_content.merge import merge
from presspoint.own_content.places import caution_faults, place_faults
from presspoint.own_content.routines import routine_faults
from presspoint.storage.own.lines import line_of, lines_of
from presspoint.storage.own.shape import shape_faults
from presspoint.storage.toml_files import OwnFileError, parse_toml, read_text

KINDS: tuple[Kind, ...] = ("sources", "cautions", "points", "zones", "routines")
MOST_PLACES = 2000
MOST_FAULTS = 1000  # of one file: nobody reads more, and each costs time
Tables = dict[str, dict[str, Any]]
Owners = Mapping[tuple[str, str], list[Path]]


class CheckedFiles(NamedTuple):
    """The catalogue with every file that is in order, and what is wrong with the others.

    `entries` has how many of each kind such a file has.
    """

    catalogue: Catalogue
    faults: tuple[FileFault, ...] = ()
    entries: Mapping[str, Mapping[Kind, int]] = MappingProxyType({})

    @property
    def faulty_files(self) -> tuple[str, ...]:
        """The files that are left out, once each."""
        return tuple(dict.fromkeys(each.file for each in self.faults))


class ParsedFile(NamedTuple):
    """A file that could be read: its text, its entries (empty if misshapen), faults of shape."""

    text: str
    tables: Tables
    faults: tuple[Fault, ...]


def check_files(shipped: Catalogue, paths: Iterable[Path]) -> CheckedFiles:
    """Return the catalogue with the files that are in order, and every fault of the others.

    A file that refers to a refused one is refused too, so what may refer to it is checked again.
    Raises PresspointError for more places than are read, before each is looked at.
    """
    files: dict[Path, ParsedFile] = {}
    faults: list[FileFault] = []
    places = 0
    for path in paths:
        try:
            text = read_text(path)
            files[path] = _parse_tables(text, parse_toml(path, text))
        except OwnFileError as problem:
            faults.append(FileFault(str(path), problem.fault, problem.line))
            continue
        places += sum(len(files[path].tables.get(kind, ())) for kind in PLACE_KINDS)
        if places > MOST_PLACES:
            raise PresspointError(
                f"{path.parent}: too many places in these files. At most {MOST_PLACES} can be read."
            )
    to_check = set(files)
    while new := list(_faults(shipped, files, to_check)):
        faults += new
        refused = {each.file for each in new}
        lost = {path: file for path, file in files.items() if str(path) in refused}
        files = {path: file for path, file in files.items() if path not in lost}
        to_check = set(_files_that_mention(_owners(lost), files))
    if not files:
        return CheckedFiles(shipped, tuple(faults))
    names = {entry: owners[0].name for entry, owners in _owners(files).items()}
    tables = merge(shipped, _all_tables(files), names)
    entries = {
        str(path): {kind: len(file.tables.get(kind, ())) for kind in reversed(KINDS)}
        for path, file in files.items()
    }
    return CheckedFiles(Catalogue(tables, shipped.origin), tuple(faults), entries)


def _parse_tables(text: str, content: Mapping[str, Any]) -> ParsedFile:
    faults = tuple(islice(shape_faults(content), MOST_FAULTS + 1))
    is_cut = len(faults) > MOST_FAULTS
    misshapen = {fault.path[:2] for fault in faults}
    tables: Tables = {}
    for kind in KINDS:
        if isinstance(table := content.get(kind), dict):
            tables[kind] = {
                name: {} if is_cut or (kind, name) in misshapen else table[name] for name in table
            }
    return ParsedFile(text, tables, faults)


def _all_tables(files: Mapping[Path, ParsedFile]) -> Tables:
    own: Tables = {kind: {} for kind in KINDS}
    for file in files.values():
        for kind, table in file.tables.items():
            own[kind] |= table
    return own


def _owners(files: Mapping[Path, ParsedFile]) -> Owners:
    owners: dict[tuple[str, str], list[Path]] = defaultdict(list)
    for path, file in files.items():
        for kind, table in file.tables.items():
            for name in table:
                owners[kind, name].append(path)
    return owners


def _files_that_mention(entries: Owners, files: Mapping[Path, ParsedFile]) -> Iterator[Path]:
    """The files in whose text the id of an entry stands, whatever it means there."""
    ids = {name for _, name in entries}
    return (path for path, file in files.items() if any(name in file.text for name in ids))


def _faults(
    shipped: Catalogue, files: Mapping[Path, ParsedFile], to_check: Collection[Path]
) -> Iterator[FileFault]:
    """The faults of the files to check among all, in the order of their lines.

    Once there are as many as one file may have, the lines of further ones are not looked for.
    """
    count = 0
    own, owners = _all_tables(files), _owners(files)
    for path, file in ((path, files[path]) for path in files if path in to_check):
        every = chain(
            file.faults, _duplicate_ids(file, path, owners), _meaning_faults(shipped, own, file)
        )
        faults = list(islice(every, MOST_FAULTS))
        if next(every, None):
            correct = "fewer: correct the first ones, and check again"
            faults.append(Fault((), f"more than {MOST_FAULTS} faults", correct))
        lines = lines_of(file.text) if faults and count < MOST_FAULTS else {}
        count += len(faults)
        lines.setdefault(("schema",), 1)  # where it is missing
        located = [FileFault(str(path), fault, line_of(lines, fault.path)) for fault in faults]
        yield from sorted(located, key=lambda each: each.line or 0)


def _duplicate_ids(file: ParsedFile, path: Path, owners: Owners) -> Iterator[Fault]:
    for kind, name in ((kind, name) for kind, table in file.tables.items() for name in table):
        for other in owners[kind, name]:
            if other != path:
                yield Fault(
                    (kind, name), f"an id that {other.name} has too", "an id that is used once"
                )


def _meaning_faults(shipped: Catalogue, own: Tables, file: ParsedFile) -> Iterator[Fault]:
    """What refers to nothing or goes beyond what it may, in the entries of the right shape."""
    for kind in KINDS:
        for name, entry in file.tables.get(kind, {}).items():
            if not entry:
                continue
            if kind in PLACE_KINDS:
                yield from place_faults(shipped, own, kind, name, entry)
            elif kind == "cautions":
                yield from caution_faults(shipped, own, name, entry)
            elif kind == "routines":
                yield from routine_faults(shipped, own, name, entry)
            elif name in shipped.ids("sources"):
                yield Fault(("sources", name), "an id of presspoint's", "an id of your own")
