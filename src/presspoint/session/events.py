"""The events of a session: what happened, to be announced or saved; and how a session ends."""

from enum import StrEnum

from presspoint.catalogue.pain_answers import PainAnswer
from presspoint.named_tuple import NamedTuple
from presspoint.planning.course import Phase, Turn
from presspoint.session.record.endings import EndedBy


class EventKind(StrEnum):
    """What happened: a moment of a phase came, a key did something, or a pause went on."""

    BEGAN = "began"
    HALFWAY = "halfway"
    MARK = "mark"
    COUNT = "count"
    HELD = "held"
    PAUSED = "paused"
    READY = "ready"
    GAP = "gap"
    RESUMED = "resumed"
    PLAYING = "playing"
    REMINDER = "reminder"
    ABANDONED = "abandoned"
    HURTS = "hurts"
    ANSWERED = "answered"
    NEXT = "next"
    BACK = "back"
    FULL = "full"
    FIXED = "fixed"
    LONGER = "longer"
    SHORTER = "shorter"
    AGAIN = "again"
    TIME = "time"
    KEYS = "keys"
    VIEW = "view"
    STOPPED = "stopped"
    FAINT = "faint"
    LOUDER = "louder"
    QUIETER = "quieter"
    MUTED = "muted"
    UNMUTED = "unmuted"


class Event(NamedTuple):
    """Something to announce or to save, about a phase and its turn.

    `seconds` are those left of the phase, for `held` those held; `total_seconds`, for `began` and
    `time`, those left of the session. For `began`, `following` is the turn that comes after it.
    `text` is what to say where phase and turn have no words for it; `answer` is how a place hurts;
    `volume` is in per cent; `ended_by` is, for `held`, what ended the hold.
    """

    kind: EventKind
    phase: Phase
    turn: Turn
    seconds: float = 0.0
    text: str = ""
    answer: PainAnswer | None = None
    volume: int = 0
    total_seconds: float = 0.0
    ended_by: EndedBy = EndedBy.END
    following: Turn | None = None


class Ending(StrEnum):
    """How a session ended that no signal ended; HURT is an answer to how a place hurts."""

    FINISHED = "finished"
    STOPPED = "stopped"
    ABANDONED = "abandoned"
    FAINT = "faint"
    HURT = "hurt-stop"
