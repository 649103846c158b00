"""The shipped catalogue with a person's own files: those in order are added, faults reported."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from presspoint.catalogue.tables import PLACE_KINDS, Catalogue
from presspoint.errors import PresspointError
from presspoint.faults import FileFault
from presspoint.named_tuple import NamedTuple
from presspoint.own_content.merge import merge
from presspoint.own_content.words.everyday import with_ids, words_read
from presspoint.own_content.words.reader import Reader
from presspoint.storage.catalogue_file import load_names
from presspoint.storage.own.file_faults import (
    file_faults,
    one_fault_a_file,
    without_cascades,
)
from presspoint.storage.own.parsed import (
    Owners,
    ParsedFile,
    Tables,
    all_tables,
    owners_of,
    parse_tables,
)
from presspoint.storage.toml_files import OwnFileError, parse_toml, read_text

MOST_PLACES = 2000
NO_TEXTS: Mapping[Path, str] = MappingProxyType({})


class FileContent(NamedTuple):
    """What a file that is in order holds: its entries, and these as they were typed."""

    tables: Tables
    typed: Tables

    @property
    def words(self) -> Mapping[str, str]:
        """The words in it that are read as an id, each with that id."""
        return words_read(self.typed, self.tables)


class CheckedFiles(NamedTuple):
    """The catalogue with every file that is in order, what these hold, the faults of the others."""

    catalogue: Catalogue
    faults: tuple[FileFault, ...] = ()
    contents: Mapping[str, FileContent] = MappingProxyType({})

    @property
    def faulty_files(self) -> tuple[str, ...]:
        """The files that are left out, once each."""
        return tuple(dict.fromkeys(each.file for each in self.faults))


def check_files(
    shipped: Catalogue, paths: Iterable[Path], texts: Mapping[Path, str] = NO_TEXTS
) -> CheckedFiles:
    """Return the catalogue with the files that are in order, and every fault of the others.

    A file that refers to a refused one is refused too, so what may refer to it is checked again.
    Of paths with a text, nothing is read: the file is not there yet, or is to be replaced.
    Raises PresspointError for more places than are read, before each is looked at.
    """
    files, faults, unread = _parse_files(paths, texts)
    places_of_files = (file.typed.get(kind, ()) for file in files.values() for kind in PLACE_KINDS)
    own_places = frozenset(chain.from_iterable(places_of_files))
    reader = Reader(shipped, cache(load_names), own_places, {})
    for path, file in files.items():
        files[path] = file._replace(tables=with_ids(reader, file.typed))
    to_check = set(files)
    lost: dict[Path, ParsedFile] = {}
    while new := list(file_faults(shipped, files, to_check)):
        lost_texts = {path: file.text for path, file in lost.items()}
        faults += one_fault_a_file(new, lost_texts) if lost else without_cascades(new, unread)
        refused = {each.file for each in new}
        lost = {path: file for path, file in files.items() if str(path) in refused}
        files = {path: file for path, file in files.items() if path not in lost}
        to_check = set(_files_that_mention(owners_of(lost), files))
    if not files:
        return CheckedFiles(shipped, tuple(faults))
    names = {entry: owners[0].name for entry, owners in owners_of(files).items()}
    tables = merge(shipped, all_tables(files), names)
    contents = {str(path): FileContent(file.tables, file.typed) for path, file in files.items()}
    return CheckedFiles(Catalogue(tables, shipped.origin), tuple(faults), contents)


def _parse_files(
    paths: Iterable[Path], texts: Mapping[Path, str]
) -> tuple[dict[Path, ParsedFile], list[FileFault], dict[Path, str]]:
    """The files that can be read, the faults of the others, and their texts where they have any.

    Raises PresspointError for too many places.
    """
    files: dict[Path, ParsedFile] = {}
    faults: list[FileFault] = []
    unread: dict[Path, str] = {}
    places = 0
    for path in paths:
        try:
            unread[path] = text = texts[path] if path in texts else read_text(path)
            files[path] = parse_tables(text, parse_toml(path, text))
            del unread[path]
        except OwnFileError as problem:
            faults.append(FileFault(str(path), problem.fault, problem.line))
            continue
        places += sum(len(files[path].typed.get(kind, ())) for kind in PLACE_KINDS)
        if places > MOST_PLACES:
            raise PresspointError(
                f"{path.parent}: too many places in these files. At most {MOST_PLACES} can be read."
            )
    return files, faults, unread


def _files_that_mention(entries: Owners, files: Mapping[Path, ParsedFile]) -> Iterator[Path]:
    """The files in whose text the id of an entry stands, whatever it means there."""
    ids = {name for _, name in entries}
    return (path for path, file in files.items() if any(name in file.text for name in ids))
