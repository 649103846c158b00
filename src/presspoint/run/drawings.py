"""The drawing of a place as this person may see it: never a target where they must not press."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from presspoint.catalogue.exclusions import bans_on
from presspoint.catalogue.places import EVERY_SIDE, Point, Side
from presspoint.catalogue.tables import Catalogue
from presspoint.pictures.picture import Form, Picture, Wish, of_places
from presspoint.pictures.target import Kind, Size
from presspoint.storage.pictures_file import load
from presspoint.storage.profile_file import has_profile


def drawing(
    catalogue: Catalogue, point: Point, form: Form, report: Callable[[str], None]
) -> Callable[[Size], Picture] | None:
    """Return what draws a place at a size; None for a place that no drawing has."""
    atlas, code = load(), point.at or point.code
    if not (marks := atlas.marks(code)):
        return None
    kind: Kind = "guided" if point.is_coached else "looked-up"
    wish = Wish(code, code, kind=kind, barred=_barred_sides(catalogue, point, report))
    return partial(of_places, atlas, marks[0].crop, [wish], point.hold_sides[0], form=form)


def _barred_sides(
    catalogue: Catalogue, point: Point, report: Callable[[str], None]
) -> frozenset[Side]:
    """The sides on which this person is not to press it; for nobody known, those of everybody."""
    if not has_profile():
        is_barred = point.own_reasons or bans_on(catalogue, point.code)
        return EVERY_SIDE if is_barred else frozenset()
    from presspoint.run.person import read_person  # most of what screening needs

    return read_person(catalogue, report).barred_sides(catalogue, point)
