"""The point command: one point whole, by any of its names."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

from presspoint.catalogue.exclusions import bans_on
from presspoint.catalogue.places import EVERY_SIDE, Point, Side
from presspoint.catalogue.tables import Catalogue
from presspoint.cli.parsing.option import (
    Json,
    Sources,
    argument,
    complete_from,
    complete_point,
    value_option,
)
from presspoint.listing.point import point_document, point_rows
from presspoint.run.arguments.point import find_point
from presspoint.storage.catalogue_file import load_for_looking_up
from presspoint.storage.profile_file import has_profile
from presspoint.terminal import pictures
from presspoint.terminal.card import print_card
from presspoint.terminal.output import print_document, report, report_all

if TYPE_CHECKING:
    from presspoint.pictures.target import Kind
    from presspoint.terminal.card import Draw


def complete_language(incomplete: str) -> list[str]:
    """Return the languages that begin so."""
    from presspoint.settings import LANGUAGES  # only where a language is typed

    return complete_from(LANGUAGES)(incomplete)


def show_point(
    name: Annotated[
        str,
        argument(
            "NAME",
            "A code as you write it (LI4, li 4, UB 40), or a name (Hegu, 合谷).",
            complete_point,
        ),
    ],
    language: Annotated[
        str | None,
        value_option(
            "LANGUAGE",
            "Read the code as in this language, this once: en, fr, de, it, es, pt, ca.",
            complete_language,
        ),
    ] = None,
    sources: Sources = False,
    json: Json = False,
) -> None:
    """Show one point: where it is, how to find and press it, cautions and sources."""
    if language is not None:
        from presspoint.run.arguments.settings import match_value  # as above

        language = match_value("language", language, "--language")
    catalogue, remarks = load_for_looking_up()
    report_all(remarks)
    reading = find_point(catalogue, name, language)
    point = catalogue.point(reading.codes[0])
    if json:
        print_document(point_document(catalogue, point, reading.note))
    else:
        rows = point_rows(catalogue, point, reading.note, with_sources=sources)
        print_card(rows, *_picture(catalogue, point))


def _picture(catalogue: Catalogue, point: Point) -> tuple[Draw | None, str]:
    """What draws the place, and the line that stands for the drawing where there is no room."""
    if (form := pictures.form()) is None:
        return None, ""
    from presspoint.pictures.picture import Wish, of_places  # not on the way to a pipe
    from presspoint.storage.pictures_file import load

    atlas, code = load(), point.at or point.code
    if not (marks := atlas.marks(code)):
        return None, ""
    kind: Kind = "guided" if point.is_coached else "looked-up"
    wish = Wish(code, code, kind=kind, barred=_barred_sides(catalogue, point))
    draw = partial(of_places, atlas, marks[0].crop, [wish], point.hold_sides[0], form=form)
    return draw, f"To see where it is, type presspoint map {code}."


def _barred_sides(catalogue: Catalogue, point: Point) -> frozenset[Side]:
    """The sides on which this person is not to press it; nobody is asked who never answered."""
    if not has_profile() and not point.own_reasons:
        return EVERY_SIDE if bans_on(catalogue, point.code) else frozenset()
    from presspoint.run.person import read_person

    return read_person(catalogue, report).barred_sides(catalogue, point)
