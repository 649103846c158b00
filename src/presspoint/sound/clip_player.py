"""Plays one clip at a time, by whatever works: a player, a speech service, the terminal bell."""

from __future__ import annotations

from enum import Enum, auto

from presspoint.cues.sink import Clip
from presspoint.named_tuple import NamedTuple
from presspoint.sound import bell, samples
from presspoint.sound.loudspeaker import Loudspeaker
from presspoint.sound.mixer import ON_TIME, Mix, Mixer
from presspoint.sound.outlets import Outlets
from presspoint.sound.outputs.players import Outcome
from presspoint.sound.recording import Heard
from presspoint.sound.samples import Samples


class Stage(Enum):
    """How far a clip is."""

    WAITING = auto()  # for a trial to end, for its words, or to be tried again
    PLAYER = auto()  # a player plays it
    TIMED = auto()  # nothing plays it, and its time passes
    SPEECH = auto()  # a service speaks its words, after the tone
    SPEECH_AGAIN = auto()  # it failed to, and is asked again


class Current(NamedTuple):
    """The clip that is played, when to look at it again (clock seconds), and what is heard of it.

    `heard` is what will have been heard when this stage is over.
    """

    clip: Clip
    stage: Stage
    until: float
    heard: Heard = Heard.NOTHING


class ClipPlayer:
    """Plays clips; `current` is None in silence, `has_missed` whether words were not heard."""

    def __init__(self, outlets: Outlets, mixer: Mixer) -> None:
        self.outlets, self.mixer = outlets, mixer
        self.current: Current | None = None
        self.loudspeaker = Loudspeaker(outlets, mixer)
        self.has_missed = False

    def begin(self, clip: Clip, now: float) -> None:
        """Play a clip, or wait where a trial or its words are still to come."""
        device = self.outlets.device
        if device.trial_process():
            self.current = Current(clip, Stage.WAITING, device.until)
            return
        words = self._words(clip, now)
        voice = self.outlets.working_voice
        if words is None and clip.words and voice and voice.can_say(clip.words):
            self.current = Current(clip, Stage.WAITING, voice.until)
            return
        self._play(clip, words, now)

    def settle(self, now: float) -> bool:
        """Go on with the clip; return whether it has just ended."""
        if self.current is None:
            self.loudspeaker.settle(now)
            return False
        clip, stage, until, _ = self.current
        if stage is Stage.WAITING:
            self.begin(clip, now)
            return False
        if stage is Stage.SPEECH_AGAIN:
            return now >= until and self._speak(clip, now)
        outcome = self._outcome(self.current, now)
        if outcome is Outcome.FAILED:
            return self._fail(clip, stage, now)
        return outcome is Outcome.PLAYED and self._finish(now)

    def wake(self, due: float, now: float) -> None:
        """Let a hiss be heard until a clip is due, if the loudspeaker may be asleep by then."""
        if self.current is None:
            self.loudspeaker.wake(due, now)

    def cut(self, now: float) -> None:
        """Stop the clip, if there is one."""
        self.loudspeaker.end_hiss(now)
        if self.current is None:
            return
        self.outlets.device.stop()
        if self.outlets.service:
            self.outlets.service.stop()
        if self.outlets.recording:
            is_heard = self.current.stage not in {Stage.WAITING, Stage.TIMED}
            self.outlets.recording.cut(now, is_heard=is_heard)
        self.current, self.loudspeaker.silent_since, self.has_missed = None, now, False

    def _words(self, clip: Clip, now: float) -> Samples | None:
        """The clip's words; None where it has none, or they are still to be rendered."""
        voice = self.outlets.working_voice
        if voice is None or not clip.words:
            return None
        words = voice.samples(clip.words)
        if words is None:
            voice.prepare(clip.words, now, first=True)
        return words

    def _play(self, clip: Clip, words: Samples | None, now: float) -> None:
        device, may_be_late = self.outlets.device, clip.tone not in ON_TIME
        if may_be_late and (soon := device.soon_at(now)):
            self.current = Current(clip, Stage.WAITING, soon)
            return
        mix = self._mix(clip, words, now)
        is_whole = words is not None or not clip.words
        if mix.sound and device.play(mix.sound, now):
            heard = Heard.ALL if is_whole else Heard.TONE
            heard = heard if self.mixer.volume else Heard.NOTHING
            self.current = Current(clip, Stage.PLAYER, device.until, heard)
        elif mix.sound and may_be_late and (soon := device.soon_at(now)):
            self._discard()
            self.current = Current(clip, Stage.WAITING, soon)
        else:
            self._let_pass(clip, mix, now)

    def _mix(self, clip: Clip, words: Samples | None, now: float) -> Mix:
        """The sound of a clip, written into the recording with the hiss that was before it."""
        silent_seconds = now - self.loudspeaker.silent_since
        awake_seconds = self.loudspeaker.end_hiss(now)
        mix = self.mixer.mix(clip, words, silent_seconds, awake_seconds)
        if self.outlets.recording:
            hiss = self.mixer.hiss(awake_seconds)
            lead_seconds = samples.seconds(hiss) + mix.lead_seconds
            recorded = Mix(hiss + mix.sound, lead_seconds)
            self.outlets.recording.add(clip, recorded, now - samples.seconds(hiss))
        return mix

    def _let_pass(self, clip: Clip, mix: Mix, now: float) -> None:
        """Let the time of a clip pass that nothing plays; a bell stands for its tone."""
        length = samples.seconds(mix.sound) if self.outlets.recording else 0.0
        rings = self.outlets.has_bell and clip.tone and clip.tone not in ON_TIME
        has_rung = bool(rings and self.mixer.volume and bell.ring())
        heard = Heard.BELL if has_rung else Heard.NOTHING
        self.current = Current(clip, Stage.TIMED, now + length, heard)

    def _outcome(self, current: Current, now: float) -> Outcome:
        if current.stage is Stage.PLAYER:
            outcome = self.outlets.device.outcome(now)
            self.current = current._replace(until=self.outlets.device.until)
            return outcome
        if current.stage is Stage.SPEECH and self.outlets.service:
            return self.outlets.service.outcome(now)
        return Outcome.PLAYED if now >= current.until else Outcome.PLAYING

    def _fail(self, clip: Clip, stage: Stage, now: float) -> bool:
        """Play a clip from its start by the next player, or soon again; return whether it ended."""
        service = self.outlets.working_service
        if stage is Stage.PLAYER:
            self._discard()
            self.begin(clip, now)
            return False
        if service and self.current:
            until = service.failures.again_at
            self.current = self.current._replace(stage=Stage.SPEECH_AGAIN, until=until)
            return False
        return self._end(now)

    def _finish(self, now: float) -> bool:
        """Whether all of a clip is over; words that a service speaks come after the tone."""
        if self.current is None:
            return False
        clip, stage, _, heard = self.current
        if stage is not Stage.SPEECH and clip.words and self.outlets.working_service:
            return self._speak(clip, now)
        if stage is Stage.SPEECH:
            is_all = not clip.tone or heard in {Heard.TONE, Heard.ALL}
            self.current = self.current._replace(heard=Heard.ALL if is_all else Heard.WORDS)
        return self._end(now, spoken=stage is Stage.SPEECH)

    def _speak(self, clip: Clip, now: float) -> bool:
        """Let the service speak the words; return whether the clip ended: it is lost meanwhile."""
        service = self.outlets.working_service
        if service is None or self.current is None:
            return self._end(now)
        service.say(clip.words, self.mixer.volume, now)
        self.current = self.current._replace(stage=Stage.SPEECH, until=service.until)
        return False

    def _end(self, now: float, *, spoken: bool = False) -> bool:
        """End the clip; return that it ended."""
        if self.current:
            clip, heard = self.current.clip, self.current.heard
            is_unheard = bool(clip.words) and heard not in {Heard.ALL, Heard.WORDS}
            self.has_missed = is_unheard and not self.outlets.are_audible
            if self.outlets.recording:
                self.outlets.recording.finish(heard, now if spoken else None)
        self.current, self.loudspeaker.silent_since = None, now
        return True

    def _discard(self) -> None:
        """Take a clip out of the recording that was not heard and is played again."""
        if self.outlets.recording:
            self.outlets.recording.discard()
