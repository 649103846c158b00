"""Every text that a person may read or hear: those of the catalogue, and the program's own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from presspoint.cli.app import COMMANDS, load_command
from presspoint.storage.catalogue_file import load

SOURCE = Path(__file__).parents[2] / "src" / "presspoint"
# Names that people type, and what an own file may not say: nobody is shown these as sentences.
NO_TEXT = {"also", "aliases", "words", "allowed", "sources", "pinyin", "tones", "hanzi"}
NO_TABLE = {
    "name_words",
    "schema",
    "sources",
    "hanzi_variants",
    "warning_words",
    "condition_names",
    "sign_names",
    "meridians",
}
# Words that are listed, lines of a shell, and the plan of a screen.
NO_FILE = {"names/everyday/core_words.py", "cli/completion/shells.py", "terminal/screen/layout.py"}
PROSE = re.compile(r"[A-Za-z']+[ ,.:;]+[a-zA-Z'-]+")
NO_PROSE = re.compile(
    r"\\[bsdwx]|\(\.\+|\(\?|CREATE TABLE|ALTER TABLE|^ ?-|^(?:SELECT|INSERT|UPDATE) "
)


def catalogue_texts() -> Iterator[tuple[str, str]]:
    """Yield each text of the shipped catalogue with its path ("conditions.pregnancy.text")."""
    for kind, table in load().tables.items():
        if kind not in NO_TABLE:
            yield from _texts(table, kind)


def _texts(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str) and PROSE.search(value):
        yield path, value
    elif isinstance(value, dict):
        for name, each in value.items():
            if name not in NO_TEXT:
                yield from _texts(each, f"{path}.{name}")
    elif isinstance(value, list | tuple):
        for number, each in enumerate(value):
            yield from _texts(each, f"{path}[{number}]")


def program_texts() -> Iterator[tuple[str, str]]:
    """Yield each phrase of the code with its file and line, X for what is put in, and all help."""
    files = (each for each in SOURCE.rglob("*.py") if f"{each.relative_to(SOURCE)}" not in NO_FILE)
    for path in sorted(files):
        for line, text in _literals(ast.parse(path.read_text(encoding="utf-8"))):
            if PROSE.search(text) and not NO_PROSE.search(text):
                yield f"{path.relative_to(SOURCE)}:{line}", " ".join(text.split())
    for name in COMMANDS:
        yield from _help_texts(load_command(name), "presspoint")


def _literals(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield each string that is no docstring; of one with holes the whole, and no piece."""
    skipped = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(node.value)
        elif isinstance(node, ast.JoinedStr):
            skipped.update(each for each in node.values if isinstance(each, ast.Constant))
            yield node.lineno, "".join(map(_part, node.values))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in skipped:
            yield node.lineno, node.value


def _part(value: ast.expr) -> str:
    return str(value.value) if isinstance(value, ast.Constant) else "X"


def _help_texts(command: object, path: str) -> Iterator[tuple[str, str]]:
    for parameter in getattr(command, "params", ()):
        if words := getattr(parameter, "help", None):
            yield f"{path} {parameter.name}", words
    if words := getattr(command, "help", None):
        yield path, words
    for name, each in getattr(command, "commands", {}).items():
        yield from _help_texts(each, f"{path} {name}")
