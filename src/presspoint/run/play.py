"""Before a plan is played: safety first, then questions, then what it takes."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from typing import NamedTuple

from presspoint.catalogue.tables import Catalogue
from presspoint.errors import ExitCode
from presspoint.listing.plan import outline_lines
from presspoint.planning.briefing import briefing
from presspoint.planning.plan import Plan
from presspoint.remote.single_session import Remote
from presspoint.run import questions as beforehand
from presspoint.run.playback import How, Playback
from presspoint.run.preparation import plan_of, refusal
from presspoint.run.request import Request, refreshed
from presspoint.run.sound import RunSound
from presspoint.safety.screening import Screening
from presspoint.storage.settings_file import read_settings
from presspoint.terminal.output import ask_line, can_ask, paragraph
from presspoint.words import join_words

TRYING_SECONDS = 3.0


class Prepared(NamedTuple):
    """A request with its plan and screening, and what was printed of it."""

    asked: Request
    plan: Plan
    screening: Screening
    said: frozenset[str] = frozenset()


def play(catalogue: Catalogue, asked: Request, how: How) -> int:
    """Play what was asked for, after its warnings and questions; return the exit code.

    Raises PresspointError while another session runs.
    """
    ready = _prepared(catalogue, asked)
    if ready.screening.stopped:
        return _refused(ready)
    with closing(Remote()) as remote:
        if can_ask() and not how.yes:
            known = _questioned(catalogue, ready)
            if isinstance(known, int):
                return known
            ready = known
        if ready.screening.whom and can_ask() and _agreed(ready.screening.whom):
            ready = _prepared(catalogue, ready.asked.agreed(), ready.said)
        if not ready.plan.course.phases:
            return _refused(ready)
        _say({standing_notice(catalogue)} - ready.said)
        return _confirmed(catalogue, ready, how, remote)


def _refused(ready: Prepared) -> int:
    paragraph(refusal(ready.asked, ready.screening))
    return ExitCode.NOT_PLAYED


def _prepared(catalogue: Catalogue, asked: Request, said: frozenset[str] = frozenset()) -> Prepared:
    """The request planned, and what is new of its briefing said."""
    plan, screening = plan_of(catalogue, asked)
    lines = _say(line for line in briefing(catalogue, plan) if line not in said)
    return Prepared(asked, plan, screening, said | lines)


def _questioned(catalogue: Catalogue, ready: Prepared) -> Prepared | int:
    """What is to be played after all questions about it; an exit code where one ends it."""
    from presspoint.run.questions import offered, taken_up

    said = ready.said
    record = None if ready.asked.resumes else offered(catalogue)
    if record or beforehand.is_new(ready.asked):
        said |= _say([standing_notice(catalogue)])
    asked = taken_up(catalogue, ready.asked, record) if record else ready.asked
    known = _known(catalogue, asked)
    if isinstance(known, int) or known == ready.asked:
        return known if isinstance(known, int) else ready._replace(said=said)
    return _prepared(catalogue, known, said)


def _known(catalogue: Catalogue, asked: Request) -> Request | int:
    """The request with what was asked once or again; an exit code where that ends it."""
    profile = beforehand.asked_once(catalogue, asked)
    if profile is None:
        return ExitCode.DONE
    return ExitCode.NOT_PLAYED if profile.is_stopped else asked._replace(profile=profile)


def _agreed(whom: tuple[str, ...]) -> bool:
    answer = ask_line(
        f"Does {join_words(whom, 'or')} know about this, and agree to acupressure?",
        "y and Enter: yes. Enter alone: no.",
    )
    return (answer or "").lower() in {"y", "yes"}


def _say(lines: Iterable[str]) -> frozenset[str]:
    """Print paragraphs; return them."""
    said = list(lines)
    for line in said:
        paragraph(line)
    return frozenset(said)


def _confirmed(catalogue: Catalogue, ready: Prepared, how: How, remote: Remote) -> int:
    """What it takes, and the Enter that means none of the signs of the notice is there."""
    _say(beforehand.out_of_date(catalogue, ready.asked))
    _say(beforehand.signs_again(catalogue, ready.asked))
    _say(outline_lines(catalogue, ready.plan))
    if not how.yes and not can_ask():
        paragraph("Not played: nobody can be asked here. If none of these applies, add --yes.")
        return ExitCode.NOT_PLAYED
    settings = read_settings()
    how = how._replace(breath=how.breath or settings.breath == "on")
    with closing(RunSound(settings)) as aloud:
        if not how.yes:
            paragraph(aloud.about(TRYING_SECONDS))
            answer = ask_line("Enter: none of these applies, and I am ready. q and Enter: not now.")
            if answer is None or answer.lower() in {"q", "quit"}:
                return ExitCode.DONE
            if answer:
                paragraph("Not played. If one of the signs above is there, get help now.")
                return ExitCode.NOT_PLAYED
            beforehand.renew(catalogue, ready.asked)
            ready = _anew(catalogue, ready)
            if not ready.plan.course.phases:
                return _refused(ready)
        return Playback(catalogue, ready.asked, ready.plan, how, remote).sit(aloud)


def _anew(catalogue: Catalogue, ready: Prepared) -> Prepared:
    """The same after a question that may have waited for hours.

    A clinician's word counts only for the gates that it was given for.
    """
    now = _prepared(catalogue, refreshed(catalogue, ready.asked), ready.said)
    if now.screening.limits.gates <= ready.screening.limits.gates:
        return now
    flags = now.asked.flags._replace(provider_agreed=False)
    return _prepared(catalogue, now.asked._replace(flags=flags), now.said)


def standing_notice(catalogue: Catalogue) -> str:
    """Return the notice that names the emergencies, from the catalogue's red flags."""
    from presspoint.catalogue.safety_warnings import red_flags

    urgent = (flag.brief for _, flag in red_flags(catalogue) if flag.level == "emergency")
    intro, disclaimer = catalogue.text("standing-intro"), catalogue.text("disclaimer")
    return f"{intro} {'; '.join(urgent)}. {disclaimer}"
