"""The history commands: what was done, whether it can be read, and a damaged one mended."""

from typing import Annotated

import typer

from presspoint.cli.exchange import export_history, import_history
from presspoint.cli.parsing.option import Json
from presspoint.errors import ExitCode, UsageError
from presspoint.listing.history.checkup import checkup_document, checkup_lines, repair_question
from presspoint.listing.history.document import history_json
from presspoint.listing.history.sessions import empty_sessions_sentence, history_rows
from presspoint.session.record.checkup import Checkup
from presspoint.storage.history.damage.repair import check_history, repair_history
from presspoint.storage.history.reading import Damage, read_sessions
from presspoint.terminal.listings import print_rows
from presspoint.terminal.output import (
    can_ask,
    print_document,
    print_paragraph,
    print_paragraphs,
    print_pieces,
    remark,
)

NONE_YET = "No session yet. Start with presspoint routine lower-back."
NOT_COUNTED = (
    "What is lost of today no longer counts. Leave out for today what you have pressed already."
)
LAST = 20  # sessions that are listed unless asked
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        metavar="N",
        min=1,
        help=f"Only the last N; without it {LAST}, or all with --json.",
    ),
]
app = typer.Typer(invoke_without_command=True, help="List what you have done.")


@app.callback()
def history(context: typer.Context, limit: Limit = None, json: Json = False) -> None:
    """List your last sessions, the newest last."""
    command = context.invoked_subcommand
    if command is None and json:
        _print_document(limit)
    elif command is None:
        _print_list(limit or LAST)
    elif json:
        raise UsageError(f"Put --json last: presspoint history {command} --json.")


app.command("export")(export_history)
app.command("import")(import_history)


@app.command("check")
def check(json: Json = False) -> None:
    """Check whether the file of your sessions is whole."""
    checkup = check_history()
    if json:
        print_document(checkup_document(checkup))
    elif checkup is None:
        remark(NONE_YET)
    else:
        print_paragraphs(checkup_lines(checkup))
    if checkup and checkup.problems:
        raise typer.Exit(ExitCode.STORAGE)


@app.command("repair")
def repair(
    yes: Annotated[bool, typer.Option("--yes", help="Repair without asking.")] = False,
) -> None:
    """Save what can be read of a damaged file in a new one.

    The damaged one stays beside it.
    """
    checkup = check_history()
    if checkup is None:
        remark(NONE_YET)
        return
    print_paragraphs(checkup_lines(checkup))
    if not checkup.problems:
        return
    if not yes and not _may_repair(checkup):
        print_paragraph("Nothing was changed.")
        return
    aside = repair_history(checkup)
    print_paragraph(f"Repaired. The damaged file is now {aside}.")
    if checkup.sessions is None or any(checkup.losses.values()):
        print_paragraph(NOT_COUNTED)


def _print_document(limit: int | None) -> None:
    """Print what could be read, as it is read. Raises StorageError for the rest, after that."""
    damage = Damage()
    print_pieces(history_json(read_sessions(damage, limit)))
    damage.check()


def _print_list(limit: int) -> None:
    """Print the last sessions; of a damaged history all that can be read. Raises as above."""
    damage = Damage()
    sessions = list(read_sessions(damage, limit + 1))
    if not (sessions or damage.is_damaged):
        remark(NONE_YET)
    has_more = len(sessions) > limit and not damage.is_damaged
    shown = sessions[-limit:] if has_more else sessions
    if rows := list(history_rows(shown)):
        print_rows(rows)
    more = f"These are the last {limit}. presspoint history --limit {10 * limit} lists more."
    print_paragraphs(filter(None, [empty_sessions_sentence(shown), more if has_more else ""]))
    damage.check()


def _may_repair(checkup: Checkup) -> bool:
    """Whether the person says yes. Raises UsageError where nobody can be asked."""
    if not can_ask():
        raise UsageError("A repair asks first, and nobody can be asked here: add --yes.")
    from presspoint.run.questions.asking import ask_key  # nothing else of the history asks

    question = repair_question(checkup)
    return ask_key({"y": "yes", "n": "no"}, question, "y: yes. n: no. q: quit.") == "yes"
