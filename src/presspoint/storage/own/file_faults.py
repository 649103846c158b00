"""The faults of own files, each with its line and the word that was typed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path
from typing import Any

from presspoint.catalogue.tables import PLACE_KINDS, Catalogue
from presspoint.faults import Fault, FileFault, show_value
from presspoint.faults import Path as FaultPath
from presspoint.own_content.courses import course_faults
from presspoint.own_content.places import caution_faults, place_faults
from presspoint.own_content.references import LISTED
from presspoint.own_content.routines import routine_faults
from presspoint.storage.own.lines import line_of, lines_of
from presspoint.storage.own.parsed import (
    MOST_FAULTS,
    Owners,
    ParsedFile,
    Tables,
    all_tables,
    owners_of,
)


def file_faults(
    shipped: Catalogue, files: Mapping[Path, ParsedFile], to_check: Collection[Path]
) -> Iterator[FileFault]:
    """Yield the faults of the files to check among all, in the order of their lines.

    Once there are as many as one file may have, the lines of further ones are not looked for.
    """
    count = 0
    own, owners = all_tables(files), owners_of(files)
    of_places = {path: list(_place_faults(shipped, own, files[path])) for path in to_check}
    sound = _without(own, chain.from_iterable(of_places.values()))
    for path, file in ((path, files[path]) for path in files if path in to_check):
        every = chain(
            file.faults,
            _duplicate_ids(file, path, owners),
            of_places[path],
            _other_faults(shipped, sound, file),
        )
        faults = _first_faults(every)
        lines = lines_of(file.text) if faults and count < MOST_FAULTS else {}
        count += len(faults)
        lines.setdefault(("schema",), 1)  # where it is missing
        located = [
            FileFault(str(path), _as_typed(fault, file), line_of(lines, fault.path))
            for fault in faults
        ]
        yield from sorted(located, key=lambda each: each.line or 0)


def _first_faults(every: Iterator[Fault]) -> list[Fault]:
    """As many faults as one file may have, and that there are more, if so."""
    faults = list(islice(every, MOST_FAULTS))
    if next(every, None):
        correct = "fewer: correct the first ones, and check again"
        faults.append(Fault((), f"more than {MOST_FAULTS} faults", correct))
    return faults


def without_cascades(faults: list[FileFault], unread: Mapping[Path, str]) -> list[FileFault]:
    """Return the faults, those of ids that stand in a file that cannot be read once a file."""
    needs = [
        each
        for each in faults
        if each.fault.wanted in LISTED.values() and _file_with(unread, each.fault)
    ]
    return [*(each for each in faults if each not in needs), *one_fault_a_file(needs, unread)]


def one_fault_a_file(faults: list[FileFault], lost: Mapping[Path, str]) -> list[FileFault]:
    """Return the first fault of each file, which says in which of the lost files its need is."""
    first = {each.file: each for each in reversed(faults)}
    for each in first.values():
        if file := _file_with(lost, each.fault):
            found = f"{each.fault.found}, which is in {file}"
            fault = Fault(each.fault.path, found, f"in a file that is OK: correct {file} first")
            first[each.file] = each._replace(fault=fault)
    return list(first.values())


def _file_with(texts: Mapping[Path, str], fault: Fault) -> str:
    """The name of the file in whose text the id of a fault stands; empty for none."""
    name = fault.found.strip('"')
    return next((path.name for path, text in texts.items() if name and name in text), "")


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


def _place_faults(shipped: Catalogue, own: Tables, file: ParsedFile) -> Iterator[Fault]:
    """What places of the right shape refer to in vain, or are beyond what they may be."""
    every = (
        fault
        for kind in (() if file.is_misshapen else PLACE_KINDS)
        for name, entry in file.tables.get(kind, {}).items()
        if entry
        for fault in place_faults(shipped, own, kind, name, entry)
    )
    yield from islice(every, MOST_FAULTS + 1)


def _without(own: Tables, faults: Iterable[Fault]) -> Tables:
    """The entries, those with faults empty: what is wrong with their use follows from that."""
    sound = {kind: dict(table) for kind, table in own.items()}
    for kind, name in {each.path[:2] for each in faults}:
        sound[str(kind)][str(name)] = {}
    return sound


def _other_faults(shipped: Catalogue, own: Tables, file: ParsedFile) -> Iterator[Fault]:
    """What the other entries of the right shape refer to in vain, or ask for beyond what may be."""
    if file.is_misshapen:
        return
    for name in file.tables.get("sources", {}):
        if name in shipped.ids("sources"):
            yield Fault(("sources", name), "an id of presspoint's", "an id of your own")
    checks = (
        ("cautions", caution_faults),
        ("routines", routine_faults),
        ("courses", course_faults),
    )
    for kind, faults in checks:
        for name, entry in file.tables.get(kind, {}).items():
            if entry:
                yield from faults(shipped, own, name, entry)
