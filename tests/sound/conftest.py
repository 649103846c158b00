"""The machines on which sound is tried."""

import sys
from pathlib import Path

import pytest

from support.sounds import PLAYS, RENDERS, Machine


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    folder = tmp_path / "machine"
    folder.mkdir()
    made = Machine(folder)
    monkeypatch.setenv("PATH", str(made.bin))
    monkeypatch.setattr(sys, "platform", "linux")
    return made


@pytest.fixture
def voiced(machine: Machine) -> Machine:
    """A machine on which everything works."""
    machine.has("espeak-ng", RENDERS)
    machine.has("paplay", PLAYS)
    return machine
