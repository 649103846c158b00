"""The shipped catalogue with a person's own files: those in order are added, faults reported."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from presspoint.catalogue.tables import PLACE_KINDS, Catalogue, Kind
from presspoint.errors import PresspointError
from presspoint.faults import Fault, FileFault, show_value
from presspoint.faults import Path as FaultPath
from presspoint.own_content.everyday_words import with_ids
from presspoint.own_content.headings import ids_under_wrong_headings
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
    """A file that could be read: its text, its entries (empty if misshapen), faults of shape.

    The entries have ids for the words that were `typed`. Where a whole table `is_misshapen`, its
    ids are not known.
    """

    text: str
    typed: Tables
    tables: Tables
    faults: tuple[Fault, ...]
    is_misshapen: bool


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
        places += sum(len(files[path].typed.get(kind, ())) for kind in PLACE_KINDS)
        if places > MOST_PLACES:
            raise PresspointError(
                f"{path.parent}: too many places in these files. At most {MOST_PLACES} can be read."
            )
    places_of_files = (file.typed.get(kind, ()) for file in files.values() for kind in PLACE_KINDS)
    own_places = frozenset(chain.from_iterable(places_of_files))
    for path, file in files.items():
        files[path] = file._replace(tables=with_ids(shipped, file.typed, own_places))
    to_check = set(files)
    lost: dict[Path, ParsedFile] = {}
    while new := list(_faults(shipped, files, to_check)):
        faults += _one_a_file(new, lost) if lost else new
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
            is_lost = is_cut or (kind,) in misshapen
            tables[kind] = {
                name: {} if is_lost or (kind, name) in misshapen else table[name] for name in table
            }
    for meant, name in ids_under_wrong_headings(content):
        tables.setdefault(meant, {}).setdefault(name, {})
    return ParsedFile(text, tables, tables, faults, any((kind,) in misshapen for kind in KINDS))


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


def _one_a_file(faults: list[FileFault], lost: Mapping[Path, ParsedFile]) -> list[FileFault]:
    """Of files that were in order before others were lost, one fault each: what they need."""
    first = {each.file: each for each in reversed(faults)}
    for each in first.values():
        name = each.fault.found.strip('"')
        file = next((path.name for path, file in lost.items() if name in file.text), "")
        found = f"{each.fault.found}, which is in {file}"
        fault = Fault(each.fault.path, found, f"in a file that is OK: correct {file} first")
        first[each.file] = each._replace(fault=fault) if file else each
    return list(first.values())


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
        located = [
            FileFault(str(path), _as_typed(fault, file), line_of(lines, fault.path))
            for fault in faults
        ]
        yield from sorted(located, key=lambda each: each.line or 0)


def _as_typed(fault: Fault, file: ParsedFile) -> Fault:
    """The fault of an id, with the word that was typed for it."""
    value, word = (_value_at(tables, fault.path) for tables in (file.tables, file.typed))
    if isinstance(word, str) and word != value and fault.found == show_value(value):
        return fault._replace(found=f"{show_value(word)} ({value})")
    return fault


def _value_at(tables: Any, path: FaultPath) -> object:  # noqa: ANN401  # tables, lists and values
    for each in path:
        try:
            tables = tables[each]
        except (KeyError, IndexError, TypeError):
            return None
    return tables


def _duplicate_ids(file: ParsedFile, path: Path, owners: Owners) -> Iterator[Fault]:
    """A fault for each other file that has ids of this one."""
    same: dict[Path, list[tuple[str, str]]] = defaultdict(list)
    for kind, name in ((kind, name) for kind, table in file.tables.items() for name in table):
        for other in owners[kind, name]:
            if other != path:
                same[other].append((kind, name))
    for other, ids in same.items():
        more = f", and {len(ids) - 1} more" if len(ids) > 1 else ""
        wanted = "an id that is used once: take one of the two out, or rename it"
        yield Fault(ids[0], f"an id that {other.name} has too{more}", wanted)


def _meaning_faults(shipped: Catalogue, own: Tables, file: ParsedFile) -> Iterator[Fault]:
    """What refers to nothing or goes beyond what it may, in the entries of the right shape."""
    for kind in () if file.is_misshapen else KINDS:
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
