"""What rests after a nerve sign: more than the place, and nothing stands in for it."""

from collections.abc import Iterable, Iterator
from datetime import date

from presspoint.catalogue.pain_answers import NerveArea, nerve_areas, pain_answer
from presspoint.catalogue.places import Point, Side
from presspoint.catalogue.routines import Way
from presspoint.catalogue.safety_warnings import Level, SafetyWarning
from presspoint.catalogue.tables import Catalogue
from presspoint.named_tuple import NamedTuple
from presspoint.safety.affected_area import AffectedArea
from presspoint.safety.answers import Rest
from presspoint.safety.exclusion import Cause, Exclusion
from presspoint.words import join_words, long_date

UNANSWERED = "feeling-unknown"


class NerveRest(NamedTuple):
    """A rest after a nerve sign, the area that it takes in, and the ways of a step it leaves out.

    `reason` is why something of it is out, with `sources`.
    """

    rest: Rest
    area: AffectedArea
    positions: frozenset[str]
    tools: frozenset[str]
    reason: str
    sources: tuple[str, ...]

    def exclusion(self, point: Point, side: Side, way: Way | None) -> Exclusion | None:
        """Return why the point is out on this side (in this way of doing a step); None if not."""
        is_set_up = way is not None and self._needs_what_rests(way)
        return self._exclusion if is_set_up or self.area.covers(point, side) else None

    def movement_exclusion(self, way: Way) -> Exclusion | None:
        """Return why the movement is out; one that does not say what it strains may strain this."""
        strained = way.strains is None or not self.area.regions.isdisjoint(way.strains)
        return self._exclusion if strained or self._needs_what_rests(way) else None

    def _needs_what_rests(self, way: Way) -> bool:
        return way.position in self.positions or not self.tools.isdisjoint(way.tools)

    @property
    def _exclusion(self) -> Exclusion:
        return Exclusion(self.reason, self.sources, instead=False, cause=Cause.NERVE)


def nerve_rest(catalogue: Catalogue, rest: Rest, today: date) -> NerveRest:
    """Return what rests with a place after a nerve sign. Raises CatalogueError.

    A place that no file has now may be anywhere: then everything rests that a nerve sign can rest.
    """
    region = region_of(catalogue, rest.code)
    every = tuple(nerve_areas(catalogue))
    areas = tuple(each for each in every if region in each.where) if region else every
    regions = frozenset(name for each in areas for name in each.rests)
    is_one_sided = bool(areas) and not any(each.both_sides for each in areas)
    return NerveRest(
        rest=rest,
        area=AffectedArea(rest.side if is_one_sided else "", regions | ({region} - {""})),
        positions=frozenset(name for each in areas for name in each.positions),
        tools=frozenset(name for each in areas for name in each.tools),
        reason=_reason(catalogue, rest, today),
        sources=_sources(areas),
    )


def region_of(catalogue: Catalogue, code: str) -> str:
    """Return the region of a place, or the region with this id; empty for a place of no file."""
    if catalogue.has_place(code):
        return catalogue.point(code).region
    return code if catalogue.has("regions", code) else ""


def places_and_codes(catalogue: Catalogue, codes: Iterable[str]) -> str:
    """Return "the lower back (BL23 and BL52)", or titles of regions; a code of no file alone."""
    numbers: dict[str, tuple[str, ...]] = {}
    for code in codes:
        name, *number = _name_and_number(catalogue, code)
        numbers[name] = (*numbers.get(name, ()), *number)
    names = (f"{name} ({join_words(each)})" if each else name for name, each in numbers.items())
    return join_words(tuple(names))


def _name_and_number(catalogue: Catalogue, code: str) -> tuple[str, ...]:
    """What the place or the region of this code is called, and the code where it says more."""
    if not catalogue.has_place(code):
        return (catalogue.region(code).title.lower() if catalogue.has("regions", code) else code,)
    place = catalogue.point(code)
    if not place.short:
        return (place.title,)
    return (place.short,) if place.is_zone else (place.short, code)


def sign_words(catalogue: Catalogue, rests: Iterable[Rest]) -> str:
    """Return "it went numb at the thumb web (LI4), left" for rests of one answer and side."""
    every = tuple(rests)
    names = places_and_codes(catalogue, (each.code for each in every))
    side = f", {every[0].side}" if every[0].side else ""
    return f"{_because(catalogue, every[0])} at {names}{side}"


def together(rests: Iterable[Rest]) -> Iterator[tuple[Rest, ...]]:
    """Yield the rests that one question can be about: of one answer and one side."""
    every = tuple(rests)
    for kind in dict.fromkeys((each.answer, each.side) for each in every):
        yield tuple(each for each in every if (each.answer, each.side) == kind)


def unanswered_warnings(catalogue: Catalogue, rests: Iterable[Rest]) -> Iterator[SafetyWarning]:
    """Yield what to do where nobody said that the feeling is back. Raises CatalogueError."""
    for each in together(rests):
        text = catalogue.text(UNANSWERED).replace("{sign}", sign_words(catalogue, each))
        yield SafetyWarning(UNANSWERED, Level.SAME_DAY, text)


def _reason(catalogue: Catalogue, rest: Rest, today: date) -> str:
    until = f"it rests until {long_date(rest.until)}"
    if rest.until <= today:
        until = "you have not said yet that the feeling is back"
    return f"{sign_words(catalogue, (rest,))}; {until}"


def _because(catalogue: Catalogue, rest: Rest) -> str:
    return pain_answer(catalogue, rest.answer).because if rest.answer else rest.because


def _sources(areas: Iterable[NerveArea]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(("told", *(name for each in areas for name in each.sources))))
