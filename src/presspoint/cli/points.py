"""Looking points up: lists, and one point whole."""

from typing import TYPE_CHECKING, Annotated

import typer

from presspoint.cli.options import Complaint, Every, Json, Reach, Region, Search, complete_point
from presspoint.errors import PresspointError

if TYPE_CHECKING:
    from presspoint.catalogue import Catalogue

REACHES = {"self": "self", "tool": "tool", "helper": "helper"}


def list_points(
    region: Region = None,
    complaint: Complaint = None,
    reach: Reach = None,
    search: Search = None,
    every: Every = False,
    json: Json = False,
) -> None:
    """List points: by region, by complaint, by reach, or by words."""
    from presspoint.cli.names import known, one_of
    from presspoint.selection import select
    from presspoint.storage.catalogue_file import load
    from presspoint.terminal import cards
    from presspoint.terminal.output import document, on_terminal, remark, show

    catalogue = load()
    found = select(
        catalogue,
        region=known(catalogue, "regions", region, "--region"),
        complaint=known(catalogue, "complaints", complaint, "--for"),
        reach=one_of(REACHES, reach, "--reach"),
        words=search,
        every=every,
    )
    if json:
        document({"points": [cards.summary(catalogue, point) for point in found]})
    elif not found:
        remark("No point is like that. presspoint points --all lists every one.")
    elif on_terminal():
        from presspoint.terminal.tables import points_table

        show(points_table(catalogue, found))
    else:
        cards.print_list(catalogue, found)


def show_point(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="A code in any usual spelling (LI4, li 4, UB 40), or a name (Hegu, 合谷).",
            autocompletion=complete_point,
        ),
    ],
    json: Json = False,
) -> None:
    """Tell where a point is, how to find and press it, what to mind, and who says so."""
    from presspoint.codes import resolve
    from presspoint.storage.catalogue_file import load
    from presspoint.terminal import cards
    from presspoint.terminal.output import document

    catalogue = load()
    reading = resolve(catalogue, name)
    if len(reading.codes) != 1:
        raise PresspointError(_not_one(catalogue, name, reading.codes))
    point = catalogue.point(reading.codes[0])
    if json:
        document(cards.whole(catalogue, point, reading.note))
    else:
        cards.print_card(cards.fields(catalogue, point, reading.note))


def _not_one(catalogue: "Catalogue", name: str, codes: tuple[str, ...]) -> str:
    from presspoint.codes import did_you_mean, suggestions
    from presspoint.text import listed, printable

    shown = printable(name, limit=60)
    if codes:
        meant = (f"{each.code} ({each.place})" for each in map(catalogue.point, codes))
        return f'"{shown}" can mean {listed(tuple(meant), "or")}; give the code.'
    hint = did_you_mean(suggestions(catalogue, name)) or " presspoint points --all lists them."
    return f'No point called "{shown}".{hint}'
