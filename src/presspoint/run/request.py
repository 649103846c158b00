"""What a run asks for: options with their names checked, the person's profile, the day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from presspoint import clock
from presspoint.catalogue.routines import HELPER, MADE, SIDE, VARIANTS, Routine, choice, routine
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PartlyReadError, PresspointError, StorageError, UsageError
from presspoint.named_tuple import NamedTuple
from presspoint.planning.course import NORMAL, PACES
from presspoint.safety.answers import ConditionAnswer, Flags
from presspoint.safety.profile import Profile
from presspoint.safety.sessions_today import region_namer
from presspoint.storage.catalogue_file import remark_on_own_files
from presspoint.storage.history.recent import (
    count_recent_presses,
    find_earlier,
    find_interrupted,
    has_history,
)
from presspoint.storage.profile_elsewhere import remark_on_other_profile
from presspoint.storage.profile_file import read_profile
from presspoint.storage.settings_file import current_day, current_day_start, read_settings
from presspoint.words import echo, join_words

if TYPE_CHECKING:
    from datetime import date

    from presspoint.session.record.records import SessionRecord


class Options(NamedTuple):
    """What was typed on the command line; a run that is to `resume` needs no routine's name."""

    routine: str | None = None
    pain: str | None = None
    upper_back: bool = False
    side: str | None = None
    helper: bool = False
    warm_up: str | None = None
    pregnant: bool = False
    red_flags: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    provider_agreed: bool = False
    again_today: bool = False
    pace: str | None = None
    yes: bool = False
    plain: bool = False
    wait: bool = False
    breath: bool = False
    mute: bool = False
    picture: str | None = None
    resume: bool = False
    without_own_files: bool = False


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
    percent: int = 100

    @property
    def is_helped(self) -> bool:
        """Whether somebody else is to press."""
        return self.choices.get(HELPER) == "yes"

    def with_word(self, *, agreed: bool) -> Run:
        """Return the run with a clinician's word for it, or without."""
        return self._replace(flags=self.flags._replace(provider_agreed=agreed))

    def resume(self, catalogue: Catalogue, record: SessionRecord) -> Run:
        """Return the run that goes on with a session. Raises PresspointError without a routine."""
        choices = dict(record.choices)
        routine = routine_for(catalogue, record.routine, choices)
        percent = _percent(routine.name)
        run = self._replace(routine=routine, choices=choices, resumes=record, percent=percent)
        return _count_presses(catalogue, run)

    def as_last_time(self, catalogue: Catalogue) -> Run:
        """Return the run with the choices of its routine's last session, but for typed ones."""
        earlier = find_earlier(self.routine.name, clock.epoch_seconds())
        if self.resumes or not earlier:
            return self
        known = {
            name: value
            for name, value in earlier[0].choices.items()
            if name in self.routine.choices and value in choice(catalogue, name).values
        }
        return self._replace(earlier=earlier, choices={**known, **self.choices})


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
    choices = dict(resumes.choices) if resumes else option_choices(options)
    for name, value in choices.items():
        check_choice(catalogue, name, value)
    options = _with_picture(options)
    profile = _profile(catalogue, flags, report)
    is_stopped = flags.red_flags or (profile and profile.is_stopped)  # nothing is said beside it
    if not is_stopped and (remark := remark_on_other_profile()):
        report(remark)
    if not (is_stopped or options.without_own_files) and (remark := remark_on_own_files()):
        report(remark)
    if profile and profile.conditions and not is_stopped:
        from presspoint.safety.body_places import missing_places  # most profiles have none

        for line in missing_places(catalogue, profile.conditions):
            report(line)
    pace = _pace(options, flags)
    name = resumes.routine if resumes else options.routine or ""
    routine = made or routine_for(catalogue, name, choices)
    run = Run(routine, choices, flags, profile, today, pace, resumes=resumes, options=options)
    return _count_presses(catalogue, run if made else run._replace(percent=_percent(routine.name)))


def refresh(catalogue: Catalogue, run: Run, report: Callable[[str], None]) -> Run:
    """Return the run with the day, the profile and today's sessions read anew.

    A question may wait for hours: meanwhile a check may have found a sign in another window, or
    another day may have begun. Raises PresspointError for a damaged profile.
    """
    profile = _profile(catalogue, run.flags, report)
    return _count_presses(catalogue, run._replace(profile=profile, today=current_day()))


def flags_of(catalogue: Catalogue, options: Options, today: date) -> Flags:
    """Return what was typed about the person. Raises UsageError for an unknown name or place."""
    signs: tuple[str, ...] = ()
    answers: list[ConditionAnswer] = []
    if options.conditions or options.red_flags:
        from presspoint.run.arguments.names import parse_condition, parse_signs  # few are typed

        answers = [
            parse_condition(catalogue, each, "--condition", today) for each in options.conditions
        ]
        signs = parse_signs(catalogue, options.red_flags)
    answers += [ConditionAnswer("pregnancy", today)] if options.pregnant else []
    return Flags(signs, tuple(answers), options.provider_agreed, options.again_today)


def find_routine(catalogue: Catalogue, name: str) -> Routine:
    """Return a routine by its name in any case. Raises PresspointError with the nearest names."""
    if catalogue.has("routines", name):
        return routine(catalogue, name)
    from presspoint.names.spelling import key  # not on the way of a name as it is

    names = {key(each): each for each in catalogue.ids("routines")}
    if key(name) in names:
        return routine(catalogue, names[key(name)])
    from presspoint.names.likeness import did_you_mean, nearest
    from presspoint.run.arguments.complaints import routines_instead

    if instead := routines_instead(catalogue, name):
        raise PresspointError(instead)
    hint = did_you_mean(nearest(name, names)) or " presspoint routine lists them."
    raise PresspointError(f'No routine called "{echo(name)}".{hint}')


def routine_for(catalogue: Catalogue, name: str, choices: Mapping[str, str]) -> Routine:
    """Return a routine by its name, on the side and by the hands that are chosen.

    Raises PresspointError for an unknown one, and where nothing of it is on that side, or a helper
    may press nothing of it.
    """
    whole = find_routine(catalogue, name)
    if not any(each in choices for each in VARIANTS):
        return whole
    from presspoint.planning.variants import variant  # few runs need it

    if not (chosen := variant(catalogue, whole, choices)).steps:
        raise PresspointError(
            f"A helper presses nothing in {whole.name}: only places on the back are marked for "
            "that. Try presspoint routine upper-back --helper."
        )
    if whole.codes and not chosen.codes:
        raise PresspointError(
            f"Nothing in {whole.name} is on the {choices[SIDE]} side. Leave out --side."
        )
    return chosen


def _session_to_resume(name: str | None) -> SessionRecord:
    """The interrupted session. Raises PresspointError for none, and for one of another routine."""
    record = find_interrupted(clock.epoch_seconds())
    if record is None:
        raise PresspointError(
            "No session was interrupted in the last day. presspoint routine lists the routines."
        )
    if record.routine.startswith(MADE):
        raise PresspointError(
            "Your last session was a set for now, which is made anew: type presspoint make."
        )
    from presspoint.names.spelling import key  # few sessions go on with another

    if name and key(name) != key(record.routine):
        raise PresspointError(
            f"You were interrupted in {record.routine}, not in {echo(name)}. "
            "presspoint routine --resume goes on with it."
        )
    return record


def option_choices(options: Options) -> dict[str, str]:
    """Return the choices that were typed, which are not asked."""
    choices = {} if options.pain is None else {"pain": options.pain}
    choices |= {"upper-back": "yes"} if options.upper_back else {}
    choices |= {} if options.side is None else {"side": options.side}
    choices |= {} if options.warm_up is None else {"warm-up": options.warm_up}
    return choices | ({"helper": "yes"} if options.helper else {})


def check_choice(catalogue: Catalogue, name: str, value: str) -> None:
    """Raise UsageError for a value that a choice does not have."""
    values = tuple(choice(catalogue, name).values)
    if value not in values:
        shown = echo(value)
        raise UsageError(f'There is no "{shown}" for --{name}. Choose {join_words(values, "or")}.')


def _pace(options: Options, flags: Flags) -> str:
    """The pace that was typed, else the one that is set, which a warning sign does not wait for."""
    if options.pace is not None:
        from presspoint.run.arguments.names import match_name  # few are typed

        return match_name({each: each for each in PACES}, options.pace, "--pace")
    return NORMAL if flags.red_flags else read_settings().pace


def _with_picture(options: Options) -> Options:
    """The options with the value of `picture` as the settings have it. Raises UsageError."""
    if options.picture is None:
        return options
    from presspoint.run.arguments.settings import match_value  # for what is typed only

    return options._replace(picture=match_value("picture", options.picture, "--picture"))


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


def _percent(routine: str) -> int:
    """How long holds are in a course of this routine; whole where that cannot be read."""
    try:
        if not has_history():
            return 100
        from presspoint.storage.entries.entry import read_entries  # for those with a history

        if not read_entries("course"):
            return 100
        from presspoint.run.courses.current import percent_of_holds  # for those with a course

        return percent_of_holds(routine)
    except PresspointError:
        return 100


def _count_presses(catalogue: Catalogue, run: Run) -> Run:
    """The run with the counts of today; where these cannot be read, nothing is taken for none."""
    try:
        other = run.resumes.id if run.resumes else ""
        now, region_of = clock.epoch_seconds(), region_namer(catalogue)
        counts = count_recent_presses(current_day_start(), now, other, region_of)
    except PartlyReadError as partly:
        return run._replace(pressed_today=partly.counts, uncounted=str(partly))
    except StorageError as unreadable:
        return run._replace(pressed_today=None, uncounted=str(unreadable))
    return run._replace(pressed_today=counts, uncounted="")
