"""The stats command: what sessions add up to, by week, routine and place."""

from datetime import date
from functools import partial
from typing import Annotated, NamedTuple

from presspoint.catalogue.outcome.yardsticks import yardstick
from presspoint.catalogue.tables import Catalogue
from presspoint.cli.parsing.option import Json, flag, value_option
from presspoint.errors import UsageError
from presspoint.listing.outcome.document import stats_document
from presspoint.listing.outcome.stats import (
    BY_PLACE,
    BY_ROUTINE,
    FEW_A_WEEK,
    change_remarks,
    heading,
    none_sentence,
    place_name,
    sums_rows,
    total_sentences,
)
from presspoint.listing.outcome.weeks import LEGEND, Style, week_rows
from presspoint.outcome.calendar import first_monday
from presspoint.outcome.stats import Stats, add_up, first_day
from presspoint.outcome.summary import Summary
from presspoint.run.arguments.days import match_since
from presspoint.run.arguments.names import match_id
from presspoint.run.arguments.point import find_point
from presspoint.run.rests import rest_days
from presspoint.settings import DEFAULTS
from presspoint.storage.catalogue_file import load_for_looking_up
from presspoint.storage.history.reading import Damage
from presspoint.storage.history.summaries import read_summaries
from presspoint.storage.settings_file import current_day, read_settings
from presspoint.terminal.listings import print_rows, print_sections
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
from presspoint.words import join_words

NONE_YET = "No session yet. Start with presspoint routine lower-back."
BARS_FROM = 76  # columns


class Among(NamedTuple):
    """Which sessions count: of a routine, and with one of some places; empty for any."""

    routine: str = ""
    codes: tuple[str, ...] = ()

    def takes(self, session: Summary) -> bool:
        """Whether a session counts."""
        is_routine = self.routine in {"", session.routine}
        return is_routine and (not self.codes or not set(self.codes).isdisjoint(session.codes))


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

    Twelve weeks of days, minutes and pain, then each routine and place, what hurt first. A session
    in which something hurt never counts as better; of fewer than five no median is given.
    """
    catalogue, remarks = load_for_looking_up()
    report_all(remarks)
    today, among = current_day(), _among(catalogue, routine, point)
    start = _start(since, today, every=every)
    damage = Damage()
    sessions = read_summaries(read_settings().day_starts, first_day(start, today), damage)
    stats = add_up(filter(among.takes, sessions), start, today, yardstick(catalogue, "pain-before"))
    rests = rest_days(catalogue, stats, report)
    if json:
        print_document(stats_document(stats, rests, among.routine or None, among.codes))
    else:
        _print_stats(catalogue, stats, rests, among)
    damage.check()


def _start(since: str | None, today: date, *, every: bool) -> date | None:
    """The day from which on sessions count; None for all. Raises UsageError."""
    if every and since is not None:
        raise UsageError("Give --since or --all, not both.")
    if every:
        return None
    return first_monday(today) if since is None else match_since(since, today)


def _among(catalogue: Catalogue, routine: str | None, point: str | None) -> Among:
    """Which sessions are asked for. Raises PresspointError for a name that is not known."""
    return Among(
        match_id(catalogue, "routines", routine, "--routine") if routine is not None else "",
        find_point(catalogue, point).codes if point is not None else (),
    )


def _print_stats(catalogue: Catalogue, stats: Stats, rests: frozenset[date], among: Among) -> None:
    if not stats.days:
        remark(_none_sentence(stats, among))
        return
    print_heading(heading(stats.since))
    print_paragraphs(
        total_sentences(stats, stats.streak(rests))
        if stats.every.sessions
        else [_none_sentence(stats, among)]
    )
    _print_weeks(stats, rests)
    if stats.every.sessions:
        by_routine = sums_rows(stats.routines, str)
        by_place = sums_rows(stats.places, partial(place_name, catalogue))
        print_sections({BY_ROUTINE: by_routine, BY_PLACE: by_place})
        print_paragraphs(change_remarks(catalogue, stats))


def _print_weeks(stats: Stats, rests: frozenset[date]) -> None:
    style = Style.SHORT
    if is_read_out():
        style = Style.SPOKEN
    elif draws_columns() and width() >= BARS_FROM:
        style = Style.DRAWN
    print_heading("The last 12 weeks")
    print_rows(week_rows(stats.calendar(rests), stats.weeks, style))
    print_paragraphs([LEGEND, FEW_A_WEEK] if style is not Style.SPOKEN else [FEW_A_WEEK])


def _none_sentence(stats: Stats, among: Among) -> str:
    first = next(read_summaries(DEFAULTS.day_starts), None)
    words = join_words((*filter(None, [among.routine]), *among.codes))
    return none_sentence(stats.since, words) if first else NONE_YET
