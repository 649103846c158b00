"""The house's rules: what each part of the program may import, and what a look-up loads."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import presspoint
from support.loading import (
    loaded_at_the_first_frame,
    loaded_at_the_first_question,
    loaded_by,
    own_modules,
)

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
    "jinja2": ("pages/",),
    "markupsafe": ("pages/",),
    "icalendar": ("pages/",),
    "segno": ("pages/",),
    "subprocess": ("machine/",),
    "threading": ("machine/awake.py",),
    "wakepy": ("machine/awake.py",),
    "shutil": ("sound/", "machine/programs.py"),
    "wave": ("sound/samples.py",),
    "time": ("clock.py",),
    "click": (),
}
OPEN_TO_ALL = {"named_tuple"}
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
    "jinja2",
    "icalendar",
    "segno",
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


class Read(NamedTuple):
    """A file of the program: the full names that it imports, wherever in it, and what it asks."""

    imports: frozenset[str]
    asks_for_a_date: bool

    @property
    def libraries(self) -> set[str]:
        return {name.partition(".")[0] for name in self.imports}


def imported(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """Yield the full name of everything that is imported; an import is never relative."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = node.module if node.level == 0 else "a relative import"
            yield module or ""
            yield from (f"{module}.{name.name}" for name in node.names)


@cache
def read(file: str) -> Read:
    nodes = list(ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8"))))
    asked = {
        node.value.id
        for node in nodes
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.attr in {"today", "now", "utcnow", "fromtimestamp"}
    }
    return Read(frozenset(imported(nodes)), not asked.isdisjoint({"date", "datetime"}))


def room_of(file: str) -> str:
    return Path(file).parts[0].removesuffix(".py")


IN_ROOMS = [file for file in FILES if room_of(file) in ROOMS]
PURE = [file for file in IN_ROOMS if ROOMS[room_of(file)].pure]


def test_the_table_lists_every_room_each_below_what_it_imports() -> None:
    assert {room_of(file) for file in FILES} - {"__init__", "__main__"} == set(ROOMS)
    names = list(ROOMS)
    for number, (name, room) in enumerate(ROOMS.items()):
        assert room.imports <= set(names[:number]), name


def test_no_import_is_relative() -> None:
    assert [file for file in FILES if "a relative import" in read(file).imports] == []


def test_a_file_imports_only_rooms_that_the_table_allows() -> None:
    wrong = []
    for file in IN_ROOMS:
        named = read(file).imports
        parts = {each.split(".")[1] for each in named if each.startswith("presspoint.")}
        allowed = {*ROOMS[room_of(file)].imports, room_of(file), *OPEN_TO_ALL}
        wrong += [f"{file} imports {part}" for part in (parts & set(ROOMS)) - allowed]
    assert wrong == []


def test_a_pure_file_imports_only_the_pure_part_of_the_standard_library() -> None:
    """Beside it stand the libraries of its room, which neither ask nor change anything outside."""
    allowed = (sys.stdlib_module_names | {"presspoint"}) - BANNED_IN_PURE
    for_pages = {library for library, places in LIBRARIES.items() if places == ("pages/",)}
    assert PURE
    for file in PURE:
        more = read(file).libraries - allowed
        assert more <= (for_pages if room_of(file) == "pages" else set()), file


def test_a_pure_room_imports_only_pure_rooms() -> None:
    for name, room in ROOMS.items():
        assert not room.pure or all(ROOMS[each].pure for each in room.imports), name


def test_a_library_is_imported_only_in_its_room() -> None:
    assert [
        f"{file} imports {library}"
        for library, places in LIBRARIES.items()
        for file in FILES
        if library in read(file).libraries and not file.startswith(places)
    ] == []


def test_nothing_reads_the_date_or_chance_but_the_clock() -> None:
    chance = {"datetime.datetime", "time", "random", "secrets"}
    assert [
        file
        for file in FILES
        if read(file).asks_for_a_date or not read(file).imports.isdisjoint(chance)
    ] == ["clock.py"]


@pytest.mark.parametrize(
    "arguments", [["point", "LI4"], ["points"], ["routine"], ["plan", "lower-back"]]
)
def test_a_piped_look_up_loads_nothing_heavy(arguments: list[str]) -> None:
    loaded = loaded_by(arguments)
    assert "presspoint.listing.places.card" in loaded or "presspoint.planning.plan" in loaded
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
    assert len(loaded) <= 85, sorted(loaded)
    assert every.isdisjoint({"rich", "sqlite3", "msgspec", "presspoint.sound.speaker"})


def test_what_draws_is_loaded_while_the_person_reads() -> None:
    drawing = {"presspoint.terminal.screen.painter", "presspoint.terminal.screen.frame"}
    assert drawing <= loaded_at_the_first_question()
    assert drawing.isdisjoint(loaded_at_the_first_question("--plain"))


def test_a_run_hardly_looks_for_garbage() -> None:
    program = (
        "import atexit, gc, sys; from presspoint.__main__ import main;"
        "sys.argv = ['', '--version'];"
        "looked = lambda: gc.get_stats()[0]['collections']; before = looked();"
        "atexit.register(lambda: print(looked() - before, gc.get_freeze_count())); main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, timeout=30, text=True
    )
    looked, frozen = done.stdout.split()[-2:]
    assert int(looked) < 5  # some twenty where nothing is set
    assert int(frozen) > 10_000


def test_a_command_imports_at_the_top_of_its_file() -> None:
    """What one command needs in one case only may wait; a comment says why."""
    for file in (file for file in FILES if file.startswith("cli/")):
        lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
        inside = [line for line in lines if re.match(r"\s+(from|import) ", line)]
        assert all("  # " in line for line in inside), file
        assert len(inside) <= 3, file


def test_tab_loads_neither_rich_nor_what_it_offers_nothing_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("_PRESSPOINT_COMPLETE", "complete_zsh")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "presspoint point LI")
    loaded = loaded_by([])
    assert "presspoint.cli.completion.names" in loaded
    assert "rich" not in loaded
    assert loaded.isdisjoint({*HEAVY, "presspoint.cli.completion.choices", "presspoint.settings"})


@pytest.mark.parametrize(
    ("arguments", "loaded"),
    [
        (["history"], {"history.app"}),
        (["history", "export"], {"history.app", "history.exchange"}),
        (["course"], {"course.app", "course.showing"}),
    ],
)
def test_a_group_of_commands_imports_none_that_is_not_called(
    arguments: list[str], loaded: set[str]
) -> None:
    room = f"presspoint.cli.{arguments[0]}."
    assert {each for each in loaded_by(arguments) if each.startswith(room)} == {
        f"presspoint.cli.{each}" for each in loaded
    }


def test_help_imports_no_command() -> None:
    loaded = loaded_by(["--help"])
    assert "rich" not in loaded
    assert loaded.isdisjoint(HEAVY)
    commands = {name for name in loaded if name.startswith("presspoint.cli.")}
    help_itself = {each for each in commands if each.startswith("presspoint.cli.help")}
    assert commands - help_itself == {"presspoint.cli.app"}
