"""What was typed about a person: warning signs, conditions and where they are, profile entries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError, UsageError
from presspoint.names.lookup import did_you_mean, nearest, resolve
from presspoint.names.spelling import key
from presspoint.run.typed.names import catalogue_names, match_name
from presspoint.safety.body_places import parse_body_place
from presspoint.safety.profile import ConditionAnswer, Profile
from presspoint.safety.profile_table import LONGEST_REASON
from presspoint.words import join_words, printable


def parse_condition(catalogue: Catalogue, typed: str, option: str, today: date) -> ConditionAnswer:
    """Return "NAME" or "NAME=WHERE,WHERE" ("inflamed-skin=left knee,BL23") as an answer of today.

    Raises UsageError for an unknown name or place, and for a place where the condition has none.
    """
    typed_name, equals, places = typed.partition("=")
    name = match_name(catalogue_names(catalogue, "conditions"), typed_name, option)
    try:
        where = [parse_body_place(each, name, catalogue) for each in places.split(",") if equals]
    except PresspointError as problem:
        raise UsageError(f"{option} {name}: {problem}") from None
    return ConditionAnswer(name, today, tuple(dict.fromkeys(where)))


def parse_signs(catalogue: Catalogue, typed: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of warning signs. Raises UsageError for an unknown name."""
    names = catalogue_names(catalogue, "red_flags")
    return tuple(match_name(names, each, "--red-flag") for each in typed)


def repeated_name(answers: Iterable[ConditionAnswer]) -> str:
    """Return the first condition that is answered twice; empty without one."""
    names = [each.name for each in answers]
    return next((name for name in names if names.count(name) > 1), "")


def parse_reason(typed: str, option: str) -> str:
    """Return a reason as one line that a file can hold. Raises UsageError where it is too long."""
    line = " ".join(typed.split()).encode(errors="backslashreplace").decode()
    if len(line) > LONGEST_REASON:
        raise UsageError(f"{option} takes {LONGEST_REASON} characters at most: shorten it.")
    return line


def find_profile_entry(catalogue: Catalogue, profile: Profile, typed: str) -> str:
    """Return the condition, or the code at rest, of a profile that a name means.

    Raises PresspointError where it holds none or several of that name.
    """
    names = {key(each.code): each.code for each in profile.rests}
    for each in profile.conditions:
        title = catalogue.title("conditions", each.name)
        names |= {key(each.name): each.name, key(title): each.name}
    if key(typed) in names:
        return names[key(typed)]
    codes = [code for code in resolve(catalogue, typed).codes if code in names.values()]
    if len(codes) == 1:
        return codes[0]
    shown = printable(typed, limit=60)
    if codes:
        raise PresspointError(
            f'"{shown}" can mean {join_words(tuple(codes), "or")}; give the code.'
        )
    hint = did_you_mean(nearest(typed, names)) or " presspoint profile shows what it holds."
    raise PresspointError(f'Your profile holds no "{shown}".{hint}')
