"""The program as a person has it: an installed wheel's files, for every process a test starts.

A checkout parses the catalogue's TOML at each start, and where no bytecode may be written, every
process compiles all of the program anew: together more than the work under test.
"""

import json
import pickle
import shutil
from functools import cache
from pathlib import Path
from typing import Any

from presspoint.storage import catalogue_file, pictures_file


def install(folder: Path) -> None:
    """Put the program into a folder, with its catalogue as JSON, as hatch_build.py does."""
    source = catalogue_file.SOURCE
    index = source.with_name(catalogue_file.INDEX)
    ignore = shutil.ignore_patterns("__pycache__")
    copy = shutil.copytree(catalogue_file.PACKAGE, folder / "presspoint", ignore=ignore)
    for file, tables in (
        (catalogue_file.BUILT, catalogue_file._parse_toml(source)),
        (catalogue_file.BUILT_INDEX, catalogue_file._parse_toml(index)["points"]),
        (catalogue_file.BUILT_NAMES, catalogue_file.load_names().tables),
        (pictures_file.BUILT, pictures_file.drawings(pictures_file.SOURCE)),
    ):
        (copy / file.name).write_text(json.dumps(tables), encoding="utf-8")


def parse_once() -> None:
    """Let each text of a catalogue be parsed once in this process."""
    parse = catalogue_file._parse_toml

    @cache
    def pickled(_text: str, path: Path) -> bytes:
        return pickle.dumps(parse(path))

    def parsed(path: Path) -> dict[str, Any]:
        text = path.read_text(encoding="utf-8")
        tables: dict[str, Any] = pickle.loads(pickled(text, path))  # noqa: S301  # our own
        return tables

    catalogue_file._parse_toml = parsed
