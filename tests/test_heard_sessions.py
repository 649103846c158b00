"""Whole sessions with a voice: what must be heard is heard, once and in order; nothing rushes."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from fakes import FakeAwake, FakeClock, FakeInputs, FakeSink, Story
from hypothesis import given, settings
from hypothesis import strategies as st
from plans import planned

from presspoint.cue_queue import MOVE, PLACE, SAFETY
from presspoint.cues import told
from presspoint.edges import Edges
from presspoint.hearing import Hearing
from presspoint.plan import Plan
from presspoint.player import Player
from presspoint.ranks import cue_of
from presspoint.session import start
from presspoint.spoken import spoken
from presspoint.storage.catalogue_file import load

CATALOGUE = load()
PLAN = planned(CATALOGUE)
PULSED = planned(CATALOGUE, "pulsed")
RULE = CATALOGUE.text("stop-rule")
NAMES = {letters: each["title"] for letters, each in CATALOGUE.table("meridians").items()}
KEYS = ("toggle", "next", "back", "longer", "shorter", "hurts", "answer-4", "resume")


class Heard:
    """One session played with a fake voice, and what it said."""

    def __init__(  # noqa: PLR0913  # what a session can differ in
        self,
        messages: Iterable[tuple[float, str]] = (),
        *,
        plan: Plan = PLAN,
        lag: float = 0.0,
        seconds_a_word: float = 0.4,
        voiced: bool = True,
        breath: bool = False,
        has_keys: bool = True,
    ) -> None:
        self.clock = FakeClock(lag=lag)
        self.sink = FakeSink(seconds_a_word=seconds_a_word, voiced=voiced)
        self.story = Story(self.clock)
        self.hearing = Hearing(RULE, NAMES, breath=breath)
        self.hearing.open(self.sink)
        inputs = FakeInputs(self.clock, messages, has_keys=has_keys)
        edges = Edges(inputs, self.story, self.story, self.hearing, FakeAwake())
        self.began = self.clock.now
        self.ended = Player(start(plan, self.clock()), self.clock, edges).play("Well done.")

    def wanted(self, *ranks: int) -> list[str]:
        """The words of these ranks in the order in which they were told."""
        cues = (cue_of(event, spoken(told(event, RULE), NAMES), 0.0) for event in self.story.events)
        return [cue.clip.words for cue in cues if cue and cue.rank in ranks and cue.clip.words]

    def said(self, wanted: list[str]) -> list[str]:
        """What was said of these words, in its order."""
        return [clip.words for _, clip in self.sink.played if clip.words in set(wanted)]

    @property
    def tones(self) -> list[str]:
        return [clip.tone for _, clip in self.sink.played if clip.tone]


@settings(max_examples=25)
@given(
    keys=st.lists(st.tuples(st.floats(0.0, 500.0), st.sampled_from(KEYS)), max_size=12),
    lag=st.sampled_from([0.0, 0.05, 0.6]),
    seconds_a_word=st.sampled_from([0.1, 0.4, 1.2]),
)
def test_moves_and_safety_are_heard_once_and_in_their_order_whatever_comes(
    keys: list[tuple[float, str]], lag: float, seconds_a_word: float
) -> None:
    awake = [(600.0 + 20 * number, "resume") for number in range(60)]
    answers = [(610.0 + 20 * number, "answer-4") for number in range(60)]
    heard = Heard([*keys, *awake, *answers], lag=lag, seconds_a_word=seconds_a_word)
    for rank in (SAFETY, MOVE):
        wanted = heard.wanted(rank)
        said = heard.said(wanted)
        assert said == wanted[: len(said)]
        assert len(wanted) - len(said) <= 3  # a key after the end stops the last words


@pytest.mark.parametrize("seconds_a_word", [0.2, 0.4, 1.0, 2.0])
def test_no_find_ends_before_its_sentence_and_the_rest_shifts(seconds_a_word: float) -> None:
    heard = Heard(seconds_a_word=seconds_a_word)
    assert heard.ended == "finished"
    begun = [(at, phase) for at, kind, phase in heard.story.order if kind == "began"]
    starts = [at for at, clip in heard.sink.played if clip.words in set(heard.wanted(PLACE))]
    finds = [number for number, (_, phase) in enumerate(begun) if phase == "find"]
    assert len(starts) == len(finds)
    for number, at, words in zip(finds, starts, heard.wanted(PLACE), strict=True):
        assert begun[number + 1][0] >= at + len(words.split()) * seconds_a_word - 1e-6
    assert all(hold.held_seconds == hold.planned_seconds for hold in heard.story.holds)


def test_a_voice_as_quick_as_the_plan_supposes_shifts_nothing() -> None:
    heard = Heard(seconds_a_word=0.4)
    ends = next(at for at, clip in heard.sink.played if clip.tone == "done")
    assert ends - heard.began == pytest.approx(PLAN.total_seconds, abs=0.2)


def test_every_hold_has_its_tones_and_no_cue_is_late() -> None:
    heard = Heard()
    holds = [phase for phase in PLAN.phases if phase.kind == "hold"]
    moves = [phase for phase in PLAN.phases if phase.kind == "exercise"]
    assert heard.tones.count("start") == len(holds) + len(moves)
    assert heard.tones.count("release") == len(holds)
    assert heard.tones.count("tick") == 3 * len(holds)
    assert heard.tones.count("halfway") == sum(phase.seconds >= 30 for phase in holds)
    assert heard.tones[-1] == "done"
    told_at = {at for at, kind, _ in heard.story.order if kind in {"began", "halfway", "count"}}
    for at, clip in heard.sink.played:
        if clip.tone in {"start", "release", "tick", "halfway"}:
            assert min(abs(at - each) for each in told_at) < 0.1


def test_without_a_voice_the_tones_carry_the_session() -> None:
    heard = Heard(voiced=False)
    assert heard.ended == "finished"
    assert heard.clock.now - heard.began == pytest.approx(PLAN.total_seconds, abs=1.0)
    assert heard.tones.count("release") == 8


def test_a_pulsed_hold_has_its_beat_and_a_steady_one_the_breath_if_wanted() -> None:
    assert "beat" in Heard(plan=PULSED).tones
    assert "breath-in" not in Heard().tones
    breath = Heard(breath=True, seconds_a_word=0.1).tones
    assert breath.count("breath-out") > 8


def test_mute_silences_all_but_safety_until_it_is_taken_back() -> None:
    at = next(at for at, clip in Heard().sink.played if clip.tone == "start")
    muted = Heard([(at - 1000.0 + 1.0, "mute"), (at - 1000.0 + 5.0, "mute")])
    assert muted.ended == "finished"
    always = Heard([(5.0, "mute")])
    later = [clip for when, clip in always.sink.played if when > always.began + 8.0]
    assert [clip.tone for clip in later] == ["done"]


def test_volume_and_mute_are_told() -> None:
    heard = Heard([(5.0, "louder"), (8.0, "quieter"), (11.0, "mute")])
    kinds = [event.kind for event in heard.story.events]
    assert kinds.count("louder") == kinds.count("quieter") == kinds.count("muted") == 1
