"""From the options of a run to a plan: names checked, the person screened, the phases laid out."""

from __future__ import annotations

from typing import NamedTuple

from presspoint.catalogue import Catalogue
from presspoint.cli.names import known
from presspoint.errors import PresspointError, UsageError
from presspoint.plan import Plan, build
from presspoint.routines import Routine, choice, routine
from presspoint.safety import Condition, Flags, screen


class Request(NamedTuple):
    """What a run asks for: a routine, choices by name, and what limits the person."""

    routine: Routine
    choices: dict[str, str]
    profile: Flags

    def agreed(self) -> Request:
        """The same request after a clinician's word was confirmed."""
        return self._replace(profile=self.profile._replace(provider_agreed=True))


def request(
    catalogue: Catalogue,
    name: str,
    *,
    pain: str | None = None,
    upper_back: bool = False,
    pregnant: bool = False,
    red_flags: list[str] | None = None,
    conditions: list[str] | None = None,
    provider_agreed: bool = False,
) -> Request:
    """Return the request. Raises PresspointError for an unknown routine, UsageError for a value."""
    told = ["pregnancy"] if pregnant else []
    told += [_name(catalogue, "conditions", each, "--condition") for each in conditions or ()]
    flags = [_name(catalogue, "red_flags", each, "--red-flag") for each in red_flags or ()]
    choices = {"pain": pain} if pain is not None else {}
    choices |= {"upper-back": "yes"} if upper_back else {}
    for each, value in choices.items():
        _check_choice(catalogue, each, value)
    profile = Flags(tuple(flags), tuple(told), provider_agreed)
    return Request(find_routine(catalogue, name), choices, profile)


def plan_of(catalogue: Catalogue, asked: Request) -> tuple[Plan, tuple[str, ...]]:
    """Return the plan, and whom to ask ("your doctor") about gates that nobody answered yet."""
    screening = screen(catalogue, asked.routine, asked.profile)
    plan = build(catalogue, asked.routine, asked.choices, screening)
    if screening.postponed:
        return plan, ()  # nobody needs asking about a day on which nothing plays
    return plan, tuple(dict.fromkeys(condition.ask for condition in screening.unanswered))


def refusal(catalogue: Catalogue, asked: Request, plan: Plan, unanswered: tuple[str, ...]) -> str:
    """Return why nothing is played, and the next step."""
    from presspoint.text import listed

    if asked.profile.red_flags:
        return "Nothing is played."
    if any(each.postpone for _, each in _conditions(catalogue, asked)):
        return "Not played today. Come back when this has passed."
    if unanswered:
        whom = listed(unanswered, "or")
        return f"Not played: ask {whom} first. If they agree, add --provider-agreed."
    conditions = _conditions(catalogue, asked)
    whom = listed(tuple(dict.fromkeys(each.ask for _, each in conditions)), "or")
    title = plan.routine.title
    return f'Not played: too little of "{title}" is left. Ask {whom} what may be pressed.'


def find_routine(catalogue: Catalogue, name: str) -> Routine:
    """Return a routine by its name in any case. Raises PresspointError with the nearest names."""
    from presspoint.codes import did_you_mean, key, nearest
    from presspoint.text import printable

    names = {key(each): each for each in catalogue.table("routines")}
    if key(name) in names:
        return routine(catalogue, names[key(name)])
    hint = did_you_mean(nearest(name, names)) or " presspoint routine lists them."
    raise PresspointError(f'No routine called "{printable(name, limit=60)}".{hint}')


def _conditions(catalogue: Catalogue, asked: Request) -> tuple[tuple[str, Condition], ...]:
    return screen(catalogue, asked.routine, asked.profile).conditions


def _name(catalogue: Catalogue, kind: str, given: str, option: str) -> str:
    return known(catalogue, kind, given, option) or given


def _check_choice(catalogue: Catalogue, name: str, value: str) -> None:
    from presspoint.text import listed, printable

    values = tuple(choice(catalogue, name).values)
    if value not in values:
        shown = printable(value, limit=60)
        raise UsageError(f'--{name} does not know "{shown}". It takes {listed(values, "or")}.')
