"""The map command: the body, or a part of it, with its places."""

from typing import Annotated

from presspoint.catalogue.places import Point
from presspoint.catalogue.selection import PlaceFilter
from presspoint.catalogue.tables import Catalogue
from presspoint.cli.parsing import option
from presspoint.listing.measures import with_centimetres
from presspoint.listing.places import map as listing
from presspoint.names.everyday.wish import Wish
from presspoint.names.points.readings import Reading
from presspoint.run.arguments.complaints import (
    find_complaint,
    find_regions,
    is_region,
    refusal_error,
)
from presspoint.run.arguments.places import nothing_for, places_for
from presspoint.run.arguments.point import find_point
from presspoint.run.drawings.places import drawings, overview, picture_form, save_drawings
from presspoint.run.places.own_texts import read_ruler
from presspoint.run.places.person import read_person
from presspoint.storage.catalogue_file import load_for_looking_up
from presspoint.terminal import output
from presspoint.terminal.lists.maps import print_map, print_overview


def show_map(
    where: Annotated[
        str | None,
        option.argument("[WHERE]", "A part of the body, or a place.", "names:regions"),
    ] = None,
    complaint: option.Complaint = None,
    every: option.Every = False,
    svg: option.Svg = None,
    picture: option.Drawn = None,
) -> None:
    """Draw the body with its places."""
    catalogue, remarks = load_for_looking_up()
    output.report_all(remarks)
    person = read_person(catalogue, output.report, lacks_files=bool(remarks))
    output.print_paragraphs(each.line for each in person.stops)
    wish = find_complaint(catalogue, complaint)
    is_whole = where is None and complaint is None and not every
    named = _point_named(catalogue, where)
    places = [catalogue.point(code) for code in named.codes]
    places = places or _places(catalogue, where, wish, every=every)
    output.print_paragraphs(filter(None, (*wish.preface, named.note)))
    if svg is not None:
        drawn = drawings(catalogue, places, output.report, person)
        save_drawings(drawn, svg)
        output.say(f"Saved in {svg}.")
    elif (letters := picture_form(picture)) is None:
        ruler = read_ruler()
        sentences = (listing.sentence(catalogue, each, person.reason(each)) for each in places)
        output.print_lines(with_centimetres(each, ruler) for each in sentences)
    elif is_whole:
        sheets, numbers = overview(places)
        print_overview(sheets, listing.overview_lines(catalogue, numbers), letters)
    else:
        for drawing in drawings(catalogue, places, output.report, person):
            lines = listing.legend_lines(drawing.places, drawing.barred)
            print_map(drawing.sheet, list(lines), letters)


def _point_named(catalogue: Catalogue, where: str | None) -> Reading:
    """The point of that name; nothing for a part of the body. Raises PresspointError."""
    if where is None or is_region(catalogue, where):
        return Reading()
    return find_point(catalogue, where)


def _places(catalogue: Catalogue, where: str | None, wish: Wish, *, every: bool) -> list[Point]:
    """The places of a part of the body, or for a wish. Raises PresspointError for none."""
    like = PlaceFilter(find_regions(catalogue, where), wish.complaint, every=every)
    if places := places_for(catalogue, like, wish):
        return places
    raise refusal_error(wish, nothing_for(catalogue, like, wish))
