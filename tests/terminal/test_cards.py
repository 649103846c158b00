"""The card of a place: whole on a terminal of 24 lines, the place in plain words first."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from presspoint.catalogue.places import Point
from presspoint.errors import PresspointError
from presspoint.listing.learning import lesson_rows
from presspoint.listing.places.card import point_rows
from presspoint.run.arguments.point import find_point
from presspoint.storage.catalogue_file import load
from presspoint.terminal import output
from presspoint.terminal.cells import cell_width
from support.cases import every

CATALOGUE = load()
PLACES = [*CATALOGUE.points(), *CATALOGUE.zones()]
COACHED = [each for each in PLACES if each.is_coached]
ROWS = 22  # of 24: the command and the next prompt have one each
Card = Callable[[Point, str, int], list[str]]


@pytest.fixture
def card(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Card:
    """Return the lines of the card of a place, with a note, on a terminal of so many columns."""
    monkeypatch.setattr(output, "on_terminal", lambda: True)
    monkeypatch.setenv("TERM", "dumb")

    def lines(place: Point, note: str, columns: int) -> list[str]:
        monkeypatch.setenv("COLUMNS", f"{columns}")
        output.print_card(point_rows(CATALOGUE, place, note))
        return capsys.readouterr().out.splitlines()

    return lines


@every("place", PLACES)
def test_the_card_of_every_place_is_on_the_screen_whole(card: Card, place: Point) -> None:
    """Finding A8: where, find and press had scrolled away."""
    assert len(card(place, "", 80)) <= ROWS


def test_so_is_the_card_of_a_place_with_an_old_number(card: Card) -> None:
    notes = 0
    for typed in (f"{letters}{number}" for letters in ("B", "UB") for number in range(1, 68)):
        try:
            reading = find_point(CATALOGUE, typed)
        except PresspointError:
            continue  # it is asked about
        notes += bool(reading.note)
        assert len(card(CATALOGUE.point(reading.codes[0]), reading.note, 80)) <= ROWS, typed
    assert notes


@every("columns", (30, 40, 60, 120, 200))
def test_a_card_fits_a_terminal_of_any_width(card: Card, columns: int) -> None:
    for place in COACHED:
        lines = card(place, "", columns)
        assert max(map(cell_width, lines)) <= min(columns, 80)


def test_a_card_says_where_and_how_before_what_else_there_is(card: Card) -> None:
    lines = card(CATALOGUE.point("LI4"), "", 80)
    assert lines[0] == "Thumb web: LI4 Joining Valley (Hégǔ 合谷)"
    labels = [line.split("  ")[0] for line in lines[1:] if not line.startswith(" ")]
    assert labels == [
        "Where", "Find", "Press", "How long", "Take care", "Not with", "Position", "Tradition",
    ]  # fmt: skip


def test_a_label_ends_without_a_sign_as_a_colon_follows_it_on_a_narrow_screen() -> None:
    for place in COACHED:
        lesson = lesson_rows(CATALOGUE, place, place.hold_sides[0], "1 of 5")
        for label, _ in (*point_rows(CATALOGUE, place, ""), *lesson):
            assert not label or label[-1].isalpha()


@every(("code", "title"), [
    ("ST36", "Lower leg: ST36 Leg Three Miles (Zúsānlǐ 足三里)"),
    ("foot-ball", "Behind the middle toes"),
    ("KI27", "Below the collarbone: KI27 Shu Mansion (Shūfǔ 兪府)"),
])  # fmt: skip
def test_a_title_has_plain_words_then_code_and_name(card: Card, code: str, title: str) -> None:
    assert card(CATALOGUE.point(code), "", 80)[0] == title


@every(("code", "why"), [
    ("ST36", "presspoint does not guide you there."),
    ("SI15", "You need a helper for it. presspoint does not guide you there."),
    ("EX-HN3", "presspoint guides you there only in the routine relaxing."),
])  # fmt: skip
def test_a_card_without_a_session_says_so(code: str, why: str) -> None:
    assert ("Look-up", why) in [*point_rows(CATALOGUE, CATALOGUE.point(code), "")]
