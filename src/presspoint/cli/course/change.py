"""A course skipped for a day, paused, gone on with and ended."""

from typing import Annotated

from presspoint.cli.course.showing import load_catalogue, print_state
from presspoint.cli.parsing.option import Json, ProviderAgreed, value_option
from presspoint.courses.events import CourseNote, NoteKind
from presspoint.listing.course_document import state_document
from presspoint.listing.courses import count_lines, pain_sentence, skipped_sentence
from presspoint.run.courses.changing import go_on, skip_day, stop_for_a_while
from presspoint.run.courses.current import add_note, change_of_pain, running_course
from presspoint.storage.catalogue_file import load_for_playing
from presspoint.storage.settings_file import current_day
from presspoint.terminal.output import print_document, print_paragraphs

Because = Annotated[str, value_option("TEXT", "Why: a note for yourself.")]


def skip(
    because: Because = "",
    when: Annotated[
        str, value_option("DAY", "Which day, such as yesterday; today if left out.")
    ] = "today",
    json: Json = False,
) -> None:
    """Leave out a day: it counts neither for nor against you.

    If you do it after all, it counts as done.
    """
    catalogue = load_catalogue()
    state, day = skip_day(running_course(catalogue), when, because)
    if not json:
        print_paragraphs(filter(None, [skipped_sentence(state, day)]))
    print_state(catalogue, state, json=json)


def pause(
    because: Because = "",
    until: Annotated[
        str | None, value_option("DAY", "The day it goes on, such as monday, 1w or a date.")
    ] = None,
    json: Json = False,
) -> None:
    """Pause the course: nothing is due until it goes on."""
    catalogue = load_catalogue()
    state = stop_for_a_while(running_course(catalogue), until, because)
    print_state(catalogue, state, json=json)


def resume(provider_agreed: ProviderAgreed = False, json: Json = False) -> None:
    """Go on with a course that is paused."""
    catalogue = load_for_playing()
    state = go_on(catalogue, running_course(catalogue), agreed=provider_agreed)
    print_state(catalogue, state, json=json)


def end(json: Json = False) -> None:
    """End the course, and show what it came to."""
    catalogue = load_catalogue()
    state = add_note(running_course(catalogue), CourseNote(NoteKind.END, current_day()))
    if json:
        print_document(state_document(state))
    else:
        ended = f"Ended: {state.personal.course.title}."
        lines = [ended, *count_lines(state), pain_sentence(change_of_pain(state))]
        print_paragraphs(filter(None, lines))
