"""Makes clips heard on this machine; whatever fails is reported, and done without."""

from collections.abc import Callable, Mapping
from math import inf

from presspoint.cues.sink import Clip, step_volume
from presspoint.machine import programs
from presspoint.settings import Settings
from presspoint.sound.clip_player import ClipPlayer
from presspoint.sound.mixer import LEAD_SECONDS, SLOW_LEAD_SECONDS, Mixer
from presspoint.sound.outlets import Outlets
from presspoint.sound.outputs.direct_speech import SpeechService
from presspoint.sound.outputs.player_programs import find_player_programs
from presspoint.sound.outputs.players import PlayerPrograms
from presspoint.sound.outputs.rendered_speech import Voice
from presspoint.sound.outputs.speech_programs import find_speech_program
from presspoint.sound.recording import Recording
from presspoint.sound.report import lack, losses, silent_languages, summary
from presspoint.sound.scratch import Scratch


class Speaker:
    """A Sink on this machine, of which nothing is tried before `warm_up`.

    What fails is tried again. `report` gets a sentence when it counts as lost, and when it works.
    """

    def __init__(
        self, player: ClipPlayer, clock: Callable[[], float], report: Callable[[str], None]
    ) -> None:
        self.player, self.clock, self.report = player, clock, report
        self.outlets, self.mixer = player.outlets, player.mixer
        self.is_warm = False
        self.losses: Mapping[str, str] = {}
        self.shown_only: frozenset[str] = frozenset()

    @property
    def playing(self) -> bool:
        """Whether a clip was started and has not ended."""
        return self.player.current is not None

    @property
    def until(self) -> float | None:
        """When `settle` is to be called at the latest (clock seconds); None for whenever."""
        current = self.player.current.until if self.player.current else inf
        until = min(current, self.outlets.again_at)
        return until if until < inf else None

    @property
    def has_voice(self) -> bool:
        """Whether words are spoken."""
        return bool(self.outlets.working_voice or self.outlets.working_service)

    @property
    def is_audible(self) -> bool:
        """Whether words are spoken and reach the person, as far as is known."""
        return self.outlets.are_audible

    @property
    def has_missed(self) -> bool:
        """Whether the words of the clip that ended last could not be heard."""
        return self.player.has_missed

    @property
    def volume(self) -> int:
        """The volume of the clips to come, 0 to 100 per cent."""
        return self.mixer.volume

    @property
    def about(self) -> str:
        """What will be heard, and what is missing."""
        return summary(self.outlets, is_off=not self.mixer.volume)

    @property
    def lack(self) -> str:
        """What is missing, in a few words; nothing is where no sound is wanted."""
        return lack(self.outlets) if self.mixer.volume else ""

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
        self.losses = self._losses()

    def prepare(self, words: str) -> None:
        """Render words that are soon to be spoken, without waiting for that."""
        self.warm_up()
        if words and (voice := self.outlets.working_voice):
            voice.prepare(words, self.clock())

    def wake(self, due: float, now: float) -> None:
        """Wake the loudspeaker for a clip that is `due` soon, if it may be asleep by then."""
        if self.is_warm:
            self.player.wake(due, now)

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

    def _losses(self) -> Mapping[str, str]:
        """What is lost; nothing is where no sound is wanted."""
        return losses(self.outlets) if self.mixer.volume else {}

    def _settle_outlets(self, now: float) -> None:
        """Notice what ended; report what is lost from now on, and what works again."""
        self.outlets.settle(now)
        before, self.losses = self.losses, self._losses()
        new = (loss for back, loss in self.losses.items() if back not in before)
        back = (each for each in before if each not in self.losses)
        shown_only_now = frozenset(silent_languages(self.outlets))
        for sentence in (*new, *back, *(shown_only_now - self.shown_only)):
            self.report(sentence)
        self.shown_only = shown_only_now


def open_sound(
    clock: Callable[[], float],
    report: Callable[[str], None],
    settings: Settings,
    *,
    bell: bool = False,
) -> Speaker:
    """Return what makes clips heard: what there is on this machine, of which nothing is tried yet.

    `clock` returns seconds; `bell` is whether the terminal can ring.
    """
    speaks = settings.voice != "off"
    lead_seconds = SLOW_LEAD_SECONDS if settings.loudspeaker == "slow" else LEAD_SECONDS
    mixer, scratch = Mixer(settings.volume, report, lead_seconds), Scratch()
    speech = find_speech_program(settings) if speaks else None
    outlets = Outlets(
        PlayerPrograms(find_player_programs(), scratch),
        scratch,
        speaks,
        Voice(speech, scratch, mixer.scale) if speech and speech.renders else None,
        SpeechService(speech) if speech and not speech.renders else None,
        Recording(report) if settings.record == "on" else None,
        bell,
        "tones" not in settings.cues_off,
    )
    return Speaker(ClipPlayer(outlets, mixer), clock, report)
