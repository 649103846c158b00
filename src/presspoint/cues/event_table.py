"""The table of events: for each kind its words, its rank, its tone, and how the screen shows it.

What is heard and shown when a phase begins stands in the table of phases.
"""

from enum import Enum, auto
from typing import Literal, NamedTuple

from presspoint.cues.phase_table import PHASES
from presspoint.cues.queue import Cue, Queue, Rank, drop_kinds
from presspoint.cues.sink import Clip, Tone
from presspoint.planning.course import LEADS
from presspoint.planning.phase_kind import PhaseKind
from presspoint.session.events import Event, EventKind


class Outdates(Enum):
    """Which cues an event puts out of date: none, earlier replies, those and leads, or all."""

    NOTHING = auto()
    ANSWERS = auto()
    ANSWERS_AND_LEADS = auto()
    ALL = auto()


class OnScreen(Enum):
    """What an event does to the note on the screen, the last thing that a key did."""

    LEAVES_NOTE = auto()
    CLEARS_NOTE = auto()
    IS_NOTE = auto()
    IS_LAST_NOTE = auto()  # and stays to be read when the screen is given back


class EventEntry(NamedTuple):
    """What is heard and shown of an event, its words with names in braces for `sentences`."""

    words: str = ""
    rank: Rank = Rank.MOVE
    outdates: Outdates = Outdates.NOTHING
    on_screen: OnScreen = OnScreen.IS_NOTE
    tone: Tone | Literal[""] = ""


NOTHING, ANSWERS, ANSWERS_AND_LEADS, ALL = Outdates
AS_BEFORE, LAST = OnScreen.LEAVES_NOTE, OnScreen.IS_LAST_NOTE
READY = "In place? Space begins."
GOES_ON = "Space goes on. x: it hurts. f: faint."
PAUSED = f"Paused.{{let_go}} {{name_and_time}} {GOES_ON}"
GAP = f"The clock was stopped, so the session paused.{{let_go}} {{name_and_time}} {GOES_ON}"
KEYS = (
    "Space: pause, and go on. n: next. b: back. Plus and minus: ten seconds. r: say it again."
    " t: time to go. x: it hurts. f: faint. m: sound. q: stop."
)
ABANDONED = "Paused for thirty minutes, so this session ends here. What was pressed is saved."
HURTS = "{off} now, slowly. {stays_out} {text}"
FULL = "{name}: that is the longest time for it."
FIXED = "Not now; easing on and off keep their seconds."

EVENTS = {
    EventKind.BEGAN: EventEntry(on_screen=OnScreen.CLEARS_NOTE),  # the rest: table of phases
    EventKind.HALFWAY: EventEntry("Halfway, {time}.", Rank.TIME, NOTHING, AS_BEFORE, "halfway"),
    EventKind.MARK: EventEntry("{time}.", Rank.TIME, on_screen=AS_BEFORE),
    EventKind.COUNT: EventEntry(rank=Rank.NUMBER, on_screen=AS_BEFORE, tone="tick"),
    EventKind.HELD: EventEntry(on_screen=AS_BEFORE),
    EventKind.PAUSED: EventEntry(PAUSED, Rank.SAFETY, ANSWERS),
    EventKind.READY: EventEntry(READY, outdates=ANSWERS),
    EventKind.GAP: EventEntry(GAP, Rank.SAFETY, ANSWERS),
    EventKind.RESUMED: EventEntry("Going on.{lean_in}", Rank.SAFETY, ANSWERS),
    EventKind.PLAYING: EventEntry("Already playing.", outdates=ANSWERS),
    EventKind.REMINDER: EventEntry("{reminder}", Rank.SAFETY, ANSWERS),
    EventKind.ABANDONED: EventEntry(ABANDONED, Rank.SAFETY, on_screen=LAST),
    EventKind.HURTS: EventEntry(HURTS, Rank.SAFETY, ALL),
    EventKind.ANSWERED: EventEntry("{text}", Rank.SAFETY, ALL, LAST),
    EventKind.NEXT: EventEntry("Next.", outdates=ALL),
    EventKind.BACK: EventEntry("Back.{let_go}", outdates=ALL),
    EventKind.FULL: EventEntry(FULL, outdates=ANSWERS),
    EventKind.FIXED: EventEntry(FIXED, outdates=ANSWERS),
    EventKind.LONGER: EventEntry("Longer, {time}.", outdates=ANSWERS),
    EventKind.SHORTER: EventEntry("Shorter, {time}.", outdates=ANSWERS),
    EventKind.AGAIN: EventEntry("{instruction}", Rank.MOVE, ANSWERS_AND_LEADS, AS_BEFORE),
    EventKind.TIME: EventEntry("{time_in_phase}{total_time} in all.", outdates=ANSWERS),
    EventKind.KEYS: EventEntry(KEYS, outdates=ANSWERS, on_screen=AS_BEFORE),
    EventKind.STOPPED: EventEntry("Stopped.{let_go}", Rank.SAFETY, ALL),
    EventKind.FAINT: EventEntry("{text}", Rank.SAFETY, ALL, LAST),
    EventKind.LOUDER: EventEntry("{volume}", outdates=ANSWERS),
    EventKind.QUIETER: EventEntry("{volume}", outdates=ANSWERS),
    EventKind.MUTED: EventEntry("Sound off.", outdates=ANSWERS),
    EventKind.UNMUTED: EventEntry("Sound on.", outdates=ANSWERS),
}
# Cues of which, of several, only the last is worth hearing.
ANSWER_KINDS = frozenset(
    kind for kind, entry in EVENTS.items() if entry.outdates in {ANSWERS, ANSWERS_AND_LEADS}
)
OUTDATED = {
    NOTHING: frozenset[EventKind | PhaseKind](),
    ANSWERS: ANSWER_KINDS,
    ANSWERS_AND_LEADS: ANSWER_KINDS | LEADS,
}


def drop_outdated(queue: Queue, event: Event) -> Queue:
    """Return the queue without the cues that are out of date after an event."""
    outdates = EVENTS[event.kind].outdates
    return Queue() if outdates is ALL else drop_kinds(queue, OUTDATED[outdates])


def make_cue(event: Event, words: str, due: float) -> Cue | None:
    """Return the cue of an event from `due` on (clock seconds); None for one that is not heard."""
    begins = event.kind is EventKind.BEGAN
    kind = event.phase.kind if begins else event.kind
    entry = PHASES[event.phase.kind] if begins else EVENTS[event.kind]
    leads = kind in LEADS or kind is EventKind.AGAIN
    cue = Cue(entry.rank, Clip(entry.tone, words), due, kind, leads)
    return cue if entry.tone or words else None
