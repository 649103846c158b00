"""Looking points up: lists, and one point whole."""

from typing import TYPE_CHECKING, Annotated

import typer

from presspoint.cli.options import (
    Complaint,
    Every,
    Json,
    Position,
    Reach,
    Region,
    Search,
    Tool,
    complete_point,
)
from presspoint.errors import PresspointError
from presspoint.terminal.output import print_card

if TYPE_CHECKING:
    from presspoint.catalogue.tables import Catalogue
    from presspoint.names.readings import Reading

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
    from presspoint.catalogue.selection import PlaceFilter, select_places
    from presspoint.cli.loading import for_looking_up
    from presspoint.listing import points as cards
    from presspoint.run.typed_names import known, known_all, one_of
    from presspoint.terminal.output import document, on_terminal, remark, say, show

    catalogue = for_looking_up()
    wanted = PlaceFilter(
        region=known(catalogue, "regions", region, "--region"),
        complaint=known(catalogue, "complaints", complaint, "--for"),
        reach=one_of(REACHES, reach, "--reach"),
        tools=known_all(catalogue, "tools", tool, "--tool"),
        positions=known_all(catalogue, "positions", position, "--position"),
        words=search,
        every=every,
    )
    found = select_places(catalogue, wanted)
    if json:
        points, zones = (
            [cards.summary(catalogue, place) for place in found if place.is_zone == zone]
            for zone in (False, True)
        )
        document({"points": points, "zones": zones})
    elif not found:
        remark("No point is like that. presspoint points --all lists every one.")
    elif on_terminal():
        from presspoint.terminal.tables import points_table

        show(points_table(catalogue, found))
    else:
        for line in cards.list_lines(catalogue, found):
            say(line)


def complete_language(incomplete: str) -> list[str]:
    """Return the languages that begin so."""
    from presspoint.settings import LANGUAGES

    return [name for name in LANGUAGES if name.startswith(incomplete)]


def show_point(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="A code in any usual spelling (LI4, li 4, UB 40), or a name (Hegu, 合谷).",
            autocompletion=complete_point,
        ),
    ],
    language: Annotated[
        str | None,
        typer.Option(
            metavar="LANGUAGE",
            help="How to read a code with several meanings, this once: en, fr, de, it, es, pt, ca.",
            autocompletion=complete_language,
        ),
    ] = None,
    json: Json = False,
) -> None:
    """Tell where a point is, how to find and press it, what to mind, and who says so."""
    from presspoint.cli.loading import for_looking_up
    from presspoint.listing import points as cards
    from presspoint.names.lookup import resolve
    from presspoint.terminal.output import document

    if language is not None:
        from presspoint.cli.settings import known_language

        language = known_language(language)
    catalogue = for_looking_up()
    reading = resolve(catalogue, name)
    if not reading.is_sure:
        reading = _settled(catalogue, name, reading, language)
    point = catalogue.point(reading.codes[0])
    if json:
        document(cards.whole(catalogue, point, reading.note))
    else:
        print_card(cards.fields(catalogue, point, reading.note))


def _settled(
    catalogue: "Catalogue", name: str, reading: "Reading", language: str | None
) -> "Reading":
    """The reading that the settings leave; raises what to ask, where none or several are left."""
    from presspoint.names.ambiguity import (
        apply_settings,
        deciding_settings,
        unknown_name,
        which_question,
    )
    from presspoint.run.typed_names import settings_for

    if not reading.meanings:
        raise PresspointError(unknown_name(catalogue, name))
    settings = settings_for(deciding_settings(reading), language)
    reading = apply_settings(reading, name, settings)
    if not reading.is_sure:
        raise PresspointError(which_question(catalogue, name, reading, settings))
    return reading
