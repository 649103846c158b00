"""What was done without the timer: planned for this person, and saved as done. Nothing plays."""

from contextlib import closing
from datetime import date, timedelta
from types import MappingProxyType
from uuid import uuid4

from presspoint.catalogue.tables import Catalogue
from presspoint.errors import PresspointError
from presspoint.listing.history.dates import long_moment
from presspoint.listing.history.sessions import undo_sentence
from presspoint.planning.plan import Plan
from presspoint.run.last_time import repeat_choices
from presspoint.run.options import Options
from presspoint.run.preparation import plan_of
from presspoint.run.request import Run, request
from presspoint.safety.profile import Profile
from presspoint.session.record.records import SessionRecord
from presspoint.session.record.reported import reported_session
from presspoint.storage.catalogue_file import load_for_playing
from presspoint.storage.history.file.connection import PATIENT_SECONDS
from presspoint.storage.history.writing import open_history
from presspoint.terminal.output import report
from presspoint.words import clock_time

STOPPED = (
    "A warning sign of your last check still stands: no routine starts before presspoint check "
    "says that it may. What you did before is saved all the same."
)


def save_reported(options: Options, started: str, pain: tuple[int | None, int | None]) -> list[str]:
    """Save what was done at an ISO 8601 moment; return sentences that say so.

    Raises PresspointError as `report_session` does, or for an unknown routine; StorageError.
    """
    catalogue = load_for_playing()
    run = repeat_choices(catalogue, request(catalogue, options, report))
    record = report_session(catalogue, run, started, pain)
    with closing(open_history(PATIENT_SECONDS)) as history:
        history.save(record)
    stop = [STOPPED] if run.profile and run.profile.is_stopped else []
    pressed = f"{clock_time(record.held_seconds)} minutes pressed"
    added = f"Added: {run.routine.title}, {long_moment(started)}, {pressed}."
    return [*stop, added, undo_sentence(record.id)]


def report_session(
    catalogue: Catalogue, run: Run, started: str, pain: tuple[int | None, int | None]
) -> SessionRecord:
    """Return the session of the run's routine as it was done, with the pain before and after.

    Raises PresspointError where every place of it is left out for this person.
    """
    plan = _plan_of_what_was_done(catalogue, run)
    if not any(turn.is_hold for turn in plan.course.turns):
        raise PresspointError(
            f"Every place of {run.routine.name} is left out for you, so nothing was saved. "
            f"presspoint plan {run.routine.name} says why."
        )
    return reported_session(plan, uuid4().hex, started, *pain)


def _plan_of_what_was_done(catalogue: Catalogue, run: Run) -> Plan:
    """The plan for a record of the past, and never to be played.

    All that leaves a place out does so here too. What only stands against starting does not: a
    stop, a gate, an unanswered question, or that a place was pressed often enough today; else what
    was pressed would not count for the number a day.
    """
    profile = run.profile and _without_stop(run.profile, run.today)
    past = run.with_word(agreed=True)._replace(
        profile=profile, pressed_today=MappingProxyType({}), uncounted=""
    )
    return plan_of(catalogue, past)


def _without_stop(profile: Profile, today: date) -> Profile:
    """The profile without its stop; a rest that asks goes on resting, and is not asked about."""
    rests = tuple(
        each._replace(until=max(each.until, today + timedelta(days=1)), feeling_back=today)
        if each.is_unanswered(today)
        else each
        for each in profile.rests
    )
    return profile._replace(urgency=None, rests=rests)
