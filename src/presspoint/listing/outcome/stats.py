"""What sessions add up to, in sentences and rows; what hurt comes first."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from presspoint.catalogue.outcome.yardsticks import Yardstick
from presspoint.catalogue.tables import Catalogue
from presspoint.outcome.calendar import Streak
from presspoint.outcome.stats import Stats
from presspoint.outcome.sums import Sums, by_reactions
from presspoint.words import as_heading, long_date, quantity

BY_ROUTINE = "By routine, with the typical change of pain"
BY_PLACE = "By place, with the typical change of pain"
CHANGE = (
    "A change is the pain after a session minus the pain before: below 0 is better. The typical "
    "one is the middle one of all (the median); half of all lie between the two in brackets."
)
NEVER_BETTER = "A session in which something hurt never counts as better."
FEW_A_WEEK = "The pain of a week is the typical one; with few sessions, the lowest and the highest."


def heading(since: date | None) -> str:
    """Return from when on sessions are counted."""
    return f"Since {long_date(since)}" if since else "All sessions"


def none_since(since: date) -> str:
    """Return that there is no session since a day, and what to type."""
    return f"No session since {long_date(since)}. presspoint stats --all counts all of them."


def total_sentences(stats: Stats, streak: Streak) -> Iterator[str]:
    """Yield what all sessions add up to."""
    every = stats.every
    if stats.since and not every.sessions:
        yield none_since(stats.since)
        return
    yield _reactions_sentence(every)
    yield f"{quantity(round(every.seconds / 60), 'minute')} pressed."
    yield _change_sentence(every)
    if every.change:
        yield _better_sentence(every, stats.yardstick)
    if streak.weeks > 1 or streak.days > 1:
        yield f"Days in a row: {streak.days}. Weeks in a row: {streak.weeks}."


def change_remarks(catalogue: Catalogue, stats: Stats) -> Iterator[str]:
    """Yield how the changes are to be read; nothing where there is none."""
    if stats.every.change is None:
        return
    yield CHANGE
    if stats.every.reactions:
        yield NEVER_BETTER
    titles = (catalogue.title("sources", each) for each in stats.yardstick.sources)
    yield f"What clearly lower means: {'; '.join(titles)}."


def sums_rows(sums: Mapping[str, Sums], name: Callable[[str], str]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each routine or place; first those where most hurt, then by sessions."""
    for code, each in by_reactions(sums):
        hurt = f"hurt in {each.reactions} of {each.sessions}"
        yield name(code), hurt, f"{round(each.seconds / 60)} min", _change_words(each)


def place_with_code(catalogue: Catalogue, code: str) -> str:
    """Return what a place is called, "Thumb web (LI4)"; the code of one that is not known."""
    if not catalogue.has_place(code):
        return code
    place = catalogue.point(code)
    name = as_heading((place.short or place.name).removeprefix("the "))
    return f"{name} ({code})" if place.is_numbered else name


def _change_words(sums: Sums) -> str:
    """The median change of pain, or why there is none."""
    if sums.change:
        middle, low, high = map(_with_sign, (sums.change.median, sums.change.low, sums.change.high))
        return f"{middle} ({low} to {high}), of {sums.comparisons}"
    if not sums.comparisons:
        return "pain not compared"
    return f"too few to say ({quantity(sums.comparisons, 'session')})"


def _reactions_sentence(sums: Sums) -> str:
    """In how many sessions something hurt."""
    sessions = quantity(sums.sessions, "session")
    if not sums.reactions:
        return f"Nothing hurt in {sessions}."
    return f"Something hurt in {sums.reactions} of {sessions}."


def _change_sentence(sums: Sums) -> str:
    if sums.change:
        return f"Typical change of pain: {_change_words(sums)} sessions."
    if sums.comparisons:
        return f"Pain before and after: {_change_words(sums)}."
    return "No session has pain both before and after, so there is no change to show."


def _better_sentence(sums: Sums, yardstick: Yardstick) -> str:
    """How often the pain was lower, and how often by as much as matters."""
    return (
        f"The pain was lower after {sums.better} of {sums.comparisons}, and clearly lower after "
        f"{sums.clearly_better}: by {yardstick.points} or more, or by {yardstick.percent} percent."
    )


def _with_sign(number: float) -> str:
    """A change with its sign; none for 0."""
    return f"{number:+g}" if number else "0"
