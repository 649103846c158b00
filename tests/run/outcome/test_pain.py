"""Pain at any moment is saved with its place; words of a warning sign are answered first."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint.catalogue.tables import Catalogue
from presspoint.errors import UsageError
from presspoint.run.outcome.words import own_words, regions_and_side
from presspoint.storage.entries.pains import read_pains

Call = Callable[..., tuple[int, str, str]]


def test_pain_is_saved_with_where_and_when(call: Call) -> None:
    code, out, err = call("pain", "6", "--where", "left  buttock", "--when", "yesterday 21:30")
    (pain,) = read_pains()
    assert (code, err) == (0, "")
    saved, undo = out.splitlines()
    assert saved.endswith("21:30, pain 6, left buttock.")
    assert undo == f"To take it back: presspoint history undo {pain.id[:6]}."
    assert (pain.pain, pain.where, pain.regions, pain.side) == (6, "left buttock", ("hip",), "left")
    assert "T21:30:00" in pain.when


def test_at_is_when(call: Call) -> None:
    call("pain", "3", "--at", "2026-01-02 08:00")
    assert read_pains()[0].when.startswith("2026-01-02T08:00:00")


@pytest.mark.parametrize(
    ("where", "regions", "side"),
    [
        ("lower back", ("lower-back",), None),
        ("my lower back hurts", ("lower-back",), None),
        ("Right hip", ("hip",), "right"),
        ("left, and right knee", ("knee",), None),
        ("somewhere else", (), None),
    ],
)
def test_everyday_words_lead_to_a_region_and_a_side(
    catalogue: Catalogue, where: str, regions: tuple[str, ...], side: str | None
) -> None:
    assert regions_and_side(catalogue, where) == (regions, side)


@pytest.mark.parametrize("where", ["chest", "chest pain", "left arm", "saddle", "numb leg"])
def test_words_of_a_warning_sign_come_first_and_the_number_is_saved(call: Call, where: str) -> None:
    code, out, err = call("pain", "8", "--where", where)
    assert code == 3
    assert "can be a warning sign" in out
    assert "Saved" not in out, "nothing stands beside what to do"
    assert err.startswith("Saved: ")
    assert read_pains()[0].pain == 8


def test_the_document_has_the_warning_and_what_was_saved(call: Call) -> None:
    code, out, _ = call("pain", "8", "--where", "chest", "--json")
    document = json.loads(out)
    assert (code, document["pains"][0]["pain"]) == (3, 8)
    assert document["warnings"][0]["level"] == "emergency"


def test_the_warning_comes_though_nothing_can_be_saved(call: Call, home: Path) -> None:
    (home / "data" / "history.db").mkdir(parents=True)
    code, out, err = call("pain", "8", "--where", "chest")
    assert (code, "warning sign" in out, err != "") == (4, True, True)
    code, out, _ = call("pain", "8", "--where", "chest", "--json")
    document = json.loads(out)
    assert (code, document["pains"], len(document["warnings"])) == (4, [], 1)


def test_a_condition_is_said_first_and_is_no_stop(call: Call) -> None:
    code, out, _ = call("pain", "3", "--where", "slipped disc")
    first, saved, _ = out.splitlines()
    assert code == 0
    assert first.startswith('"slipped disc"')
    assert saved.startswith("Saved: ")


@pytest.mark.parametrize(
    "arguments",
    [
        ("11",),
        ("-1",),
        ("6.5",),
        ("six",),
        ("--where", "knee"),
        ("6", "--where", ""),
        ("6", "--where", "x" * 61),
        ("6", "--when", "tomorrow"),
        ("6", "--limit", "3"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_saved(
    call: Call, arguments: tuple[str, ...]
) -> None:
    code, out, _ = call("pain", *arguments)
    assert (code, out, read_pains()) == (2, "", [])


def test_without_a_number_the_last_are_listed(call: Call) -> None:
    assert call("pain")[2].startswith("No pain saved yet.")
    for number in range(10):
        call("pain", str(number), "--when", f"2026-01-0{number or 1} 08:00")
    lines = call("pain", "--limit", "2")[1].splitlines()
    assert [each.rsplit("  ", 1)[1] for each in lines] == ["pain 8", "pain 9"]
    newest = read_pains()[-1]
    assert lines[1].startswith(newest.id[:6])
    assert "Fri 9 Jan" in lines[1]
    call("history", "undo", newest.id[:6], "--yes")
    assert newest not in read_pains()
    assert len(json.loads(call("pain", "--json")[1])["pains"]) == 9


def test_words_of_a_place_never_control_the_terminal(call: Call) -> None:
    call("pain", "5", "--where", "kn\x1b[31mee\u202e")
    out = call("pain")[1]
    assert "\x1b" not in out
    assert "\u202e" not in out


@given(st.text(max_size=80))
def test_any_words_are_saved_whole_or_refused(typed: str) -> None:
    try:
        words = own_words(typed, 60, "--where")
    except UsageError:
        return
    assert 0 < len(words) <= 60
    assert words.encode()
