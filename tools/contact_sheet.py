"""Draws all figures with their places onto one picture, to be looked at.

    python tools/contact_sheet.py [--all] SHEET.png

With the places that presspoint guides to, or with all that can be looked up. Needs Pillow, which is
installed by hand.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image, ImageDraw

from presspoint.pictures.figures.atlas import Atlas, Crop
from presspoint.pictures.figures.figure import Position
from presspoint.pictures.target import FINGER_CUN
from presspoint.storage import catalogue_file, pictures_file

HEIGHT, WIDEST, GAP = 520, 2400, 12  # pixels: of a drawing, of a row of them, between two
INKS = {"out": "black", "in": "#999999"}


def drawing(atlas: Atlas, crop: Crop, codes: list[str]) -> Image.Image:
    """Return a crop with the places whose best drawing it is, each with its code."""
    box, scale = crop.box, HEIGHT / crop.box.height
    image = Image.new("RGB", (round(box.width * scale), HEIGHT), "white")
    draw = ImageDraw.Draw(image)

    def pixel(at: Position, way: int) -> tuple[float, float]:
        return (at.x * way - box.x) * scale, (at.y - box.y) * scale

    ways = (1, -1) if crop.figure.is_half else (1,)
    for line in crop.figure.lines:
        for way in ways if line.kind in INKS else ():
            draw.line([pixel(at, way) for at in line.points], INKS[line.kind], 2, "curve")
    radius = FINGER_CUN / 2 * crop.figure.cun * scale
    for code in codes:
        for at in (mark.at for mark in atlas.marks(code) if mark.crop.name == crop.name):
            for way in ways if at.x else (1,):
                x, y = pixel(at, way)
                draw.ellipse((x - radius, y - radius, x + radius, y + radius), outline="#c2185b")
            draw.text((pixel(at, 1)[0] + radius, pixel(at, 1)[1] - 6), code[:8], "#0000aa")
    draw.text((4, 2), crop.name, "#006600")
    return image


def main() -> None:
    """Draw every crop, in rows."""
    atlas, tables = pictures_file.load(), catalogue_file.tables()
    is_all, path = "--all" in sys.argv, Path(sys.argv[-1])
    guided = {code for code, content in tables["points"].items() if "find" in content}
    codes = [code for code in atlas.codes if is_all or code in guided or code in tables["zones"]]
    rows: list[list[Image.Image]] = [[]]
    for name in atlas.crops:
        image = drawing(atlas, atlas.crop(name), codes)
        if sum(each.width + GAP for each in rows[-1]) + image.width > WIDEST:
            rows.append([])
        rows[-1].append(image)
    sheet = Image.new("RGB", (WIDEST, len(rows) * (HEIGHT + GAP)), "#dddddd")
    for number, row in enumerate(rows):
        left = 0
        for image in row:
            sheet.paste(image, (left, number * (HEIGHT + GAP)))
            left += image.width + GAP
    sheet.save(path)


if __name__ == "__main__":
    main()
