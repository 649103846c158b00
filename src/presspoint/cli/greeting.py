"""presspoint without a command: what it is, a routine to play on Enter, and five things to try."""

from collections.abc import Iterator

from presspoint import clock
from presspoint.catalogue.routines import routine
from presspoint.catalogue.tables import Catalogue
from presspoint.errors import ExitCode, NotPlayed
from presspoint.planning.suitability import routine_to_play
from presspoint.run.courses.today import course_today
from presspoint.run.options import Options
from presspoint.run.play import play
from presspoint.run.request import request
from presspoint.safety.profile import Profile
from presspoint.safety.screening import stop_warning
from presspoint.storage.catalogue_file import load_for_playing
from presspoint.storage.history.recent import find_earlier
from presspoint.storage.profile_file import read_profile
from presspoint.storage.settings_file import current_day
from presspoint.terminal.output import (
    can_ask,
    print_lines,
    print_paragraph,
    print_paragraphs,
    report,
)
from presspoint.terminal.questions.key_question import ENTER

GREETING = "presspoint guides you through timed self-acupressure for a sore back."
THINGS = {
    "routine": "all routines, and which suit you",
    "check": "a safety check: two minutes",
    "plan {routine}": "what a routine does, without playing it",
    "point LI4": "one place: where it is, how to press it",
    "help": "everything else",
}


def greet() -> int:
    """Greet; play the routine that is offered where Enter asks for it. Return the exit code.

    Raises NotPlayed where a check found a sign, once what to do about it is printed.
    """
    catalogue, today = load_for_playing(), current_day()
    profile = read_profile(catalogue) or Profile()
    if stop := tuple(stop_warning(catalogue, profile)):
        print_paragraphs(each.line for each in stop)
        raise NotPlayed
    course = course_today(catalogue)
    latest = (each.routine for each in find_earlier(None, clock.epoch_seconds()))
    due = (course.routine,) if course and course.due else ()
    name = routine_to_play(catalogue, profile, today, (*due, *latest))
    print_paragraph(GREETING)
    print_paragraphs([course.sentence] if course else [])
    print_lines(_things(name or "NAME"))
    if name is None or not can_ask():
        return ExitCode.DONE
    return _offer(catalogue, name)


def _things(name: str) -> Iterator[str]:
    """Five commands to try, with what they show."""
    commands = [f"presspoint {each}".format(routine=name) for each in THINGS]
    wide = max(map(len, commands))
    return (
        f"  {each:{wide}}  {words}" for each, words in zip(commands, THINGS.values(), strict=True)
    )


def _offer(catalogue: Catalogue, name: str) -> int:
    """Play the routine on Enter. Raises NotPlayed where the person leaves."""
    from presspoint.run.questions.asking import ask_before_start  # not loaded where nobody is asked

    title = routine(catalogue, name).title
    ask_before_start({ENTER: "play"}, f"Enter: {title} ({name}). q: quit.")
    return play(catalogue, request(catalogue, Options(routine=name), report))
