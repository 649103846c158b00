"""What a run takes over from an earlier session: the rest of it, or what was chosen for it."""

from presspoint import clock
from presspoint.catalogue.routines import choice
from presspoint.catalogue.tables import Catalogue
from presspoint.run.arguments.routines import routine_for
from presspoint.run.request import Run, with_percent, with_presses
from presspoint.session.record.records import SessionRecord
from presspoint.storage.history.recent import find_earlier


def resume(catalogue: Catalogue, run: Run, record: SessionRecord) -> Run:
    """Return the run that goes on with a session. Raises PresspointError without a routine."""
    choices = dict(record.choices)
    routine = routine_for(catalogue, record.routine, choices)
    run = run._replace(routine=routine, choices=choices, resumes=record)
    return with_presses(catalogue, with_percent(run))


def repeat_choices(catalogue: Catalogue, run: Run) -> Run:
    """Return the run with the choices of its routine's last session, but for typed ones."""
    earlier = find_earlier(run.routine.name, clock.epoch_seconds())
    if run.resumes or not earlier:
        return run
    still_offered = {
        name: value
        for name, value in earlier[0].choices.items()
        if name in run.routine.choices and value in choice(catalogue, name).values
    }
    return run._replace(earlier=earlier, choices={**still_offered, **run.choices})
