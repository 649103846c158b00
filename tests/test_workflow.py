"""The workflow for the day this is published runs what .ci/run runs here."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CI, WORKFLOW = ROOT / ".ci" / "run", ROOT / ".github" / "workflows" / "tests.yml"
STEPS = (
    "-m pytest -m 'not long'",
    "-m pytest -m long",
    ".venv/bin/ruff check .",
    ".venv/bin/ruff format --check .",
    ".venv/bin/mypy",
    "tools/check_packages",
    "tools/lowest_versions.py > lowest.txt",
    "pip install -e '.[test]'",
)
pytestmark = pytest.mark.skipif(not WORKFLOW.exists(), reason="an sdist has no workflow")


@pytest.mark.parametrize("step", STEPS)
def test_the_workflow_runs_what_ci_runs(step: str) -> None:
    assert step in CI.read_text().replace("--quiet ", "")
    assert step in WORKFLOW.read_text()


def test_the_workflow_runs_every_tool_of_ci_on_linux_and_macos() -> None:
    text = WORKFLOW.read_text()
    tools = set(re.findall(r"tools/\w+", CI.read_text()))
    assert tools <= set(re.findall(r"tools/\w+", text))
    assert text.count("os: [ubuntu-latest, macos-latest]") == 2
    least = re.search(r'requires-python = ">=(3\.\d+)"', (ROOT / "pyproject.toml").read_text())
    assert least
    assert f'python: ["{least[1]}", ' in text


def test_the_workflow_has_no_tab_and_names_the_version_of_each_action() -> None:
    text = WORKFLOW.read_text()
    assert "\t" not in text
    uses = re.findall(r"uses: (.*)", text)
    assert uses
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", each) for each in uses)
