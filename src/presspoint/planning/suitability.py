"""Which routines leave enough for a person, whatever their choices are answered with."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from itertools import product

from presspoint.catalogue.conditions import condition
from presspoint.catalogue.routines import Routine, choice, routines
from presspoint.catalogue.tables import Catalogue
from presspoint.planning.steps import choose_ways, is_worth_playing
from presspoint.safety.profile import Flags, Profile
from presspoint.safety.screening import Screening, screen


def leaves_enough(catalogue: Catalogue, routine: Routine, screening: Screening) -> bool:
    """Whether a routine is worth playing for some answers, once a clinician agrees where asked."""
    if screening.stopped or screening.limits.is_postponed:
        return False
    return any(
        is_worth_playing(choose_ways(catalogue, routine, answers, screening))
        for answers in _every_answer(catalogue, routine)
    )


def suitable_routines(
    catalogue: Catalogue, refused: Routine, screening_of: Callable[[Routine], Screening]
) -> tuple[Routine, ...]:
    """Return the routines that leave enough in place of a refused one, the likest first."""
    others = (each for each in routines(catalogue) if each.name != refused.name)
    suitable = [each for each in others if leaves_enough(catalogue, each, screening_of(each))]
    return tuple(sorted(suitable, key=lambda each: -len({*each.helps} & {*refused.helps})))


def routine_to_play(catalogue: Catalogue, profile: Profile, today: date) -> str | None:
    """Return a routine (its id) that leaves enough for a person once nothing postpones."""
    lasting = (each for each in profile.conditions if not condition(catalogue, each.name).postpone)
    later = profile._replace(conditions=tuple(lasting))
    for each in routines(catalogue):
        if leaves_enough(catalogue, each, screen(catalogue, each, Flags(), later, today)):
            return each.name
    return None


def obstacle(catalogue: Catalogue, screening: Screening) -> str:
    """Return in a few words what leaves out most of a routine ("pregnancy")."""
    if screening.stopped:
        return "a warning sign"
    postponing = (each for each in screening.limits.conditions if each.condition.postpone)
    if name := next((each.name for each in postponing), ""):
        return _brief(catalogue, name)
    obstacles = Counter(each.condition or each.cause for each in screening.exclusions)
    most = obstacles.most_common(1)
    name = most[0][0] if most else ""
    return _brief(catalogue, name) if catalogue.has("conditions", name) else str(name)


def _every_answer(catalogue: Catalogue, routine: Routine) -> Iterator[dict[str, str]]:
    """Every combination of answers to the routine's choices."""
    values = (choice(catalogue, name).values for name in routine.choices)
    return (dict(zip(routine.choices, each, strict=True)) for each in product(*values))


def _brief(catalogue: Catalogue, name: str) -> str:
    rule = condition(catalogue, name)
    return rule.brief or rule.title
