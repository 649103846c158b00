"""A course: the phases to play one after another, at a pace, and the turns that they lead to."""

from math import ceil

from presspoint import phrases
from presspoint.catalogue.pain_answers import PainAnswers
from presspoint.catalogue.positions import Position
from presspoint.catalogue.routines import STEADY, Rhythm, Routine
from presspoint.named_tuple import NamedTuple
from presspoint.planning.phase_kind import PhaseKind
from presspoint.words import words_to_say

WORDS_A_MINUTE = 130
FASTEST_WORDS_A_MINUTE = 150
NORMAL = "normal"
# A constant and not a table of the catalogue: it is a matter of taste without a source, and the
# settings and options have to know its names before any catalogue is read.
PACES = {"slow": 1.5, "normal": 1.0, "brisk": 0.75}
PRESS_SECONDS = 3
RELEASE_SECONDS = 4
ENOUGH_SECONDS = 3  # after a movement
HALFWAY_FROM = 30


class Turn(NamedTuple):
    """One hold, or one movement, and the words that lead to it.

    `find` is where to press and how, or the movement; `caution` is what may lie under the place,
    and `gentle` how softly this person presses. `lost` is what to do where it cannot be felt.
    `posture` is the position, `pose` the id of how to sit in it for this place. `approach` is how
    to get there from any other position, and `gear` what is fetched for it ("the two tennis
    balls"). What is pressed is `called` "Thumb web, left hand", its `part` of the body is "the
    thumb web", `where` is "left hand", and `title` has its codes for the eye. `code` is what is
    said of them, once a session; `begin` are the words to begin it, `end` those to let go; a
    `touch` needs no ache. `place` is where that is on the body.
    It is the round of this `number` of so many `rounds` on its side. `cap` is the seconds that
    may be pressed in this hold at most. `all_codes` are the codes of what is pressed, with those
    of the WHO points that a person's own places are at. `strains` are the regions that a movement
    strains, empty where its file does not say.
    """

    step: int
    step_title: str
    last_step: int
    position: str
    posture: Position
    approach: str
    seconds: int
    find: str
    caution: str = ""
    gentle: str = ""
    lost: str = ""
    pose: str = ""
    gear: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    title: str = ""
    called: str = ""
    part: str = ""
    code: str = ""
    begin: str = ""
    end: str = ""
    touch: bool = False
    number: int = 1
    rounds: int = 1
    points: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    all_codes: tuple[str, ...] = ()
    side: str | None = None
    where: str = ""
    place: str = ""
    cap: int = 0
    rhythm: Rhythm = STEADY
    strains: tuple[str, ...] = ()

    @property
    def is_hold(self) -> bool:
        """Whether something is pressed."""
        return bool(self.points or self.zones)

    @property
    def places_or_movement(self) -> frozenset[str]:
        """The codes that it presses, or the title of its step where it is a movement."""
        return frozenset(self.all_codes or (self.step_title,))

    @property
    def name(self) -> str:
        """Return "Thumb web, left hand", or the step's title for a movement."""
        return self.called if self.is_hold else self.step_title

    @property
    def round(self) -> str:
        """Return "second and last time"; empty where there is one round."""
        return phrases.round_words(self.number, self.rounds)

    @property
    def name_and_round(self) -> str:
        """Return "Back of the knee, left leg, first of two times"."""
        return ", ".join(filter(None, (self.name, self.round)))

    @property
    def details(self) -> str:
        """Where to press and how, what may lie under it, how softly, in which rhythm."""
        parts = (self.find, self.caution, self.gentle, self.rhythm.say)
        return " ".join(filter(None, parts))

    @property
    def instruction(self) -> str:
        """What is said before it: the name of what is pressed, its code, and the details."""
        if not self.is_hold:
            return self.find
        code = f"{self.code}. " if self.code else ""
        return f"{self.name}. {code}{self.details}"


class Phase(NamedTuple):
    """What the clock counts: `kind`, `seconds`, what is said, and the turn that it belongs to.

    `halfway` is the seconds into a hold or a movement when half of it has passed; 0 where that is
    not said. One that `opens_step` says first which step begins, and how long there is to go.
    `seconds_before_gap` is how long this same hold was held before a gap broke it off.
    `gets_into_position` is whether a move leads into the turn's position from another one,
    `leaves_position` whether it leads out of it, and `is_instruction` whether `text` is the turn's
    instruction. The `stop_rule` is said whole in the hold that has it, in the others in short.
    """

    kind: PhaseKind
    turn: int
    seconds: float
    text: str = ""
    stop_rule: bool = False
    halfway: float = 0.0
    seconds_before_gap: float = 0.0
    gets_into_position: bool = False
    leaves_position: bool = False
    is_instruction: bool = False
    opens_step: bool = False


def hold(turn: int, seconds: float, *, stop_rule: bool = False) -> Phase:
    """Return a hold of so many seconds, with its halfway where it is long enough for one."""
    halfway = halfway_of(seconds)
    return Phase(PhaseKind.HOLD, turn, seconds, stop_rule=stop_rule, halfway=halfway)


def halfway_of(seconds: float) -> float:
    """Return when half of so many seconds has passed; 0 where that is too soon to be said."""
    return seconds / 2 if seconds >= HALFWAY_FROM else 0.0


class Course(NamedTuple):
    """The phases to play, and the turns that they lead to; empty where nothing may be played."""

    routine: Routine
    turns: tuple[Turn, ...]
    phases: tuple[Phase, ...]
    pain_answers: PainAnswers
    pace: str = NORMAL

    @property
    def total_seconds(self) -> float:
        """The sum of the phases."""
        return sum(phase.seconds for phase in self.phases)

    @property
    def positions(self) -> tuple[str, ...]:
        """The positions in order of appearance, once each."""
        return tuple(dict.fromkeys(turn.position for turn in self.turns))

    def turn(self, phase: Phase) -> Turn:
        """Return the hold or movement that a phase belongs to."""
        return self.turns[phase.turn]


def speaking_seconds(text: str) -> int:
    """Return the whole seconds that saying `text` takes: 130 words a minute, plus one second."""
    return ceil(words_to_say(text) * 60 / WORDS_A_MINUTE + 1)


def seconds_at_pace(seconds: int, text: str, pace: str) -> int:
    """Return the seconds of a transition at a pace of PACES, at least those its words take.

    A hold keeps its seconds at any pace. Raises KeyError for a pace that is not in PACES.
    """
    least = ceil(words_to_say(text) * 60 / FASTEST_WORDS_A_MINUTE)
    return max(ceil(seconds * PACES[pace]), least)
