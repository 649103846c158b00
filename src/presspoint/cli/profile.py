"""A person's profile shown and changed: conditions that hold, places that rest."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from presspoint.cli.options import Json, complete_condition, complete_point
from presspoint.errors import PresspointError, UsageError

if TYPE_CHECKING:
    from presspoint.catalogue.tables import Catalogue
    from presspoint.safety.profile import Profile

DAYS, MOST_DAYS = 3, 90
app = typer.Typer(
    invoke_without_command=True,
    help="Show, set or clear what limits what you may press; rest a sore point for some days.",
)


def complete_held(incomplete: str) -> list[str]:
    """Return the conditions and the codes that begin so."""
    return complete_condition(incomplete) + complete_point(incomplete)


@app.callback()
def profile(context: typer.Context, json: Json = False) -> None:
    """Show the profile, where no command says otherwise."""
    if context.invoked_subcommand is None:
        show(json=json)
    elif json:
        raise UsageError(
            f"--json goes last: presspoint profile {context.invoked_subcommand} --json."
        )


@app.command("show")
def show(json: Json = False) -> None:
    """Tell what is kept of you: the last check, your conditions, the places that rest."""
    from presspoint.cli.loading import for_looking_up
    from presspoint.safety.profile import Profile
    from presspoint.storage.profile_file import read_profile

    catalogue = for_looking_up()
    _show(catalogue, read_profile(catalogue) or Profile(), json=json)


@app.command("set")
def set_conditions(
    conditions: Annotated[
        list[str],
        typer.Argument(
            metavar="CONDITION[=WHERE]...",
            help='As "inflamed-skin=left knee,BL23"; presspoint conditions lists them.',
            autocompletion=complete_condition,
        ),
    ],
    json: Json = False,
) -> None:
    """Add conditions, told today; one that was told before is replaced."""
    from presspoint.cli.loading import for_looking_up
    from presspoint.clock import today
    from presspoint.run.typed_names import told
    from presspoint.storage.profile_file import change_profile

    catalogue = for_looking_up()
    given = [told(catalogue, each, "profile set", today()) for each in conditions]
    names = [each.name for each in given]
    for name in names:
        if names.count(name) > 1:
            raise UsageError(f"Give {name} once, places that it has with commas: NAME=knee,BL23.")
    _show(catalogue, change_profile(catalogue, lambda now: now.with_answers(given)), json=json)


@app.command("clear")
def clear(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CONDITION|POINT]...",
            help="What has passed; without a name, everything.",
            autocompletion=complete_held,
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Clear everything without asking.")] = False,
    json: Json = False,
) -> None:
    """Forget these conditions and rests; without a name, everything but a stop."""
    from presspoint.cli.loading import for_looking_up
    from presspoint.safety.profile import Profile
    from presspoint.storage.profile_file import change_profile, read_profile
    from presspoint.terminal.output import paragraph

    catalogue = for_looking_up()
    kept = read_profile(catalogue) or Profile()
    if names:
        gone = [_held(catalogue, kept, each) for each in names]
        _show(catalogue, change_profile(catalogue, lambda now: now.without(gone)), json=json)
        return
    if kept == kept.without_all():
        raise PresspointError(f"Your profile holds nothing to clear.{_stays(kept)}")
    if not yes and not _agreed(json=json):
        paragraph("Nothing is changed.")
        return
    now = change_profile(catalogue, Profile.without_all)
    _show(catalogue, now, json=json)
    if now.is_stopped and not json:
        paragraph(_stays(now).strip())


@app.command("rest")
def rest(
    point: Annotated[
        str,
        typer.Argument(metavar="POINT", help="As for point.", autocompletion=complete_point),
    ],
    days: Annotated[
        int, typer.Option(metavar="N", min=1, max=MOST_DAYS, help="For so many days.")
    ] = DAYS,
    because: Annotated[str, typer.Option(metavar="TEXT", help="Why, for you to read.")] = "",
    json: Json = False,
) -> None:
    """Leave a sore point out of every routine for some days, today the first of them."""
    from presspoint.cli.loading import for_looking_up
    from presspoint.clock import today
    from presspoint.run.typed_names import point_named, reason
    from presspoint.safety.applied_condition import codes_at
    from presspoint.safety.profile import Rest
    from presspoint.storage.profile_file import change_profile
    from presspoint.terminal.output import paragraph

    catalogue = for_looking_up()
    reading = point_named(catalogue, point)
    until, why = today() + timedelta(days=days), reason(because, "--because")

    def rested(profile: Profile) -> Profile:
        profile = profile._replace(rests=profile.rests_on(today()))
        for code in codes_at(catalogue, reading.codes[0]):
            profile = profile.with_rest(Rest(code, until, why))
        return profile

    now = change_profile(catalogue, rested)
    if reading.note and not json:
        paragraph(reading.note)
    _show(catalogue, now, json=json)


def _show(catalogue: Catalogue, kept: Profile, *, json: bool) -> None:
    from presspoint.clock import today
    from presspoint.listing.profile import profile_document, profile_lines
    from presspoint.terminal.output import document, paragraph

    if json:
        document(profile_document(catalogue, kept, today()))
        return
    for line in profile_lines(catalogue, kept, today()):
        paragraph(line, indent=2)


def _held(catalogue: Catalogue, kept: Profile, given: str) -> str:
    """The condition or the code at rest that a name means. Raises PresspointError."""
    from presspoint.names.lookup import did_you_mean, nearest, resolve
    from presspoint.names.spelling import key
    from presspoint.words import join_words, printable

    names = {key(each.code): each.code for each in kept.rests}
    for each in kept.conditions:
        title = catalogue.title("conditions", each.name)
        names |= {key(each.name): each.name, key(title): each.name}
    if key(given) in names:
        return names[key(given)]
    found = [code for code in resolve(catalogue, given).codes if code in names.values()]
    if len(found) == 1:
        return found[0]
    ask_line = printable(given, limit=60)
    if found:
        raise PresspointError(
            f'"{ask_line}" can mean {join_words(tuple(found), "or")}; give the code.'
        )
    hint = did_you_mean(nearest(given, names)) or " presspoint profile shows what it holds."
    raise PresspointError(f'Your profile holds no "{ask_line}".{hint}')


def _agreed(*, json: bool) -> bool:
    """Whether the person says yes to clearing everything. Raises UsageError if nobody can."""
    from presspoint.terminal.output import ask_line, can_ask, paragraph

    if json or not can_ask():
        raise UsageError("Clearing everything asks first: add --yes, or name what to clear.")
    paragraph("This forgets everything that you told. Clear it all?")
    paragraph("y and Enter: yes. Enter alone: no.")
    return (ask_line() or "").lower() in {"y", "yes"}


def _stays(kept: Profile) -> str:
    found = f" What the check of {kept.checked_on} found stays until a later check finds nothing."
    return found if kept.is_stopped else ""
