"""A name that was typed -> an id of a closed list, or what there is instead."""

from collections.abc import Iterable, Mapping
from datetime import date

from presspoint.catalogue.tables import Catalogue, Kind
from presspoint.errors import PresspointError, UsageError
from presspoint.names.spelling import key
from presspoint.run.arguments.conditions import match_condition
from presspoint.safety.answers import ConditionAnswer
from presspoint.words import join_words


def match_name(names: Mapping[str, str], typed: str, what: str) -> str:
    """Return which of the names, by their keys, was typed for an option, or for a noun.

    Raises UsageError with the nearest.
    """
    if key(typed) in names:
        return names[key(typed)]
    from presspoint.names.likeness import (  # not on the way of a known name
        did_you_mean,
        nearest,
        no_such,
    )

    offers = tuple(dict.fromkeys(names.values()))
    hint = did_you_mean(nearest(typed, names)) or f" Choose {join_words(offers, 'or')}."
    raise UsageError(f"{no_such(typed, what)}{hint}")


def match_id(catalogue: Catalogue, kind: Kind, typed: str, what: str) -> str:
    """Return the id that an id, a title or another name stands for. Raises UsageError."""
    spellings = catalogue.spellings(kind)
    names = {key(spelling): name for name, each in spellings for spelling in each}
    return match_name(names, typed, what)


def find_names(
    catalogue: Catalogue, kind: Kind, typed: str | None, option: str
) -> frozenset[str] | None:
    """Return every id of a word, "ball" each kind of ball; None for None. Raises UsageError."""
    if typed is None:
        return None
    spellings = catalogue.spellings(kind)
    ids = frozenset(name for name, each in spellings if key(typed) in map(key, each))
    return ids or frozenset({match_id(catalogue, kind, typed, option)})


def parse_signs(catalogue: Catalogue, typed: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of warning signs, every one that a name can mean. Raises UsageError."""
    return tuple(name for each in typed for name in _match_signs(catalogue, each))


def _match_signs(catalogue: Catalogue, typed: str) -> tuple[str, ...]:
    spellings = catalogue.spellings("red_flags")
    ids = {key(spelling): name for name, each in spellings for spelling in each}
    if key(typed) in ids:
        return (ids[key(typed)],)
    from presspoint.names.conditions import read_condition  # not on the way of an id
    from presspoint.names.warnings import sign_in_words
    from presspoint.storage.catalogue_file import load_names

    signs = read_condition(load_names(), typed).signs or sign_in_words(catalogue, typed)
    return signs or (match_name(ids, typed, "--red-flag"),)


def parse_condition(catalogue: Catalogue, typed: str, option: str, today: date) -> ConditionAnswer:
    """Return "NAME" or "NAME=WHERE,WHERE" ("inflamed-skin=left knee,BL23") as an answer of today.

    Raises UsageError for an unknown name or place, and for a place where the condition has none.
    """
    typed_name, equals, places = typed.partition("=")
    name = match_condition(catalogue, typed_name, option)
    if not equals:
        return ConditionAnswer(name, today)
    from presspoint.safety.body_places import parse_body_place  # few conditions have a place

    try:
        where = [parse_body_place(each, name, catalogue) for each in places.split(",")]
    except PresspointError as problem:
        raise UsageError(f"{option} {name}: {problem}") from None
    return ConditionAnswer(name, today, tuple(dict.fromkeys(where)))


def parse_lasting_condition(
    catalogue: Catalogue, typed: str, option: str, today: date
) -> ConditionAnswer:
    """Return the answer as `parse_condition` does; one of today only is not for saving.

    Raises UsageError for that too.
    """
    from presspoint.catalogue.conditions import condition  # not on the way of a routine

    answer = parse_condition(catalogue, typed, option, today)
    if condition(catalogue, answer.name).of_today:
        raise UsageError(
            f"{answer.name} is about today only, so it is not saved. Say it when you start: "
            f"presspoint routine NAME --condition {answer.name}."
        )
    return answer


def find_duplicate(answers: Iterable[ConditionAnswer]) -> str:
    """Return the first condition that is answered twice; empty without one."""
    names = [each.name for each in answers]
    return next((name for name in names if names.count(name) > 1), "")
