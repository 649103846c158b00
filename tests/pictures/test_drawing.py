"""How figures are drawn: within their cells, symmetric, places as discs, barred ones never."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from presspoint.catalogue.places import Side
from presspoint.pictures.grid import Row
from presspoint.pictures.picture import Form, Picture, picture
from presspoint.pictures.sheet import Wish, sheet
from presspoint.pictures.target import Size
from presspoint.storage import pictures_file
from presspoint.terminal.lists.card import WITHIN
from support.cases import every

ATLAS = pictures_file.load()
FORMS: tuple[Form, ...] = ("braille", "characters")


def _text(rows: list[Row]) -> list[str]:
    return ["".join(run.text for run in row) for row in rows]


def _inked(drawn: Picture, ink: str) -> list[str]:
    return [run.text.strip() for row in drawn.rows for run in row if run.ink == ink]


def _drawn(code: str, side: Side = "left", form: Form = "braille", **wish: object) -> Picture:
    crop = ATLAS.marks(code)[0].crop
    wishes = [Wish(code, **wish)]  # type: ignore[arg-type]
    return picture(sheet(ATLAS, crop, wishes, side), Size(36, 18), form)


@given(
    st.sampled_from(ATLAS.codes),
    st.sampled_from(("left", "right", "both", "midline")),
    st.integers(1, 90),
    st.integers(1, 50),
    st.sampled_from(FORMS),
)
def test_a_drawing_never_leaves_its_cells(
    code: str, side: Side, columns: int, rows: int, form: Form
) -> None:
    crop, size = ATLAS.marks(code)[0].crop, Size(columns, rows)
    drawn = picture(sheet(ATLAS, crop, [Wish(code, code)], side), size, form)
    assert len(drawn.rows) == rows
    assert all(len(line) <= columns for line in _text(drawn.rows))


@every("form", FORMS)
def test_a_place_is_marked_and_a_barred_one_is_crossed(form: Form) -> None:
    assert _inked(_drawn("LI4", form=form), "place")
    barred = _drawn("LI4", form=form, kind="barred")
    assert _inked(barred, "crossed") == ["x"]
    assert not _inked(barred, "place")


def test_a_place_that_is_barred_on_one_side_is_crossed_there_alone() -> None:
    drawn = _drawn("BL23", "both", barred=frozenset({"left"}))
    assert max(_columns(drawn, "crossed")) < 18 <= min(_columns(drawn, "place"))


def test_the_other_limb_is_the_mirror_of_the_one() -> None:
    left, right = _drawn("LI4", "left"), _drawn("LI4", "right")
    assert left.title == "back of left hand"
    assert right.title == "back of right hand"
    dots = [line.ljust(36).count("\u2800") for line in _text(left.rows)]
    assert dots == [line.ljust(36).count("\u2800") for line in _text(right.rows)]
    assert _columns(left, "place") == [35 - column for column in reversed(_columns(right, "place"))]


def _columns(drawn: Picture, ink: str) -> list[int]:
    found = set()
    for row in drawn.rows:
        column = 0
        for run in row:
            if run.ink == ink:
                found |= {column + at for at, sign in enumerate(run.text) if sign != " "}
            column += len(run.text)
    return sorted(found)


def test_sides_are_the_persons_own() -> None:
    behind, front = _drawn("BL23", "both"), _drawn("KI27", "both")
    assert _text(behind.rows)[0].startswith("left")
    assert _text(behind.rows)[0].endswith("right")
    assert _text(front.rows)[0].startswith("right")
    assert _text(front.rows)[0].endswith("left")
    assert max(_columns(_drawn("GB30", "left"), "place")) < 18
    assert min(_columns(_drawn("GB30", "right"), "place")) >= 18
    assert min(_columns(_drawn("KI27", "left"), "place")) >= 18


def test_the_trunk_is_as_wide_on_the_left_as_on_the_right() -> None:
    for line in _text(_drawn("BL23", "both").rows)[1:]:
        filled = [at for at, sign in enumerate(line) if sign != " "]
        assert filled[0] == 35 - filled[-1]


def test_many_places_are_numbers() -> None:
    crop = ATLAS.crop("hand-back")
    wishes = [Wish("LI4", number="1"), Wish("SI3", number="2"), Wish("TE3", number="3")]
    drawn = picture(sheet(ATLAS, crop, wishes, "left"), Size(36, 18))
    assert sorted("".join(_inked(drawn, "place")).replace(" ", "")) == ["1", "2", "3"]


def test_numbers_of_two_digits_are_as_far_from_the_midline_on_both_sides() -> None:
    drawn = picture(
        sheet(ATLAS, ATLAS.crop("upper-back"), [Wish("BL43", number="12")], "both"), Size(36, 18)
    )
    columns = _columns(drawn, "place")
    assert len(columns) == 4
    assert columns == [35 - column for column in reversed(columns)]


def test_a_title_fits_below_the_smallest_drawing() -> None:
    for name in ATLAS.crops:
        for side in ("left", "right"):
            assert len(ATLAS.crop(name).title.format(side=side)) <= WITHIN[-1][0], name


def test_no_line_touches_a_cross() -> None:
    drawn = picture(
        sheet(ATLAS, ATLAS.crop("hand-palm"), [Wish("HT7", kind="barred")], "left"), Size(44, 21)
    )
    row = next(row for row in drawn.rows if any(run.ink == "crossed" for run in row))
    text = "".join(run.text for run in row)
    assert " x " in text
