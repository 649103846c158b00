"""The house's rules: what each part of the program may import, and what a look-up loads."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import presspoint
from support.loading import loaded_at_the_first_frame, loaded_by, own_modules

ROOT = Path(presspoint.__file__).parent
HOUSE = Path(__file__).parents[1] / "docs" / "house.md"
FILES = sorted(str(path.relative_to(ROOT)) for path in ROOT.rglob("*.py"))
BANNED_IN_PURE = {"time", "pathlib", "os", "subprocess", "sqlite3", "tomllib", "random", "sys"}
LIBRARIES = {
    "typer": ("cli/",),
    "rich": ("terminal/",),
    "sqlite3": ("storage/",),
    "tomllib": ("storage/",),
    "tomli_w": ("storage/",),
    "platformdirs": ("storage/",),
    "msgspec": ("storage/own/",),
    "socket": ("remote/",),
    "subprocess": ("machine/",),
    "threading": ("machine/awake.py",),
    "wakepy": ("machine/awake.py",),
    "shutil": ("sound/", "machine/programs.py"),
    "wave": ("sound/samples.py",),
    "time": ("clock.py",),
    "click": (),
}
HEAVY = [
    "sqlite3",
    "rich.progress",
    "rich.markdown",
    "asyncio",
    "importlib.metadata",
    "platformdirs",
    "pygments",
    "click",
    "tomli_w",
    "pydantic",
    "msgspec",
    "wave",
    "wakepy",
    "presspoint.sound",
]


class Room(NamedTuple):
    """A row of the table in docs/house.md: whether it is pure, and what it may import."""

    pure: bool
    imports: frozenset[str]


def rooms() -> dict[str, Room]:
    """Return the table's rows by name; one that may import everything has all rows above it."""
    found: dict[str, Room] = {}
    for line in HOUSE.read_text(encoding="utf-8").splitlines():
        row = re.fullmatch(r"\| `(\w+)` \| (pure|edge) \| [^|]+ \| (.*?) ?\|", line)
        if row:
            name, kind, imports = row.groups()
            named = found if imports == "everything above" else re.findall(r"`(\w+)`", imports)
            found[name] = Room(kind == "pure", frozenset(named))
    return found


ROOMS = rooms()


def imports(file: str) -> Iterator[str]:
    """Yield the full name of everything that a file imports, wherever in it."""
    for node in ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} has a relative import"
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)


def modules(file: str) -> set[str]:
    return {name.partition(".")[0] for name in imports(file)}


def room_of(file: str) -> str:
    return Path(file).parts[0].removesuffix(".py")


def test_the_table_lists_every_room_each_below_what_it_imports() -> None:
    assert {room_of(file) for file in FILES} - {"__init__", "__main__"} == set(ROOMS)
    names = list(ROOMS)
    for number, (name, room) in enumerate(ROOMS.items()):
        assert room.imports <= set(names[:number]), name


@pytest.mark.parametrize("file", [file for file in FILES if room_of(file) in ROOMS])
def test_a_file_imports_only_rooms_that_the_table_allows(file: str) -> None:
    room = room_of(file)
    parts = {each.split(".")[1] for each in imports(file) if each.startswith("presspoint.")}
    assert (parts & set(ROOMS)) - {room} <= ROOMS[room].imports


@pytest.mark.parametrize(
    "file", [f for f in FILES if room_of(f) in ROOMS and ROOMS[room_of(f)].pure]
)
def test_a_pure_file_imports_only_the_pure_part_of_the_standard_library(file: str) -> None:
    found = modules(file)
    assert found <= sys.stdlib_module_names | {"presspoint"}
    assert found.isdisjoint(BANNED_IN_PURE)
    assert all(ROOMS[each].pure for each in ROOMS[room_of(file)].imports)


@pytest.mark.parametrize("file", FILES)
def test_a_library_is_imported_only_in_its_room(file: str) -> None:
    found = modules(file)
    for library, places in LIBRARIES.items():
        if library in found:
            assert file.startswith(places), f"{file} imports {library}"


@pytest.mark.parametrize("file", FILES)
def test_nothing_reads_the_date_or_chance_but_the_clock(file: str) -> None:
    named = set(imports(file))
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    asked = {
        node.value.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.attr in {"today", "now", "utcnow", "fromtimestamp"}
    }
    if file != "clock.py":
        assert named.isdisjoint({"datetime.datetime", "time", "random", "secrets"})
        assert asked.isdisjoint({"date", "datetime"})


@pytest.mark.parametrize("arguments", [["point", "LI4"], ["points"], ["plan", "lower-back"]])
def test_a_piped_look_up_loads_nothing_heavy(arguments: list[str]) -> None:
    loaded = loaded_by(arguments)
    assert "presspoint.listing.points" in loaded or "presspoint.planning.plan" in loaded
    assert loaded.isdisjoint(HEAVY)
    assert not [name for name in loaded if name.partition(".")[0] == "rich"]
    assert "presspoint.player" not in loaded


def test_a_look_up_loads_few_modules() -> None:
    loaded = own_modules(loaded_by(["point", "LI4"]))
    assert len(loaded) <= 22, sorted(loaded)


def test_a_session_loads_few_modules_before_its_first_frame() -> None:
    every = loaded_at_the_first_frame()
    loaded = own_modules(every)
    assert "presspoint.run.playback" in loaded
    assert len(loaded) <= 89, sorted(loaded)
    assert every.isdisjoint({"sqlite3", "msgspec", "presspoint.sound.speaker"})


@pytest.mark.parametrize("file", [file for file in FILES if file.startswith("cli/")])
def test_a_command_imports_at_the_top_of_its_file(file: str) -> None:
    """What one command needs in one case only may wait; a comment says why."""
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    inside = [line for line in lines if re.match(r"\s+(from|import) ", line)]
    assert all("  # " in line for line in inside)
    assert len(inside) <= 2


def test_help_imports_no_command() -> None:
    commands = {name for name in loaded_by(["--help"]) if name.startswith("presspoint.cli.")}
    assert commands == {"presspoint.cli.app"}
