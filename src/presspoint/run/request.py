"""What a run asks for: options with their names checked, what is kept of the person, the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from presspoint import clock
from presspoint.catalogue.conditions import Condition
from presspoint.catalogue.routines import Routine, choice, routine
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PartlyReadError, PresspointError, StorageError, UsageError
from presspoint.planning.timing import NORMAL, PACES
from presspoint.run.typed_names import known, one_of
from presspoint.safety.body_places import missing_places
from presspoint.safety.profile import ConditionAnswer, Flags, Profile
from presspoint.session.records import SessionRecord
from presspoint.terminal.output import remark


class Request(NamedTuple):
    """What a run asks for: a routine, choices by name, what limits the person, and the day.

    There is no profile where nothing was ever told, not even that nothing is to be asked. It may
    be an interrupted session that goes on. `uncounted` says why not all of today's earlier
    sessions are in `pressed_today`.
    """

    routine: Routine
    choices: dict[str, str]
    flags: Flags
    profile: Profile | None
    today: date
    pace: str = NORMAL
    resumes: SessionRecord | None = None
    pressed_today: Mapping[str, int] = MappingProxyType({})
    uncounted: str = ""

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
    pace: str | None = None,
    resumes: SessionRecord | None = None,
) -> Request:
    """Return the request, with what is kept of the person and of this day's sessions.

    Raises PresspointError for an unknown routine or a damaged profile, UsageError for a value.
    """
    from presspoint.storage.settings_file import read_settings

    today = clock.today()
    flags = flags_of(catalogue, today, red_flags or (), conditions or (), pregnant=pregnant)
    flags = flags._replace(provider_agreed=provider_agreed, again_today=again_today)
    choices = {"pain": pain} if pain is not None else {}
    choices |= {"upper-back": "yes"} if upper_back else {}
    choices = dict(resumes.choices) if resumes else choices
    for each, value in choices.items():
        _check_choice(catalogue, each, value)
    profile = _profile(catalogue, flags)
    for line in missing_places(catalogue, profile.conditions if profile else ()):
        remark(f"presspoint: {line}")
    paced = one_of({each: each for each in PACES}, pace, "--pace")
    paced = paced or (NORMAL if flags.red_flags else read_settings().pace)
    found = find_routine(catalogue, name)
    return _counted(Request(found, choices, flags, profile, today, paced, resumes))


def flags_of(
    catalogue: Catalogue,
    today: date,
    red_flags: Iterable[str],
    conditions: Iterable[str],
    *,
    pregnant: bool,
) -> Flags:
    """Return what a run is told of the person. Raises UsageError for an unknown name or place."""
    from presspoint.run.typed_names import told

    given = [told(catalogue, each, "--condition", today) for each in conditions]
    given += [ConditionAnswer("pregnancy", today)] if pregnant else []
    red = [known(catalogue, "red_flags", each, "--red-flag") or each for each in red_flags]
    return Flags(red_flags=tuple(red), conditions=tuple(given))


def resuming(catalogue: Catalogue, asked: Request, record: SessionRecord) -> Request:
    """Return the request to go on with an interrupted session, with all that limits the person."""
    found = find_routine(catalogue, record.routine)
    return _counted(asked._replace(routine=found, choices=dict(record.choices), resumes=record))


def refreshed(catalogue: Catalogue, asked: Request) -> Request:
    """Return the request with the day, what is kept of the person, and today's counts, read anew.

    A question may wait for hours: meanwhile a check may have found a sign in another window, or
    another day may have begun. Raises PresspointError for a damaged profile.
    """
    now = asked._replace(profile=_profile(catalogue, asked.flags), today=clock.today())
    return _counted(now)


def expired(catalogue: Catalogue, asked: Request) -> Iterator[tuple[ConditionAnswer, Condition]]:
    """Yield what the profile holds that is to be asked about again."""
    for told in asked.profile.conditions if asked.profile else ():
        condition = catalogue.make(Condition, "conditions", told.name)
        if told.has_expired(condition.expires_days, asked.today):
            yield told, condition


def _profile(catalogue: Catalogue, flags: Flags) -> Profile | None:
    """What is kept of the person. Raises PresspointError where that cannot be known.

    A warning sign of this run stops it anyway, and what to do about it must not wait for that.
    """
    from presspoint.storage.profile_file import read_profile

    try:
        return read_profile(catalogue)
    except PresspointError as problem:
        if not flags.red_flags:
            raise
        remark(f"presspoint: {problem}")
        return None


def _counted(asked: Request) -> Request:
    """The request with how often each place was pressed today, in all sessions but one resumed.

    A history that cannot be read stops no session.
    """
    from presspoint.storage.history.recent import count_presses_on

    done, problem = {}, ""
    try:
        done = count_presses_on(asked.today, asked.resumes.id if asked.resumes else "")
    except PartlyReadError as partly:
        done, problem = partly.counts, str(partly)
    except StorageError as nothing:
        problem = str(nothing)
    return asked._replace(pressed_today=done, uncounted=problem)


def find_routine(catalogue: Catalogue, name: str) -> Routine:
    """Return a routine by its name in any case. Raises PresspointError with the nearest names."""
    from presspoint.names.lookup import did_you_mean, nearest
    from presspoint.names.spelling import key
    from presspoint.words import printable

    names = {key(each): each for each in catalogue.ids("routines")}
    if key(name) in names:
        return routine(catalogue, names[key(name)])
    hint = did_you_mean(nearest(name, names)) or " presspoint routine lists them."
    raise PresspointError(f'No routine called "{printable(name, limit=60)}".{hint}')


def _check_choice(catalogue: Catalogue, name: str, value: str) -> None:
    from presspoint.words import join_words, printable

    values = tuple(choice(catalogue, name).values)
    if value not in values:
        shown = printable(value, limit=60)
        raise UsageError(f'--{name} does not know "{shown}". It takes {join_words(values, "or")}.')
