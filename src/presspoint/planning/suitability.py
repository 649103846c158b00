"""Which routines leave enough for a person, whatever their choices are answered with."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain, product

from presspoint.catalogue.conditions import condition
from presspoint.catalogue.routines import Routine, choice, routine, routines
from presspoint.catalogue.tables import Catalogue
from presspoint.planning.steps import choose_ways, is_worth_playing
from presspoint.safety.answers import Flags
from presspoint.safety.profile import Profile
from presspoint.safety.screening import Screening, screen

HALF = 0.5  # of a routine's steps


def leaves_enough(catalogue: Catalogue, routine: Routine, screening: Screening) -> bool:
    """Whether a routine is worth playing for some answers, once a clinician agrees where asked."""
    if screening.stopped or screening.limits.is_postponed:
        return False
    if is_barred(routine, {}, screening):
        return False
    return any(
        is_worth_playing(choose_ways(catalogue, routine, answers, screening))
        for answers in every_answer(catalogue, routine)
    )


def is_barred(routine: Routine, choices: Mapping[str, str], screening: Screening) -> bool:
    """Whether the person has, or answered, what the routine is not to be played with."""
    names = {each.name for each in screening.limits.conditions}
    return bool(names.intersection(routine.not_with) or routine.not_if.items() & choices.items())


def suitable_routines(
    catalogue: Catalogue, refused: Routine, screening_of: Callable[[Routine], Screening]
) -> tuple[Routine, ...]:
    """Return the routines that leave enough in place of a refused one.

    Those of which most is left come first, and among them the ones for the same complaints. One
    that leaves less than half of its steps is there only where no other is.
    """
    ranked: list[tuple[float, int, Routine]] = []
    for each in routines(catalogue):
        screening = screening_of(each)
        if each.name != refused.name and leaves_enough(catalogue, each, screening):
            alike = len({*each.helps} & {*refused.helps})
            ranked.append((share_of_steps(catalogue, each, screening), alike, each))
    ranked.sort(key=lambda rank: rank[:2], reverse=True)
    whole = [rank for rank in ranked if rank[0] >= HALF]
    return tuple(each for *_, each in whole or ranked)


def every_answer(catalogue: Catalogue, routine: Routine) -> Iterator[dict[str, str]]:
    """Yield every combination of answers to the routine's choices."""
    values = (choice(catalogue, name).values for name in routine.choices)
    return (dict(zip(routine.choices, each, strict=True)) for each in product(*values))


def share_of_steps(catalogue: Catalogue, routine: Routine, screening: Screening) -> float:
    """Return how much of a routine's steps is done, 0 to 1, for the answers that leave most."""
    shares = []
    for answers in every_answer(catalogue, routine):
        steps = list(choose_ways(catalogue, routine, answers, screening))
        shares.append(sum(step.way is not None for step in steps) / max(1, len(steps)))
    return max(shares)


def routine_to_play(
    catalogue: Catalogue, profile: Profile, today: date, preferred: Iterable[str] = ()
) -> str | None:
    """Return a routine (its id) that leaves enough for a person once nothing postpones.

    The `preferred` ones are tried first, where there are such routines.
    """
    lasting = (each for each in profile.conditions if not condition(catalogue, each.name).postpone)
    later = profile._replace(conditions=tuple(lasting))
    known = (routine(catalogue, name) for name in preferred if catalogue.has("routines", name))
    for each in chain(known, routines(catalogue)):
        if leaves_enough(catalogue, each, screen(catalogue, each, Flags(), later, today)):
            return each.name
    return None


def find_obstacles(
    catalogue: Catalogue, listed: Iterable[Routine], profile: Profile, today: date
) -> dict[str, str]:
    """Return, by its id, what leaves too little of a routine for a person, in a few words.

    A routine that suits the person is not there. Raises CatalogueError.
    """
    if not (profile.urgency or profile.conditions or profile.rests):
        return {}
    screened = ((each, screen(catalogue, each, Flags(), profile, today)) for each in listed)
    return {
        each.name: obstacle(catalogue, each, screening)
        for each, screening in screened
        if not leaves_enough(catalogue, each, screening)
    }


def obstacle(catalogue: Catalogue, routine: Routine, screening: Screening) -> str:
    """Return in a few words what leaves out most of a routine ("pregnancy")."""
    if screening.stopped:
        return "a warning sign"
    postponing = (each for each in screening.limits.conditions if each.condition.postpone)
    if name := next((each.name for each in postponing), ""):
        return _brief(catalogue, name)
    barring = (each.name for each in screening.limits.conditions if each.name in routine.not_with)
    if name := next(barring, ""):
        return _brief(catalogue, name)
    obstacles = Counter(each.condition or each.cause for each in screening.exclusions)
    most = obstacles.most_common(1)
    name = most[0][0] if most else ""
    return _brief(catalogue, name) if catalogue.has("conditions", name) else str(name)


def _brief(catalogue: Catalogue, name: str) -> str:
    rule = condition(catalogue, name)
    return rule.brief or rule.title
