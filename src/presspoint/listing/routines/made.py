"""Why the places of a set for now are in it or not, as lines of text and as JSON."""

from collections.abc import Iterable, Iterator
from typing import Any

from presspoint.catalogue.tables import Catalogue
from presspoint.making.made import Made, Why
from presspoint.words import as_heading, join_words, quantity

MOST_OUT = 4


def with_reasons(catalogue: Catalogue, made: Made) -> Made:
    """Return the set with the reasons in its routine's note and summary, as people read them."""
    chosen = as_heading("; ".join(_reasons(catalogue, (each for each in made.why if each.is_in))))
    out = [each for each in made.why if not each.is_in]
    more = f"; and {quantity(len(out) - MOST_OUT, 'more place')}" if len(out) > MOST_OUT else ""
    left = f"Not in it: {'; '.join(_reasons(catalogue, out[:MOST_OUT]))}{more}." if out else ""
    note = " ".join(filter(None, (f"{chosen}.", made.note)))
    summary = " ".join(filter(None, (made.routine.summary, left)))
    return made._replace(routine=made.routine._replace(note=note, summary=summary))


def why_fields(made: Made | None) -> dict[str, Any]:
    """Return `why`: for each place its code, whether it is in, and why."""
    why = made.why if made else ()
    fields = [{"code": each.code, "in": each.is_in, "reason": each.reason} for each in why]
    return {"why": fields} | ({"short": made.note} if made and made.note else {})


def _reasons(catalogue: Catalogue, why: Iterable[Why]) -> Iterator[str]:
    """Each reason after the places that it is of: "the hip and the calf: no time for more"."""
    places: dict[str, list[str]] = {}
    for each in why:
        place = catalogue.point(each.code)
        places.setdefault(each.reason, []).append(place.short or place.name)
    for reason, names in places.items():
        yield f"{join_words(tuple(dict.fromkeys(names)))}: {reason}"
