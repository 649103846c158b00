"""What is said in each phase of a course, for a page that counts the seconds itself."""

from collections.abc import Iterator, Mapping
from typing import Literal

from presspoint.cues.codes import spell_out_codes
from presspoint.cues.hold_words import hold_words
from presspoint.cues.phase_table import PHASES
from presspoint.cues.sentences import sentence
from presspoint.cues.sink import Tone
from presspoint.named_tuple import NamedTuple
from presspoint.planning.course import Course, Phase
from presspoint.planning.phase_kind import PhaseKind
from presspoint.session.advance import describe_beginning
from presspoint.session.events import Event, EventKind
from presspoint.session.state import start


class PhaseScript(NamedTuple):
    """A phase with its tone and words as it begins, and the words when half of it is over.

    `halfway` is empty where nothing is said then.
    """

    phase: Phase
    tone: Tone | Literal[""]
    words: str
    halfway: str


def script(course: Course, stop_rule: str, channels: Mapping[str, str]) -> Iterator[PhaseScript]:
    """Yield each phase of a course with its words, as they are heard in a session.

    `channels` are the channels' names by their letters, for codes in words that are spoken.
    """
    session = start(course, 0.0)
    for number, phase in enumerate(course.phases):
        turn = course.turn(phase)
        event = Event(EventKind.BEGAN, phase, turn, phase.seconds)
        words = sentence(describe_beginning(session, number, event), stop_rule)
        is_hold = phase.kind is PhaseKind.HOLD
        halfway = hold_words(phase, turn, stop_rule).halfway if is_hold else ""
        spoken = spell_out_codes(words, channels)
        yield PhaseScript(phase, PHASES[phase.kind].tone, spoken, halfway if phase.halfway else "")
