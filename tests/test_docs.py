"""What the papers name is there: files, folders, modules and pages."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from presspoint.__main__ import run_guarded
from presspoint.own_content.limits import region_limits
from presspoint.storage.catalogue_file import load
from presspoint.storage.own.catalogue import check_files
from support.plans import planned

TOP = Path(__file__).parents[1]
SOURCE = TOP / "src" / "presspoint"
PAGES = sorted([*TOP.glob("*.md"), *(TOP / "docs").glob("*.md"), *TOP.glob("benchmarks/*.md")])
NOT_LOOKED_UP = [["sound-check"], ["check"], ["routine", "lower-back"]]
FOLDERS = ("src/", "tests/", "docs/", "data/", "tools/", "benchmarks/", ".ci/")


def names(page: Path) -> set[str]:
    """Return what a page links to or names in code that should be a file or folder of ours."""
    text = page.read_text(encoding="utf-8")
    links = {each.partition("#")[0] for each in re.findall(r"\]\(([^)\s]+)\)", text)}
    code = {each.strip() for each in re.findall(r"`([^`\n]+)`", text)}
    paths = {each for each in code if each.startswith(FOLDERS) or re.fullmatch(r"[\w/]+\.py", each)}
    return {each for each in links | paths if each and "://" not in each and " " not in each}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_names_only_files_that_are_there(page: Path) -> None:
    missing = [
        each
        for each in names(page)
        if not any((base / each).exists() for base in (page.parent, TOP, SOURCE))
    ]
    assert not missing


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_names_only_modules_that_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for dotted in re.findall(r"`presspoint\.([a-z_]+(?:\.[a-z_]+)*)`", text):
        path = SOURCE.joinpath(*dotted.split("."))
        assert path.is_dir() or path.with_suffix(".py").exists(), dotted


def test_the_readme_is_short() -> None:
    assert len((TOP / "README.md").read_text(encoding="utf-8").splitlines()) <= 130


@pytest.mark.usefixtures("home")
def test_the_readme_shows_commands_that_answer() -> None:
    """What plays, asks or sounds is tested elsewhere; here each line is one that looks up."""
    text = (TOP / "README.md").read_text(encoding="utf-8")
    blocks = "".join(re.findall(r"^```\n(.*?)^```", text, re.DOTALL | re.MULTILINE))
    lines = [shlex.split(line, comments=True) for line in blocks.splitlines()]
    typed = [line[1:] for line in lines if line and line[0] == "presspoint"]
    looked_up = [each for each in typed if each not in NOT_LOOKED_UP]
    assert len(typed) - len(looked_up) == len(NOT_LOOKED_UP)
    for arguments in looked_up:
        assert run_guarded(arguments) == 0, arguments


def test_the_routine_of_the_readme_plays(tmp_path: Path) -> None:
    text = (TOP / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    path = tmp_path / "mine.toml"
    path.write_text(example, encoding="utf-8")
    result = check_files(load(), [path])
    assert result.faults == ()
    assert 150 < planned(result.catalogue, "tea-break").course.total_seconds < 210


def test_the_example_of_own_content_fits_the_limits_and_plays(tmp_path: Path) -> None:
    text = (TOP / "docs" / "own-content.md").read_text(encoding="utf-8")
    examples = re.findall(r"```toml\n(#:schema.*?)```", text, re.DOTALL)
    assert len(examples) == 1
    path = tmp_path / "physio.toml"
    path.write_text(examples[0], encoding="utf-8")
    result = check_files(load(), [path])
    assert result.faults == ()
    plan = planned(result.catalogue, "physio")
    pressed = {code for turn in plan.course.turns for code in (*turn.points, *turn.zones)}
    assert pressed == {"LI4", "waist-edge", "shin", "BL40"}
    assert "waist-edge" in result.catalogue.ids("zones")


def test_the_table_of_own_content_has_the_limits_of_every_region() -> None:
    shipped = load()
    text = (TOP / "docs" / "own-content.md").read_text(encoding="utf-8")
    rows = re.findall(r"\| ([a-z ,()`]+) \| (\d+) \| (\d) \| ([^|]+) \|", text)
    said = {
        region.partition(" (")[0].replace("belly", "abdomen").replace(" ", "-"): (row[1], row[2])
        for row in rows
        for region in row[0].split(", ")
    }
    limits = {each: region_limits(shipped, each) for each in shipped.ids("regions")}
    open_ones = {name: each for name, each in limits.items() if not each.closed}
    assert said == {name: (str(each.cap), str(each.rounds)) for name, each in open_ones.items()}
