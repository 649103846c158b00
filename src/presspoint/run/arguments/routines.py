"""The name of a routine that was typed -> the routine, whole or as it is chosen."""

from collections.abc import Mapping

from presspoint.catalogue.routines import SIDE, VARIANTS, Routine, routine
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError
from presspoint.names.spelling import key
from presspoint.planning.variants import variant
from presspoint.words import echo


def find_routine(catalogue: Catalogue, name: str) -> Routine:
    """Return a routine by its name in any case. Raises PresspointError with the nearest names."""
    if catalogue.has("routines", name):
        return routine(catalogue, name)
    names = {key(each): each for each in catalogue.ids("routines")}
    if key(name) in names:
        return routine(catalogue, names[key(name)])
    from presspoint.names.likeness import did_you_mean, nearest  # not on the way of a known name
    from presspoint.run.arguments.complaints import routines_instead, wish_for

    if instead := routines_instead(catalogue, name):
        raise PresspointError(instead)
    hint = did_you_mean(nearest(name, names)) or wish_for(catalogue, name).hint
    hint = hint or " presspoint routine lists them."
    raise PresspointError(f'No routine called "{echo(name)}".{hint}')


def routine_for(catalogue: Catalogue, name: str, choices: Mapping[str, str]) -> Routine:
    """Return a routine by its name, on the side and by the hands that are chosen.

    Raises PresspointError for an unknown one, and where nothing of it is on that side, or a helper
    may press nothing of it.
    """
    whole = find_routine(catalogue, name)
    if not any(each in choices for each in VARIANTS):
        return whole
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
