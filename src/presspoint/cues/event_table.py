"""The table of events: for each kind its words, its rank, its tone, and how the screen shows it.

What is heard and shown when a phase begins stands in the table of phases.
"""

from collections.abc import Collection
from enum import Enum, auto
from typing import Literal

from presspoint import phrases
from presspoint.cues.phase_table import PHASES
from presspoint.cues.queue import Cue, Queue, drop_kinds
from presspoint.cues.rank import Rank
from presspoint.cues.sink import Clip, Tone
from presspoint.named_tuple import NamedTuple
from presspoint.planning.phase_kind import LEADS, PhaseKind
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
PAUSED = f"{phrases.PAUSED}{{letting_go}} {{name_and_time}} {phrases.GOES_ON}"
GAP = f"{phrases.STOOD_STILL}{{letting_go}} {{name_and_time}} {phrases.GOES_ON}"

EVENTS = {
    EventKind.BEGAN: EventEntry(on_screen=OnScreen.CLEARS_NOTE),  # the rest: table of phases
    EventKind.HALFWAY: EventEntry("{halfway}", Rank.TIME, NOTHING, AS_BEFORE, "halfway"),
    EventKind.MARK: EventEntry("{Time}.", Rank.TIME, on_screen=AS_BEFORE),
    EventKind.COUNT: EventEntry(rank=Rank.NUMBER, on_screen=AS_BEFORE, tone="tick"),
    EventKind.HELD: EventEntry(on_screen=AS_BEFORE),
    EventKind.PAUSED: EventEntry(PAUSED, Rank.SAFETY, ANSWERS),
    EventKind.READY: EventEntry(phrases.IN_PLACE, outdates=ANSWERS),
    EventKind.GAP: EventEntry(GAP, Rank.SAFETY, ANSWERS),
    EventKind.RESUMED: EventEntry(f"{phrases.GOING_ON}{{anew}}", Rank.SAFETY, ANSWERS),
    EventKind.PLAYING: EventEntry(phrases.PLAYING, outdates=ANSWERS),
    EventKind.REMINDER: EventEntry("{reminder}", Rank.SAFETY, ANSWERS),
    EventKind.ABANDONED: EventEntry(phrases.ABANDONED, Rank.SAFETY, on_screen=LAST),
    EventKind.HURTS: EventEntry("{off} {stays_out} {text}", Rank.SAFETY, ALL),
    EventKind.ANSWERED: EventEntry("{text}", Rank.SAFETY, ALL, LAST),
    EventKind.NEXT: EventEntry("{next}", outdates=ALL),
    EventKind.BACK: EventEntry(f"{phrases.GO_BACK}{{letting_go}}", outdates=ALL),
    EventKind.FULL: EventEntry(phrases.LONGEST, outdates=ANSWERS),
    EventKind.FIXED: EventEntry(phrases.NOT_NOW, outdates=ANSWERS),
    EventKind.LONGER: EventEntry(phrases.LONGER, outdates=ANSWERS),
    EventKind.SHORTER: EventEntry(phrases.SHORTER, outdates=ANSWERS),
    EventKind.AGAIN: EventEntry("{again}", Rank.MOVE, ANSWERS_AND_LEADS, AS_BEFORE),
    EventKind.TIME: EventEntry("{time_in_phase}{total_time}.", outdates=ANSWERS),
    EventKind.KEYS: EventEntry(phrases.KEYS, outdates=ANSWERS, on_screen=AS_BEFORE),
    EventKind.VIEW: EventEntry("{view}", outdates=ANSWERS, on_screen=AS_BEFORE),
    EventKind.STOPPED: EventEntry(f"{phrases.STOPPED}{{letting_go}}{{way_off}}", Rank.SAFETY, ALL),
    EventKind.FAINT: EventEntry("{text}", Rank.SAFETY, ALL, LAST),
    EventKind.LOUDER: EventEntry(phrases.VOLUME, outdates=ANSWERS),
    EventKind.QUIETER: EventEntry(phrases.VOLUME, outdates=ANSWERS),
    EventKind.MUTED: EventEntry(phrases.SOUND_OFF, outdates=ANSWERS),
    EventKind.UNMUTED: EventEntry(phrases.SOUND_ON, outdates=ANSWERS),
}
# The settings that switch a whole cue by its kind; "tones" takes only the tone from before words.
SWITCHES = {EventKind.HALFWAY: "halfway", EventKind.MARK: "marks", EventKind.COUNT: "ticks"}
LEADING_TONES = frozenset({"start", "halfway", "release", "done"})
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


def without(cue: Cue, off: Collection[str]) -> Cue | None:
    """Return the cue without the kinds that are `off`; None where nothing of it is left."""
    tone = cue.clip.tone
    is_beat = tone == "beat" and "beat" in off
    if is_beat or (isinstance(cue.kind, EventKind) and SWITCHES.get(cue.kind) in off):
        return None
    if tone in LEADING_TONES and "tones" in off:
        return cue._replace(clip=cue.clip._replace(tone="")) if cue.clip.words else None
    return cue
