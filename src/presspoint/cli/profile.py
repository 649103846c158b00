"""The profile commands: conditions that hold, places that rest, shown and changed."""

from typing import Annotated

import typer

from presspoint.catalogue.tables import Catalogue
from presspoint.cli.parsing.option import Json, argument, value_option
from presspoint.errors import PresspointError, UsageError
from presspoint.listing.profile import lasting_words, profile_document, profile_lines
from presspoint.run.arguments.names import find_duplicate, parse_lasting_condition
from presspoint.run.arguments.point import find_point
from presspoint.run.arguments.profile import (
    TypedRest,
    find_profile_entry,
    parse_reason,
    parse_rest,
)
from presspoint.safety.profile import Profile
from presspoint.storage.catalogue_file import load_for_looking_up
from presspoint.storage.profile_elsewhere import remark_on_other_profile
from presspoint.storage.profile_file import change_profile, read_profile
from presspoint.storage.settings_file import current_day
from presspoint.terminal.output import (
    can_ask,
    print_document,
    print_paragraph,
    print_paragraphs,
    report_all,
)

MOST_DAYS = 90
app = typer.Typer(
    invoke_without_command=True,
    help="Show or change conditions; rest a sore place.",
)


@app.callback()
def profile(context: typer.Context, json: Json = False) -> None:
    """Show the profile, where no command says otherwise."""
    command = context.invoked_subcommand
    if command is None:
        show(json=json)
    elif json:
        raise UsageError(f"Put --json last: presspoint profile {command} --json.")


@app.command("show")
def show(json: Json = False) -> None:
    """Show your last check, your conditions and what rests."""
    catalogue = _load()
    _print(catalogue, read_profile(catalogue) or Profile(), json=json)
    report_all(filter(None, [remark_on_other_profile()]))


@app.command("set")
def set_conditions(
    conditions: Annotated[
        list[str],
        argument(
            "CONDITION[=WHERE]...",
            'Such as varicose-veins or "inflamed-skin=left knee". List: presspoint conditions.',
            "conditions",
        ),
    ],
    json: Json = False,
) -> None:
    """Save conditions, as of today.

    One that was saved before is replaced.
    """
    catalogue = _load()
    answers = [
        parse_lasting_condition(catalogue, each, "condition", current_day()) for each in conditions
    ]
    if name := find_duplicate(answers):
        raise UsageError(f"Give {name} once, with commas between its places: NAME=knee,BL23.")
    _print(catalogue, change_profile(catalogue, lambda now: now.with_answers(answers)), json=json)


@app.command("clear")
def clear(
    names: Annotated[
        list[str] | None,
        argument(
            "[CONDITION|POINT]...",
            "What has passed; without a name, everything.",
            "choices:profile_entries",
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Clear everything without asking.")] = False,
    json: Json = False,
) -> None:
    """Remove conditions and rests; without a name, everything.

    A stop stays until a later check. A place that went numb, or from which pain spread, rests until
    the feeling is back.
    """
    catalogue = _load()
    before = read_profile(catalogue) or Profile()
    if names:
        entries = [find_profile_entry(catalogue, before, each) for each in names]
        after = change_profile(catalogue, lambda now: now.without(entries))
        _print(catalogue, after, json=json)
        if not json and any(each.asks and each.code in entries for each in after.rests):
            print_paragraphs(lasting_words(after))
        return
    if before == before.without_all():
        words = ("There is nothing to clear in your profile.", *lasting_words(before))
        raise PresspointError(" ".join(words))
    if not yes and not _ask_whether_to_clear(json=json):
        print_paragraph("Nothing was changed.")
        return
    after = change_profile(catalogue, Profile.without_all)
    _print(catalogue, after, json=json)
    if not json:
        print_paragraphs(lasting_words(after))


@app.command("rest")
def rest(
    point: Annotated[str, argument("POINT", "The place, such as BL23.", "points")],
    days: Annotated[
        int | None,
        typer.Option(
            metavar="N", min=1, max=MOST_DAYS, help=f"For how many days, up to {MOST_DAYS}."
        ),
    ] = None,
    because: Annotated[str, value_option("TEXT", "Why: a note for yourself.")] = "",
    feels: Annotated[
        str | None,
        value_option("ANSWER", "How it hurts: sharp, numb, spreading or sore.", "choices:feelings"),
    ] = None,
    side: Annotated[
        str | None, value_option("SIDE", "Only this side: left or right.", "choices:sides")
    ] = None,
    json: Json = False,
) -> None:
    """Leave a sore place out of every routine for some days.

    After numb or spreading the whole limb rests, and the next routine asks if the feeling is back.
    """
    catalogue = _load()
    reading = find_point(catalogue, point)
    typed = TypedRest(parse_reason(because, "--because"), days, feels, side)
    entry = parse_rest(catalogue, reading.codes[0], typed, current_day())
    rests = [entry._replace(code=code) for code in catalogue.codes_at(entry.code)]

    def add_rests(profile: Profile) -> Profile:
        return profile.without_ended_rests(current_day()).with_rests(rests)

    after = change_profile(catalogue, add_rests)
    if reading.note and not json:
        print_paragraph(reading.note)
    _print(catalogue, after, json=json)


def _load() -> Catalogue:
    catalogue, remarks = load_for_looking_up()
    report_all(remarks)
    return catalogue


def _print(catalogue: Catalogue, profile: Profile, *, json: bool) -> None:
    if json:
        print_document(profile_document(catalogue, profile, current_day()))
    else:
        print_paragraphs(profile_lines(catalogue, profile, current_day()), indent=2)


def _ask_whether_to_clear(*, json: bool) -> bool:
    """Whether the person says yes to clearing everything. Raises UsageError if nobody can."""
    if json or not can_ask():
        raise UsageError("Clearing everything asks first: add --yes, or say what to clear.")
    from presspoint.run.questions.asking import ask_yes_or_no  # no other profile command asks

    return ask_yes_or_no("This removes all that you answered. Clear it all?") == "yes"
