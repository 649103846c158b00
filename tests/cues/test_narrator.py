"""What is heard: one cue at a time, what matters most first, none of that dropped or cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint.cues import queue as cue_queue
from presspoint.cues.codes import spell_out_codes
from presspoint.cues.narrator import Narrator
from presspoint.cues.queue import Cue, Queue
from presspoint.cues.rank import Rank
from presspoint.cues.sink import Clip
from support.fakes import FakeSink

CHANNELS = {"BL": "Bladder", "LI": "Large Intestine", "GB": "Gallbladder"}


def words(rank: Rank, text: str, due: float = 0.0) -> Cue:
    return Cue(rank, Clip("", text), due)


def order(*cues: Cue) -> list[str]:
    """Return the words in the order they are heard, each as soon as the one before ended."""
    queue = Queue(cues)
    heard: list[str] = []
    while True:
        queue, cue = cue_queue.take(queue._replace(playing=None), 0.0)
        if cue is None:
            return heard
        heard.append(cue.clip.words)


def test_what_matters_most_is_heard_first_and_the_rest_in_its_order() -> None:
    cues = [words(Rank.NUMBER, "3"), words(Rank.PLACE, "place"), words(Rank.MOVE, "move")]
    more = [words(Rank.MOVE, "press"), words(Rank.SAFETY, "off")]
    assert order(*cues, *more) == ["off", "move", "press", "place", "3"]


@pytest.mark.parametrize(("rank", "latest"), [(Rank.TIME, 3.0), (Rank.NUMBER, 0.25)])
def test_times_and_numbers_are_dropped_when_late(rank: Rank, latest: float) -> None:
    queue = Queue((words(rank, "late"),))
    assert cue_queue.take(queue, latest)[1]
    assert cue_queue.take(queue, latest + 0.01) == (Queue(), None)


@pytest.mark.parametrize("rank", [Rank.SAFETY, Rank.MOVE, Rank.PLACE])
def test_what_has_to_be_heard_is_heard_however_late(rank: Rank) -> None:
    assert cue_queue.take(Queue((words(rank, "x"),)), 1e6)[1]


def test_safety_waits_for_safety_and_cuts_all_else() -> None:
    for rank in (Rank.SAFETY, Rank.MOVE, Rank.PLACE, Rank.TIME):
        cuts = rank is not Rank.SAFETY
        queue, _ = cue_queue.take(Queue((words(rank, "x"),)), 0.0)
        queue = cue_queue.make_way(queue._replace(waiting=(words(Rank.SAFETY, "off"),)))
        assert (queue.playing is None) is cuts


def test_safety_interrupts_a_place_which_is_then_said_again() -> None:
    narrator, sink = Narrator("", {}), FakeSink()
    narrator.open(sink)
    place = words(Rank.PLACE, "a b c d e")._replace(leads=True)
    narrator.queue = Queue((place,))
    narrator.go_on(0.0)
    narrator._add(words(Rank.SAFETY, "off now", 1.0))
    narrator.go_on(1.0, paused=True)
    narrator.go_on(3.0, paused=True)
    assert narrator.busy
    narrator.go_on(4.0)
    said = [clip.words for _, clip in sink.played]
    assert said == ["a b c d e", "off now", "a b c d e"]
    assert sink.cuts == 1


def test_while_paused_only_safety_is_heard() -> None:
    queue = Queue((words(Rank.MOVE, "move"), words(Rank.SAFETY, "paused")))
    queue, cue = cue_queue.take(queue, 0.0, paused=True)
    assert cue
    assert cue.clip.words == "paused"
    queue, cue = cue_queue.take(queue._replace(playing=None), 0.0, paused=True)
    assert cue is None
    assert cue_queue.take(queue, 0.0)[1]


def test_muted_only_safety_is_heard() -> None:
    narrator, sink = Narrator("", {}), FakeSink()
    narrator.open(sink)
    narrator.muted = True
    narrator._add(words(Rank.MOVE, "move"))  # events that would say so take a session
    narrator.say("off", 0.0)
    narrator.go_on(0.0)
    narrator.go_on(2.0)
    assert [clip.words for _, clip in sink.played] == ["off"]
    assert not narrator.leading


def test_without_a_voice_nothing_is_waited_for() -> None:
    narrator, sink = Narrator("", {}), FakeSink(has_voice=False)
    narrator.open(sink)
    narrator._add(words(Rank.PLACE, "a long sentence"))  # as above
    assert not narrator.leading
    narrator.go_on(0.0)
    assert sink.played == []


@given(
    st.lists(st.tuples(st.sampled_from(Rank), st.floats(0.0, 3.0), st.integers(1, 4)), max_size=25)
)
def test_every_cue_that_must_be_heard_is_heard_whole_once_in_order_and_alone(
    cues: list[tuple[Rank, float, int]],
) -> None:
    narrator, sink, now = Narrator("", {}), FakeSink(), 0.0
    narrator.open(sink)
    for number, (rank, gap, length) in enumerate(cues):
        now += gap
        narrator.go_on(now)
        narrator._add(
            Cue(rank, Clip("", f"{number} " * length), now, leads=rank in {Rank.MOVE, Rank.PLACE})
        )  # as above
        narrator.go_on(now)
    while narrator.busy:
        now = narrator.until or now
        narrator.go_on(now)
    starts = [at for at, _ in sink.played]
    assert starts == sorted(starts)
    heard = [int(clip.words.split()[0]) for _, clip in sink.played]
    heard = [each for at, each in enumerate(heard) if each not in heard[at + 1 :]]  # cut, again
    for rank in (Rank.SAFETY, Rank.MOVE):
        wanted = [number for number, (each, _, _) in enumerate(cues) if each == rank]
        assert [number for number in heard if number in wanted] == wanted
    places = {number for number, (each, _, _) in enumerate(cues) if each == Rank.PLACE}
    assert places <= set(heard)


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("BL23 Kidney Transport, both sides", "Bladder 23, Kidney Transport, both sides"),
        ("BL23 with BL52, both sides.", "Bladder 23 with Bladder 52, both sides."),
        ("LI4 Joining Valley. Press.", "Large Intestine 4, Joining Valley. Press."),
        ("Below BL40.", "Below Bladder 40."),
        ("EX-HN3 and XX9", "EX-HN3 and XX9"),
    ],
)
def test_codes_are_spoken_as_words_people_know(shown: str, said: str) -> None:
    assert spell_out_codes(shown, CHANNELS) == said
