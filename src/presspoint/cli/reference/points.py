"""The points command: points listed, chosen by what they are like."""

from presspoint.catalogue.selection import PlaceFilter, select_places
from presspoint.catalogue.tables import Catalogue
from presspoint.cli.parsing import option
from presspoint.errors import PresspointError
from presspoint.listing.points import point_sections, points_document
from presspoint.run.arguments.complaints import find_complaint, find_region
from presspoint.run.arguments.names import find_names, match_name
from presspoint.run.arguments.point import read_point
from presspoint.storage.catalogue_file import load_for_looking_up
from presspoint.terminal import output
from presspoint.terminal.listings import print_sections
from presspoint.words import quantity

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
    """List points by part of the body, complaint, reach, tool, position or words."""
    catalogue, remarks = load_for_looking_up()
    output.report_all(remarks)
    like = PlaceFilter(
        region=find_region(catalogue, region),
        complaint=find_complaint(catalogue, complaint),
        reach=None if reach is None else match_name(REACHES, reach, "--reach"),
        tools=find_names(catalogue, "tools", tool, "--tool"),
        positions=find_names(catalogue, "positions", position, "--position"),
        words=search,
        named=read_point(catalogue, search).codes if search else (),
        every=every,
    )
    places = select_places(catalogue, like)
    if json:
        output.print_document(points_document(catalogue, places))
    if not places:
        _say_nothing_fits(catalogue, like, json=json)
    elif not json:
        print_sections(point_sections(catalogue, places))


def _say_nothing_fits(catalogue: Catalogue, like: PlaceFilter, *, json: bool) -> None:
    """Say what to type instead. Raises PresspointError with it where a complaint was asked for."""
    every = 0 if like.every else len(select_places(catalogue, like._replace(every=True)))
    hint = (
        f"Add --all for {quantity(every, 'place')} to look up." if every else "Leave an option out."
    )
    sentence = f"No place that presspoint guides you to is like that. {hint}"
    if like.complaint:
        raise PresspointError(sentence)
    if not json:
        output.remark(sentence)
