"""What every test gets: private folders, no width or colour of the caller, a repeatable search."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from presspoint.catalogue.tables import Catalogue
from presspoint.storage import catalogue_file
from support.installed import install, parse_once

parse_once()
settings.register_profile(
    "repeatable",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
settings.load_profile("repeatable")


@pytest.fixture(scope="session", autouse=True)
def installation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of the program that tests start, which keeps its bytecode as anybody's does."""
    folder = tmp_path_factory.mktemp("installed")
    install(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(folder))
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        yield folder


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
