"""What this machine has to make sound with: tried out, and given back."""

from __future__ import annotations

from presspoint.machine import programs
from presspoint.named_tuple import NamedTuple
from presspoint.sound.outputs.direct_speech import SpeechService
from presspoint.sound.outputs.players import PlayerPrograms
from presspoint.sound.outputs.rendered_speech import Voice
from presspoint.sound.recording import Recording
from presspoint.sound.scratch import Scratch


class Outlets(NamedTuple):
    """`voice` renders words for the device, `service` speaks them itself; one of them at most."""

    device: PlayerPrograms
    scratch: Scratch
    wants_words: bool
    voice: Voice | None = None
    service: SpeechService | None = None
    recording: Recording | None = None
    has_bell: bool = False
    wants_tones: bool = True

    @property
    def working_voice(self) -> Voice | None:
        """The voice, if it works and there is anything to hear it with."""
        is_heard = self.device.name or self.recording
        is_lost = self.voice is None or self.voice.failures.is_lost
        return self.voice if is_heard and not is_lost else None

    @property
    def working_service(self) -> SpeechService | None:
        """The speech service, if it works."""
        return self.service if self.service and not self.service.failures.is_lost else None

    @property
    def are_audible(self) -> bool:
        """Whether words are spoken and reach the person, as far as is known."""
        has_voice = self.working_voice and self.device.name
        return bool(has_voice or self.working_service)

    @property
    def again_at(self) -> float:
        """When `settle` tries again what failed (clock seconds); infinite where nothing did."""
        return min(each.again_at for each in (self.device, self.voice, self.service) if each)

    def try_out(self, now: float) -> None:
        """Begin to find out what works."""
        if self.voice:
            self.voice.try_out(now)
        if self.service:
            self.service.try_out(now)
        self.device.try_out(now)

    def trial_process(self) -> programs.Child | None:
        """Return a process whose end says whether something works, while there is one."""
        return (
            self.device.trial_process()
            or (self.voice.child if self.voice else None)
            or (self.service.trial if self.service else None)
        )

    def settle(self, now: float) -> None:
        """Notice what ended by now."""
        for each in (self.voice, self.service, self.device):
            if each:
                each.settle(now)

    def close(self) -> None:
        """End every process and remove every file but a recording."""
        for each in (self.device, self.voice, self.service, self.recording, self.scratch):
            if each:
                each.close()
