"""A set made for an occasion: the routine, and why each place is in it or not."""

from math import floor

from presspoint.catalogue.positions import position
from presspoint.catalogue.routines import MADE, Routine
from presspoint.catalogue.tables import Catalogue
from presspoint.making import reasons
from presspoint.making.candidates import Sorted, sort_out
from presspoint.making.occasion import Occasion
from presspoint.making.portions import Portion, portions
from presspoint.making.search import Bounds, best
from presspoint.named_tuple import NamedTuple
from presspoint.planning.course import PACES
from presspoint.planning.opening import opening_phase
from presspoint.planning.plan import build
from presspoint.safety.screening import Screening, screen_routine

LEAST_SHARE = 0.6  # of the time asked for
SHORT = "It is shorter than you asked for: that is all there is for this here."
SUMMARY = "Made for now, out of the places that the sources name for this."
BASIS = (
    "Its places are those that the sources name for this complaint, and their times are within "
    "what the sources give. Which of them, how long and in which order is presspoint's own choice, "
    "by the time and what is at hand."
)


class Why(NamedTuple):
    """Why a place, by its code, is in a set or not."""

    code: str
    reason: str
    is_in: bool = False


class Made(NamedTuple):
    """A routine for an occasion, the seconds that it takes, and why its places are in or out."""

    routine: Routine
    seconds: float
    why: tuple[Why, ...]
    note: str = ""


def make(catalogue: Catalogue, occasion: Occasion, person: Screening, pace: str) -> Made | None:
    """Return the best set for an occasion and a person; None where nothing fits.

    `person` is the screening of a person, of no routine, as if a clinician agreed where one is
    asked. The routine is screened and planned as any other is before it plays. Raises
    CatalogueError, and KeyError for a pace that is not in PACES.
    """
    known = sort_out(catalogue, occasion, person)
    groups = [portions(catalogue, each, pace) for each in known.candidates]

    def fits(chosen: tuple[Portion, ...]) -> bool:
        return seconds_of(catalogue, occasion, chosen, person, pace) <= occasion.seconds

    chosen = best(groups, bounds_for(catalogue, occasion, pace), fits)
    if not chosen:
        return None
    seconds = seconds_of(catalogue, occasion, chosen, person, pace)
    note = SHORT if seconds < LEAST_SHARE * occasion.seconds else ""
    routine = _routine(catalogue, occasion, chosen)
    return Made(routine, seconds, _why(catalogue, occasion, known, routine), note)


def bounds_for(catalogue: Catalogue, occasion: Occasion, pace: str) -> Bounds:
    """Return the bounds of a set for an occasion. Raises as `make` does."""
    postures = {name: position(catalogue, name) for name in occasion.situation.positions}
    return Bounds(
        seconds=occasion.seconds,
        most_positions=1 if occasion.quiet else len(postures),
        least_seconds={
            name: floor((each.enter + each.off_seconds) * PACES[pace])
            for name, each in postures.items()
        },
        changes={
            (name, other): floor(each.rise_seconds * PACES[pace])
            for name, each in postures.items()
            for other in postures
            if each.lies_down and not postures[other].lies_down
        },
        opening=opening_phase(_title(catalogue, occasion), "", 0, pace).seconds,
    )


def seconds_of(
    catalogue: Catalogue,
    occasion: Occasion,
    chosen: tuple[Portion, ...],
    person: Screening,
    pace: str,
) -> float:
    """Return the time that a set takes, planned as any routine is. Raises as `make` does."""
    routine = _routine(catalogue, occasion, chosen)
    screening = screen_routine(catalogue, routine, person)
    return build(catalogue, routine, {}, screening, pace).course.total_seconds


def _routine(catalogue: Catalogue, occasion: Occasion, chosen: tuple[Portion, ...]) -> Routine:
    """The portions in their order as a routine: by position, the movement first, the best first."""
    positions = list(occasion.situation.positions)
    for each in chosen:
        if not each.codes:
            positions.remove(each.position)
            positions.insert(0, each.position)
    ordered = sorted(chosen, key=lambda each: (positions.index(each.position), bool(each.codes)))
    places = [catalogue.point(code) for each in ordered for code in sorted(each.codes)]
    return Routine(
        name=f"{MADE}{occasion.complaint or min(occasion.regions)}",
        title=_title(catalogue, occasion),
        summary=SUMMARY,
        helps=(occasion.complaint,) if occasion.complaint else (),
        sources=tuple(dict.fromkeys(each for place in places for each in place.sources)),
        steps=tuple(each.step for each in ordered),
        basis=BASIS,
    )


def _title(catalogue: Catalogue, occasion: Occasion) -> str:
    """What the set is for, and where: "For neck pain, at a desk"."""
    if occasion.complaint:
        what = catalogue.title("complaints", occasion.complaint)
    else:
        what = f"the {catalogue.region(min(occasion.regions)).title.lower()}"
    side = f", {occasion.side} side" if occasion.side else ""
    return f"For {what}{side}, {occasion.situation.title}"


def _why(
    catalogue: Catalogue, occasion: Occasion, known: Sorted, routine: Routine
) -> tuple[Why, ...]:
    """Why each place is in the set; then each that is named for this and is not, and why."""
    reasons_in = {code: reasons.of_choice(catalogue, occasion, code) for code in routine.codes}
    positions = {step.ways[0].position for step in routine.steps}
    spare = {
        code: reasons.OTHER_POSITION if is_elsewhere else reasons.NO_TIME
        for each in known.candidates
        for is_elsewhere in [occasion.quiet and each.way.position not in positions]
        for code in each.codes
        if code not in routine.codes and occasion.names(catalogue.point(code))
    }
    out = [Why(code, why) for code, why in (spare | known.reasons).items()]
    return (*(Why(code, why, is_in=True) for code, why in reasons_in.items()), *out)
