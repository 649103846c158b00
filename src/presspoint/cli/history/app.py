"""The history command: the list of what was done, and what is under it."""

from typing import Annotated

import typer

from presspoint.catalogue.tables import Catalogue
from presspoint.cli.group import group_of
from presspoint.cli.parsing.option import Json, flag, value_option
from presspoint.errors import UsageError
from presspoint.listing.history.document import history_json
from presspoint.listing.history.sessions import empty_sessions_sentence, history_rows
from presspoint.run.arguments.sessions import none_matches, parse_filters
from presspoint.session.record.filters import Filters
from presspoint.storage.catalogue_file import load_for_looking_up
from presspoint.storage.entries.notes import read_session_notes
from presspoint.storage.history.reading import Damage, read_sessions
from presspoint.storage.settings_file import current_day
from presspoint.terminal.lists.listings import print_rows
from presspoint.terminal.output import print_paragraphs, print_pieces, remark

LAST = 20  # sessions that are listed unless asked
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        metavar="N",
        min=1,
        help=f"Only the last N; {LAST} if left out, or all with --json.",
    ),
]
Since = Annotated[
    str | None,
    value_option("DAY", "Only since this day: yesterday, 2026-11-01, 10d, 6w."),
]
OfRoutine = Annotated[
    str | None, value_option("NAME", "Only sessions of this routine.", "routines")
]
WithPoint = Annotated[str | None, value_option("POINT", "Only sessions with this place.", "points")]
Undone = Annotated[bool, flag("--undone", "Also those that you have undone.")]
COMMANDS = {
    "show": "history.show:show",
    "note": "history.note:save_note",
    "did": "history.did:save_done",
    "undo": "history.undo:undo",
    "export": "history.exchange:export_history",
    "import": "history.exchange:import_history",
    "check": "history.checkup:check",
    "repair": "history.checkup:repair",
}
app = typer.Typer(
    cls=group_of(COMMANDS), invoke_without_command=True, help="List what you have done."
)


@app.callback()
def history(
    context: typer.Context,
    since: Since = None,
    routine: OfRoutine = None,
    point: WithPoint = None,
    limit: Limit = None,
    undone: Undone = False,
    json: Json = False,
) -> None:
    """List your last sessions, the newest last."""
    command = context.invoked_subcommand
    if command is not None:
        if json:
            raise UsageError(f"Put --json last: presspoint history {command} --json.")
        if since or routine or point or limit or undone:
            raise UsageError(f"Options of the list have no use here: presspoint history {command}.")
        return
    catalogue = load_for_looking_up().catalogue
    typed = parse_filters(catalogue, since, routine, point)
    filters = typed._replace(with_undone=undone)
    if json:
        _print_document(filters, limit)
    else:
        _print_list(catalogue, filters, limit or LAST)


def _print_document(filters: Filters, limit: int | None) -> None:
    """Print what could be read, as it is read. Raises StorageError for the rest, after that."""
    damage = Damage()
    print_pieces(history_json(read_sessions(damage, limit, filters), read_session_notes()))
    damage.check()


def _print_list(catalogue: Catalogue, filters: Filters, limit: int) -> None:
    """Print the last sessions; of a damaged history all that can be read. Raises as above."""
    damage = Damage()
    sessions = list(read_sessions(damage, limit + 1, filters))
    if not (sessions or damage.is_damaged):
        remark(none_matches(catalogue, filters))
    has_more = len(sessions) > limit and not damage.is_damaged
    shown = sessions[-limit:] if has_more else sessions
    if rows := list(history_rows(catalogue, shown, current_day(), read_session_notes())):
        print_rows(rows)
    more = f"These are the last {limit}. With --limit {10 * limit} there are more."
    print_paragraphs(filter(None, [empty_sessions_sentence(shown), more if has_more else ""]))
    damage.check()
