"""What the papers name is there: files, folders, modules and pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
SOURCE = TOP / "src" / "presspoint"
PAGES = sorted([*TOP.glob("*.md"), *(TOP / "docs").glob("*.md"), *TOP.glob("benchmarks/*.md")])
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
