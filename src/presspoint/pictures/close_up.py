"""A drawing brought nearer: as much of a crop as fills its size, around the places on it."""

from presspoint.pictures.figure import Box
from presspoint.pictures.grid import ACROSS, DOWN
from presspoint.pictures.sheet import Sheet
from presspoint.pictures.target import Size

LEAST_SHARE = 0.6  # of a crop's length, so that it is clear which part of the body is seen
LEAST_AROUND = 3.0  # cun beside the places


def close_up(sheet: Sheet, size: Size) -> Sheet:
    """Return a sheet whose crop has the shape of `size`, as far as no place and little is lost."""
    box, figure = sheet.crop.box, sheet.crop.figure
    shape = size.columns * ACROSS / (size.rows * DOWN)
    margin = LEAST_AROUND * figure.cun
    left, width = _part(
        box.x, box.width, box.height * shape, [target.at.x for target in sheet.targets], margin
    )
    top, height = _part(
        box.y, box.height, box.width / shape, [target.at.y for target in sheet.targets], margin
    )
    return sheet._replace(crop=sheet.crop._replace(box=Box(left, top, width, height)))


def _part(
    start: float, length: float, wanted: float, places: list[float], margin: float
) -> tuple[float, float]:
    """Return the start and the length of the part of a line that is shown, around its places."""
    if wanted >= length or not places:
        return start, length
    first, last = min(places) - margin, max(places) + margin
    shown = min(length, max(wanted, length * LEAST_SHARE, last - first))
    begin = (first + last - shown) / 2
    return min(max(begin, start), start + length - shown), shown
