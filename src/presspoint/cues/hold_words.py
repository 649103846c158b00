"""What is said in a hold, in at most half of its time: what matters least gives way first."""

from collections.abc import Iterator

from presspoint import phrases
from presspoint.named_tuple import NamedTuple
from presspoint.phrases import seconds_to_go
from presspoint.planning.course import WORDS_A_MINUTE, Phase, Turn
from presspoint.words import as_sentence, words_to_say

MOST_OF_A_HOLD = 0.5


class HoldWords(NamedTuple):
    """What is said as a hold begins, and when half of it is over; the latter may be nothing."""

    beginning: str
    halfway: str

    @property
    def seconds(self) -> float:
        """How long saying it takes, as a plan reckons it."""
        return speech_seconds(f"{self.beginning} {self.halfway}")


def speech_seconds(text: str) -> float:
    """Return how long words take to say at a plan's 130 a minute."""
    return words_to_say(text) * 60 / WORDS_A_MINUTE


def hold_words(phase: Phase, turn: Turn, stop_rule: str) -> HoldWords:
    """Return the fullest words that leave half of a hold silent.

    The stop rule, whole in the first hold and else in short, and the side are said always.
    """
    most = MOST_OF_A_HOLD * phase.seconds
    candidates = _candidates(phase, turn, stop_rule)
    fitting = (words for words in candidates if words.seconds <= most)
    return next(fitting, _least(phase, turn, stop_rule))


def _candidates(phase: Phase, turn: Turn, stop_rule: str) -> Iterator[HoldWords]:
    """The words of a hold, the fullest first: halfway, then the number, then the name give way."""
    rule = rule_in_hold(phase, turn, stop_rule)
    # A beat is soon to be heard: the name was said before, and the rest is kept short.
    name = as_sentence(turn.where)[:-1] if turn.rhythm.has_beat else turn.name
    fields = {"rhythm": turn.rhythm.title, "name": name, "time": seconds_to_go(phase.seconds)}
    with_time = f"{phrases.HOLD_TIME.format(**fields)} {rule}"
    halfway = phrases.HALFWAY_TIME.format(time=seconds_to_go(phase.seconds - phase.halfway))
    yield HoldWords(with_time, halfway)
    yield HoldWords(with_time, phrases.HALFWAY)
    yield HoldWords(with_time, "")
    yield HoldWords(f"{phrases.HOLD.format(**fields)} {rule}", "")


def _least(phase: Phase, turn: Turn, stop_rule: str) -> HoldWords:
    """The side and the stop rule, which are said however short the hold is."""
    return HoldWords(f"{as_sentence(turn.where)} {rule_in_hold(phase, turn, stop_rule)}", "")


def rule_in_hold(phase: Phase, turn: Turn, stop_rule: str) -> str:
    """Return when to stop: `stop_rule` in the hold that says it whole, else its short form."""
    if phase.stop_rule:
        return stop_rule
    return phrases.NO_ACHE_NEEDED if turn.gentle or turn.touch else phrases.DULL_ACHE_ONLY
