"""The points command: points listed, chosen by what they are like."""

from presspoint.catalogue.selection import PlaceFilter, select_places
from presspoint.cli.options import Complaint, Every, Json, Position, Reach, Region, Search, Tool
from presspoint.listing.points import point_lines, points_document
from presspoint.run.typed.names import find_name, find_names, match_name
from presspoint.storage.catalogue_file import load_for_looking_up
from presspoint.terminal.output import (
    on_terminal,
    print_document,
    print_drawing,
    print_lines,
    remark,
    report_all,
)

REACHES = {"self": "self", "tool": "tool", "helper": "helper"}


def list_points(
    region: Region = None,
    complaint: Complaint = None,
    reach: Reach = None,
    tool: Tool = None,
    position: Position = None,
    search: Search = None,
    every: Every = False,
    json: Json = False,
) -> None:
    """List points: by region, complaint, reach, tool, position or words, also combined."""
    catalogue, remarks = load_for_looking_up()
    report_all(remarks)
    like = PlaceFilter(
        region=find_name(catalogue, "regions", region, "--region"),
        complaint=find_name(catalogue, "complaints", complaint, "--for"),
        reach=None if reach is None else match_name(REACHES, reach, "--reach"),
        tools=find_names(catalogue, "tools", tool, "--tool"),
        positions=find_names(catalogue, "positions", position, "--position"),
        words=search,
        every=every,
    )
    places = select_places(catalogue, like)
    if json:
        print_document(points_document(catalogue, places))
    elif not places:
        remark("No point is like that. presspoint points --all lists every one.")
    elif on_terminal():
        from presspoint.terminal.tables import points_table  # Rich, which a pipe does without

        print_drawing(points_table(catalogue, places))
    else:
        print_lines(point_lines(catalogue, places))
