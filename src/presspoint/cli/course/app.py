"""The course command: where a course stands, and what is under it."""

import typer

from presspoint.cli.course.showing import load_catalogue, print_state
from presspoint.cli.group import group_of
from presspoint.cli.parsing.option import Json
from presspoint.errors import UsageError
from presspoint.listing.course_document import state_document
from presspoint.run.courses.current import NO_COURSE, read_state
from presspoint.terminal.output import print_document, remark

COMMANDS = {
    "today": "course.app:today",
    "list": "course.start:list_courses",
    "start": "course.start:start",
    "skip": "course.change:skip",
    "pause": "course.change:pause",
    "resume": "course.change:resume",
    "end": "course.change:end",
}
app = typer.Typer(
    cls=group_of(COMMANDS), invoke_without_command=True, help="Follow a routine over some weeks."
)


@app.callback()
def course(context: typer.Context, json: Json = False) -> None:
    """Show where your course stands, and what is due today."""
    command = context.invoked_subcommand
    if command is None:
        _show(json=json, whole=True)
    elif json:
        raise UsageError(f"Put --json last: presspoint course {command} --json.")


def today(json: Json = False) -> None:
    """Say what is due today, and no more."""
    _show(json=json, whole=False)


def _show(*, json: bool, whole: bool) -> None:
    catalogue = load_catalogue()
    if state := read_state(catalogue):
        print_state(catalogue, state, json=json, whole=whole)
    elif json:
        print_document(state_document(None))
    else:
        remark(NO_COURSE)
