"""What is typed to say which sessions: filters of a list, an id, or the one to go on with."""

from presspoint import clock
from presspoint.catalogue.routines import MADE
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError, UsageError
from presspoint.names.spelling import key
from presspoint.run.arguments.days import match_since
from presspoint.run.arguments.point import find_point
from presspoint.session.record.filters import Filters
from presspoint.session.record.records import SessionRecord
from presspoint.storage.history.reading import Damage, read_sessions
from presspoint.storage.history.recent import find_interrupted
from presspoint.storage.settings_file import current_day, hour_of_new_day
from presspoint.words import echo

NONE_YET = "No session yet. Start with presspoint routine lower-back."
ALL_UNDONE = "You have undone every session. presspoint history --undone lists them."
LAST = "last"
MOST_OFFERED = 5


def parse_filters(
    catalogue: Catalogue, since: str | None, routine: str | None, point: str | None
) -> Filters:
    """Return the filters that were typed.

    A routine may be one that is in no file any more. Raises UsageError for no day, and for a
    routine without a name; PresspointError for an unknown place.
    """
    if routine is not None and not routine.strip():
        raise UsageError("There is nothing after --routine. Type its name, or leave it out.")
    return Filters(
        match_since(since, current_day()) if since is not None else None,
        hour_of_new_day(),
        routine.strip() if routine else "",
        _code(catalogue, point) if point is not None else "",
    )


def none_matches(catalogue: Catalogue, filters: Filters) -> str:
    """Return that no session is listed, and what to do.

    Raises PresspointError for a routine that is in no session and in no file.
    """
    routine = filters.routine
    if not (filters.since or routine or filters.code):
        return _none_yet()
    if routine and not routine.startswith(MADE):
        from presspoint.run.arguments.routines import find_routine  # few lists are empty

        find_routine(catalogue, routine)
    return "No session fits that. Leave an option out to see more."


def session_to_resume(name: str | None) -> SessionRecord:
    """Return the interrupted session, of a routine if one is named.

    Raises PresspointError for none, for one of another routine, and for a set for now.
    """
    record = find_interrupted(clock.epoch_seconds())
    if record is None:
        raise PresspointError(
            "No session was interrupted in the last day. One that you stopped with q is over. "
            "presspoint routine lists the routines."
        )
    if record.routine.startswith(MADE):
        raise PresspointError(
            "Your last session was a set for now, which is made anew: type presspoint make."
        )
    if name and key(name) != key(record.routine):
        raise PresspointError(
            f"You were interrupted in {record.routine}, not in {echo(name)}. "
            "presspoint routine --resume goes on with it."
        )
    return record


def find_session(typed: str) -> SessionRecord:
    """Return the session whose id begins so, or the last one; one that is undone too.

    Raises PresspointError for none and for several, StorageError where nothing can be read.
    """
    damage = Damage()
    found = find_sessions(typed, damage)
    if not found:
        damage.check()
        raise PresspointError(none_sentence(typed))
    refuse_several(typed, tuple(each.id for each in found))
    return found[0]


def find_sessions(typed: str, damage: Damage | None = None) -> list[SessionRecord]:
    """Return the sessions whose ids begin so, a few at most; for "last" the last one, if any."""
    if typed == LAST:
        return list(read_sessions(damage, 1))[-1:]
    filters = Filters(prefix=typed, with_undone=True)
    return list(read_sessions(damage, MOST_OFFERED, filters)) if typed else []


def refuse_several(typed: str, ids: tuple[str, ...]) -> None:
    """Raise PresspointError where an id begins so, and another one."""
    if len(ids) > 1:
        offers = ", ".join(each[: len(typed) + 4] for each in ids)
        raise PresspointError(f'Several ids begin with "{echo(typed)}": {offers}. Type more of it.')


def none_sentence(typed: str) -> str:
    """Return that there is nothing with this id, and where ids are found."""
    if typed == LAST:
        return _none_yet()
    return f'No id begins with "{echo(typed)}". Each line of presspoint history begins with its id.'


def _none_yet() -> str:
    """That there is no session, or none that is not undone."""
    every = read_sessions(newest=1, filters=Filters(with_undone=True))
    return ALL_UNDONE if any(True for _ in every) else NONE_YET


def _code(catalogue: Catalogue, typed: str) -> str:
    """The code of a place; a zone is known by its own. Raises PresspointError."""
    return typed if catalogue.has_place(typed) else find_point(catalogue, typed).codes[0]
