"""The point command: one point whole, by any of its names."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from presspoint.catalogue.places import Point
from presspoint.catalogue.tables import Catalogue
from presspoint.cli.parsing.option import Drawn, Json, Sources, Svg, argument, value_option
from presspoint.listing.fields import WARNING_FIELDS, fields
from presspoint.listing.places.card import point_document, point_rows
from presspoint.run.arguments.point import find_point, who_looks
from presspoint.storage.catalogue_file import load_for_looking_up
from presspoint.storage.paths import may_have_own_texts
from presspoint.terminal.output import (
    Draw,
    print_card,
    print_document,
    print_paragraphs,
    report,
    report_all,
)

if TYPE_CHECKING:
    from presspoint.run.places.person import Person  # its type alone


def show_point(
    name: Annotated[
        str,
        argument(
            "NAME",
            "A code (LI4, UB 40) or a name (Hegu, 合谷).",
            "points",
        ),
    ],
    language: Annotated[
        str | None,
        value_option(
            "LANGUAGE",
            "Read the code as in en, fr, de, it, es, pt or ca.",
            "choices:languages",
        ),
    ] = None,
    sources: Sources = False,
    picture: Drawn = None,
    svg: Svg = None,
    note: Annotated[
        str | None,
        value_option("TEXT", 'Save a note of your own on it; "" removes it.'),
    ] = None,
    mark: Annotated[
        str | None,
        value_option("MARK", "For presspoint make: more, same, less or never.", "choices:marks"),
    ] = None,
    json: Json = False,
) -> None:
    """Show one place: where it is and how to press it."""
    catalogue, remarks = load_for_looking_up()
    report_all(remarks)
    reading = find_point(catalogue, name, language)
    point = catalogue.point(reading.codes[0])
    own, saved = None, ""
    if note is not None or mark is not None or may_have_own_texts():
        from presspoint.run.places.own_texts import save_own_texts  # a new person has none

        own, saved = save_own_texts(report, point.code, note, mark)
    person = who_looks(catalogue, [point], report, lacks_files=bool(remarks))
    why_not = person.reason(point) if person else ""
    stops = person.stops if person else ()
    if not json:
        print_paragraphs(each.line for each in stops)
    if svg is not None:
        _draw(catalogue, point, picture, svg, person)
    if json:
        your_note = own.note(point.code) if own else ""
        document = point_document(catalogue, point, reading.note, your_note, why_not)
        said = [fields(each, *WARNING_FIELDS) for each in stops]
        print_document(document | ({"warnings": said} if said else {}))
    elif saved or svg is not None:
        drawn = f"Saved in {svg}." if svg is not None else ""
        print_paragraphs(filter(None, [reading.note, saved, drawn]))
    else:
        rows = point_rows(catalogue, point, reading.note, why_not, with_sources=sources)
        otherwise = f"To see where it is, type presspoint map {point.code}."
        drawing = partial(_draw, catalogue, point, picture, None, person)
        print_card(own.rows(point.code, rows) if own else rows, drawing, otherwise)


def _draw(
    catalogue: Catalogue, point: Point, picture: str | None, svg: Path | None, person: Person | None
) -> Draw | None:
    """What draws the place for this person; None once it is saved in a file, if one is given."""
    from presspoint.run.drawings.places import (  # a pipe needs none of it
        drawings,
        save_drawings,
        what_draws,
    )

    if svg is None:
        return what_draws(catalogue, point, picture, report, person=person)
    save_drawings(drawings(catalogue, [point], report, person), svg)
    return None
