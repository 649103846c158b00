"""The courses that there are, and one of them begun."""

from typing import Annotated

import typer

from presspoint.cli.course.showing import load_catalogue, print_state
from presspoint.cli.parsing.option import (
    Json,
    ProviderAgreed,
    Sources,
    argument,
    flag,
    value_option,
)
from presspoint.courses.course import MOST_WEEKS, courses
from presspoint.listing.course_document import courses_document
from presspoint.listing.courses import basis_lines, course_rows
from presspoint.run.courses.changing import begin
from presspoint.run.courses.choice import choose_course
from presspoint.storage.catalogue_file import load_for_playing
from presspoint.terminal.lists.listings import print_rows
from presspoint.terminal.output import print_document, print_paragraphs


def list_courses(sources: Sources = False, json: Json = False) -> None:
    """List the courses that you can begin."""
    catalogue = load_catalogue()
    every = list(courses(catalogue))
    if json:
        print_document(courses_document(catalogue, every))
        return
    print_rows(course_rows(every))
    for each in every if sources else ():
        print_paragraphs([f"{each.id}:", *basis_lines(catalogue, each)])
    print_paragraphs(["Any routine can be a course: presspoint course start lower-back --weeks 4."])


def start(
    name: Annotated[str, argument("NAME", "A course, or a routine such as lower-back.", "courses")],
    weeks: Annotated[
        int | None,
        typer.Option(
            "--weeks", metavar="N", min=1, max=MOST_WEEKS, help="For how many weeks; 6 if left out."
        ),
    ] = None,
    times: Annotated[
        str | None,
        value_option(
            "HOW",
            "daily, twice-daily, every-other-day, or 1 to 6 a week; daily if left out.",
            "choices:times",
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
        print_paragraphs(filter(None, [chosen.basis]))
    print_state(catalogue, state, json=json, whole=True)
