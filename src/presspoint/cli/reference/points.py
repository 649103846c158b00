"""The points command: points listed, chosen by what they are like."""

from presspoint.catalogue.places import Point
from presspoint.catalogue.selection import PlaceFilter, select_places
from presspoint.catalogue.tables import Catalogue
from presspoint.cli.parsing import option
from presspoint.errors import PresspointError
from presspoint.listing.points import point_sections, points_document
from presspoint.listing.wish import wish_fields
from presspoint.names.everyday.wish import Wish
from presspoint.run.arguments.complaints import find_complaint, find_regions, wish_for
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
    if search and not (complaint or like.named or _is_in_a_text(catalogue, search)):
        wish = wish_for(catalogue, search)
        like = like._replace(complaint=wish.complaint, words=None)
    places = [] if wish.refusal else _select(catalogue, like, wish)
    if json:
        output.print_document(points_document(catalogue, places) | wish_fields(wish))
    if not places:
        raise PresspointError(_why_none(catalogue, like, wish))
    if not json:
        output.print_paragraphs(wish.preface)
        print_sections(point_sections(catalogue, places))


def _is_in_a_text(catalogue: Catalogue, words: str) -> bool:
    """Whether the words stand in the texts of any place; else they may be a complaint."""
    return bool(select_places(catalogue, PlaceFilter(words=words, every=True)))


def _select(catalogue: Catalogue, like: PlaceFilter, wish: Wish) -> list[Point]:
    """The places that are like that, in the regions of the wish too."""
    places = select_places(catalogue, like)
    return [each for each in places if wish.regions is None or each.region in wish.regions]


def _why_none(catalogue: Catalogue, like: PlaceFilter, wish: Wish) -> str:
    """Why no place is listed, and the nearest that are."""
    from presspoint.catalogue.everyday_words import neighbours  # as few lists are empty
    from presspoint.listing.place_choice import nothing_fits  # as above

    if wish.refusal:
        unfound = "No place has these words in its texts. " if wish.is_unknown else ""
        return f"{unfound}{wish.refusal}"
    names = load_names()
    beside = (each for region in like.regions or () for each in neighbours(names, region))
    return wish.refuse(nothing_fits(catalogue, like, tuple(dict.fromkeys(beside))))
