"""What other programs are given: the login's runtime folder, which cron leaves out."""

from pathlib import Path

import pytest

from presspoint.machine import programs

RUNTIME = programs.RUNTIME


@pytest.fixture
def login(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(programs, "LOGINS", tmp_path)
    monkeypatch.setattr("os.getuid", lambda: tmp_path.stat().st_uid)
    folder = tmp_path / str(tmp_path.stat().st_uid)
    folder.mkdir()
    return folder


@pytest.mark.parametrize("named", [None, "", "relative", "/nowhere/at/all"])
def test_fault_20_a_program_gets_the_runtime_folder_that_cron_leaves_out(
    login: Path, monkeypatch: pytest.MonkeyPatch, named: str | None
) -> None:
    monkeypatch.delenv(RUNTIME, raising=False)
    if named is not None:
        monkeypatch.setenv(RUNTIME, named)
    child = programs.start(["/bin/sh", "-c", f'[ "${RUNTIME}" = "{login}" ]'])
    assert child.wait(5) == 0


def test_fault_20_a_runtime_folder_that_is_there_stays(
    login: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(RUNTIME, str(tmp_path))
    assert programs.environment()[RUNTIME] == str(tmp_path)
    monkeypatch.delenv(RUNTIME)
    login.rmdir()
    assert RUNTIME not in programs.environment()
    login.symlink_to("/proc")
    monkeypatch.setattr("os.getuid", lambda: 4242)
    assert RUNTIME not in programs.environment()
