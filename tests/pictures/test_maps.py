"""Drawings as a person may see them, on cards, maps and in files: no barred place is a target."""

from __future__ import annotations

import re
import stat
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from presspoint.catalogue.safety_warnings import Level
from presspoint.cli.app import run
from presspoint.errors import PresspointError, StorageError
from presspoint.run.drawings.parts import show_on_body
from presspoint.run.places.person import read_person
from presspoint.safety.answers import ConditionAnswer
from presspoint.safety.check.pages import where_pages
from presspoint.safety.profile import Profile
from presspoint.storage.catalogue_file import load
from presspoint.storage.profile_file import change_profile
from presspoint.storage.settings_file import current_day
from presspoint.terminal import output
from support.cases import every

CATALOGUE = load()
SVG = "{http://www.w3.org/2000/svg}"
TODAY = current_day()


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESSPOINT_HOME", str(tmp_path / "home"))


@pytest.fixture
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "on_terminal", lambda: True)
    monkeypatch.setattr(output, "_terminal_size", lambda: (80, 24))
    monkeypatch.setattr(
        "presspoint.run.drawings.places.form",
        lambda wanted="on": None if wanted == "off" else "braille",
    )
    monkeypatch.setenv("TERM", "dumb")


def _form(wanted: str = "on") -> str | None:
    return None if wanted == "off" else "braille"


def _save(profile: Profile) -> None:
    change_profile(CATALOGUE, lambda _: profile)


def _printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    run(list(arguments))
    return capsys.readouterr().out.splitlines()


@pytest.mark.usefixtures("_terminal")
def test_the_overview_fits_a_screen_and_names_every_part(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = _printed(capsys, "map")
    assert len(lines) <= 22
    assert not any(line[-1:].isdigit() for line in lines[-3:]), "a number left its words"
    text = "\n".join(lines)
    for region in {point.region for point in CATALOGUE.points() if point.is_coached}:
        assert CATALOGUE.region(region).title in text


@pytest.mark.usefixtures("_terminal")
@every("columns", (20, 28, 31, 40))
def test_the_overview_is_never_wider_than_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setattr(output, "_terminal_size", lambda: (columns, 24))
    assert max(map(len, _printed(capsys, "map"))) <= columns


@pytest.mark.usefixtures("_terminal")
def test_a_plan_ends_with_where_its_steps_press(capsys: pytest.CaptureFixture[str]) -> None:
    assert _printed(capsys, "plan", "lower-back")[-1] == "2\xa0Hand  3\xa0Lower back  4\xa0Knee"
    assert "Hand" not in _printed(capsys, "plan", "lower-back", "--picture", "off")[-1]


@pytest.mark.usefixtures("_terminal")
def test_a_part_has_its_places_by_number(capsys: pytest.CaptureFixture[str]) -> None:
    lines = _printed(capsys, "map", "hand")
    assert len(lines) <= 22
    assert lines[-3:] == [
        " 1  LI4 Joining Valley: thumb web",
        " 2  SI3 Back Stream: edge of the hand",
        " 3  TE3 Middle Islet: back of the hand",
    ]


@pytest.mark.usefixtures("_terminal")
@every("region", [*CATALOGUE.table("regions")])
@pytest.mark.long
def test_every_number_of_a_list_is_on_its_drawing_at_80_by_24(
    capsys: pytest.CaptureFixture[str], region: str
) -> None:
    for lines in _drawn_parts(_printed(capsys, "map", region, "--all")):
        listed = {line.split()[0] for line in lines if re.match(r" ?\d+  ", line)}
        drawing = " ".join(line for line in lines[1:] if not re.match(r" ?(\d+|x)  ", line))
        assert listed <= set(re.findall(r"\d+", re.sub(r"[A-Z]+-?[A-Z]*\d+", "", drawing)))


@pytest.mark.long
@pytest.mark.usefixtures("_terminal")
@every("size", [(80, 24), (60, 20), (40, 12), (30, 10)])
def test_no_map_of_coached_places_has_empty_edges_or_is_far_larger_than_the_screen(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setattr(output, "_terminal_size", lambda: size)
    for region in {point.region for point in CATALOGUE.points() if point.is_coached}:
        for title, *lines in _drawn_parts(_printed(capsys, "map", region)):
            assert "" not in lines, f"{title} has an empty edge"
            drawn = [line for line in lines if re.search("[\u2801-\u28ff]", line)]
            assert len(drawn) <= max(14, size[1] - 3)


def _drawn_parts(lines: list[str]) -> list[list[str]]:
    """Return what is printed of each drawing: its title, its rows and its list."""
    starts = [number for number, line in enumerate(lines) if re.match("[A-Z][a-z]+[ ,]", line)]
    parts = (lines[a:b] for a, b in pairwise([*starts, len(lines)]))
    return [part for part in parts if any(re.search("[\u2801-\u28ff]", line) for line in part)]


@pytest.mark.usefixtures("_terminal")
@every("name", ("LI4", "BL23", "Hegu", "ST9"))
def test_a_place_is_found_by_any_name(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert len(_printed(capsys, "map", name)) <= 22


@pytest.mark.usefixtures("_terminal")
def test_what_nobody_presses_is_crossed_on_map_and_card(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert _printed(capsys, "map", "ST9")[-1] == " x  ST9 Human Welcome. Not to be pressed."
    drawing = [line[48:] for line in _printed(capsys, "point", "ST9")]
    assert any("x" in line for line in drawing)


@pytest.mark.usefixtures("_terminal")
def test_what_this_person_must_not_press_is_crossed(capsys: pytest.CaptureFixture[str]) -> None:
    _save(Profile(conditions=(ConditionAnswer("pregnancy", TODAY),)))
    lines = _printed(capsys, "map", "hand")
    assert " x  LI4 Joining Valley: thumb web. Not to be pressed." in lines
    assert " 2  SI3 Back Stream: edge of the hand" in lines


@pytest.mark.usefixtures("_terminal")
def test_what_only_a_tool_presses_is_crossed_where_the_tool_is_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _save(Profile(conditions=(ConditionAnswer("aneurysm", TODAY),)))
    assert _printed(capsys, "map", "BL23")[-1].startswith(" x  BL23")
    assert not _printed(capsys, "map", "LI4")[-1].startswith(" x")


@pytest.mark.usefixtures("_terminal")
def test_with_a_stop_or_an_unreadable_profile_nothing_is_a_target(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    _save(Profile(checked_on=TODAY, urgency=Level.EMERGENCY))
    assert all("Not to be pressed" in line for line in _printed(capsys, "map", "hand")[-3:])
    (tmp_path / "home" / "config" / "profile.toml").write_text("=", encoding="utf-8")
    assert all("Not to be pressed" in line for line in _printed(capsys, "map", "hand")[-3:])
    run(["map", "hand"])
    assert "no place is shown as one to press" in capsys.readouterr().err


@pytest.mark.usefixtures("_terminal")
def test_with_limits_that_cannot_be_found_or_read_nothing_is_a_target(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "home" / "config" / "catalogue" / "doctor.toml"
    own.parent.mkdir(parents=True)
    own.write_text("broken", encoding="utf-8")
    homes = {"faulty": tmp_path / "home", "away": tmp_path / "away", "unknown": Path("relative")}
    homes["away"].mkdir()
    (homes["away"] / "config").symlink_to(tmp_path / "not-mounted")
    for home in homes.values():
        monkeypatch.setenv("PRESSPOINT_HOME", str(home))
        assert all("Not to be pressed" in line for line in _printed(capsys, "map", "hand")[-3:])
        run(["point", "LI4"])
        printed = capsys.readouterr()
        assert printed.out.startswith("Thumb web: LI4")
        assert any("x" in line[48:] for line in printed.out.splitlines())
        assert "no place is shown as one to press" in printed.err


@pytest.mark.usefixtures("_terminal")
@every("columns", (1, 20, 30, 46))
def test_a_card_has_no_picture_where_no_text_fits_beside_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setattr(output, "_terminal_size", lambda: (columns, 24))
    assert max(map(len, _printed(capsys, "point", "LI4"))) <= max(columns, 20)


def test_a_person_without_answers_may_press_all_that_everybody_may() -> None:
    person = read_person(CATALOGUE, pytest.fail)
    assert person.may_press(CATALOGUE, CATALOGUE.point("LI4"))
    assert not person.may_press(CATALOGUE, CATALOGUE.point("ST9"))
    one_side = ConditionAnswer("varicose-veins", TODAY - timedelta(days=2), ())
    _save(Profile(conditions=(one_side,)))
    assert not read_person(CATALOGUE, pytest.fail).may_press(CATALOGUE, CATALOGUE.point("BL57"))


def test_without_a_terminal_a_sentence_says_where_each_place_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = _printed(capsys, "map", "hand")
    assert len(lines) == 3
    assert lines[0].startswith("LI4 Joining Valley: the back of the hand")


def test_a_drawing_is_saved_for_the_person_alone_and_never_over_a_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "hand.svg"
    assert _printed(capsys, "map", "hand", "--svg", str(path)) == [f"Saved in {path}."]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314  # what we wrote
    assert {"LI4", "SI3", "TE3"} <= {text.text for text in root.iter(f"{SVG}text")}
    assert "href" not in path.read_text(encoding="utf-8")
    with pytest.raises(StorageError, match="is there already"):
        run(["map", "hand", "--svg", str(path)])
    link = tmp_path / "link.svg"
    link.symlink_to(tmp_path / "elsewhere.svg")
    with pytest.raises(StorageError):
        run(["map", "hand", "--svg", str(link)])
    assert not (tmp_path / "elsewhere.svg").exists()


def test_the_drawing_of_one_place_is_saved_with_its_code_and_sides(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "place.svg"
    assert _printed(capsys, "point", "BL23", "--svg", str(path)) == [f"Saved in {path}."]
    root = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314  # what we wrote
    texts = [text.text for text in root.iter(f"{SVG}text")]
    assert texts == ["waist, from behind", "left", "right", "BL23", "BL23"]


def test_a_barred_place_is_a_cross_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "neck.svg"
    run(["map", "ST9", "--svg", str(path)])
    text = path.read_text(encoding="utf-8")
    assert 'class="barred"' in text
    assert "<circle" not in text


@every(
    ("typed", "said"),
    (
        ("chest pain", "call your emergency number"),
        ("nowhere at all", "No point called"),
        ("L14", "Did you mean LI4, with the letter I?"),
        ("Jianjin", 'Did you mean "Jianjing"?'),
        ("piriformis", "presspoint points --for piriformis"),
    ),
)
def test_a_word_that_is_no_place_says_what_to_do(typed: str, said: str) -> None:
    with pytest.raises(PresspointError) as refused:
        run(["map", typed])
    assert said in str(refused.value)


@every(
    ("typed", "note"),
    (("B47", "old number"), ("L5", "bone of that name in the lower back")),
)
def test_a_name_that_is_read_in_one_of_its_ways_says_so(
    capsys: pytest.CaptureFixture[str], typed: str, note: str
) -> None:
    assert note in _printed(capsys, "map", typed)[0]


@pytest.mark.usefixtures("_terminal")
def test_the_check_shows_the_parts_that_it_asks_about(capsys: pytest.CaptureFixture[str]) -> None:
    for page in where_pages(CATALOGUE, lambda _: True, "implants-or-lines"):
        show_on_body(CATALOGUE, page)
        lines = capsys.readouterr().out.splitlines()
        assert lines[-1] == "Left and right are your own."
        assert len(lines) <= 22
        numbers = {number for line in lines[1:-1] for number in re.findall(r"\d", line)}
        assert numbers == {str(number) for number in range(1, len(page.items) + 1)}
