"""Streams and shells as they are: full devices, other encodings, start-up files that say no."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from presspoint.__main__ import run_guarded
from presspoint.terminal.plain_letters import NAME, SIGNS, plain_letters

FULL = Path("/dev/full")


def called(*arguments: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    """Run presspoint with variables of the environment."""
    command = [sys.executable, "-m", "presspoint", *arguments]
    environment = {**os.environ, **more}
    return subprocess.run(command, env=environment, capture_output=True, check=False)


@pytest.mark.skipif(not FULL.exists(), reason="this system has no full device")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("history",), 0), (("point", "nowhere"), 1), (("points", "--region", "moon"), 2)],
)
def test_d12_a_full_stderr_leaves_the_command_its_own_code(
    home: Path, arguments: tuple[str, ...], code: int
) -> None:
    assert home.exists()
    command = [sys.executable, "-m", "presspoint", *arguments]
    with FULL.open("w") as full:
        done = subprocess.run(command, stderr=full, stdout=subprocess.DEVNULL, check=False)
    assert done.returncode == code


@pytest.mark.skipif(not FULL.exists(), reason="this system has no full device")
@pytest.mark.parametrize(
    "arguments",
    [("routine", "--red-flag", "fever", "--unknown"), ("points", "--for", "chest pain")],
)
def test_a_warning_that_cannot_be_written_ends_in_one_line(
    home: Path, arguments: tuple[str, ...]
) -> None:
    assert home.exists()
    command = [sys.executable, "-m", "presspoint", *arguments]
    with FULL.open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 4
    assert done.stderr.decode().splitlines() == [
        "presspoint: The output could not be written: No space left on device."
    ]


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "cp1252"])
def test_29_what_an_encoding_lacks_is_written_in_plain_letters(encoding: str) -> None:
    shown = called("point", "LI4", PYTHONIOENCODING=encoding).stdout.decode(encoding)
    pinyin = "Hegu" if encoding == "ascii" else "Hégu"
    assert shown.splitlines()[0] == f"Thumb web: LI4 Joining Valley ({pinyin})"


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "cp1252"])
def test_a_list_has_no_escapes_for_what_an_encoding_lacks(encoding: str) -> None:
    """Finding E10: columns were broken by them."""
    listed = called("points", PYTHONIOENCODING=encoding).stdout.decode(encoding)
    assert "\\u" not in listed
    assert "Joining Valley, Hegu\n" in listed


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "cp1252", "koi8-r"])
def test_29_every_sign_that_the_screen_has_is_one_plain_sign(encoding: str) -> None:
    import codecs

    codecs.register_error(NAME, plain_letters)
    for sign in SIGNS:
        assert len(sign.encode(encoding, NAME)) == 1
    assert "Breathe in  ●●●".encode(encoding, NAME).decode(encoding) == "Breathe in  ***"


def test_29_chinese_on_the_command_line_is_understood_in_the_c_locale() -> None:
    bare = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = called("point", "合谷", **bare)
    assert done.returncode == 0
    assert b"LI4" in done.stdout


def test_completion_that_cannot_be_installed_is_said_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    rules = tmp_path / ".bashrc"
    rules.mkdir()  # root may write into any file
    assert run_guarded(["--install-completion", "bash"]) == 4
    said = capsys.readouterr().err
    assert said.startswith(f"presspoint: {rules}: Is a directory. Completion was not installed.")
    assert "presspoint --show-completion" in said
    rules.rmdir()
    rules.write_bytes(b"\xff")
    assert run_guarded(["--install-completion", "bash"]) == 4
    assert "Completion was not installed." in capsys.readouterr().err
    assert rules.read_bytes() == b"\xff"


def test_completion_is_not_installed_where_the_file_may_not_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))

    def refuse(path: Path, *_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "write_text", refuse)
    assert run_guarded(["--install-completion", "bash"]) == 4
    assert capsys.readouterr().err.startswith(
        f"presspoint: {tmp_path / '.bashrc'}: Permission denied. Completion was not installed."
    )
