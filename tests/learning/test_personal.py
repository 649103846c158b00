"""A person's own note on a place, and centimetres of their own fingers beside finger-widths."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from presspoint.catalogue.tables import Catalogue
from presspoint.listing.measures import FINGER_WIDTHS, with_centimetres
from presspoint.storage.entries.entry import Entry, save_entries
from presspoint.storage.entries.notes import read_notes, save_note
from support.cases import every

Call = Callable[..., tuple[int, str, str]]


@every(
    ("text", "ruler", "shown"),
    [
        ("one finger-width lower", 7.5, "one finger-width (1.9 cm) lower"),
        ("two finger-widths from", 7.5, "two finger-widths (3.8 cm) from"),
        ("nearly three finger-widths.", 7.5, "nearly three finger-widths (5 cm)."),
        ("four finger-widths", 7.5, "four finger-widths (7.5 cm)"),
        ("two to four finger-widths from", 8.0, "two to four finger-widths (4 to 8 cm) from"),
        ("two finger-widths", 6.5, "two finger-widths (3.3 cm)"),
        ("two finger-widths", 0.0, "two finger-widths"),
        ("Lay two fingers flat", 7.5, "Lay two fingers flat"),
    ],
)
def test_finger_widths_have_centimetres_beside_them(text: str, ruler: float, shown: str) -> None:
    assert with_centimetres(text, ruler) == shown


def test_every_measure_of_the_catalogue_is_understood(catalogue: Catalogue) -> None:
    texts = [text for each in catalogue.points() for text in (each.place, each.find, each.lost)]
    told = [text for text in texts if "finger-width" in text]
    assert len(told) > 10
    for text in told:
        assert len(FINGER_WIDTHS.findall(text)) == text.count("finger-width"), text


def test_centimetres_are_on_card_and_sentence_and_not_in_json(call: Call) -> None:
    before = call("point", "BL23", "--json")[1]
    assert call("settings", "ruler", "7,5 cm")[0] == 0
    for arguments in (["point", "BL23"], ["map", "BL23"]):
        assert "two finger-widths (3.8 cm)" in call(*arguments)[1]
    assert call("point", "BL23", "--json")[1] == before
    call("settings", "ruler", "none")
    assert " cm)" not in call("point", "BL23")[1]


@every("typed", ["4.9", "12.1", "seven", "7.55", "7.", "-7", "nan", "1e1", "７.5"])
def test_what_is_no_width_of_four_fingers_is_refused(call: Call, typed: str) -> None:
    code, out, err = call("settings", "ruler", "--", typed)
    assert (code, out) == (2, "")
    assert "from 5 to 12" in err


@every("value", ["0", "true", "nan", "'7.5'", "12.01"])
def test_a_width_in_the_file_is_checked_too(call: Call, home: Path, value: str) -> None:
    (home / "config").mkdir(exist_ok=True)
    (home / "config" / "settings.toml").write_text(f"ruler = {value}\n", encoding="utf-8")
    assert "It should be a number from 5 to 12." in call("settings")[2]
    assert call("point", "BL23")[0] == 0


def test_a_note_is_shown_last_replaced_and_removed(call: Call) -> None:
    assert "Your note" not in call("point", "LI4")[1]
    assert call("point", "hegu", "--note", " mine is a\nthumb lower ")[0] == 0
    assert call("point", "LI4")[1].splitlines()[-1] == "Your note: mine is a thumb lower"
    assert "Your note" not in call("point", "SI3")[1]
    call("point", "LI4", "--note", "no, two")
    assert call("point", "LI4", "--sources")[1].splitlines()[-1] == "Your note: no, two"
    assert json.loads(call("point", "LI4", "--json")[1])["your_note"] == "no, two"
    call("point", "LI4", "--note", "")
    assert "Your note" not in call("point", "LI4")[1]
    assert json.loads(call("point", "LI4", "--json")[1])["your_note"] == ""


def test_a_note_is_at_most_200_characters(call: Call) -> None:
    assert call("point", "LI4", "--note", "x" * 200)[0] == 0
    code, out, err = call("point", "LI4", "--note", "y" * 201)
    assert (code, out) == (2, "")
    assert "200" in err
    assert read_notes() == {"LI4": "x" * 200}


def test_a_note_never_controls_the_terminal(call: Call) -> None:
    call("point", "LI4", "--note", "\x1b[31mred \u202eabc\udcff")
    for out in (call("point", "LI4")[1], call("point", "LI4", "--json")[1]):
        assert not set("\x1b\u202e\udcff") & set(out)
    assert "\\x1b[31mred \\u202eabc" in read_notes()["LI4"]


def test_of_two_machines_the_later_note_counts_whatever_its_zone() -> None:
    later = Entry("b", "note", "2026-11-29T10:00:00+01:00", {"place": "LI4", "text": "later"})
    earlier = Entry("a", "note", "2026-11-29T10:30:00+02:00", {"place": "LI4", "text": "earlier"})
    save_entries([later, earlier])
    save_entries([later, earlier])
    assert read_notes() == {"LI4": "later"}


def test_a_note_that_cannot_be_saved_is_exit_4_and_one_that_cannot_be_read_hides_no_card(
    call: Call, home: Path
) -> None:
    save_note("LI4", "x")
    path = home / "data" / "history.db"
    path.write_bytes(b"no database" * 100)
    assert call("point", "LI4", "--note", "y")[0] == 4
    code, out, err = call("point", "LI4")
    assert code == 0
    assert "Joining Valley" in out
    assert "your own notes cannot be read" in err
