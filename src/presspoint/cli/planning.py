"""From the options of a run to a plan: names checked, the person screened, the phases laid out."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from presspoint import clock
from presspoint.catalogue import Catalogue
from presspoint.cli.names import known
from presspoint.errors import PresspointError, StorageError, UsageError
from presspoint.plan import Plan, build
from presspoint.profile import Profile, Told
from presspoint.routines import Routine, choice, routine
from presspoint.safety import Flags
from presspoint.screening import NOBODY, Screening, screen
from presspoint.terminal.output import remark


class Request(NamedTuple):
    """What a run asks for: a routine, choices by name, what limits the person, and the day.

    There is no profile where nothing was ever told, not even that nothing is to be asked.
    """

    routine: Routine
    choices: dict[str, str]
    flags: Flags
    profile: Profile | None
    today: date

    def agreed(self) -> Request:
        """The same request after a clinician's word was confirmed."""
        return self._replace(flags=self.flags._replace(provider_agreed=True))


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
    again_today: bool = False,
) -> Request:
    """Return the request, with what is kept of the person and of this day's sessions.

    Raises PresspointError for an unknown routine or a damaged profile, UsageError for a value.
    """
    from presspoint.cli.telling import told
    from presspoint.storage.profile_file import read_profile

    today = clock.today()
    given = [told(catalogue, each, "--condition", today) for each in conditions or ()]
    given += [Told("pregnancy", today)] if pregnant else []
    red = [known(catalogue, "red_flags", each, "--red-flag") or each for each in red_flags or ()]
    choices = {"pain": pain} if pain is not None else {}
    choices |= {"upper-back": "yes"} if upper_back else {}
    for each, value in choices.items():
        _check_choice(catalogue, each, value)
    flags = Flags(
        red_flags=tuple(red),
        conditions=tuple(given),
        provider_agreed=provider_agreed,
        done=_done(today),
        again_today=again_today,
    )
    return Request(find_routine(catalogue, name), choices, flags, read_profile(catalogue), today)


def screening_of(catalogue: Catalogue, asked: Request) -> Screening:
    """Return what stops the routine that was asked for, and what is out of it."""
    return screen(catalogue, asked.routine, asked.flags, asked.profile or NOBODY, asked.today)


def plan_of(catalogue: Catalogue, asked: Request) -> tuple[Plan, tuple[str, ...]]:
    """Return the plan, and whom to ask ("your doctor") about gates that nobody answered yet."""
    screening = screening_of(catalogue, asked)
    plan = build(catalogue, asked.routine, asked.choices, screening)
    if screening.stopped or screening.postponed:
        return plan, ()  # nobody needs asking about a day on which nothing plays
    return plan, tuple(dict.fromkeys(condition.ask for condition in screening.unanswered))


def refusal(catalogue: Catalogue, asked: Request, plan: Plan, unanswered: tuple[str, ...]) -> str:
    """Return why nothing is played, and the next step."""
    from presspoint.text import listed

    screening = screening_of(catalogue, asked)
    if screening.stopped:
        return "Nothing is played."
    if screening.postponed:
        return f"Not played today. Come back when this has passed.{_kept(asked, screening)}"
    if unanswered:
        whom = listed(unanswered, "or")
        return f"Not played: ask {whom} first. If they agree, add --provider-agreed."
    title = plan.routine.title
    asks = tuple(dict.fromkeys(each.condition.ask for each in screening.conditions))
    if asks:
        return (
            f'Not played: too little of "{title}" is left. '
            f"Ask {listed(asks, 'or')} what may be pressed."
        )
    return f'Not played: too little of "{title}" is left today. Another routine: presspoint routine'


def _done(today: date) -> dict[str, int]:
    """How often each place was pressed today; a history that cannot be read stops no session."""
    from presspoint.storage.today import pressed_on

    try:
        return pressed_on(today)
    except StorageError as problem:
        remark(f"presspoint: {problem} Today's earlier sessions are not counted.")
        return {}


def _kept(asked: Request, screening: Screening) -> str:
    """How to end a postponement that the profile keeps."""
    told = {each.name for each in asked.profile.conditions} if asked.profile else set()
    names = [each.name for each in screening.conditions if each.condition.postpone]
    kept = [name for name in names if name in told]
    return f" Then: presspoint profile clear {' '.join(kept)}" if kept else ""


def find_routine(catalogue: Catalogue, name: str) -> Routine:
    """Return a routine by its name in any case. Raises PresspointError with the nearest names."""
    from presspoint.codes import did_you_mean, key, nearest
    from presspoint.text import printable

    names = {key(each): each for each in catalogue.table("routines")}
    if key(name) in names:
        return routine(catalogue, names[key(name)])
    hint = did_you_mean(nearest(name, names)) or " presspoint routine lists them."
    raise PresspointError(f'No routine called "{printable(name, limit=60)}".{hint}')


def _check_choice(catalogue: Catalogue, name: str, value: str) -> None:
    from presspoint.text import listed, printable

    values = tuple(choice(catalogue, name).values)
    if value not in values:
        shown = printable(value, limit=60)
        raise UsageError(f'--{name} does not know "{shown}". It takes {listed(values, "or")}.')
