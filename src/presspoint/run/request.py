"""One run of a routine: what was typed for it, the person's profile, and the day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from presspoint import clock
from presspoint.catalogue.routines import HELPER, VARIANTS, Routine, routine
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PartlyReadError, PresspointError, StorageError
from presspoint.named_tuple import NamedTuple
from presspoint.planning.course import NORMAL
from presspoint.run.options import Options, check_choice, flags_of, pace_of, with_picture
from presspoint.safety.answers import Flags
from presspoint.safety.profile import Profile
from presspoint.safety.sessions_today import region_namer
from presspoint.storage.catalogue_file import remark_on_own_files
from presspoint.storage.history.recent import count_recent_presses, has_history
from presspoint.storage.profile_elsewhere import remark_on_other_profile
from presspoint.storage.profile_file import read_profile
from presspoint.storage.settings_file import current_day, current_day_start

if TYPE_CHECKING:
    from datetime import date

    from presspoint.session.record.records import SessionRecord

WHOLE = 100


class Run(NamedTuple):
    """One run of a routine: choices by name, what limits the person, and the day.

    There is no profile where the person never answered anything. `pressed_today` has the sessions
    of today, or of the last 16 hours, that pressed a place or a region, by its code, and is None
    where nobody knows; `uncounted` says why these are not all. `resumes` is the interrupted session
    that goes on; `earlier` are the latest ones of this routine, the newest first, whose choices are
    taken over. Holds last so many `percent` of the routine's seconds, where a course says so.
    """

    routine: Routine
    choices: Mapping[str, str]
    flags: Flags
    profile: Profile | None
    today: date
    pace: str = NORMAL
    pressed_today: Mapping[str, int] | None = MappingProxyType({})
    uncounted: str = ""
    resumes: SessionRecord | None = None
    earlier: tuple[SessionRecord, ...] = ()
    options: Options = Options()
    percent: int = WHOLE

    @property
    def is_helped(self) -> bool:
        """Whether somebody else is to press."""
        return self.choices.get(HELPER) == "yes"

    def with_word(self, *, agreed: bool) -> Run:
        """Return the run with a clinician's word for it, or without."""
        return self._replace(flags=self.flags._replace(provider_agreed=agreed))


def request(
    catalogue: Catalogue,
    options: Options,
    report: Callable[[str], None],
    made: Routine | None = None,
) -> Run:
    """Return the run that the options ask for, with the profile and today's sessions.

    A routine that is `made` for it is in no file. What is wrong, but stops nothing, is reported.
    Raises PresspointError for an unknown routine, a damaged profile or no session to resume,
    UsageError for a value.
    """
    today = current_day()
    resumes = _session_to_resume(options.routine) if options.resume else None
    flags = flags_of(catalogue, options, today)
    choices = dict(resumes.choices) if resumes else options.choices
    for name, value in choices.items():
        check_choice(catalogue, name, value)
    options = with_picture(options)
    profile = _profile(catalogue, flags, report)
    if not (flags.red_flags or (profile and profile.is_stopped)):  # nothing is said beside a stop
        for remark in _remarks(catalogue, options, profile):
            report(remark)
    pace = pace_of(options, flags)
    routine = made or _routine(catalogue, resumes.routine if resumes else options.routine, choices)
    run = Run(routine, choices, flags, profile, today, pace, resumes=resumes, options=options)
    return with_presses(catalogue, run if made else with_percent(run))


def refresh(catalogue: Catalogue, run: Run, report: Callable[[str], None]) -> Run:
    """Return the run with the day, the profile and today's sessions read anew.

    A question may wait for hours: meanwhile a check may have found a sign in another window, or
    another day may have begun. Raises PresspointError for a damaged profile.
    """
    profile = _profile(catalogue, run.flags, report)
    return with_presses(catalogue, run._replace(profile=profile, today=current_day()))


def _session_to_resume(name: str | None) -> SessionRecord:
    """The session to go on with. Raises PresspointError for none, and for another routine's."""
    from presspoint.run.arguments.sessions import session_to_resume  # few sessions go on

    return session_to_resume(name)


def _routine(catalogue: Catalogue, name: str | None, choices: Mapping[str, str]) -> Routine:
    """The routine of this name as it is chosen. Raises PresspointError as `routine_for` does."""
    if name and catalogue.has("routines", name) and not any(each in choices for each in VARIANTS):
        return routine(catalogue, name)
    from presspoint.run.arguments.routines import routine_for  # most names are ids, and whole

    return routine_for(catalogue, name or "", choices)


def _remarks(catalogue: Catalogue, options: Options, profile: Profile | None) -> Iterator[str]:
    """What is wrong with the files of a person, but stops nothing."""
    yield from filter(None, [remark_on_other_profile()])
    if not options.without_own_files:
        yield from filter(None, [remark_on_own_files()])
    if profile and profile.conditions:
        from presspoint.safety.body_places import missing_places  # most profiles have none

        yield from missing_places(catalogue, profile.conditions)


def _profile(catalogue: Catalogue, flags: Flags, report: Callable[[str], None]) -> Profile | None:
    """The person's profile. Raises PresspointError where it cannot be read.

    A warning sign of this run stops it anyway, and what to do about it must not wait for that.
    """
    try:
        return read_profile(catalogue)
    except PresspointError as problem:
        if not flags.red_flags:
            raise
        report(str(problem))
        return None


def with_percent(run: Run) -> Run:
    """Return the run with holds as long as in a course of its routine; whole if nobody knows."""
    try:
        if not has_history():
            return run._replace(percent=WHOLE)
        from presspoint.storage.entries.entry import read_entries  # for those with a history

        if not read_entries("course"):
            return run._replace(percent=WHOLE)
        from presspoint.run.courses.current import percent_of_holds  # for those with a course

        return run._replace(percent=percent_of_holds(run.routine.name))
    except PresspointError:
        return run._replace(percent=WHOLE)


def with_presses(catalogue: Catalogue, run: Run) -> Run:
    """Return the run with the counts of today, and why these are not all where they are not.

    What cannot be read is never taken for none.
    """
    try:
        other = run.resumes.id if run.resumes else ""
        now, region_of = clock.epoch_seconds(), region_namer(catalogue)
        counts = count_recent_presses(current_day_start(), now, other, region_of)
    except PartlyReadError as partly:
        return run._replace(pressed_today=partly.counts, uncounted=str(partly))
    except StorageError as unreadable:
        return run._replace(pressed_today=None, uncounted=str(unreadable))
    return run._replace(pressed_today=counts, uncounted="")
