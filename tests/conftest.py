"""What every test gets: private folders, no width or colour of the caller, a repeatable search."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from presspoint.catalogue.tables import Catalogue
from presspoint.storage import catalogue_file

settings.register_profile(
    "repeatable",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
settings.load_profile("repeatable")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of our own in place of the person's, and no wishes of the calling shell."""
    monkeypatch.setenv("PRESSPOINT_HOME", str(tmp_path))
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "ACCESSIBLE"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The shipped catalogue."""
    return catalogue_file.load()


@pytest.fixture(scope="session")
def facts() -> Path:
    """The folder of facts that the catalogue was made from; not everybody has it."""
    folder = os.environ.get("PRESSPOINT_FACTS")
    if not folder:
        pytest.skip("PRESSPOINT_FACTS names no folder of facts")
    return Path(folder)
