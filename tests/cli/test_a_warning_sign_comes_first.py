"""Words of a warning sign get what to do, on stdout, whatever else is wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from presspoint.__main__ import run_guarded
from presspoint.catalogue.tables import Catalogue
from presspoint.cli import stop
from presspoint.storage.catalogue_file import load
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


@pytest.mark.long
@every(
    "typed",
    (
        *("no feeling around my anus", "no feeling when having sex", "tingling in my bottom"),
        *("pins and needles between my legs", "can not pee", "I couldn't hold my pee"),
        *("I wet the bed", "can't go to the toilet", "legs gave out", "my foot drags"),
        *("I trip over my toes", "foot feels dead", "unable to stand", "dropping foot"),
        *("arm suddenly weak", "sudden speech problems", "blacked out"),
        *("I inject drugs", "pus on my back"),
        *("I want to end my life", "I feel like killing myself", "vomiting blood since noon"),
    ),
)
def test_a_sign_in_everyday_words_leads_to_help_and_nowhere_else(
    home: Path,  # noqa: ARG001  # as above
    capsys: pytest.CaptureFixture[str],
    typed: str,
) -> None:
    for arguments in ((typed,), ("routine", "--for", typed), ("point", typed)):
        assert run_guarded([*arguments]) in {1, 2}
        answer = "".join(capsys.readouterr())
        assert re.search(r"[Ee]mergency|crisis line", answer)
        assert "Type" not in answer


def test_the_catalogue_is_read_once_however_many_words_are_wrong(
    home: Path,  # noqa: ARG001  # as above
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[Catalogue] = []

    def load_counted() -> Catalogue:
        read.append(load())
        return read[-1]

    monkeypatch.setattr(stop, "load", load_counted)
    assert run_guarded(["plan", *["my"] * 100]) == 2
    assert len(read) == 1


@every("typed", ("my baby has back pain", "neck pain, my kids", "back stretches for kids"))
def test_whose_pain_it_is_comes_before_what_is_near(
    home: Path,  # noqa: ARG001  # as above
    capsys: pytest.CaptureFixture[str],
    typed: str,
) -> None:
    assert run_guarded([typed]) == 2
    assert "Ask a doctor or nurse, with a parent or carer" in "".join(capsys.readouterr())
