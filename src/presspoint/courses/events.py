"""What happened to a person's course beside its sessions: each is noted once, never changed."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from presspoint.courses.course import CourseOfDays
from presspoint.named_tuple import NamedTuple
from presspoint.outcome.summary import Summary
from presspoint.session.record.endings import Status

START = "start"  # the event with which the history begins a course


class NoteKind(StrEnum):
    """What a note on a course says; the values are those of the history."""

    SKIP = "skip"
    PAUSE = "pause"
    RESUME = "resume"
    END = "end"


SIGN, CONDITION = LIMITS = ("a warning sign", "a new condition")


class CourseNote(NamedTuple):
    """A note on a course, for a `day`; a pause may have the day on which the course goes on.

    With a RESUME, `conditions` are the ids of those that the course goes on with.
    """

    kind: NoteKind
    day: date
    because: str = ""
    until: date | None = None
    conditions: tuple[str, ...] = ()

    @property
    def is_limit(self) -> bool:
        """Whether it is a pause that a sign or a condition made: it ends when a person goes on."""
        return self.kind is NoteKind.PAUSE and self.because in LIMITS and self.until is None


class PersonalCourse(NamedTuple):
    """A course that somebody began, by its `id`: its first day, and the notes as they were made.

    `conditions` are the ids of those that the person had then.
    """

    id: str
    course: CourseOfDays
    begins: date
    conditions: tuple[str, ...] = ()
    notes: tuple[CourseNote, ...] = ()

    @property
    def known_conditions(self) -> frozenset[str]:
        """The conditions that it was begun or went on with."""
        later = (each for note in self.notes for each in note.conditions)
        return frozenset((*self.conditions, *later))

    @property
    def limit(self) -> CourseNote | None:
        """The pause that a sign or a condition made since the course last went on, if any."""
        limit = None
        for note in self.notes:
            if note.is_limit or note.kind is NoteKind.RESUME:
                limit = note if note.is_limit else None
        return limit


class Sessions(NamedTuple):
    """The sessions of a routine: by day how many were done, and the days on which one hurt."""

    done: Mapping[date, int] = MappingProxyType({})
    reactions: frozenset[date] = frozenset()


def sessions_of(summaries: Iterable[Summary], routine: str) -> Sessions:
    """Return the sessions of a routine, by its id; one that comes twice counts once.

    One that came to its end is done, or was done without the timer; and so is one in which
    something hurt, however short: nobody is asked to do it again on that day.
    """
    by_id = {each.id: each for each in summaries if each.routine == routine}
    done: dict[date, int] = {}
    for each in by_id.values():
        if each.has_reaction or each.status in {Status.FINISHED, Status.REPORTED}:
            done[each.day] = done.get(each.day, 0) + 1
    return Sessions(done, frozenset(each.day for each in by_id.values() if each.has_reaction))
