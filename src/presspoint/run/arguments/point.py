"""A point by a name that was typed, settled by the settings; and whom what it shows is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError
from presspoint.names.points.lookup import resolve
from presspoint.names.points.readings import Reading
from presspoint.storage.catalogue_file import load_names
from presspoint.storage.paths import may_have_profile
from presspoint.words import echo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from presspoint.catalogue.places import Point
    from presspoint.run.places.person import Person
    from presspoint.settings import Settings


def who_looks(
    catalogue: Catalogue,
    points: Iterable[Point],
    report: Callable[[str], None],
    *,
    lacks_files: bool,
) -> Person | None:
    """Return who looks at points, for what they are not to press; None whom nothing can limit.

    What cannot be read is reported. See `read_person`.
    """
    if not (lacks_files or may_have_profile() or any(each.own_reasons for each in points)):
        return None
    from presspoint.run.places.person import read_person  # a new person answered nothing

    return read_person(catalogue, report, lacks_files=lacks_files)


def find_point(catalogue: Catalogue, typed: str, language: str | None = None) -> Reading:
    """Return a reading with one meaning; a `language` that was typed decides before the set one.

    Raises PresspointError with what there is, or with what the name can mean; UsageError for an
    unknown language.
    """
    if language is not None:
        from presspoint.run.arguments.settings import match_value  # few names need one

        language = match_value("language", language, "--language")
    reading = read_point(catalogue, typed)
    if reading.is_sure and not reading.is_usual:
        return reading
    from presspoint.names.points import ambiguity  # not on the way of a code as WHO writes it

    if not reading.meanings:
        raise PresspointError(_unknown(catalogue, typed))
    settings = _settings(ambiguity.deciding_settings(reading), language)
    reading = ambiguity.apply_settings(reading, typed, settings)
    if not reading.is_sure:
        raise PresspointError(ambiguity.which_question(catalogue, typed, reading, settings))
    return reading


def read_point(catalogue: Catalogue, typed: str) -> Reading:
    """Return what a name can mean, here or else in the words of other translators and languages."""
    reading = resolve(catalogue, typed)
    return reading if reading.meanings else resolve(catalogue, typed, load_names())


def _unknown(catalogue: Catalogue, typed: str) -> str:
    """What to type instead of a name that no point has; a part of the body has a list of its own.

    Words of a warning sign lead to what to do about it.
    """
    from presspoint.names.likeness import did_you_mean  # as above
    from presspoint.names.points.ambiguity import unknown_name
    from presspoint.run.arguments.complaints import list_command, wish_for

    if offer := list_command(catalogue, typed, "points"):
        return f'No point called "{echo(typed)}". Type "presspoint {offer}".'
    if hint := did_you_mean(_codes_in_words(catalogue, typed)):
        return f'No point called "{echo(typed)}".{hint}'
    return unknown_name(catalogue, typed, load_names(), wish_for(catalogue, typed).hint)


def _codes_in_words(catalogue: Catalogue, typed: str) -> tuple[str, ...]:
    """The places that cards, lists and sessions call so: LI4 for "the thumb web"."""
    from presspoint.catalogue.selection import PlaceFilter, select_places  # as above
    from presspoint.names.spelling import key

    words = key(typed.strip().removeprefix("the "))
    shorts = {each.code: each.short for each in select_places(catalogue, PlaceFilter())}
    plain = {code: short.removeprefix("the ") for code, short in shorts.items()}
    return tuple(code for code, short in plain.items() if words == key(short))


def _settings(names: tuple[str, ...], language: str | None) -> Settings:
    """The settings of these names; nothing is read where `language` alone could decide, or none."""
    from presspoint.settings import Settings
    from presspoint.storage.settings_file import read_settings

    needed = set(names) - ({"language"} if language else set())
    settings = read_settings() if needed else Settings()
    return settings._replace(language=language) if language else settings
