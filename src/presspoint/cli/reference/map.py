"""The map command: the body, or a part of it, with its places."""

from pathlib import Path
from typing import Annotated

from presspoint.catalogue.places import Point
from presspoint.catalogue.selection import PlaceFilter
from presspoint.catalogue.tables import Catalogue
from presspoint.cli.parsing import option
from presspoint.errors import PresspointError
from presspoint.listing import map as listing
from presspoint.listing.measures import with_centimetres
from presspoint.names.everyday.wish import Wish
from presspoint.run.arguments.complaints import find_complaint, find_regions, is_region
from presspoint.run.arguments.places import nothing_for, places_for
from presspoint.run.arguments.point import find_point, read_point
from presspoint.run.drawings import drawings, overview, picture_form
from presspoint.run.personal import read_ruler
from presspoint.storage.catalogue_file import load_for_looking_up
from presspoint.storage.new_file import write_new_file
from presspoint.terminal import output
from presspoint.terminal.maps import print_map, print_overview


def show_map(
    where: Annotated[
        str | None,
        option.argument("[WHERE]", "A part of the body, or a place.", "names:regions"),
    ] = None,
    complaint: option.Complaint = None,
    every: option.Every = False,
    svg: Annotated[
        Path | None, option.value_option("FILE", "Write the drawing into a new SVG file.")
    ] = None,
    picture: option.Drawn = None,
) -> None:
    """Draw the body with its places."""
    catalogue, remarks = load_for_looking_up()
    output.report_all(remarks)
    wish = find_complaint(catalogue, complaint)
    is_whole = where is None and complaint is None and not every
    places = _places(catalogue, where, wish, every=every)
    output.print_paragraphs(wish.preface)
    if svg is not None:
        _write(catalogue, places, svg)
    elif (letters := picture_form(picture)) is None:
        ruler = read_ruler()
        output.print_lines(with_centimetres(listing.sentence(each), ruler) for each in places)
    elif is_whole:
        sheets, numbers = overview(places)
        print_overview(sheets, listing.overview_lines(catalogue, numbers), letters)
    else:
        for drawing in drawings(catalogue, places, output.report):
            lines = listing.legend_lines(drawing.places, drawing.barred)
            print_map(drawing.sheet, list(lines), letters)


def _places(catalogue: Catalogue, where: str | None, wish: Wish, *, every: bool) -> list[Point]:
    """The places to draw. Raises PresspointError where there is none, or the name is unknown."""
    if where and read_point(catalogue, where).meanings and not is_region(catalogue, where):
        return [catalogue.point(code) for code in find_point(catalogue, where).codes]
    regions = find_regions(catalogue, where, "part of the body")
    like = PlaceFilter(regions, wish.complaint, every=every)
    if places := places_for(catalogue, like, wish):
        return places
    raise PresspointError(nothing_for(catalogue, like, wish))


def _write(catalogue: Catalogue, places: list[Point], path: Path) -> None:
    from presspoint.pictures.vector import document  # for this alone

    sheets = [drawing.sheet for drawing in drawings(catalogue, places, output.report)]
    write_new_file(path, document(sheets))
    output.say(f"Saved in {path}.")
