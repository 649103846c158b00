"""What is heard: one cue at a time, what matters most first, none of that dropped or cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint.cues import queue as cue_queue
from presspoint.cues.narrator import Narrator, spell_out_codes
from presspoint.cues.queue import MOVE, NUMBER, PLACE, SAFETY, TIME, Cue, Queue
from presspoint.cues.sink import Clip
from support.fakes import FakeSink

CHANNELS = {"BL": "Bladder", "LI": "Large Intestine", "GB": "Gallbladder"}


def words(rank: int, text: str, due: float = 0.0) -> Cue:
    return Cue(rank, Clip("", text), due)


def order(*cues: Cue) -> list[str]:
    """Return the words in the order they are heard, each as soon as the one before ended."""
    queue = cue_queue.add(Queue(), cues)
    heard: list[str] = []
    while True:
        queue, cue = cue_queue.take(cue_queue.ended(queue), 0.0)
        if cue is None:
            return heard
        heard.append(cue.clip.words)


def test_what_matters_most_is_heard_first_and_the_rest_in_its_order() -> None:
    cues = [words(NUMBER, "3"), words(PLACE, "place"), words(MOVE, "move"), words(MOVE, "press")]
    assert order(*cues, words(SAFETY, "off")) == ["off", "move", "press", "place", "3"]


@pytest.mark.parametrize(("rank", "latest"), [(TIME, 3.0), (NUMBER, 0.25)])
def test_times_and_numbers_are_dropped_when_late(rank: int, latest: float) -> None:
    queue = cue_queue.add(Queue(), [words(rank, "late")])
    assert cue_queue.take(queue, latest)[1]
    assert cue_queue.take(queue, latest + 0.01) == (Queue(), None)


@pytest.mark.parametrize("rank", [SAFETY, MOVE, PLACE])
def test_what_has_to_be_heard_is_heard_however_late(rank: int) -> None:
    assert cue_queue.take(cue_queue.add(Queue(), [words(rank, "x")]), 1e6)[1]


def test_safety_waits_for_safety_and_cuts_all_else() -> None:
    for rank, cuts in ((SAFETY, False), (MOVE, True), (PLACE, True), (TIME, True)):
        queue, _ = cue_queue.take(cue_queue.add(Queue(), [words(rank, "x")]), 0.0)
        assert cue_queue.interrupts(cue_queue.add(queue, [words(SAFETY, "off")])) is cuts


def test_safety_interrupts_a_place_which_is_then_said_again() -> None:
    hearing, sink = Narrator("", {}), FakeSink()
    hearing.open(sink)
    place = words(PLACE, "a b c d e")._replace(leads=True)
    hearing.queue = cue_queue.add(Queue(), [place])
    hearing.turn(0.0)
    hearing._add(words(SAFETY, "off now", 1.0))
    hearing.turn(1.0, paused=True)
    hearing.turn(3.0, paused=True)
    assert hearing.busy
    hearing.turn(4.0)
    said = [clip.words for _, clip in sink.played]
    assert said == ["a b c d e", "off now", "a b c d e"]
    assert sink.cuts == 1


def test_while_paused_only_safety_is_heard() -> None:
    queue = cue_queue.add(Queue(), [words(MOVE, "move"), words(SAFETY, "paused")])
    queue, cue = cue_queue.take(queue, 0.0, paused=True)
    assert cue
    assert cue.clip.words == "paused"
    queue, cue = cue_queue.take(cue_queue.ended(queue), 0.0, paused=True)
    assert cue is None
    assert cue_queue.take(queue, 0.0)[1]


def test_muted_only_safety_is_heard() -> None:
    hearing, sink = Narrator("", {}), FakeSink()
    hearing.open(sink)
    hearing.mute()
    hearing._add(words(MOVE, "move"))  # events that would say so take a session
    hearing.say("off", 0.0)
    hearing.turn(0.0)
    hearing.turn(2.0)
    assert [clip.words for _, clip in sink.played] == ["off"]
    assert not hearing.leading


def test_without_a_voice_nothing_is_waited_for() -> None:
    hearing, sink = Narrator("", {}), FakeSink(voiced=False)
    hearing.open(sink)
    hearing._add(words(PLACE, "a long sentence"))  # as above
    assert not hearing.leading
    hearing.turn(0.0)
    assert sink.played == []


@given(
    st.lists(
        st.tuples(st.integers(SAFETY, NUMBER), st.floats(0.0, 3.0), st.integers(1, 4)), max_size=25
    )
)
def test_every_cue_that_must_be_heard_is_heard_whole_once_in_order_and_alone(
    told: list[tuple[int, float, int]],
) -> None:
    hearing, sink, now = Narrator("", {}), FakeSink(), 0.0
    hearing.open(sink)
    for number, (rank, gap, length) in enumerate(told):
        now += gap
        hearing.turn(now)
        hearing._add(
            Cue(rank, Clip("", f"{number} " * length), now, leads=rank in {MOVE, PLACE})
        )  # as above
        hearing.turn(now)
    while hearing.busy:
        now = hearing.until or now
        hearing.turn(now)
    starts = [at for at, _ in sink.played]
    assert starts == sorted(starts)
    heard = [int(clip.words.split()[0]) for _, clip in sink.played]
    heard = [each for at, each in enumerate(heard) if each not in heard[at + 1 :]]  # cut, again
    for rank in (SAFETY, MOVE):
        wanted = [number for number, (each, _, _) in enumerate(told) if each == rank]
        assert [number for number in heard if number in wanted] == wanted
    places = {number for number, (each, _, _) in enumerate(told) if each == PLACE}
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
