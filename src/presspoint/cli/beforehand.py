"""What a person is asked before a routine, once or again: the check, and what has expired."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from presspoint.catalogue import Catalogue
from presspoint.cli.planning import Request
from presspoint.errors import StorageError
from presspoint.profile import Profile, Told
from presspoint.safety import Condition, red_flags
from presspoint.terminal.output import paragraph, remark, typed
from presspoint.wording import day

LEAVE = {"q", "quit"}


def is_new(asked: Request) -> bool:
    """Whether nothing was ever told, not even that nothing is to be asked, or all was cleared."""
    return asked.profile in {None, Profile()}


def asked_once(catalogue: Catalogue, asked: Request) -> Profile | None:
    """Return the profile after what had to be asked; None where the person wants to leave."""
    profile = asked.profile
    if profile is None or is_new(asked):
        return _offered(catalogue, asked)
    for told, condition in _expired(catalogue, asked):
        paragraph(f"On {day(told.on)} you told: {condition.title}. Is that still so?")
        paragraph("n and Enter: no, it has passed. Enter: yes, still so.")
        answer = typed()
        if answer is None or answer.lower() in LEAVE:
            return None
        again = told._replace(on=asked.today)
        if answer.lower() in {"n", "no"}:
            profile = _kept(catalogue, profile, _without(told.name))
        else:
            profile = _kept(catalogue, profile, _with(again))
    return profile


def out_of_date(catalogue: Catalogue, asked: Request) -> Iterator[str]:
    """Yield what nobody can be asked about now: it stays in force, and how to end it."""
    for told, condition in _expired(catalogue, asked):
        yield (
            f"{condition.title}: told on {day(told.on)}, and still in force. "
            f"If it has passed: presspoint profile clear {told.name}"
        )


def signs_again(catalogue: Catalogue, asked: Request) -> Iterator[str]:
    """Yield the other warning signs in one line, where the last check is long ago."""
    profile = asked.profile
    if profile and profile.checked and profile.check_is_old(asked.today):
        signs = (flag.brief for _, flag in red_flags(catalogue) if flag.level == "same-day")
        yield (
            f"Your last check was on {day(profile.checked)}, so these are asked again too. "
            f"Get medical advice today, and do not start, with: {'; '.join(signs)}."
        )


def renew(catalogue: Catalogue, asked: Request) -> None:
    """Keep that all signs were asked about today, and none was there."""
    today = asked.today
    if asked.profile and asked.profile.check_is_old(today):
        _kept(catalogue, asked.profile, lambda profile: profile.with_check(today))


def _offered(catalogue: Catalogue, asked: Request) -> Profile | None:
    paragraph(
        "New here? presspoint can ask you once what limits what you may press. It takes about two "
        "minutes, and the answers stay on this machine."
    )
    paragraph("c and Enter: check now. Enter: not now, and do not offer it again.")
    answer = typed()
    if answer is None or answer.lower() in LEAVE:
        return None
    if answer.lower() in {"c", "check"}:
        from presspoint.cli.check import ask

        return ask(catalogue, asked.today)
    return _kept(catalogue, Profile(), lambda profile: profile._replace(declined=True))


def _expired(catalogue: Catalogue, asked: Request) -> Iterator[tuple[Told, Condition]]:
    for told in asked.profile.conditions if asked.profile else ():
        condition = catalogue.make(Condition, "conditions", told.name)
        if told.expired(condition.expires_days, asked.today):
            yield told, condition


def _kept(catalogue: Catalogue, profile: Profile, change: Callable[[Profile], Profile]) -> Profile:
    """The profile after a change; one that cannot be saved holds for this run."""
    from presspoint.storage.profile_file import change_profile

    try:
        return change_profile(catalogue, change)
    except StorageError as problem:
        remark(f"presspoint: your answer is not kept: {problem}")
        return change(profile)


def _with(told: Told) -> Callable[[Profile], Profile]:
    return lambda profile: profile.with_told((told,))


def _without(name: str) -> Callable[[Profile], Profile]:
    return lambda profile: profile.without((name,))
