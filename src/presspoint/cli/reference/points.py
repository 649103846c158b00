"""The points command: points listed, chosen by what they are like."""

from presspoint.catalogue.selection import PlaceFilter, select_places
from presspoint.cli import option
from presspoint.listing.points import point_lines, points_document
from presspoint.run.arguments.names import find_name, find_names, match_name
from presspoint.storage.catalogue_file import load_for_looking_up
from presspoint.terminal import output

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
    """List points: by region, complaint, reach, tool, position or words, also combined."""
    catalogue, remarks = load_for_looking_up()
    output.report_all(remarks)
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
        output.print_document(points_document(catalogue, places))
    elif not places:
        output.remark("No point is like that. presspoint points --all lists every one.")
    elif output.on_terminal():
        from presspoint.terminal.tables import points_table  # Rich, which a pipe does without

        output.console().print(points_table(catalogue, places))
    else:
        output.print_lines(point_lines(catalogue, places))
