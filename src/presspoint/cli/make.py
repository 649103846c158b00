"""The make command: a set for now, out of the places that presspoint guides to."""

from typing import Annotated

import typer

from presspoint.cli.parsing import option
from presspoint.errors import UsageError
from presspoint.run.options import Options
from presspoint.storage.catalogue_file import load_for_playing

WISH = "What it is for"
Complaint = Annotated[
    str | None,
    option.value_option(
        "COMPLAINT", "What hurts, such as neck.", "complaints", name="--for", group=WISH
    ),
]
Minutes = Annotated[
    int | None,
    typer.Option(
        "--minutes",
        metavar="N",
        min=1,
        max=60,
        help="How long it may take at most: 6 if left out.",
        rich_help_panel=WISH,
    ),
]
At = Annotated[
    str | None,
    option.value_option(
        "WHERE", "desk, chair, bed, floor, wall or standing.", "situations", name="--at", group=WISH
    ),
]
With = Annotated[
    list[str] | None,
    option.value_option(
        "TOOL", "What you have at hand, such as a ball.", "tools", name="--with", group=WISH
    ),
]
Side = Annotated[
    str | None,
    option.value_option(
        "SIDE", "Only the left or the right side.", "choices:sides", name="--side", group=WISH
    ),
]
Quiet = Annotated[
    bool, option.flag("--quiet", "No sound, no movement, and one position only.", WISH)
]
Without = Annotated[
    list[str] | None,
    option.value_option(
        "PLACE", "Leave this place out, such as LI4.", "points", name="--without", group=WISH
    ),
]
Keep = Annotated[
    str | None,
    option.value_option(
        "NAME", "Save it as a routine of your own, and start nothing.", name="--keep", group=WISH
    ),
]


def make(
    complaint: Complaint = None,
    minutes: Minutes = None,
    where: At = None,
    tools: With = None,
    side: Side = None,
    quiet: Quiet = False,
    without: Without = None,
    keep: Keep = None,
    pregnant: option.Pregnant = False,
    red_flag: option.RedFlags = None,
    condition: option.Conditions = None,
    provider_agreed: option.ProviderAgreed = False,
    again_today: option.AgainToday = False,
    pace: option.Pace = None,
    without_own_files: option.WithoutOwnFiles = False,
    yes: option.Yes = False,
    plain: option.Plain = False,
    wait: option.Wait = False,
    breath: option.Breath = False,
    mute: option.Mute = False,
    json: option.Json = False,
) -> None:
    """Make a set for now: what hurts, how long.

    What is not typed is asked, one key each.
    """
    from presspoint.run.making import showing  # what completes and helps needs none of it
    from presspoint.run.making.typed import Typed  # as above

    options = Options(
        pregnant=pregnant,
        red_flags=tuple(red_flag or ()),
        conditions=tuple(condition or ()),
        provider_agreed=provider_agreed,
        again_today=again_today,
        pace=pace,
        yes=yes,
        plain=plain,
        wait=wait,
        breath=breath,
        mute=mute,
        without_own_files=without_own_files,
    )
    typed = Typed(complaint, minutes, where, tuple(tools or ()), side, quiet, tuple(without or ()))
    if json and keep:
        raise UsageError("--json prints a set, --keep saves one: leave out one of them.")
    catalogue = load_for_playing(without_own=without_own_files)
    if json:
        showing.print_set(catalogue, options, typed)
    elif keep is not None:
        showing.keep_set(catalogue, options, typed, keep)
    else:
        from presspoint.run.making.playing import play_set  # as above

        raise typer.Exit(play_set(catalogue, options, typed))
