"""Makes clips heard: through a player, a speech service or the terminal bell, and recorded.

Whatever fails is told once, and done without.
"""

from __future__ import annotations

import signal
from collections.abc import Callable
from contextlib import suppress

from presspoint.cues.sink import Clip, step_volume
from presspoint.machine import programs
from presspoint.sound import outlets, samples
from presspoint.sound import report as telling
from presspoint.sound.mixer import ON_TIME, Mixer
from presspoint.sound.outlets import Outlets
from presspoint.sound.samples import Samples

WARM_UP = "Ready."
UNSIGNALLED_SECONDS = 0.1  # where no signal tells that a child has ended


class Speaker:
    """A Sink on this machine."""

    def __init__(
        self,
        outlets: Outlets,
        mixer: Mixer,
        clock: Callable[[], float],
        remark: Callable[[str], None],
    ) -> None:
        """Take the outlets, of which nothing is tried before `warm`, and where losses are told."""
        self.outlets, self.mixer = outlets, mixer
        self.clock, self.remark = clock, remark
        self.clip: Clip | None = None
        self.stage = ""
        self.until: float | None = None
        self.quiet_since = float("-inf")
        self.warmed = False
        self.told: set[str] = set()

    @property
    def playing(self) -> bool:
        """Whether a clip was started and has not ended."""
        return self.clip is not None

    @property
    def has_voice(self) -> bool:
        """Whether words are spoken."""
        return bool(self.outlets.rendering or self.outlets.speaking)

    @property
    def volume(self) -> int:
        """The volume of the clips to come, 0 to 100 per cent."""
        return self.mixer.volume

    @property
    def about(self) -> str:
        """What will be heard, and what is missing."""
        return telling.about(self.outlets)

    def warm(self) -> None:
        """Begin to try out what there is; the first cue then comes without delay."""
        if self.warmed:
            return
        self.warmed = True
        now = self.clock()
        if self.outlets.voice:
            self.outlets.voice.prepare(WARM_UP, now)
        if self.outlets.direct:
            self.outlets.direct.try_out(now)
        self.outlets.device.try_out(now)
        self.mixer.load()

    def ready(self, most_seconds: float) -> None:
        """Find out what works, waiting so long at most; `about` tells it from then on."""
        self.warm()
        deadline = self.clock() + most_seconds
        self.outlets.settle(self.clock())
        while (child := self.outlets.trying()) and (left := deadline - self.clock()) > 0:
            programs.wait(child, left)
            self.outlets.settle(self.clock())
        self.told.update(telling.losses(self.outlets))

    def prepare(self, words: str) -> None:
        """Render words that are soon to be spoken, without waiting for that."""
        self.warm()
        if words and (voice := self.outlets.rendering):
            voice.prepare(words, self.clock())

    def start(self, clip: Clip, now: float) -> None:
        """Begin a clip, while none plays; never waits."""
        self.warm()
        self.clip, self.stage = clip, "waiting"
        self._take_in(now)
        self._begin(clip, now)

    def settle(self, now: float) -> bool:
        """Take in what ended by now; return whether the clip that played has just ended."""
        self._take_in(now)
        if self.clip is None:
            return False
        if self.stage == "waiting":
            self._begin(self.clip, now)
            return False
        worked = self._heard(now)
        if worked is False:
            self._again(self.clip, now)
        return bool(worked) and self._over(self.clip, now)

    def cut(self) -> None:
        """Stop the clip that plays, if any."""
        if self.clip is None:
            return
        self.outlets.device.stop()
        if self.outlets.direct:
            self.outlets.direct.stop()
        if self.outlets.recording:
            self.outlets.recording.cut(self.clock())
        self._quiet(self.clock())

    def louder(self, steps: int) -> int:
        """Change the volume of the clips to come by steps of 20; return it, 0 to 100 per cent."""
        volume = step_volume(self.mixer.volume, steps)
        self.mixer.louder(volume)
        if self.outlets.voice:
            self.outlets.voice.louder(volume)
        return volume

    def close(self) -> None:
        """Let the last tone fade out, end every process and remove every file but a recording."""
        self.cut()
        self.outlets.close()

    def _begin(self, clip: Clip, now: float) -> None:
        """Play the clip, unless a trial or its words are still to come."""
        device, voice = self.outlets.device, self.outlets.rendering
        if device.trying():
            self.until = _asked_again(device.until, now)
            return
        words = voice.samples(clip.words) if voice and clip.words else None
        if voice and clip.words and words is None:
            voice.prepare(clip.words, now, first=True)
            if not voice.failed:
                self.until = _asked_again(voice.until, now)
                return
        self._play(clip, words, now)

    def _play(self, clip: Clip, words: Samples | None, now: float) -> None:
        sound, lead = self.mixer.mixed(clip, words, now - self.quiet_since)
        recording = self.outlets.recording
        if recording:
            recording.add(clip, sound, lead, now)
        if sound and self.outlets.device.play(sound, now):
            self.stage, self.until = "player", self.outlets.device.until
            return
        self.stage = "timed"
        self.until = now + (samples.seconds(sound) if recording else 0.0)
        if self.outlets.bell and clip.tone and clip.tone not in ON_TIME and self.mixer.volume:
            with suppress(OSError):
                print(end="\a", flush=True)

    def _heard(self, now: float) -> bool | None:
        """None while the clip is to be heard, and then whether it was."""
        if self.stage == "player":
            heard = self.outlets.device.ended(now)
            self.until = self.outlets.device.until
            return heard
        if self.stage == "speech" and self.outlets.direct:
            return self.outlets.direct.ended(now) or None
        return self.until is None or now >= self.until or None

    def _again(self, clip: Clip, now: float) -> None:
        """Play a clip from its start, by what is left: its player failed."""
        if self.outlets.recording:
            self.outlets.recording.take_back()
        self.stage = "waiting"
        self._begin(clip, now)

    def _over(self, clip: Clip, now: float) -> bool:
        """Whether all of a clip was heard; words that a service speaks come after the tone."""
        direct = self.outlets.speaking
        if direct and clip.words and self.stage != "speech":
            direct.say(clip.words, self.mixer.volume, now)
            self.stage, self.until = "speech", _asked_again(direct.until, now)
            return False
        if self.outlets.recording:
            self.outlets.recording.ended(now if self.stage == "speech" else None)
        self._quiet(now)
        return True

    def _quiet(self, now: float) -> None:
        self.clip, self.stage, self.until, self.quiet_since = None, "", None, now

    def _take_in(self, now: float) -> None:
        """See what ended, and tell what was lost by it."""
        self.outlets.settle(now)
        for loss in telling.losses(self.outlets):
            if loss not in self.told:
                self.told.add(loss)
                self.remark(loss)


def _asked_again(deadline: float, now: float) -> float:
    return deadline if hasattr(signal, "SIGCHLD") else min(deadline, now + UNSIGNALLED_SECONDS)


def open_sound(
    clock: Callable[[], float],
    remark: Callable[[str], None],
    *,
    voice: bool = True,
    volume: int = 80,
    record: bool = False,
    bell: bool = False,
) -> Speaker:
    """Return what makes clips heard; nothing is started before its first call.

    `clock` tells seconds and `remark` is told what fails; `voice` is whether words are wanted,
    `volume` per cent, `record` whether all is kept in a file, `bell` whether stdout is a terminal.
    """
    found = outlets.find_outlets(remark, words=voice, volume=volume, record=record, bell=bell)
    return Speaker(found, Mixer(volume, remark), clock, remark)
