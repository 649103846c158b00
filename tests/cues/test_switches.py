"""Each kind of cue can be switched off, and nothing else goes with it."""

from __future__ import annotations

import pytest

from presspoint.cues.event_table import make_cue, without
from presspoint.cues.queue import Cue
from presspoint.cues.rank import Rank
from presspoint.cues.sink import Clip, Tone
from presspoint.planning.course import hold
from presspoint.session.events import Event, EventKind
from presspoint.settings import CUES, Settings, with_value
from support.played import PLAN

TURN = next(turn for turn in PLAN.course.turns if turn.is_hold)


def cue_of(kind: EventKind) -> Cue:
    cue = make_cue(Event(kind, hold(1, 60.0), TURN, 30.0), "Words.", 0.0)
    assert cue is not None
    return cue


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("halfway", EventKind.HALFWAY),
        ("marks", EventKind.MARK),
        ("ticks", EventKind.COUNT),
    ],
)
def test_a_kind_of_cue_is_switched_off_alone(name: str, kind: EventKind) -> None:
    assert without(cue_of(kind), {name}) is None
    others = set(CUES) - {name, "tones"}
    assert without(cue_of(kind), others) == cue_of(kind)
    assert without(cue_of(EventKind.PAUSED), {name}) == cue_of(EventKind.PAUSED)


def test_without_tones_the_words_stay() -> None:
    began = cue_of(EventKind.BEGAN)
    assert began.clip.tone == "start"
    assert without(began, {"tones"}) == began._replace(clip=Clip("", "Words."))
    assert without(Cue(Rank.SAFETY, Clip("done"), 0.0), {"tones"}) is None


@pytest.mark.parametrize("tone", ["tick", "breath-in", "breath-out"])
def test_tones_with_a_switch_of_their_own_are_no_leading_ones(tone: Tone) -> None:
    cue = Cue(Rank.NUMBER, Clip(tone), 0.0)
    assert without(cue, {"tones", "beat"}) == cue


def test_the_beat_has_a_switch_of_its_own() -> None:
    assert without(Cue(Rank.NUMBER, Clip("beat"), 0.0), {"beat"}) is None


@pytest.mark.parametrize("name", CUES)
def test_each_switch_is_a_setting(name: str) -> None:
    assert Settings().cues_off == frozenset()
    assert with_value(Settings(), name, "off").cues_off == {name}
