"""Playing a plan with everything around it: safety first, questions, signals, record, summary."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import closing
from typing import TYPE_CHECKING

from presspoint import clock
from presspoint.briefing import briefing
from presspoint.catalogue import Catalogue
from presspoint.cli.planning import Request, plan_of, refusal, screening_of
from presspoint.plan import Plan
from presspoint.player import Player
from presspoint.terminal.displays import Display, Plain, Screen
from presspoint.terminal.keyboard import Keyboard, Waiting
from presspoint.terminal.output import (
    can_ask,
    on_terminal,
    paragraph,
    remark,
    too_small,
    typed,
)
from presspoint.terminal.plan_lines import outline_lines
from presspoint.terminal.signals import Signals, die_of
from presspoint.text import counted, listed, minutes

if TYPE_CHECKING:
    from presspoint.storage.saving import Saving

DONE, STORAGE_FAILED, NOT_PLAYED = 0, 4, 3
FOR_SAFETY = frozenset({"faint", "hurt-stop"})


def play(catalogue: Catalogue, asked: Request, *, yes: bool, plain: bool) -> int:
    """Play what was asked for, after its warnings and questions; return the exit code."""
    from presspoint.cli import beforehand

    plan, unanswered = plan_of(catalogue, asked)
    said = _say(briefing(catalogue, plan))
    stopped = screening_of(catalogue, asked).stopped
    if can_ask() and not yes and not stopped:
        if beforehand.is_new(asked):
            said |= _say([standing_notice(catalogue)])
        known = beforehand.asked_once(catalogue, asked)
        if known is None:
            return DONE
        if known.stopped:
            return NOT_PLAYED
        if known != asked.profile:
            asked = asked._replace(profile=known)
            plan, unanswered = plan_of(catalogue, asked)
            said |= _say(line for line in briefing(catalogue, plan) if line not in said)
    elif not stopped:
        _say(beforehand.out_of_date(catalogue, asked))
    if unanswered and can_ask():
        paragraph(f"Does {listed(unanswered, 'or')} know about this, and agree to acupressure?")
        if _answered_yes():
            asked = asked.agreed()
            plan, unanswered = plan_of(catalogue, asked)
    if not plan.phases:
        paragraph(refusal(catalogue, asked, plan, unanswered))
        return NOT_PLAYED
    _say({standing_notice(catalogue)} - said)
    return _confirmed(catalogue, asked, plan, yes=yes, plain=plain or _plain_wanted())


def _say(lines: Iterable[str]) -> set[str]:
    """Print paragraphs; return them."""
    said = list(lines)
    for line in said:
        paragraph(line)
    return set(said)


def _confirmed(catalogue: Catalogue, asked: Request, plan: Plan, *, yes: bool, plain: bool) -> int:
    """What it takes, and the Enter that means none of the signs of the notice is there."""
    from presspoint.cli import beforehand

    _say(beforehand.signs_again(catalogue, asked))
    _say(outline_lines(catalogue, plan))
    paragraph("Sound: the terminal bell at each change; the words are on the screen.")
    if not yes:
        if not can_ask():
            paragraph("Not played: nobody can be asked here. If none of these applies, add --yes.")
            return NOT_PLAYED
        paragraph("Enter: none of these applies, and I am ready. q and Enter: not now.")
        answer = typed()
        if answer is None or answer.lower() in {"q", "quit"}:
            return DONE
        if answer:
            paragraph("Not played. If one of the signs above is there, get help now.")
            return NOT_PLAYED
        beforehand.renew(catalogue, asked)
    return _session(catalogue, asked, plan, plain=plain)


def standing_notice(catalogue: Catalogue) -> str:
    """Return the notice that names the emergencies, from the catalogue's red flags."""
    from presspoint.safety import red_flags

    urgent = (flag.brief for _, flag in red_flags(catalogue) if flag.level == "emergency")
    intro, disclaimer = catalogue.text("standing-intro"), catalogue.text("disclaimer")
    return f"{intro} {'; '.join(urgent)}. {disclaimer}"


def _session(catalogue: Catalogue, asked: Request, plan: Plan, *, plain: bool) -> int:
    from presspoint.storage.saving import Saving

    stop_rule = catalogue.text("stop-rule")
    display: Display = Plain(stop_rule) if plain else Screen(stop_rule)
    with Signals() as signals:
        saving = Saving(plan, clock.started(), catalogue, asked.today)
        inputs = Keyboard(signals, clock.monotonic) if can_ask() else Waiting(signals)
        with closing(inputs):
            ended = _played(plan, inputs, display, saving)
        saving.end(ended)
        _say_after(catalogue, plan, saving, ended)
    if ended.startswith("SIG"):
        die_of(ended)
    if ended in FOR_SAFETY:
        return NOT_PLAYED
    return STORAGE_FAILED if saving.problem or saving.rest_problem else DONE


def _played(plan: Plan, inputs: Waiting, display: Display, saving: Saving) -> str:
    """How the session ended; a terminal or pipe that went away ends it like its signal."""
    try:
        display.enter()
        return Player(plan, clock.monotonic, inputs, display, saving).play()
    except BrokenPipeError:
        return "SIGPIPE"
    except OSError:
        return "SIGHUP"
    finally:
        display.leave()


def _say_after(catalogue: Catalogue, plan: Plan, saving: Saving, ended: str) -> None:
    """What was done, whether it is saved, and what to mind now."""
    done = counted(len(saving.holds), "hold")
    pressed = minutes(sum(hold.held_seconds for hold in saving.holds))
    how = "Interrupted" if ended.startswith("SIG") else "Stopped"
    how = "Done" if ended == "finished" else how
    kept = "This session is NOT saved." if saving.problem else "Saved."
    try:
        paragraph(f"{how}. {done}, {pressed} minutes pressed. {kept}")
        if ended in {"finished", "stopped"}:
            paragraph(f"{catalogue.text('aftercare')} {plan.routine.again}")
    except OSError:
        return
    for problem in filter(None, (saving.problem, saving.rest_problem)):
        remark(f"presspoint: {problem}")


def _plain_wanted() -> bool:
    dumb = os.environ.get("TERM", "dumb") in {"dumb", ""}
    return dumb or bool(os.environ.get("ACCESSIBLE")) or not on_terminal() or too_small()


def _answered_yes() -> bool:
    paragraph("y and Enter: yes. Enter alone: no.")
    return (typed() or "").lower() in {"y", "yes"}
