"""The course commands: a routine done again and again over some weeks, begun, seen and ended."""

from typing import Annotated

import typer

from presspoint.catalogue.tables import Catalogue
from presspoint.cli.parsing.option import (
    Json,
    ProviderAgreed,
    Sources,
    argument,
    flag,
    value_option,
)
from presspoint.courses.course import MOST_WEEKS, courses
from presspoint.courses.events import CourseNote, NoteKind
from presspoint.courses.state import CourseState
from presspoint.errors import UsageError
from presspoint.listing.course_document import courses_document, state_document
from presspoint.listing.courses import (
    basis_lines,
    count_lines,
    course_rows,
    state_lines,
    today_sentence,
)
from presspoint.run.courses.changing import begin, go_on, skip_day, stop_for_a_while
from presspoint.run.courses.choice import choose_course
from presspoint.run.courses.current import NO_COURSE, add_note, read_state, running_course
from presspoint.run.courses.permission import minutes_of
from presspoint.storage.catalogue_file import load_for_looking_up, load_for_playing
from presspoint.storage.settings_file import current_day
from presspoint.terminal.listings import print_rows
from presspoint.terminal.output import print_document, print_paragraphs, remark, report_all

Because = Annotated[str, value_option("TEXT", "Why: a note for yourself.")]
app = typer.Typer(invoke_without_command=True, help="Follow a routine over some weeks.")


@app.callback()
def course(context: typer.Context, json: Json = False) -> None:
    """Show where your course stands, and what is due today."""
    command = context.invoked_subcommand
    if command is None:
        _show(json=json, whole=True)
    elif json:
        raise UsageError(f"Put --json last: presspoint course {command} --json.")


@app.command("today")
def today(json: Json = False) -> None:
    """Say what is due today, and no more."""
    _show(json=json, whole=False)


@app.command("list")
def list_courses(sources: Sources = False, json: Json = False) -> None:
    """List the courses that you can begin."""
    catalogue = _load()
    every = list(courses(catalogue))
    if json:
        print_document(courses_document(catalogue, every))
        return
    print_rows(course_rows(every))
    for each in every if sources else ():
        print_paragraphs([f"{each.id}:", *basis_lines(catalogue, each)])
    print_paragraphs(["Any routine can be a course: presspoint course start lower-back --weeks 4."])


@app.command("start")
def start(
    name: Annotated[str, argument("NAME", "A course, or a routine such as lower-back.", "courses")],
    weeks: Annotated[
        int | None,
        typer.Option(
            "--weeks", metavar="N", min=1, max=MOST_WEEKS, help="For how many weeks; 6 without it."
        ),
    ] = None,
    times: Annotated[
        str | None,
        value_option(
            "HOW", "daily, twice-daily, every-other-day, or 1 to 6 a week.", "choices:times"
        ),
    ] = None,
    grow: Annotated[
        bool, flag("--grow", "Begin with shorter holds, which grow from week to week.")
    ] = False,
    provider_agreed: ProviderAgreed = False,
    json: Json = False,
) -> None:
    """Begin a course, with today as its first day.

    One course at a time. Each session is started as always: presspoint routine NAME.
    """
    catalogue = load_for_playing()
    chosen = choose_course(catalogue, name, weeks, times, grow=grow)
    state = begin(catalogue, chosen, agreed=provider_agreed)
    if not json:
        print_paragraphs(basis_lines(catalogue, chosen))
    _print(catalogue, state, json=json, whole=True)


@app.command("skip")
def skip(
    because: Because = "",
    when: Annotated[
        str, value_option("DAY", "Which day, such as yesterday; today without it.")
    ] = "today",
    json: Json = False,
) -> None:
    """Leave out a day: it neither counts nor breaks anything."""
    catalogue = _load()
    _print(catalogue, skip_day(running_course(catalogue), when, because), json=json)


@app.command("pause")
def pause(
    because: Because = "",
    until: Annotated[
        str | None, value_option("DAY", "The day it goes on, such as monday, 1w or a date.")
    ] = None,
    json: Json = False,
) -> None:
    """Pause the course: nothing is due until it goes on."""
    catalogue = _load()
    _print(catalogue, stop_for_a_while(running_course(catalogue), until, because), json=json)


@app.command("resume")
def resume(provider_agreed: ProviderAgreed = False, json: Json = False) -> None:
    """Go on with a course that is paused."""
    catalogue = load_for_playing()
    state = go_on(catalogue, running_course(catalogue), agreed=provider_agreed)
    _print(catalogue, state, json=json)


@app.command("end")
def end(json: Json = False) -> None:
    """End the course, and show what it came to."""
    catalogue = _load()
    state = add_note(running_course(catalogue), CourseNote(NoteKind.END, current_day()))
    if json:
        print_document(state_document(state))
    else:
        print_paragraphs([f"Ended: {state.personal.course.title}.", *count_lines(state)])


def _load() -> Catalogue:
    catalogue, remarks = load_for_looking_up()
    report_all(remarks)
    return catalogue


def _show(*, json: bool, whole: bool) -> None:
    catalogue = _load()
    state = read_state(catalogue)
    if state is None and not json:
        remark(NO_COURSE)
        return
    _print(catalogue, state, json=json, whole=whole)


def _print(
    catalogue: Catalogue, state: CourseState | None, *, json: bool, whole: bool = False
) -> None:
    if json or state is None:
        print_document(state_document(state))
        return
    minutes = minutes_of(catalogue, state.personal.course.routine)
    lines = state_lines(state, minutes) if whole else [today_sentence(state, minutes)]
    print_paragraphs(lines)
