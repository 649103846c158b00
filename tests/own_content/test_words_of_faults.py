"""What is said of usual mistakes in an own file: the line, what was found, and what to do."""

from __future__ import annotations

import re
from pathlib import Path

import tomli_w

from presspoint.listing.own_files import fault_lines
from presspoint.storage.catalogue_file import load
from presspoint.storage.own.catalogue import check_files
from support.cases import every
from support.own import GOOD, changed, check, written

CATALOGUE = load()


def said(tmp_path: Path, text: str | bytes) -> list[str]:
    """Return the faults of a file with this content, without its folder."""
    path = tmp_path / "physio.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [
        str(each).removeprefix(f"{tmp_path}/") for each in check_files(CATALOGUE, [path]).faults
    ]


def test_a_file_in_another_encoding_says_how_to_save_it(tmp_path: Path) -> None:
    (fault,) = said(tmp_path, "schema = 1".encode("utf-16"))
    assert fault.startswith("physio.toml:1: found text saved as UTF-16, which Notepad calls")


SHIN, FIRST_STEP = ("points", "shin"), ("routines", "physio", "steps", 0)
UNKNOWN: tuple[tuple[tuple[str | int, ...], object, str], ...] = (
    ((*SHIN, "region"), "middle", '"middle". It should be one of abdomen, ankle, armpit'),
    ((*SHIN, "tools"), ["massage gun"], '"massage gun". It should be one of both-h'),
    ((*SHIN, "helps"), ["everything"], "It should be one of general-pain, headache"),
    ((*SHIN, "helps"), ["chest pain"], "presspoint check asks about every sign."),
    ((*SHIN, "avoid"), ["nothing"], "presspoint conditions lists them"),
    ((*SHIN, "avoid"), ["varicose-vein"], 'Did you mean "varicose-veins"?'),
    ((*SHIN, "at"), "L14", 'Did you mean "LI4"?'),
    ((*SHIN, "at"), "LI4 Hegu", 'Did you mean "LI4"?'),
    ((*SHIN, "at"), "UB40", 'Did you mean "BL40"?'),
    ((*SHIN, "at"), "ba hui", 'Did you mean "GV20"?'),
    ((*SHIN, "at"), "GI20", 'Did you mean "LI20" or "GV20"?'),
    ((*SHIN, "at"), "ST99", "There are ST1 to ST45."),
    ((*SHIN, "sides"), "both", "each (one side after the other), together (both at once)"),
    ((*SHIN, "hold", "cap"), "60", "Type 60, without quotes."),
    ((*SHIN, "hold", "cap"), "60 s", "Type 60, without quotes."),
    ((*SHIN, "tools"), "thumb", 'Type ["thumb"].'),
    ((*SHIN, "tool"), ["thumb"], 'Did you mean "tools"?'),
    ((*SHIN, "care"), ["go-esy"], 'Did you mean "go-easy"?'),
    ((*FIRST_STEP, "position"), "lying", 'Did you mean "lying-back" or "lying-side"?'),
    ((*FIRST_STEP, "tools"), ["ball"], '"tennis-balls", "soft-ball" or "massage-ball"?'),
    ((*FIRST_STEP, "presses", 0, "second"), 40, 'Did you mean "seconds"?'),
)


@every(("path", "value", "words"), UNKNOWN)
def test_a_name_that_is_not_known_is_answered_with_those_that_are(
    tmp_path: Path, path: tuple[str | int, ...], value: object, words: str
) -> None:
    faults = [str(each) for each in check(tmp_path, changed(path, value)).faults]
    assert any(words in each for each in faults), faults


def test_a_word_that_is_taken_for_an_id_is_shown_as_it_was_typed(tmp_path: Path) -> None:
    content = changed((*SHIN, "tools"), ["thumb", "lacrosse ball"])
    (fault,) = check(tmp_path, content).faults
    assert 'found "lacrosse ball" (massage-ball). It should be one of the tools' in str(fault)


GOOD_TEXT = tomli_w.dumps(GOOD)
HEADINGS = (
    ("[points.shin]", "[point.shin]", "Did you mean [points.shin]?"),
    ("[points.shin]", "[Points.shin]", "Did you mean [points.shin]?"),
    ("[points.shin]", "[shin]", "Did you mean [points.shin]?"),
    ("[points.shin]", "[[points]]", "a table, in single brackets: [points.NAME]."),
    ("[points.shin]", "[[points.shin]]", "a table, in single brackets: [points.shin]."),
    ("[points.shin]", "[points]", "[points.NAME], with a name of your own"),
    ("[zones.waist-edge]", "[waist-edge]", "Did you mean [zones.waist-edge]?"),
    ("[cautions.go-easy]", "[caution.go-easy]", "Did you mean [cautions.go-easy]?"),
    ("[cautions.go-easy]", "[go-easy]", "Did you mean [cautions.go-easy]?"),
    ("[routines.physio]", "[routine.physio]", "Did you mean [routines.physio]?"),
)


def test_one_wrong_heading_is_one_fault_whatever_refers_to_what_is_below_it(tmp_path: Path) -> None:
    for right, wrong, words in HEADINGS:
        text = GOOD_TEXT.replace(f"{right}\n", f"{wrong}\n")
        text = text.replace(f"[{right[1:-1]}.", f"[{wrong.strip('[]')}.")
        if right == "[routines.physio]":
            text = text.replace("[[routines.", "[[routine.")
        faults = said(tmp_path, text)
        assert len(faults) == 1, (wrong, faults)
        assert words in faults[0], faults


KEY = re.compile(r"^ *([a-z_]{4,}) *=", re.MULTILINE)


def test_a_key_with_a_letter_wrong_is_one_fault_that_names_the_right_one(tmp_path: Path) -> None:
    wrong = []
    for found in KEY.finditer(GOOD_TEXT):
        right = found[1]
        for name in (right[:-1], f"{right}s", right.capitalize(), right[0] + right[2:]):
            text = GOOD_TEXT[: found.start(1)] + name + GOOD_TEXT[found.end(1) :]
            faults = said(tmp_path, text)
            if len(faults) != 1 or f'Did you mean "{right}"?' not in faults[0]:
                wrong.append((right, name, faults))
    assert wrong == []


@every(
    ("path", "value", "right"),
    [
        ((*SHIN, "region"), "lower-lge", "lower-leg"),
        ((*SHIN, "positions"), ["seatted"], "seated"),
        ((*SHIN, "tools"), ["thum"], "thumb"),
        ((*SHIN, "helps"), ["sciatca"], "sciatica"),
        ((*SHIN, "rhythm"), "circel", "circle"),
        ((*SHIN, "sources"), ["phisio"], "physio"),
    ],
)
def test_a_name_with_a_letter_wrong_is_answered_with_the_right_one(
    tmp_path: Path, path: tuple[str | int, ...], value: object, right: str
) -> None:
    (fault,) = check(tmp_path, changed(path, value)).faults
    assert f'Did you mean "{right}"?' in str(fault)


def test_a_file_and_its_copy_are_one_fault_each(tmp_path: Path) -> None:
    paths = [written(tmp_path, GOOD, name) for name in ("a.toml", "b.toml")]
    faults = check_files(CATALOGUE, paths).faults
    assert len(faults) == 2
    assert "an id that b.toml has too, and 4 more. It should be an id that is used" in str(
        faults[0]
    )


def test_what_needs_a_file_with_a_fault_has_one_fault_that_names_that_file(tmp_path: Path) -> None:
    places = changed(("points", "shin", "hold", "cap"), 999)
    routines = {"schema": 1, "routines": places.pop("routines")}
    paths = [written(tmp_path, places, "a.toml"), written(tmp_path, routines, "b.toml")]
    first, second = check_files(CATALOGUE, paths).faults
    assert first.file.endswith("a.toml")
    assert 'found "waist-edge", which is in a.toml. It should be in a file that is OK' in str(
        second
    )


def test_what_needs_a_file_that_cannot_be_read_has_one_fault_too(tmp_path: Path) -> None:
    places = {key: each for key, each in GOOD.items() if key != "routines"}
    broken = written(tmp_path, places, "a.toml")
    broken.write_text(broken.read_text().replace('"Beside', "“Beside", 1))
    routines = {"schema": 1, "routines": GOOD["routines"]}
    paths = [broken, written(tmp_path, routines, "b.toml")]
    first, second = check_files(CATALOGUE, paths).faults
    assert "curly quotes" in str(first)
    assert "which is in a.toml. It should be in a file that is OK" in str(second)


def test_a_missing_first_line_has_a_line_too(tmp_path: Path) -> None:
    assert said(tmp_path, "") == [
        "physio.toml:1: schema: found nothing. It should be schema = 1, as the first line."
    ]


def test_equal_faults_of_a_file_are_one_line_with_the_lines_of_all(tmp_path: Path) -> None:
    tools = GOOD_TEXT.replace('    "thumb",\n', '    "massage gun",\n')
    path = tmp_path / "physio.toml"
    path.write_text(tools)
    faults = check_files(CATALOGUE, [path]).faults
    assert len(faults) == 2
    (line,) = fault_lines(faults)
    assert line.startswith(f"{path}:{faults[0].line}: ")
    assert line.endswith(f" The same on line {faults[1].line}.")


def test_different_missing_keys_are_different_faults(tmp_path: Path) -> None:
    content = changed((*SHIN, "hold"), {})
    faults = check(tmp_path, content).faults
    assert len(faults) == 2
    assert len(list(fault_lines(faults))) == 2
