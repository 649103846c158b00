"""The pain command: how strong the pain is now, or was at some moment."""

from typing import Annotated

import typer

from presspoint.cli.parsing.option import Json, value_option
from presspoint.errors import UsageError
from presspoint.listing.outcome.pains import pain_rows, pains_document
from presspoint.run.outcome.pain import record_pain
from presspoint.storage.entries.pains import read_pains
from presspoint.storage.settings_file import current_day
from presspoint.terminal.lists.listings import print_rows
from presspoint.terminal.output import print_document, remark

LAST = 20  # that are listed unless asked
NONE_YET = 'No pain saved yet. For example: presspoint pain 6 --where "left buttock".'
NO_NUMBER = (
    'Type how strong the pain is, 0 to 10. For example: presspoint pain 6 --where "{where}".'
)
Strength = Annotated[
    int | None,
    typer.Argument(metavar="[N]", min=0, max=10, help="0: none; 10: the worst."),
]
Where = Annotated[
    str | None, value_option("WORDS", "Where, in your own words.", "regions", name="--where")
]
When = Annotated[
    str | None,
    typer.Option("--when", "--at", metavar="WHEN", help="When, if not now: yesterday, 21:30."),
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        metavar="N",
        min=1,
        help=f"List the last N; {LAST} if left out, or all with --json.",
    ),
]


def pain(
    strength: Strength = None,
    where: Where = None,
    when: When = None,
    limit: Limit = None,
    json: Json = False,
) -> None:
    """Save how strong the pain is, at any time.

    Without a number the last ones are listed.
    """
    if strength is not None:
        if limit is not None:
            raise UsageError("--limit lists what is saved, N saves one: leave out one of them.")
        raise typer.Exit(record_pain(strength, where, when, json=json))
    if where is not None or when is not None:
        raise UsageError(NO_NUMBER.format(where=(where or "left buttock")[:30]))
    _list(limit, json=json)


def _list(limit: int | None, *, json: bool) -> None:
    pains = read_pains()
    if json:
        print_document(pains_document(pains[-limit:] if limit else pains))
    elif pains:
        print_rows(pain_rows(pains[-(limit or LAST) :], current_day()))
    else:
        remark(NONE_YET)
