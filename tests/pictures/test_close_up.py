"""A drawing brought nearer: never without its places, its width or what part of the body it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from presspoint.catalogue.places import Side
from presspoint.pictures.close_up import LEAST_SHARE, close_up, is_small
from presspoint.pictures.picture import picture
from presspoint.pictures.sheet import Sheet, Wish, sheet
from presspoint.pictures.target import Size
from presspoint.storage import pictures_file

ATLAS = pictures_file.load()
PLACES = st.sampled_from(ATLAS.codes)
SIDES = st.sampled_from(("left", "right", "both", "midline"))


def shown(code: str, side: Side = "left") -> Sheet:
    return sheet(ATLAS, ATLAS.marks(code)[0].crop, [Wish(code, code)], side)


@given(PLACES, SIDES, st.integers(10, 120), st.integers(6, 50))
def test_it_keeps_its_places_its_width_and_most_of_its_height(
    code: str, side: Side, columns: int, rows: int
) -> None:
    whole = shown(code, side)
    near = close_up(whole, Size(columns, rows))
    box, part = whole.crop.box, near.crop.box
    assert near.targets == whole.targets
    assert (part.x, part.width) == (box.x, box.width)
    assert box.y <= part.y + 1e-6
    assert part.y + part.height <= box.y + box.height + 1e-6
    assert part.height >= LEAST_SHARE * box.height - 1e-6
    assert all(part.y <= target.at.y <= part.y + part.height for target in near.targets)


def test_a_tall_drawing_is_larger_and_a_wide_one_stays_as_it_is() -> None:
    size = Size(48, 21)
    discs = [
        sum(len(run.text) for row in picture(each, size).rows for run in row if run.ink == "place")
        for each in (shown("LI4"), close_up(shown("LI4"), size))
    ]
    assert discs[1] > discs[0]
    assert close_up(shown("BL60"), Size(30, 18)) == shown("BL60")
    assert is_small(shown("BL57"), Size(30, 18))
    assert not is_small(shown("LI4"), Size(30, 18))
