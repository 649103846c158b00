"""The outcome of a check, kept in the profile and told."""

from __future__ import annotations

from datetime import date

from presspoint.catalogue import Catalogue
from presspoint.check_outcome import UNKEPT, kept_lines, stop_lines, stopped_line
from presspoint.errors import PresspointError
from presspoint.profile import Profile, Told
from presspoint.safety import Warned, red_flags
from presspoint.storage.profile_file import change_profile
from presspoint.terminal.output import document, paragraph
from presspoint.terminal.profile_lines import profile_document


def stop(
    catalogue: Catalogue, names: tuple[str, ...], today: date, *, json: bool = False
) -> Profile:
    """Say what to do, then keep how urgent it is. Raises PresspointError where it is not kept."""
    flags = [(name, flag) for name, flag in red_flags(catalogue) if name in names]
    urgency = flags[0][1].level
    warned = tuple(Warned(name, flag.level, f"{flag.title}. {flag.action}") for name, flag in flags)
    for line in () if json else stop_lines(flag for _, flag in flags):
        paragraph(line)
    try:
        profile = change_profile(catalogue, lambda now: now.with_check(today, urgency))
    except PresspointError:
        if json:
            _document(catalogue, Profile(today, urgency), today, warned)
        else:
            paragraph(UNKEPT)
        raise
    if json:
        _document(catalogue, profile, today, warned)
    else:
        paragraph(stopped_line(today, urgency))
    return profile


def keep(
    catalogue: Catalogue, told: tuple[Told, ...], today: date, *, json: bool = False
) -> Profile:
    """Keep that no sign was found, and these conditions only; say what is kept."""
    before: list[Told] = []

    def change(profile: Profile) -> Profile:
        before[:] = profile.conditions
        return profile._replace(conditions=()).with_check(today).with_told(told)

    profile = change_profile(catalogue, change)
    if json:
        _document(catalogue, profile, today)
        return profile
    for line in kept_lines(catalogue, told, tuple(before), today):
        paragraph(line)
    return profile


def _document(
    catalogue: Catalogue, profile: Profile, today: date, warned: tuple[Warned, ...] = ()
) -> None:

    kept = profile_document(catalogue, profile, today)["profile"]
    document(
        {name: kept[name] for name in ("checked", "found", "conditions")}
        | {"warnings": [each._asdict() for each in warned]}
    )
