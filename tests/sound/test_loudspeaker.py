"""Fault 8: a loudspeaker that falls asleep loses a hiss, and never the beginning of a cue."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from presspoint.cues.narrator import Narrator
from presspoint.cues.sink import SLEEP_SECONDS, Clip
from presspoint.planning.plan import Plan
from presspoint.player.loop import Player
from presspoint.ports import Ports
from presspoint.session.events import Ending
from presspoint.session.state import start
from presspoint.sound import tones
from presspoint.sound.mixer import SLOW_LEAD_SECONDS, Mixer
from presspoint.sound.samples import hiss, seconds
from presspoint.storage.catalogue_file import load
from support.fakes import FakeAwake, FakeClock, FakeInputs, FakeSink, Story
from support.plans import planned
from support.sounds import NEVER_ENDS, WORDS, Machine, content, let_end

CATALOGUE = load()
PLANS = {name: planned(CATALOGUE, name) for name in ("lower-back", "pulsed")}
LOST_SECONDS = 1.5


def rows(home: Path) -> Iterator[tuple[float, str, str, float, float]]:
    table = (home / "data" / "sound" / "session.tsv").read_text(encoding="utf-8")
    for line in table.splitlines()[1:]:
        at, tone, words, length, lead, _ = line.split("\t")
        yield float(at), tone, words, float(length), float(lead)


class WakingSink(FakeSink):
    """Keeps how long the loudspeaker had been silent before each clip, and by a hiss awake."""

    ended = 0.0

    def start(self, clip: Clip, now: float) -> None:
        since = [at for at, due in self.wakes if at >= self.ended and due + 0.5 >= now]
        self.before = getattr(self, "before", [])
        self.before.append((clip, now - self.ended, now - since[0] if since else 0.0))
        super().start(clip, now)

    def settle(self, now: float) -> bool:
        has_ended = super().settle(now)
        self.ended = now if has_ended else self.ended
        return has_ended


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
@pytest.mark.parametrize("breath", [False, True])
def test_fault_8_no_foreseen_cue_comes_after_silence_without_a_hiss_nor_late(
    plan: Plan, *, breath: bool
) -> None:
    clock = FakeClock()
    sink, story = WakingSink(seconds_a_word=0.4), Story(clock)
    narrator = Narrator("A dull ache is fine.", {}, breath=breath)
    narrator.open(sink)
    ports = Ports(FakeInputs(clock), story, story, narrator, FakeAwake(), print)
    assert Player(start(plan.course, clock()), clock, ports).play() is Ending.FINISHED
    asleep = [each for each in sink.before[1:] if each[1] > SLEEP_SECONDS]
    assert asleep
    assert all(awake > LOST_SECONDS for _, _, awake in asleep)
    ticks = [at for at, clip in sink.played if clip.tone == "tick"]
    assert all(abs(after - before - 1) < 0.01 for before, after in pairwise(ticks[:3]))


def test_fault_8_a_hiss_before_a_cue_is_stopped_for_it_and_is_its_lead(
    machine: Machine, home: Path
) -> None:
    machine.has("pw-play", NEVER_ENDS)
    machine.has("pw-play", "case $1 in *clip-1*) ;; *) " + NEVER_ENDS + ";; esac")
    speaker = machine.ready_speaker(record="on")
    now = machine.clock.now
    speaker.start(Clip("done"), now)
    now += 1
    machine.clock.now = now
    speaker.cut()
    speaker.wake(now + 4.9, now + 2.9)
    assert speaker.outlets.device.current is None, "it is still awake by then"
    speaker.wake(now + 8.0, now + 6.0)
    hissing = speaker.outlets.device.current
    assert hissing
    assert not speaker.playing
    speaker.start(Clip("tick"), now + 8.0)
    assert hissing.child.returncode == -9
    machine.clock.now = now + 8.08
    speaker.cut()
    speaker.close()
    _, (at, tone, _, _, lead) = rows(home)
    assert tone == "tick"
    assert at + lead == pytest.approx(1.0 + 8.0, abs=1e-3)
    assert lead == pytest.approx(2.0, abs=1e-3)


def test_fault_8_what_no_clock_foresees_has_a_lead_as_long_as_the_loudspeaker_takes(
    voiced: Machine,
) -> None:
    for loudspeaker, length in (("normal", 0.5), ("slow", SLOW_LEAD_SECONDS)):
        speaker = voiced.ready_speaker(loudspeaker=loudspeaker)
        voiced.play(speaker, Clip("start"))
        began = voiced.clock.now = voiced.clock.now + 5.1
        voiced.play(speaker, Clip(words=WORDS))
        spoken = seconds(voiced.heard_clips()[0]) - length
        assert spoken == pytest.approx(seconds(content(tones.FOLDER / "start.wav")), abs=1e-3)
        assert voiced.clock.now - began > length
        speaker.close()
        for path in voiced.log.parent.glob("log.*.wav"):
            path.unlink()


def test_a_hiss_that_was_long_enough_needs_no_lead_and_a_short_one_the_rest_of_it() -> None:
    mixer = Mixer(100, print, SLOW_LEAD_SECONDS)
    mixer.load()
    tone = mixer.mix(Clip("done"), None, 1.0).sound
    assert mixer.mix(Clip("done"), None, 5.1, 1.95) == (tone, 0.0)
    assert mixer.mix(Clip("done"), None, 5.1, 0.5).lead_seconds == pytest.approx(1.5, abs=1e-3)
    assert mixer.mix(Clip("done"), None, 5.0) == (tone, 0.0)
    assert max(map(abs, hiss(3.0))) <= 60


def test_a_loudspeaker_that_fails_to_wake_costs_no_cue(machine: Machine) -> None:
    machine.has("pw-play", "case $1 in *clip-2*) exit 1;; esac")
    speaker = machine.ready_speaker()
    now = machine.clock.now
    speaker.wake(now + 2, now)
    let_end(speaker)
    speaker.settle(now + 0.1)
    machine.clock.now = now + 2
    machine.play(speaker, Clip("done"))
    assert machine.reports == []
    speaker.close()
