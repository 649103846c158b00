"""The last words of a session: how it ended and what to do now, then the pain and the record."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from presspoint import clock
from presspoint.catalogue.routines import MADE
from presspoint.catalogue.tables import Catalogue
from presspoint.cues.turn_words import is_on_something
from presspoint.listing.history.sessions import goodbye_sentences
from presspoint.run.courses.today import course_today
from presspoint.run.sounds.sound import RunSound, ask_pain_after
from presspoint.session.actions import Signal
from presspoint.session.events import Ending
from presspoint.session.record.pain import earlier_pain_sentence, pain_sentence
from presspoint.session.record.records import SessionRecord
from presspoint.session.state import Session
from presspoint.storage.history.session_log import SessionLog
from presspoint.terminal.output import print_heading, print_paragraph, report

if TYPE_CHECKING:
    from presspoint.run.playback import Playback

GO_ON = "To go on with it: presspoint routine --resume"
HEARD_OUT = frozenset({Ending.FINISHED, Ending.STOPPED})


def aftercare(catalogue: Catalogue, session: Session) -> str:
    """Return what to do after a session: first in the position that it ended in, and then."""
    turn = session.turn(session.current_phase(clock.monotonic())[0])
    return f"{turn.posture.after} {catalogue.text('aftercare')}"


def way_off(session: Session) -> str:
    """Return how to get off what lies under a person whose session ended there; empty elsewhere."""
    phase, _ = session.current_phase(clock.monotonic())
    turn = session.turn(phase)
    return turn.posture.off if is_on_something(phase, turn) else ""


def spoken_goodbye(playback: Playback, ending: Ending) -> str:
    """Return what is said at the end of a whole session: the same as is printed then."""
    record = playback.log.record
    if ending is not Ending.FINISHED or not record.is_pressed:
        return ""
    done = goodbye_sentences(playback.catalogue, record)
    # How soon to do it again depends on the pain that is asked about now.
    again = "" if playback.asks_about_pain else playback.plan.course.routine.again
    return f"{done} {playback.aftercare} {again}".rstrip()


def say_goodbye(playback: Playback, ending: Ending | Signal, asks_with: RunSound | None) -> None:
    """Say what was done and what to do now, and only then ask about the pain, if it asks."""
    log = playback.log
    is_heard_out = ending in HEARD_OUT and log.record.is_pressed
    after = playback.aftercare if is_heard_out else ""
    _print_end(playback.catalogue, log.record, f"{playback.way_off} {after}".strip())
    if not is_heard_out:
        _print_record(log, "", GO_ON if _may_go_on(log.record, ending) else "")
        return
    if asks_with:
        ask_pain_after(log, asks_with)
    before = earlier_pain_sentence(playback.run.earlier, playback.run.today)
    _print_record(log, before, _when_again(playback))


def _may_go_on(record: SessionRecord, ending: Ending | Signal) -> bool:
    """Whether it was broken off, and may be resumed: a set for now is made anew."""
    is_in_a_file = not record.routine.startswith(MADE)
    return ending is Ending.ABANDONED and record.is_pressed and is_in_a_file


def _when_again(playback: Playback) -> str:
    """How soon to do it again, and when its course goes on; else what helps where it got worse."""
    catalogue, run = playback.catalogue, playback.run
    if playback.log.record.is_worse_after:
        return catalogue.text("worse-after")
    course = course_today(catalogue)
    next_day = course.sentence if course and course.routine == run.routine.name else ""
    return f"{playback.plan.course.routine.again} {next_day}".strip()


def _print_end(catalogue: Catalogue, record: SessionRecord, words: str) -> None:
    """Print how a session ended, and what to do now; a terminal that went away needs nothing."""
    with suppress(OSError):
        print_heading(goodbye_sentences(catalogue, record))
        if words:
            print_paragraph(words)


def _print_record(log: SessionLog, earlier: str, again: str) -> None:
    """Print the pain before and after, now and `earlier`, that it is saved, and when `again`.

    `again` says what to do instead where it should not be done again so soon.
    """
    saved = "This session is NOT saved." if log.problem else "Saved."
    try:
        words = (pain_sentence(log.record), earlier, saved, again)
        print_paragraph(" ".join(filter(None, words)))
    except OSError:
        return
    if log.problem:
        report(f"This session is NOT saved. {log.problem}")
    if log.rest_problem:
        report(f"The days of rest are NOT saved. {log.rest_problem}")
