"""The points command: points listed, chosen by what they are like."""

from presspoint.catalogue.places import Point
from presspoint.catalogue.selection import PlaceFilter, select_places
from presspoint.catalogue.tables import Catalogue
from presspoint.cli.parsing import option
from presspoint.errors import PresspointError
from presspoint.listing.points import point_sections, points_document
from presspoint.listing.wish import wish_fields
from presspoint.names.everyday.wish import Wish
from presspoint.run.arguments.complaints import find_complaint, find_regions
from presspoint.run.arguments.names import find_names, match_name
from presspoint.run.arguments.point import read_point
from presspoint.storage.catalogue_file import load_for_looking_up, load_names
from presspoint.terminal import output
from presspoint.terminal.listings import print_sections

REACHES = {name: name for name in ("self", "tool", "helper")}


def list_points(
    region: option.Region = None,
    complaint: option.Complaint = None,
    reach: option.Reach = None,
    tool: option.Tool = None,
    position: option.Position = None,
    search: option.Search = None,
    every: option.Every = False,
    json: option.Json = False,
) -> None:
    """List places by part of the body, complaint and more."""
    catalogue, remarks = load_for_looking_up()
    output.report_all(remarks)
    wish = find_complaint(catalogue, complaint)
    like = PlaceFilter(
        regions=find_regions(catalogue, region),
        complaint=wish.complaint,
        reach=None if reach is None else match_name(REACHES, reach, "--reach"),
        tools=find_names(catalogue, "tools", tool, "--tool"),
        positions=find_names(catalogue, "positions", position, "--position"),
        words=search,
        named=read_point(catalogue, search).codes if search else (),
        every=every,
    )
    places = _select(catalogue, like, wish)
    if search and not places and not select_places(catalogue, like._replace(every=True)):
        wish = find_complaint(catalogue, search)  # no text has the words: they may be a complaint
        like = like._replace(complaint=wish.complaint, words=None)
        places = _select(catalogue, like, wish)
    if json:
        output.print_document(points_document(catalogue, places) | wish_fields(wish))
    if not places:
        raise PresspointError(wish.refuse(_nothing_fits(catalogue, like)))
    if not json:
        output.print_paragraphs(wish.preface)
        print_sections(point_sections(catalogue, places))


def _select(catalogue: Catalogue, like: PlaceFilter, wish: Wish) -> list[Point]:
    """The places that are like that, in the regions of the wish too."""
    places = select_places(catalogue, like)
    return [each for each in places if wish.regions is None or each.region in wish.regions]


def _nothing_fits(catalogue: Catalogue, like: PlaceFilter) -> str:
    from presspoint.catalogue.everyday_words import neighbours  # as few lists are empty
    from presspoint.listing.place_choice import nothing_fits  # as above

    names = load_names()
    beside = (each for region in like.regions or () for each in neighbours(names, region))
    return nothing_fits(catalogue, like, tuple(dict.fromkeys(beside)))
