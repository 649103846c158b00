"""The house's rules: what each part of the program may import, and what a look-up loads."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import presspoint

ROOT = Path(presspoint.__file__).parent
CORE = (
    "errors",
    "exclusions",
    "citations",
    "faults",
    "own_rules",
    "own_routines",
    "own_merge",
    "text",
    "catalogue",
    "codes",
    "numbers",
    "channels",
    "readings",
    "spellings",
    "asking",
    "settings",
    "routines",
    "selection",
    "safety",
    "in_force",
    "screening",
    "cue_queue",
    "pulses",
    "ranks",
    "hearing",
    "sounding",
    "spoken",
    "briefing",
    "ways",
    "pacing",
    "phases",
    "plan",
    "marks",
    "pausing",
    "hurts",
    "session",
    "status",
    "remaining",
    "hearing_out",
    "resuming",
    "coming_off",
    "controls",
    "cues",
    "wording",
    "history",
    "profile",
    "profile_table",
    "whereabouts",
    "check_pages",
    "check",
    "check_outcome",
)
BANNED_IN_CORE = {"time", "pathlib", "os", "subprocess", "sqlite3", "tomllib", "random", "sys"}
ROOMS = {
    "typer": ("cli/",),
    "rich": ("terminal/",),
    "sqlite3": ("storage/",),
    "tomllib": ("storage/",),
    "tomli_w": ("storage/",),
    "platformdirs": ("storage/",),
    "msgspec": ("storage/own_format.py", "storage/own_shape.py"),
    "prompt_toolkit": ("terminal/keyboard.py",),
    "socket": ("remote/",),
    "subprocess": ("sound/programs.py", "machine/awake.py"),
    "threading": ("machine/awake.py",),
    "wakepy": ("machine/awake.py",),
    "shutil": ("sound/",),
    "wave": ("sound/samples.py",),
    "winsound": ("sound/windows.py",),
    "time": ("clock.py",),
    "click": (),
}
FILES = sorted(str(path.relative_to(ROOT)) for path in ROOT.rglob("*.py"))
HEAVY = [
    "sqlite3",
    "rich.progress",
    "rich.markdown",
    "asyncio",
    "importlib.metadata",
    "prompt_toolkit",
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


@pytest.mark.parametrize("name", CORE)
def test_a_core_module_imports_only_core_and_the_pure_part_of_the_standard_library(
    name: str,
) -> None:
    found = modules(f"{name}.py")
    assert found <= sys.stdlib_module_names | {"presspoint"}
    assert found.isdisjoint(BANNED_IN_CORE)
    own = {each.split(".")[1] for each in imports(f"{name}.py") if each.startswith("presspoint.")}
    assert own <= set(CORE)


def test_every_module_beside_the_edges_is_core() -> None:
    top = {Path(file).stem for file in FILES if "/" not in file}
    assert top == {*CORE, "__init__", "__main__", "clock", "edges", "player"}


@pytest.mark.parametrize("file", FILES)
def test_a_library_is_imported_only_in_its_room(file: str) -> None:
    found = modules(file)
    for library, rooms in ROOMS.items():
        if library in found:
            assert file.startswith(rooms), f"{file} imports {library}"


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
    assert "presspoint.codes" in loaded or "presspoint.plan" in loaded or "points" in arguments
    assert loaded.isdisjoint(HEAVY)
    assert not [name for name in loaded if name.partition(".")[0] == "rich"]
    assert "presspoint.player" not in loaded


def loaded_by(arguments: list[str]) -> set[str]:
    """Return the modules that a command loads in a process of its own."""
    program = (
        "import sys, json; from presspoint.__main__ import guarded;"
        f"code = guarded({arguments!r});"
        "print(json.dumps(sorted(sys.modules)), file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, timeout=30, text=True
    )
    return set(json.loads(done.stderr.splitlines()[-1]))
