"""What sessions add up to, in sentences and rows; what hurt comes first."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from presspoint.catalogue.tables import Catalogue
from presspoint.outcome.calendar import Streak
from presspoint.outcome.spread import Spread
from presspoint.outcome.stats import Stats
from presspoint.outcome.sums import Sums, by_reactions
from presspoint.words import long_date, quantity

CHANGE = (
    "A change is the pain after a session less the pain before, each 0 to 10: below 0 is better. "
    "The median is the middle one of all changes."
)
NEVER_BETTER = "A session in which something hurt never counts as better."
FEW_A_WEEK = "Pain of a week is the median, or of few sessions the lowest and the highest."


def heading(since: date | None) -> str:
    """Return from when on sessions are counted."""
    return f"Since {long_date(since)}" if since else "All sessions"


def none_sentence(since: date | None, among: str) -> str:
    """Return that there is no session, or none with what is `among`, and what to type."""
    of_what = f" with {among}" if among else ""
    if since is None:
        return f"No session{of_what} yet. presspoint history lists what there is."
    when = f"since {long_date(since)}"
    return f"No session{of_what} {when}. presspoint stats --all counts all there are."


def total_sentences(stats: Stats, streak: Streak) -> Iterator[str]:
    """Yield what all sessions add up to."""
    every = stats.every
    yield _hurt_sentence(every)
    yield f"{quantity(round(every.seconds / 60), 'minute')} pressed."
    yield f"{_change_sentence(every)}."
    if every.change:
        yield f"Lower after {every.better} of {every.compared}."
    if streak.weeks > 1 or streak.days > 1:
        weeks = quantity(streak.weeks, "week")
        yield f"In a row: {weeks} with a session, {quantity(streak.days, 'day')}."


def change_remarks(stats: Stats) -> Iterator[str]:
    """Yield how the rows are to be read."""
    if any(each.change for each in (*stats.routines.values(), *stats.places.values())):
        yield CHANGE
    if any(each.reactions and each.compared for each in stats.routines.values()):
        yield NEVER_BETTER


def sums_rows(sums: Mapping[str, Sums], name: Callable[[str], str]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each routine or place; first those where most hurt, then by sessions."""
    for code, each in by_reactions(sums):
        minutes = f"{round(each.seconds / 60)} min"
        yield name(code), _hurt_words(each), minutes, _change_words(each)


def place_name(catalogue: Catalogue, code: str) -> str:
    """Return what a place is called, "thumb web (LI4)"; the code of one that is not known."""
    if not catalogue.has_place(code):
        return code
    place = catalogue.point(code)
    return f"{place.short or place.name} ({code})" if place.is_numbered else place.name


def _hurt_words(sums: Sums) -> str:
    sessions = quantity(sums.sessions, "session")
    return f"hurt in {sums.reactions} of {sessions}" if sums.reactions else sessions


def _hurt_sentence(sums: Sums) -> str:
    sessions = quantity(sums.sessions, "session")
    if not sums.reactions:
        return f"{sessions}; nothing hurt."
    return f"Something hurt in {sums.reactions} of {sessions}."


def _change_words(sums: Sums) -> str:
    """The median change of pain, or why there is none."""
    if sums.change:
        return f"{_spread_words(sums.change)}, {sums.compared} sessions"
    if not sums.compared:
        return "pain not compared"
    return f"only {quantity(sums.compared, 'session')}: too few to say"


def _change_sentence(sums: Sums) -> str:
    if not sums.compared:
        return "No session has pain both before and after: answer both for a comparison"
    if sums.change is None:
        return f"Pain before and after: {_change_words(sums)}"
    return f"Change of pain: {_change_words(sums)}"


def _spread_words(spread: Spread) -> str:
    middle, low, high = map(_signed, (spread.median, spread.low, spread.high))
    return f"median {middle}, half from {low} to {high}"


def _signed(number: float) -> str:
    """A change with its sign; none for 0."""
    return f"{number:+g}" if number else "0"
