"""The points command: points listed, chosen by what they are like."""

from presspoint.catalogue.selection import PlaceFilter, select_places
from presspoint.catalogue.tables import Catalogue
from presspoint.cli.parsing import option
from presspoint.errors import PresspointError
from presspoint.listing.places.rows import point_sections, points_document
from presspoint.listing.wish import wish_fields
from presspoint.names.warnings import find_warning
from presspoint.run.arguments.complaints import (
    find_complaint,
    find_regions,
    refusal_error,
    wish_for,
)
from presspoint.run.arguments.names import find_names, match_name
from presspoint.run.arguments.places import nothing_for, places_for
from presspoint.run.arguments.point import read_point, who_looks
from presspoint.storage.catalogue_file import load_for_looking_up
from presspoint.terminal import output
from presspoint.terminal.lists.listings import print_sections

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
    if search and not (complaint or like.named):
        if _is_in_a_text(catalogue, search):
            wish = wish._replace(warning=find_warning(catalogue, search))
        else:
            wish = wish_for(catalogue, search)
            like = like._replace(complaint=wish.complaint, words=None)
    places = [] if wish.refusal else places_for(catalogue, like, wish)
    person = who_looks(catalogue, places, output.report, lacks_files=bool(remarks))
    why_not = {each.code: person.reason(each) for each in places} if person else {}
    stops = person.stops if person else ()
    if json:
        document = points_document(catalogue, places, why_not) | wish_fields(wish, stops)
        output.print_document(document)
    else:
        output.print_paragraphs(each.line for each in stops)
    if not places:
        why = nothing_for(catalogue, like, wish)
        raise PresspointError(why) if json else refusal_error(wish, why)
    if not json:
        output.print_paragraphs(wish.preface)
        print_sections(point_sections(catalogue, places, why_not))


def _is_in_a_text(catalogue: Catalogue, words: str) -> bool:
    """Whether the words stand in the texts of any place; else they may be a complaint."""
    return bool(select_places(catalogue, PlaceFilter(words=words, every=True)))
