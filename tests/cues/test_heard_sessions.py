"""Whole sessions with a voice: what must be heard is heard, once and in order; nothing rushes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from presspoint.cues.codes import spell_out_codes
from presspoint.cues.event_table import make_cue
from presspoint.cues.narrator import Narrator
from presspoint.cues.queue import Cue
from presspoint.cues.rank import Rank
from presspoint.cues.sentences import sentence
from presspoint.planning.phase_kind import LEADS
from presspoint.planning.plan import Plan
from presspoint.player.loop import Player
from presspoint.ports import Ports
from presspoint.run.sounds.sound import Reporter
from presspoint.session.events import Ending
from presspoint.session.state import start
from presspoint.storage.catalogue_file import load
from support.fakes import FakeAwake, FakeClock, FakeInputs, FakeSink, Story, by_name
from support.plans import planned

CATALOGUE = load()
PLAN = planned(CATALOGUE)
PULSED = planned(CATALOGUE, "pulsed")
RULE = CATALOGUE.text("stop-rule")
NAMES = {letters: each["title"] for letters, each in CATALOGUE.table("meridians").items()}
KEYS = ("toggle", "next", "back", "longer", "shorter", "hurts", "answer-4", "resume")


def is_of(rank: Rank, cue: Cue) -> bool:
    return cue.rank == rank


is_place = partial(is_of, Rank.PLACE)


class Heard:
    """One session played with a fake voice, and what it said."""

    def __init__(  # noqa: PLR0913  # what a session can differ in
        self,
        messages: Iterable[tuple[float, str]] = (),
        *,
        plan: Plan = PLAN,
        lag: float = 0.0,
        seconds_a_word: float = 0.4,
        has_voice: bool = True,
        breath: bool = False,
        has_keys: bool = True,
    ) -> None:
        self.clock = FakeClock(lag=lag)
        self.sink = FakeSink(seconds_a_word=seconds_a_word, has_voice=has_voice)
        self.story = Story(self.clock)
        self.narrator = Narrator(RULE, NAMES, breath=breath)
        self.narrator.open(self.sink)
        inputs = FakeInputs(self.clock, by_name(messages), has_keys=has_keys)
        ports = Ports(
            inputs, self.story, self.story, self.narrator, FakeAwake(), Reporter(self.story.remark)
        )
        self.began = self.clock.now
        player = Player(start(plan.course, self.clock()), self.clock, ports)
        self.ending = player.play()
        player.hear_out("Well done." if self.ending is Ending.FINISHED else "")

    def wanted(self, which: Callable[[Cue], bool]) -> list[str]:
        """The words of some cues in the order in which their events came."""
        cues = (
            make_cue(event, spell_out_codes(sentence(event, RULE), NAMES), 0.0)
            for event in self.story.events
        )
        return [cue.clip.words for cue in cues if cue and which(cue) and cue.clip.words]

    def whole(self, wanted: list[str]) -> list[str]:
        """What was said of these words to its end, in its order."""
        return [clip.words for clip in self.sink.whole if clip.words in set(wanted)]

    @property
    def tones(self) -> list[str]:
        return [clip.tone for _, clip in self.sink.played if clip.tone]


MOMENTS = st.floats(0.0, 500.0)
WAKING = [(600.0 + 20 * number, "resume") for number in range(60)]


@settings(max_examples=12, phases=[Phase.generate])
@given(
    keys=st.lists(st.tuples(MOMENTS, st.sampled_from(["toggle", "longer", "louder"])), max_size=12),
    lag=st.sampled_from([0.0, 0.05, 0.6]),
    seconds_a_word=st.sampled_from([0.1, 0.4, 1.2]),
)
def test_what_leads_on_is_heard_whole_once_and_in_order_whatever_pauses_it(
    keys: list[tuple[float, str]], lag: float, seconds_a_word: float
) -> None:
    heard = Heard([*keys, *WAKING], lag=lag, seconds_a_word=seconds_a_word)
    assert heard.ending is Ending.FINISHED
    wanted = heard.wanted(lambda cue: cue.kind in LEADS)
    assert heard.whole(wanted) == wanted


@settings(max_examples=12, phases=[Phase.generate])
@given(
    keys=st.lists(st.tuples(MOMENTS, st.sampled_from(KEYS)), max_size=12),
    lag=st.sampled_from([0.0, 0.05, 0.6]),
    seconds_a_word=st.sampled_from([0.1, 0.4, 1.2]),
)
def test_whatever_keys_come_nothing_is_heard_twice_or_out_of_order(
    keys: list[tuple[float, str]], lag: float, seconds_a_word: float
) -> None:
    answers = [(610.0 + 20 * number, "answer-4") for number in range(60)]
    heard = Heard([*keys, *WAKING, *answers], lag=lag, seconds_a_word=seconds_a_word)
    for rank in (Rank.SAFETY, Rank.MOVE):
        wanted = heard.wanted(partial(is_of, rank))
        in_order = iter(wanted)
        assert all(words in in_order for words in heard.whole(wanted)), (
            "a subsequence of the sentences of the events"
        )


@pytest.mark.parametrize("key", ["hurts", "faint", "toggle", "next", "stop"])
def test_a_key_is_answered_at_once_whatever_is_being_said(key: str) -> None:
    start_of_hold = next(at for at, clip in Heard().sink.played if "A dull ache" in clip.words)
    at = start_of_hold - 1000.0 + 1.3
    heard = Heard([(at, key), (at + 60, "answer-4"), (at + 61, "resume")])
    answer = {
        "hurts": "Let go now",
        "faint": "",
        "toggle": "Paused",
        "next": "Next",
        "stop": "Stop",
    }
    after = [(when, clip) for when, clip in heard.sink.played if when >= 1000.0 + at]
    assert after[0][0] == pytest.approx(1000.0 + at, abs=0.05)
    assert after[0][1].words.startswith(answer[key])


def test_skipped_moves_are_not_said_after_the_person_is_elsewhere() -> None:
    heard = Heard([(1.0 + number, "next") for number in range(6)])
    said = [clip.words for clip in heard.sink.whole]
    assert said.count("Next.") <= 6
    assert len([words for words in said if "Lie on your back, knees" in words]) <= 1


@pytest.mark.parametrize("seconds_a_word", [0.2, 0.4, 1.0, 2.0])
def test_no_find_ends_before_its_sentence_and_the_rest_shifts(seconds_a_word: float) -> None:
    heard = Heard(seconds_a_word=seconds_a_word)
    assert heard.ending is Ending.FINISHED
    begun = [(at, phase) for at, kind, phase in heard.story.order if kind == "began"]
    starts = [at for at, clip in heard.sink.played if clip.words in set(heard.wanted(is_place))]
    finds = [number for number, (_, phase) in enumerate(begun) if phase == "find"]
    assert len(starts) == len(finds)
    for number, at, words in zip(finds, starts, heard.wanted(is_place), strict=True):
        assert begun[number + 1][0] >= at + len(words.split()) * seconds_a_word - 1e-6
    assert all(hold.held_seconds == hold.planned_seconds for hold in heard.story.holds)


def test_a_voice_as_quick_as_the_plan_supposes_shifts_nothing() -> None:
    heard = Heard(seconds_a_word=0.4)
    ends = next(at for at, clip in heard.sink.played if clip.tone == "done")
    assert ends - heard.began == pytest.approx(PLAN.course.total_seconds, abs=0.2)


def test_every_hold_has_its_tones_and_no_cue_is_late() -> None:
    heard = Heard()
    holds = [phase for phase in PLAN.course.phases if phase.kind == "hold"]
    moves = [phase for phase in PLAN.course.phases if phase.kind == "exercise"]
    assert heard.tones.count("start") == len(holds) + len(moves)
    assert heard.tones.count("release") == len(holds) + len(moves)
    assert heard.tones.count("tick") == 3 * (len(holds) + len(moves))
    assert heard.tones.count("halfway") == sum(phase.seconds >= 30 for phase in (*holds, *moves))
    assert heard.tones[-1] == "done"
    told_at = {at for at, kind, _ in heard.story.order if kind in {"began", "halfway", "count"}}
    for at, clip in heard.sink.played:
        if clip.tone in {"start", "release", "tick", "halfway"}:
            assert min(abs(at - each) for each in told_at) < 0.1


def test_without_a_voice_the_tones_carry_the_session() -> None:
    heard = Heard(has_voice=False)
    assert heard.ending is Ending.FINISHED
    assert heard.clock.now - heard.began == pytest.approx(PLAN.course.total_seconds, abs=1.0)
    assert heard.tones.count("release") == 9


def test_a_pulsed_hold_has_its_beat_and_a_steady_one_the_breath_if_wanted() -> None:
    assert "beat" in Heard(plan=PULSED).tones
    assert "breath-in" not in Heard().tones
    breath = Heard(breath=True, seconds_a_word=0.1).tones
    assert breath.count("breath-out") > 8


def test_mute_silences_all_but_safety_until_it_is_taken_back() -> None:
    at = next(at for at, clip in Heard().sink.played if clip.tone == "start")
    muted = Heard([(at - 1000.0 + 1.0, "mute"), (at - 1000.0 + 5.0, "mute")])
    assert muted.ending is Ending.FINISHED
    always = Heard([(5.0, "mute")])
    later = [clip for when, clip in always.sink.played if when > always.began + 8.0]
    assert [clip.tone for clip in later] == ["done"]


def test_volume_and_mute_are_told() -> None:
    heard = Heard([(5.0, "louder"), (8.0, "quieter"), (11.0, "mute")])
    kinds = [str(event.kind) for event in heard.story.events]
    assert kinds.count("louder") == kinds.count("quieter") == kinds.count("muted") == 1
