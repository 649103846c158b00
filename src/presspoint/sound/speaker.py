"""Makes clips heard on this machine; whatever fails is reported, and done without."""

from collections.abc import Callable

from presspoint.cues.sink import Clip, step_volume
from presspoint.machine import programs
from presspoint.sound.clip_player import ClipPlayer
from presspoint.sound.mixer import Mixer
from presspoint.sound.outlets import Outlets
from presspoint.sound.outputs.direct_speech import SpeechService
from presspoint.sound.outputs.players import PlayerPrograms, find_player_programs
from presspoint.sound.outputs.rendered_speech import Voice
from presspoint.sound.outputs.speech_programs import find_speech_program
from presspoint.sound.recording import Recording
from presspoint.sound.report import losses, summary
from presspoint.sound.scratch import Scratch


class Speaker:
    """A Sink on this machine, of which nothing is tried before `warm_up`.

    A loss is reported for as long as it lasts; `report` says each sentence once.
    """

    def __init__(
        self, player: ClipPlayer, clock: Callable[[], float], report: Callable[[str], None]
    ) -> None:
        self.player, self.clock, self.report = player, clock, report
        self.outlets, self.mixer = player.outlets, player.mixer
        self.is_warm = False
        self.first_losses: frozenset[str] = frozenset()

    @property
    def playing(self) -> bool:
        """Whether a clip was started and has not ended."""
        return self.player.current is not None

    @property
    def until(self) -> float | None:
        """When `settle` is to be called at the latest (clock seconds); None while nothing plays."""
        return self.player.current.until if self.player.current else None

    @property
    def has_voice(self) -> bool:
        """Whether words are spoken."""
        return bool(self.outlets.working_voice or self.outlets.working_service)

    @property
    def volume(self) -> int:
        """The volume of the clips to come, 0 to 100 per cent."""
        return self.mixer.volume

    @property
    def about(self) -> str:
        """What will be heard, and what is missing."""
        return summary(self.outlets)

    def warm_up(self) -> None:
        """Begin to try out what there is; the first clip then comes without delay."""
        if not self.is_warm:
            self.is_warm = True
            self.outlets.try_out(self.clock())
            self.mixer.load()

    def get_ready(self, most_seconds: float) -> None:
        """Find out what works, in so many seconds at most; from then on `about` says it."""
        self.warm_up()
        deadline = self.clock() + most_seconds
        self.outlets.settle(self.clock())
        while (child := self.outlets.trial_process()) and (rest := deadline - self.clock()) > 0:
            programs.wait(child, rest)
            self.outlets.settle(self.clock())
        self.first_losses = frozenset(losses(self.outlets))

    def prepare(self, words: str) -> None:
        """Render words that are soon to be spoken, without waiting for that."""
        self.warm_up()
        if words and (voice := self.outlets.working_voice):
            voice.prepare(words, self.clock())

    def start(self, clip: Clip, now: float) -> None:
        """Begin a clip, while none plays; never waits."""
        self.warm_up()
        self._settle_outlets(now)
        self.player.begin(clip, now)

    def settle(self, now: float) -> bool:
        """Notice what ended by now; return whether the clip that played has just ended."""
        self._settle_outlets(now)
        return self.player.settle(now)

    def cut(self) -> None:
        """Stop the clip that plays, if any."""
        self.player.cut(self.clock())

    def louder(self, steps: int) -> int:
        """Change the volume of the clips to come by steps of 20; return it, 0 to 100 per cent."""
        volume = step_volume(self.mixer.volume, steps)
        if volume != self.mixer.volume:
            self.mixer.set_volume(volume)
            if self.outlets.voice:
                self.outlets.voice.rescale()
        return volume

    def close(self) -> None:
        """Let the last tone fade out, end every process and remove every file but a recording."""
        self.cut()
        self.outlets.close()

    def _settle_outlets(self, now: float) -> None:
        """Notice what ended; report what does not work any more, unless `about` says so."""
        self.outlets.settle(now)
        for loss in losses(self.outlets):
            if loss not in self.first_losses:
                self.report(loss)


def open_sound(
    clock: Callable[[], float],
    report: Callable[[str], None],
    *,
    voice: bool = True,
    volume: int = 80,
    record: bool = False,
    bell: bool = False,
) -> Speaker:
    """Return what makes clips heard: what there is on this machine, of which nothing is tried yet.

    `clock` returns seconds; `voice` is whether words are wanted, `volume` per cent, `record`
    whether all is recorded, `bell` whether the terminal can ring.
    """
    mixer, scratch = Mixer(volume, report), Scratch()
    speech = find_speech_program() if voice else None
    outlets = Outlets(
        PlayerPrograms(find_player_programs(), scratch),
        scratch,
        voice,
        Voice(speech, scratch, mixer.scale) if speech and speech.renders else None,
        SpeechService(speech) if speech and not speech.renders else None,
        Recording(report) if record else None,
        bell,
    )
    return Speaker(ClipPlayer(outlets, mixer), clock, report)
