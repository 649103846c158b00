"""The lines below a drawing of places, and what stands for it where nothing can be drawn."""

from collections.abc import Iterable, Iterator, Mapping

from presspoint.catalogue.places import Point
from presspoint.catalogue.tables import Catalogue
from presspoint.listing.places.card import why_not_words
from presspoint.words import as_sentence

NO_BREAK = "\u00a0"


def legend_lines(places: Mapping[str, Point], barred: Iterable[str]) -> Iterator[str]:
    """Yield a line for each number of a drawing; x for a place that is not to be pressed."""
    crossed = set(barred)
    for number, point in places.items():
        if point.code in crossed:
            yield f" x  {place_words(point)}. Not to be pressed."
        else:
            yield f"{number:>2}  {place_words(point)}" if len(places) > 1 else place_words(point)


def place_words(point: Point) -> str:
    """Return a place as one line: its plain name, code and name, or its part of the body."""
    words = point.short.removeprefix("the ").removeprefix("place ")
    return f"{point.title}: {words}" if words and not point.is_zone else point.title


def sentence(catalogue: Catalogue, point: Point, why_not: str = "") -> str:
    """Return where a place is, as a line of its own, and why it is not to be pressed.

    `why_not` is why this person does not press it, if so.
    """
    place, reason = f"{point.title}: {point.place}", why_not_words(catalogue, point, why_not)
    return f"{place}. {as_sentence(reason)}" if reason else place


def step_lines(catalogue: Catalogue, numbers: Mapping[str, str]) -> list[str]:
    """Return the parts of the body by the numbers of the steps that press them."""
    return ["  ".join(sorted(_with_numbers(catalogue, numbers)))]


def overview_lines(catalogue: Catalogue, numbers: Mapping[str, str]) -> list[str]:
    """Return the parts of the body by their numbers, and how to see one of them larger."""
    parts = "  ".join(_with_numbers(catalogue, numbers))
    return [parts, "To see one of them, type presspoint map hand, or another part."]


def _with_numbers(catalogue: Catalogue, numbers: Mapping[str, str]) -> Iterator[str]:
    """Parts of the body after their numbers, which stay on the line of their words."""
    for region, number in numbers.items():
        yield f"{number}{NO_BREAK}{catalogue.region(region).title}"
