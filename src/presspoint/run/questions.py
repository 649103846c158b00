"""What a person is asked before a routine, once or again: the check, and what has expired.

A stop that another window made meanwhile stays as it is, whatever is answered here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from presspoint import clock
from presspoint.catalogue.conditions import Condition
from presspoint.catalogue.safety_warnings import red_flags
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError, StorageError
from presspoint.names.spelling import key
from presspoint.run.request import Request, expired, resuming
from presspoint.safety.profile import ConditionAnswer, Profile
from presspoint.session.records import SessionRecord
from presspoint.storage.history.recent import find_interrupted
from presspoint.terminal.output import ask_line, remark
from presspoint.words import long_date, quantity

LEAVE = frozenset({"q", "quit"})
YES, NO = frozenset({"y", "yes", "c", "check"}), frozenset({"n", "no"})
NOT_NOW = NO | {""}


def is_new(asked: Request) -> bool:
    """Whether nothing was ever told, not even that nothing is to be asked, or all was cleared."""
    return asked.profile in {None, Profile()}


def asked_once(catalogue: Catalogue, asked: Request) -> Profile | None:
    """Return the profile after what had to be asked; None where the person wants to leave.

    One that is stopped was said to be, with what to do.
    """
    profile = asked.profile
    if profile is None or is_new(asked):
        return _offered(catalogue, asked)
    for told, condition in expired(catalogue, asked):
        answer = _still_so(told, condition)
        if answer in LEAVE:
            return None
        again = told._replace(on=asked.today)
        profile = _kept(catalogue, profile, _without(told) if answer in NO else _with(again))
        if profile.is_stopped:
            return _stopped(catalogue, profile)
    return profile


def out_of_date(catalogue: Catalogue, asked: Request) -> Iterator[str]:
    """Yield what nobody can be asked about now: it stays in force, and how to end it."""
    for told, condition in expired(catalogue, asked):
        yield (
            f"{condition.title}: told on {long_date(told.on)}, and still in force. "
            f"If it has passed: presspoint profile clear {told.name}"
        )


def signs_again(catalogue: Catalogue, asked: Request) -> Iterator[str]:
    """Yield the other warning signs in one line, where the last check is long ago."""
    profile = asked.profile
    if profile and profile.checked_on and profile.check_is_old(asked.today):
        signs = (flag.brief for _, flag in red_flags(catalogue) if flag.level == "same-day")
        yield (
            f"Your last check was on {long_date(profile.checked_on)}, so these are asked again "
            f"too. Get medical advice today, and do not start, with: {'; '.join(signs)}."
        )


def renew(catalogue: Catalogue, asked: Request) -> None:
    """Keep that all signs were asked about today, and none was there."""
    today = asked.today
    if asked.profile and asked.profile.check_is_old(today):
        _kept(catalogue, asked.profile, lambda profile: profile.with_check(today))


def _offered(catalogue: Catalogue, asked: Request) -> Profile | None:
    keys = "y and Enter: check now. n, or Enter alone: not now, and do not offer it again."
    answer = _typed(
        "New here? presspoint can ask you once what limits what you may press. It takes about two "
        "minutes, and the answers stay on this machine.",
        keys,
    )
    if answer not in YES | NOT_NOW | LEAVE:
        answer = _typed(keys)
    if answer in LEAVE:
        return None
    if answer in YES:
        from presspoint.run.check import ask

        return ask(catalogue, asked.today)
    if answer not in NOT_NOW:
        return Profile()  # no answer: it is offered again next time
    profile = _kept(catalogue, Profile(), lambda now: now._replace(check_declined=True))
    return _stopped(catalogue, profile) if profile.is_stopped else profile


def _still_so(told: ConditionAnswer, condition: Condition) -> str:
    return _typed(
        f"On {long_date(told.on)} you told: {condition.title}. Is that still so?",
        "n and Enter: no, it has passed. Enter: yes, still so.",
    )


def _typed(*question: str) -> str:
    """The answer in small letters; leaving where nothing more can come."""
    answer = ask_line(*question)
    return "quit" if answer is None else answer.lower()


def _kept(catalogue: Catalogue, profile: Profile, change: Callable[[Profile], Profile]) -> Profile:
    """The profile changed, unless it is stopped; a change that cannot be kept is for this run."""
    from presspoint.storage.profile_file import change_profile

    try:
        return change_profile(catalogue, lambda now: now if now.is_stopped else change(now))
    except StorageError as problem:
        remark(f"presspoint: your answer is not kept: {problem}")
        return change(profile)


def _stopped(catalogue: Catalogue, profile: Profile) -> Profile:
    from presspoint.run.check import say_stop

    say_stop(catalogue, profile)
    return profile


def _with(told: ConditionAnswer) -> Callable[[Profile], Profile]:
    return lambda profile: profile.with_answers((told,))


def _without(told: ConditionAnswer) -> Callable[[Profile], Profile]:
    return lambda profile: profile.without((told.name,))


def interrupted(name: str | None) -> SessionRecord:
    """Return the session to go on with. Raises PresspointError where there is none of that name."""
    record = find_interrupted(clock.epoch_seconds())
    if record is None or (name and key(name) != key(record.routine)):
        raise PresspointError(
            "No session of the last day was interrupted. presspoint routine lists the routines."
        )
    return record


def offered(catalogue: Catalogue) -> SessionRecord | None:
    """Return the session that may be gone on with, if its routine is still there."""
    record = find_interrupted(clock.epoch_seconds())
    known = record is not None and catalogue.has("routines", record.routine)
    return record if known else None


def taken_up(catalogue: Catalogue, asked: Request, record: SessionRecord) -> Request:
    """Return the request for the interrupted session if it is wanted, else the one before."""
    answer = ask_line(
        f"Your session of {record.started[11:16]}, {record.routine}, was interrupted after "
        f"{quantity(len(record.holds), 'hold')}.",
        "r and Enter: go on with it. Enter: begin anew.",
    )
    wanted = (answer or "").lower() in {"r", "resume"}
    return resuming(catalogue, asked, record) if wanted else asked
