"""Before a plan is played: safety first, then questions, then what it takes."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing

from presspoint import clock
from presspoint.briefing import briefing
from presspoint.catalogue import Catalogue
from presspoint.cli.afterwards import DONE, NOT_PLAYED
from presspoint.cli.aloud import Aloud, Remarks
from presspoint.cli.planning import Request, plan_of, refusal, screening_of
from presspoint.cli.sitting import How, Sitting
from presspoint.errors import PresspointError
from presspoint.history import SessionRecord
from presspoint.plan import Plan
from presspoint.remote.control import Remote
from presspoint.storage.settings_file import read_settings
from presspoint.terminal.output import can_ask, paragraph, typed
from presspoint.terminal.plan_lines import outline_lines
from presspoint.text import counted, listed

TRYING_SECONDS = 3.0


def play(catalogue: Catalogue, asked: Request, how: How) -> int:
    """Play what was asked for, after its warnings and questions; return the exit code.

    Raises PresspointError while another session runs.
    """
    with closing(Remote()) as remote:
        said: set[str] = set()
        if can_ask() and not how.yes and not asked.resumes:
            asked = _taken_up(catalogue, asked, said)
        plan, unanswered = plan_of(catalogue, asked)
        said |= _say(briefing(catalogue, plan))
        stopped = screening_of(catalogue, asked).stopped
        if can_ask() and not how.yes and not stopped:
            known = _known(catalogue, asked, said)
            if isinstance(known, int):
                return known
            if known != asked:
                asked = known
                plan, unanswered = plan_of(catalogue, asked)
                said |= _say(line for line in briefing(catalogue, plan) if line not in said)
        if unanswered and can_ask() and _agreed(unanswered):
            asked = asked.agreed()
            plan, unanswered = plan_of(catalogue, asked)
            said |= _say(line for line in briefing(catalogue, plan) if line not in said)
        if not plan.phases:
            paragraph(refusal(catalogue, asked, plan, unanswered))
            return NOT_PLAYED
        _say({standing_notice(catalogue)} - said)
        return _confirmed(catalogue, asked, plan, how, remote)


def interrupted(name: str | None) -> SessionRecord:
    """Return the session to go on with. Raises PresspointError where there is none of that name."""
    from presspoint.storage.today import unfinished

    record = unfinished(clock.wall())
    if record is None or name not in {None, record.routine}:
        raise PresspointError(
            "No session of the last day was interrupted. presspoint routine lists the routines."
        )
    return record


def _taken_up(catalogue: Catalogue, asked: Request, said: set[str]) -> Request:
    """The request for the session that was interrupted, if there is one and it is wanted."""
    from presspoint.cli.planning import resuming
    from presspoint.storage.today import unfinished

    record = unfinished(clock.wall())
    if record is None or record.routine not in catalogue.table("routines"):
        return asked
    said |= _say([standing_notice(catalogue)])
    holds = counted(len(record.holds), "hold")
    paragraph(
        f"Your session of {record.started[11:16]}, {record.routine}, was interrupted after {holds}."
    )
    paragraph("r and Enter: go on with it. Enter: begin anew.")
    wanted = (typed() or "").lower() in {"r", "resume"}
    return resuming(catalogue, asked, record) if wanted else asked


def _known(catalogue: Catalogue, asked: Request, said: set[str]) -> Request | int:
    """The request with what was asked once or again; an exit code where that ends it."""
    from presspoint.cli import beforehand

    if beforehand.is_new(asked):
        said |= _say([standing_notice(catalogue)])
    profile = beforehand.asked_once(catalogue, asked)
    if profile is None:
        return DONE
    return NOT_PLAYED if profile.stopped else asked._replace(profile=profile)


def _agreed(whom: tuple[str, ...]) -> bool:
    paragraph(f"Does {listed(whom, 'or')} know about this, and agree to acupressure?")
    paragraph("y and Enter: yes. Enter alone: no.")
    return (typed() or "").lower() in {"y", "yes"}


def _say(lines: Iterable[str]) -> set[str]:
    """Print paragraphs; return them."""
    said = list(lines)
    for line in said:
        paragraph(line)
    return set(said)


def _confirmed(catalogue: Catalogue, asked: Request, plan: Plan, how: How, remote: Remote) -> int:
    """What it takes, and the Enter that means none of the signs of the notice is there."""
    from presspoint.cli import beforehand

    _say(beforehand.out_of_date(catalogue, asked))
    _say(beforehand.signs_again(catalogue, asked))
    _say(outline_lines(catalogue, plan))
    if not how.yes and not can_ask():
        paragraph("Not played: nobody can be asked here. If none of these applies, add --yes.")
        return NOT_PLAYED
    settings = read_settings()
    how = how._replace(breath=how.breath or settings.breath == "on")
    with closing(Aloud(settings, Remarks())) as aloud:
        if not how.yes:
            paragraph(aloud.about(TRYING_SECONDS))
            paragraph("Enter: none of these applies, and I am ready. q and Enter: not now.")
            answer = typed()
            if answer is None or answer.lower() in {"q", "quit"}:
                return DONE
            if answer:
                paragraph("Not played. If one of the signs above is there, get help now.")
                return NOT_PLAYED
            beforehand.renew(catalogue, asked)
        return Sitting(catalogue, asked, plan, how, remote).sit(aloud)


def standing_notice(catalogue: Catalogue) -> str:
    """Return the notice that names the emergencies, from the catalogue's red flags."""
    from presspoint.safety import red_flags

    urgent = (flag.brief for _, flag in red_flags(catalogue) if flag.level == "emergency")
    intro, disclaimer = catalogue.text("standing-intro"), catalogue.text("disclaimer")
    return f"{intro} {'; '.join(urgent)}. {disclaimer}"
