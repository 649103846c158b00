"""Phases as the page's script has them: each once, with what is seen and heard of it, and when."""

from collections.abc import Iterable, Iterator, Mapping

from presspoint.cues.codes import spell_out_codes
from presspoint.cues.event_table import EVENTS
from presspoint.cues.phase_table import PHASES, label_of
from presspoint.cues.sentences import sentence
from presspoint.planning.course import Course, Phase
from presspoint.planning.phase_kind import PhaseKind
from presspoint.session.events import Event, EventKind
from presspoint.session.moments import marks

JSON = dict[str, object]


class PhaseTable:
    """The phases of a course and of every way through it, each once, by number."""

    def __init__(self, course: Course, stop_rule: str, channels: Mapping[str, str]) -> None:
        """Begin with none."""
        self.course, self.stop_rule, self.channels = course, stop_rule, channels
        self.numbers: dict[tuple[Phase, float], int] = {}
        self.rows: list[JSON] = []

    def plan_numbers(self) -> list[int]:
        """Return the numbers of the course's own phases, in order."""
        to_go, numbers = self.course.total_seconds, []
        for phase in self.course.phases:
            numbers.append(self._number(phase, to_go if phase.opens_step else 0.0))
            to_go -= phase.seconds
        return numbers

    def on_a_way(self, phases: Iterable[Phase]) -> list[int]:
        """Return the numbers of phases that lead to a turn in another way than planned."""
        return [
            self._number(each, self._to_go_from(each.turn) if each.opens_step else 0.0)
            for each in phases
        ]

    def _to_go_from(self, turn: int) -> float:
        return sum(each.seconds for each in self.course.phases if each.turn >= turn)

    def _number(self, phase: Phase, to_go: float) -> int:
        if (phase, to_go) not in self.numbers:
            self.numbers[phase, to_go] = len(self.rows)
            self.rows.append(self._row(phase, to_go))
        return self.numbers[phase, to_go]

    def _row(self, phase: Phase, to_go: float) -> JSON:
        turn = self.course.turn(phase)
        row: JSON = {
            "kind": phase.kind,
            "turn": phase.turn,
            "seconds": phase.seconds,
            "label": label_of(phase.kind, is_hold=turn.is_hold, rhythm=turn.rhythm.title),
            "show": phase.text,
            "entersPosition": phase.gets_into_position,
            "leavesPosition": phase.leaves_position,
            "cues": list(self._cues(phase, to_go)),
        }
        if phase.kind is PhaseKind.HOLD:
            first = Event(EventKind.BEGAN, phase._replace(stop_rule=True), turn, phase.seconds)
            row["sayFirst"] = self.spoken(sentence(first, self.stop_rule))
        return row

    def _cues(self, phase: Phase, to_go: float) -> Iterator[JSON]:
        """What is heard in a phase: after so many seconds a tone, words, or both."""
        for at, kind in marks(phase):
            event = Event(kind, phase, self.course.turn(phase), phase.seconds - at)
            entry = PHASES[phase.kind] if kind is EventKind.BEGAN else EVENTS[kind]
            words = sentence(event._replace(total_seconds=to_go), self.stop_rule)
            yield {"at": at, "tone": entry.tone, "say": self.spoken(words)}

    def spoken(self, words: str) -> str:
        """Return words with the codes of places spelled out."""
        return spell_out_codes(words, self.channels)
