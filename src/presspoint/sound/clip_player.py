"""Plays one clip at a time, by whatever works: a player, a speech service, the terminal bell."""

from __future__ import annotations

from contextlib import suppress
from enum import Enum, auto
from typing import NamedTuple

from presspoint.cues.sink import Clip
from presspoint.sound import samples
from presspoint.sound.mixer import ON_TIME, Mixer
from presspoint.sound.outlets import Outlets
from presspoint.sound.outputs.players import Outcome
from presspoint.sound.samples import Samples


class Stage(Enum):
    """How far a clip is."""

    WAITING = auto()  # for a trial to end, or for its words to be rendered
    PLAYER = auto()  # a player plays it
    TIMED = auto()  # nothing plays it, and its time passes
    SPEECH = auto()  # a service speaks its words, after the tone


class Current(NamedTuple):
    """The clip that is played, and when to look at it again (clock seconds)."""

    clip: Clip
    stage: Stage
    until: float


class ClipPlayer:
    """Plays clips; `current` is None while it is silent."""

    def __init__(self, outlets: Outlets, mixer: Mixer) -> None:
        self.outlets, self.mixer = outlets, mixer
        self.current: Current | None = None
        self.silent_since = float("-inf")

    def begin(self, clip: Clip, now: float) -> None:
        """Play a clip, or wait where a trial or its words are still to come."""
        device, voice = self.outlets.device, self.outlets.working_voice
        words: Samples | None = None
        if device.trial_process():
            self.current = Current(clip, Stage.WAITING, device.until)
            return
        if voice and clip.words and (words := voice.samples(clip.words)) is None:
            voice.prepare(clip.words, now, first=True)
            if not voice.failure:
                self.current = Current(clip, Stage.WAITING, voice.until)
                return
        self._play(clip, words, now)

    def settle(self, now: float) -> bool:
        """Go on with the clip; return whether it has just ended."""
        if self.current is None:
            return False
        clip, stage, _ = self.current
        if stage is Stage.WAITING:
            self.begin(clip, now)
            return False
        outcome = self._outcome(self.current, now)
        if outcome is Outcome.FAILED:
            if self.outlets.recording:
                self.outlets.recording.discard()
            self.begin(clip, now)  # from its start, by the next player
        return outcome is Outcome.PLAYED and self._finish(clip, stage, now)

    def cut(self, now: float) -> None:
        """Stop the clip, if there is one."""
        if self.current is None:
            return
        self.outlets.device.stop()
        if self.outlets.service:
            self.outlets.service.stop()
        if self.outlets.recording:
            self.outlets.recording.cut(now)
        self.current, self.silent_since = None, now

    def _play(self, clip: Clip, words: Samples | None, now: float) -> None:
        mix = self.mixer.mix(clip, words, now - self.silent_since)
        device, recording = self.outlets.device, self.outlets.recording
        if recording:
            recording.add(clip, mix, now)
        if mix.sound and device.play(mix.sound, now):
            self.current = Current(clip, Stage.PLAYER, device.until)
            return
        length = samples.seconds(mix.sound) if recording else 0.0
        self.current = Current(clip, Stage.TIMED, now + length)
        if self.outlets.has_bell and clip.tone and clip.tone not in ON_TIME and self.mixer.volume:
            with suppress(OSError):
                print(end="\a", flush=True)

    def _outcome(self, current: Current, now: float) -> Outcome:
        if current.stage is Stage.PLAYER:
            outcome = self.outlets.device.outcome(now)
            self.current = current._replace(until=self.outlets.device.until)
            return outcome
        service = self.outlets.service if current.stage is Stage.SPEECH else None
        is_over = service.is_silent(now) if service else now >= current.until
        return Outcome.PLAYED if is_over else Outcome.PLAYING

    def _finish(self, clip: Clip, stage: Stage, now: float) -> bool:
        """Whether all of a clip is over; words that a service speaks come after the tone."""
        service = self.outlets.working_service
        if service and clip.words and stage is not Stage.SPEECH:
            service.say(clip.words, self.mixer.volume, now)
            self.current = Current(clip, Stage.SPEECH, service.until)
            return False
        if self.outlets.recording:
            self.outlets.recording.finish(now if stage is Stage.SPEECH else None)
        self.current, self.silent_since = None, now
        return True
