"""A drawing brought nearer: less of its height, around its places, where that makes it larger."""

from presspoint.pictures.grid import ACROSS, DOWN
from presspoint.pictures.scale import fit
from presspoint.pictures.sheet import Sheet
from presspoint.pictures.target import FINGER_CUN, Size

LEAST_SHARE = 0.6  # of a crop's height, so that it is clear which part of the body is seen
LEAST_AROUND = 3.0  # cun above and below the places
LEAST_DOTS = 3  # of a place, so that it is seen among the lines around it at a glance


def close_up(sheet: Sheet, size: Size) -> Sheet:
    """Return a sheet whose crop has the shape of `size`, as far as not too much of it is lost.

    It keeps its width, as the outlines on both sides tell where a place is.
    """
    box, margin = sheet.crop.box, LEAST_AROUND * sheet.crop.figure.cun
    levels = [target.at.y for target in sheet.targets]
    first, last = min(levels) - margin, max(levels) + margin
    filling = box.width / (size.columns * ACROSS) * (size.rows * DOWN)
    height = min(box.height, max(filling, box.height * LEAST_SHARE, last - first))
    top = max(box.y, min((first + last - height) / 2, box.y + box.height - height))
    return sheet._replace(crop=sheet.crop._replace(box=box._replace(y=top, height=height)))


def is_small(sheet: Sheet, size: Size) -> bool:
    """Whether the places of a whole sheet are hard to see at a size."""
    figure, box = sheet.crop.figure, sheet.crop.box
    scale = fit(figure, box, size.columns * ACROSS, size.rows * DOWN)
    return FINGER_CUN * scale.dots_a_cun < LEAST_DOTS
