"""The stats command: what sessions add up to, by week, routine and place."""

from datetime import date
from functools import partial
from typing import Annotated

from presspoint.catalogue.outcome.yardsticks import yardstick
from presspoint.catalogue.tables import Catalogue
from presspoint.cli.parsing.option import Json, flag, value_option
from presspoint.errors import UsageError
from presspoint.listing.outcome.stats import (
    BY_PLACE,
    BY_ROUTINE,
    FEW_A_WEEK,
    change_remarks,
    heading,
    none_since,
    place_with_code,
    sums_rows,
    total_sentences,
)
from presspoint.listing.outcome.stats_document import stats_document
from presspoint.listing.outcome.weeks import LEGEND, PLOT_HEADINGS, Style, plot_rows, week_rows
from presspoint.listing.verdicts import STANDS_OUT, verdict_fields, verdict_lines
from presspoint.outcome.calendar import first_monday
from presspoint.outcome.stats import Stats, add_up, first_day
from presspoint.outcome.verdicts.verdict import Verdict
from presspoint.run.arguments.sessions import none_matches, parse_filters
from presspoint.run.history.rests import rest_days
from presspoint.run.outcome.figures import read_verdicts
from presspoint.session.record.filters import Filters
from presspoint.storage.catalogue_file import load_for_looking_up
from presspoint.storage.history.reading import Damage
from presspoint.storage.history.summaries import read_summaries
from presspoint.storage.settings_file import current_day
from presspoint.terminal.lists.listings import print_rows, print_sections
from presspoint.terminal.output import (
    draws_columns,
    is_read_out,
    print_document,
    print_heading,
    print_paragraphs,
    remark,
    report,
    report_all,
    width,
)

BARS_FROM = 76  # columns


def show_stats(
    since: Annotated[
        str | None,
        value_option("DAY", "Only sessions since this day, such as 6w, monday or 2026-11-01."),
    ] = None,
    every: Annotated[bool, flag("--all", "All sessions, not only those of 12 weeks.")] = False,
    routine: Annotated[
        str | None, value_option("NAME", "Only sessions of this routine.", "routines")
    ] = None,
    point: Annotated[
        str | None, value_option("NAME", "Only sessions with this place.", "points")
    ] = None,
    json: Json = False,
) -> None:
    """Show what your sessions add up to.

    Twelve weeks of days, minutes and pain, then each routine and place. What hurt stands at the
    top. A session in which something hurt never counts as better.
    """
    catalogue, remarks = load_for_looking_up()
    report_all(remarks)
    if every and since is not None:
        raise UsageError("Give --since or --all, not both.")
    typed, damage = parse_filters(catalogue, since, routine, point), Damage()
    stats = _add_up(catalogue, typed, damage, every=every)
    rests = rest_days(catalogue, stats, report)
    if json:
        verdicts = {"verdicts": [verdict_fields(catalogue, each) for each in _verdicts(catalogue)]}
        print_document(stats_document(stats, rests, typed) | verdicts)
    elif stats.weeks:
        _print_stats(catalogue, stats, rests)
    else:
        remark(_none_sentence(catalogue, stats, typed))
    damage.check()


def _add_up(catalogue: Catalogue, typed: Filters, damage: Damage, *, every: bool) -> Stats:
    """What the sessions come to that are asked for, those of twelve weeks unless that is typed."""
    today = current_day()
    since = None if every else typed.since or first_monday(today)
    sessions = read_summaries(
        typed.day_starts,
        first_day(since, today),
        damage,
        routine=typed.routine,
        code=typed.code,
    )
    return add_up(sessions, since, today, yardstick(catalogue, "pain-before"))


def _print_stats(catalogue: Catalogue, stats: Stats, rests: frozenset[date]) -> None:
    print_heading(heading(stats.since))
    print_paragraphs(total_sentences(stats, stats.streak(rests)))
    _print_weeks(stats, rests)
    if stats.every.sessions:
        by_routine = sums_rows(stats.routines, str)
        by_place = sums_rows(stats.places, partial(place_with_code, catalogue))
        print_sections({BY_ROUTINE: by_routine, BY_PLACE: by_place})
        print_paragraphs(change_remarks(catalogue, stats))
    if every := _verdicts(catalogue):
        print_heading(STANDS_OUT)
        print_paragraphs(verdict_lines(catalogue, every))


def _print_weeks(stats: Stats, rests: frozenset[date]) -> None:
    print_heading("The last 12 weeks")
    calendar, is_spoken = stats.calendar(rests), is_read_out()
    if draws_columns() and not is_spoken and width() >= BARS_FROM:
        from presspoint.terminal.lists.plots import print_plot  # Rich: a wide terminal only

        print_plot(PLOT_HEADINGS, plot_rows(calendar, stats.weeks))
    else:
        style = Style.SPOKEN if is_spoken else Style.SHORT
        print_rows(week_rows(calendar, stats.weeks, style))
    print_paragraphs([FEW_A_WEEK] if is_spoken else [LEGEND, FEW_A_WEEK])


def _verdicts(catalogue: Catalogue) -> tuple[Verdict, ...]:
    """What is to be said plainly; what cannot be read is said beside the sums already."""
    return read_verdicts(catalogue, lambda _: None)


def _none_sentence(catalogue: Catalogue, stats: Stats, typed: Filters) -> str:
    """Why there is nothing to show, and what to type. Raises PresspointError as `none_matches`."""
    is_narrow = typed.since or typed.routine or typed.code
    if stats.since and not is_narrow and any(True for _ in read_summaries(typed.day_starts)):
        return none_since(stats.since)
    return none_matches(catalogue, typed)
