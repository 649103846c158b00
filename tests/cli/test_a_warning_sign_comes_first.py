"""Words of a warning sign get what to do, on stdout, whatever else is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from presspoint.__main__ import run_guarded
from support.cases import every

ASKS = (
    "make --for",
    "points --for",
    "map --for",
    "learn --for",
    "routine --for",
    "make --minutes 6 --at desk --yes --for",
)
NAMES = ("routine", "plan", "point", "map", "history did", "course start", "catalogue qr")
PROFILE, OWN = "config/profile.toml", "config/catalogue/mine.toml"


@every(
    "typed",
    ["pain in my chest", "pain 6 chest", "pain when I pee", "ribs hurt when i breathe"],
)
def test_words_that_are_no_number_or_an_errand_hide_no_warning(
    capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    assert run_guarded(typed.split()) == 2
    assert capsys.readouterr().out.startswith(f'"{typed}" can be a warning sign')


@every("command", [*ASKS, *NAMES])
@every("broken", ["", PROFILE, OWN, "config/settings.toml", "data/history.db"])
def test_a_broken_file_hides_no_warning(
    home: Path, capsys: pytest.CaptureFixture[str], command: str, broken: str
) -> None:
    file = home / (broken or "unread")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('x = "')
    code = run_guarded([*command.split(), "chest pain"])
    file.unlink()
    answer = capsys.readouterr().out
    assert code in {1, 2, 3, 4}
    assert answer.startswith('"chest pain" can be a warning sign') or "EMERGENCY" in answer
    assert "Emergency: call your emergency number now." in answer


@every("wrong", ["--minutes 99", "--at nowhere", "--minutes x", "--xyzzy", "--side up"])
def test_a_slip_beside_it_hides_no_warning(
    home: Path,  # noqa: ARG001  # so that nothing of the person's is read
    capsys: pytest.CaptureFixture[str],
    wrong: str,
) -> None:
    assert run_guarded(["make", "--for", "chest pain", *wrong.split()]) in {1, 2}
    assert capsys.readouterr().out.startswith('"chest pain" can be a warning sign')
    assert run_guarded(["make", "--for=chest pain", "--json", *wrong.split()]) in {1, 2}
    assert json.loads(capsys.readouterr().out)["warnings"][0]["level"] == "emergency"


def test_a_wish_that_is_no_warning_gets_its_error_alone(
    home: Path,  # noqa: ARG001  # as above
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_guarded(["make", "--for", "neck", "--minutes", "99"]) == 2
    assert capsys.readouterr().out == ""
