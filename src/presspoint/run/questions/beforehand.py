"""The questions before a plan is shown: feeling, an interrupted session, the check, what expired.

A stop that another window saved meanwhile stays in force, whatever is answered here.
"""

from collections.abc import Callable
from datetime import date

from presspoint import clock
from presspoint.catalogue.conditions import Condition
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import NotPlayed, StorageError
from presspoint.run.last_time import resume
from presspoint.run.preparation import plan_of, seconds_to_resume
from presspoint.run.questions.asking import ask_before_start
from presspoint.run.questions.first_check import offer_check
from presspoint.run.request import Run
from presspoint.run.saving import change_unless_stopped
from presspoint.safety.answers import ConditionAnswer
from presspoint.safety.profile import Profile, answers_to_renew
from presspoint.session.record.records import SessionRecord
from presspoint.storage.history.recent import find_interrupted
from presspoint.terminal.output import print_paragraph
from presspoint.terminal.questions.key_question import ENTER
from presspoint.words import clock_time, long_date, quantity


def ask_beforehand(catalogue: Catalogue, run: Run) -> Run:
    """Offer the check, and ask for expired answers; return the run after that.

    Raises NotPlayed where the person leaves, or a check finds a sign.
    """
    profile = ask_about_person(catalogue, run)
    if profile.is_stopped:
        raise NotPlayed
    return run._replace(profile=profile)


def ask_after_nerve_sign(catalogue: Catalogue, run: Run) -> Run:
    """Ask about the emergency signs, and whether feeling is back, where a place went numb.

    Raises NotPlayed where it is not, or the person leaves.
    """
    if not (run.profile and run.profile.rests_to_ask_about(run.today)):
        return run
    from presspoint.run.questions.feeling import (  # few runs need it
        ask_about_feeling,
        ask_about_signs,
    )

    ask_about_signs(catalogue, run.profile, run.today)
    return run._replace(profile=ask_about_feeling(catalogue, run.profile, run.today))


def ask_about_person(catalogue: Catalogue, run: Run) -> Profile:
    """Offer a check, and ask for expired answers; return the profile after that.

    One that is stopped has been printed. Raises NotPlayed where the person leaves.
    """
    profile = offer_check(catalogue, run.profile or Profile())
    for answer, condition in answers_to_renew(catalogue, profile, run.today):
        if profile.is_stopped:
            break
        change = _ask_whether_still_so(answer, condition, run.today)
        profile = change_unless_stopped(catalogue, profile, change)
    return profile


def offer_to_resume(catalogue: Catalogue, run: Run) -> Run:
    """Return the run, or the rest of an interrupted session of its routine if that is taken up.

    One of another routine is only named. Raises NotPlayed where the person leaves.
    """
    record = None if run.resumes else _session_to_offer()
    if record is None or not catalogue.has("routines", record.routine):
        return run
    when, name = record.started[11:16], record.routine
    if name != run.routine.name:
        print_paragraph(
            f"Your session of {name}, {when}, was interrupted. "
            "To go on with that one: presspoint routine --resume"
        )
        return run
    rest = resume(catalogue, run, record)
    return rest if _ask_whether_to_resume(catalogue, rest, record, when) else run


def _session_to_offer() -> SessionRecord | None:
    """The session to offer; where none can be read, the warning of the plan says why."""
    try:
        return find_interrupted(clock.epoch_seconds())
    except StorageError:
        return None


def _ask_whether_to_resume(
    catalogue: Catalogue, rest: Run, record: SessionRecord, when: str
) -> bool:
    plan = plan_of(catalogue, rest.with_word(agreed=True))
    time = clock_time(seconds_to_resume(rest, plan))
    answer = ask_before_start(
        {"r": "resume", ENTER: "anew"},
        f"Your session of {when}, {record.routine}, was interrupted after "
        f"{quantity(len(record.holds), 'hold')}.",
        f"r: go on with it, {time} to go. Enter: begin {record.routine} anew. q: quit.",
    )
    return answer == "resume"


def _ask_whether_still_so(
    answer: ConditionAnswer, condition: Condition, today: date
) -> Callable[[Profile], Profile]:
    """What the reply changes in a profile: the condition goes, or is an answer of today."""
    reply = ask_before_start(
        {"n": "passed", "y": "still", ENTER: "still"},
        f"On {long_date(answer.on)} you answered: {condition.title}. Is that still so?",
        "n: no, it has passed. Enter: yes, still so. q: quit.",
    )
    if reply == "passed":
        return lambda profile: profile.without((answer.name,))
    return lambda profile: profile.with_answers((answer._replace(on=today),))
