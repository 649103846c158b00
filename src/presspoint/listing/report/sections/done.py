"""What was done in a period, against what was planned, as sentences."""

from collections import Counter
from collections.abc import Iterable, Iterator

from presspoint.listing.report.contents import Contents, CourseDays
from presspoint.listing.report.shortened import cut, first_and_rest
from presspoint.session.record.endings import EndedBy, Status
from presspoint.session.record.records import SessionRecord
from presspoint.words import join_words, quantity, short_date

MOST_ROUTINES, MOST_COURSES = 4, 2
LONGEST_NAME, LONGEST_TITLE = 24, 48  # of a routine; of a course, with how often it is done
ENDS = {
    Status.FINISHED: "came to the end",
    Status.STOPPED: "stopped early",
    Status.INTERRUPTED: "interrupted",
    Status.SKIPPED: "nothing pressed",
    Status.RUNNING: "still running",
    Status.REPORTED: "done without the timer",
}


def done_sentences(contents: Contents) -> Iterator[str]:
    """Yield sentences on days, sessions, holds and routines, and on each course."""
    yield from map(_course_sentence, contents.courses[-MOST_COURSES:])
    records = [each.record for each in contents.sessions]
    if not records:
        yield "No session in this time."
        return
    yield _days_sentence(contents)
    yield f"How they ended: {_endings(records)}."
    yield from _holds_sentence(records)
    yield f"Routines: {_routines(records)}."


def _course_sentence(course: CourseDays) -> str:
    title, since = cut(course.title, LONGEST_TITLE), short_date(course.since)
    due = f"{course.done} of {quantity(course.asked, 'session')} done"
    done = due if course.asked else "nothing was due yet"
    rested = f"; skipped or paused on {quantity(len(course.rested), 'day')}"
    return f'Course "{title}", since {since}: {done}{rested if course.rested else ""}.'


def _days_sentence(contents: Contents) -> str:
    days = {each.day for each in contents.sessions}
    sessions = quantity(len(contents.sessions), "session")
    return f"{sessions}, on {len(days)} of {quantity(len(contents.period.days), 'day')}."


def _holds_sentence(records: Iterable[SessionRecord]) -> Iterator[str]:
    """The holds that were pressed of those that were planned, where both are known."""
    known = [each for each in records if each.planned_holds is not None]
    planned = sum(each.planned_holds or 0 for each in known)
    if not planned:
        return
    pressed = sum(hold.is_pressed for each in known for hold in each.holds)
    minutes = round(sum(each.held_seconds for each in known) / 60)
    time = quantity(minutes, "minute")
    yield f"Pressed: {pressed} of {quantity(planned, 'planned hold')}, {time} in all."


def _endings(records: Iterable[SessionRecord]) -> str:
    """Return "20 came to the end, 2 stopped early", the most frequent first."""
    counts = Counter(map(_ending, records))
    return ", ".join(f"{number} {how}" for how, number in counts.most_common())


def _ending(record: SessionRecord) -> str:
    """How a session ended; one from which a place was left out came to its end all the same."""
    is_at_end = record.status is Status.STOPPED and record.ended_by is EndedBy.END
    return ENDS[Status.FINISHED if is_at_end else record.status]


def _routines(records: Iterable[SessionRecord]) -> str:
    """Return "lower-back (20) and neck (6)", the most frequent first."""
    counts = Counter(cut(each.routine, LONGEST_NAME) for each in records)
    words = [f"{name} ({number})" for name, number in counts.most_common()]
    return join_words(first_and_rest(words, MOST_ROUTINES))
