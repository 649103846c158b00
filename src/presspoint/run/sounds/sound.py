"""The sound of a run, opened when it is first needed, and the pain question asked aloud."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from presspoint import clock
from presspoint.cues.sink import Clip
from presspoint.errors import NOT_STARTED, ExitCode, NotPlayed
from presspoint.settings import Settings
from presspoint.terminal.output import is_read_out, on_terminal, print_paragraph, report
from presspoint.terminal.signals import die_of

if TYPE_CHECKING:
    from presspoint.sound.speaker import Speaker
    from presspoint.storage.history.session_log import SessionLog


SCREEN_READER = (
    "Your screen reader speaks, so presspoint's own voice is off; its tones stay. "
    "To hear the voice: presspoint settings voice on"
)
READ_OUT_ONLY = "No sound from presspoint here. ?: details."


class Reporter:
    """Says each sentence once; `say` is where, and changes while a session has the screen."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self.say = say
        self.sentences: set[str] = set()

    def __call__(self, sentence: str) -> None:
        """Say a sentence, unless it was said before."""
        if self.is_new(sentence):
            self.say(sentence)

    def is_new(self, sentence: str) -> bool:
        """Whether a sentence was not said before; from now on it was."""
        known = len(self.sentences)
        self.sentences.add(sentence)
        return len(self.sentences) > known

    def say_again(self, sentence: str) -> None:
        """Say a sentence, whether it was said before or not: it is true again."""
        self.sentences.add(sentence)
        self.say(sentence)


class RunSound:
    """What makes a run heard; nothing of it is imported before its first use."""

    def __init__(self, settings: Settings, *, mute: bool = False) -> None:
        """Take the settings, silent with `mute`; what fails is reported on stderr at first."""
        self.settings, self.report = _for_this_run(settings, mute=mute), Reporter(report)
        self.yields_to_screen_reader = self.settings.voice != settings.voice
        self.lack_before_start = ""
        self._speaker: Speaker | None = None

    @property
    def speaker(self) -> Speaker:
        """Where clips go, opened by the first call."""
        if self._speaker is None:
            from presspoint.sound.speaker import open_sound  # after the first frame

            self._speaker = open_sound(
                clock.monotonic, self.report.say_again, self.settings, bell=on_terminal()
            )
        return self._speaker

    def summary(self, most_seconds: float) -> str:
        """Return what will be heard, once that was tried out for so many seconds at most."""
        self.speaker.get_ready(most_seconds)
        return self.speaker.about

    def lack(self, most_seconds: float) -> str:
        """Return what is missing, as above, to be said before the start; remember that."""
        from presspoint.sound.report import NO_SOUND  # comes with the speaker

        self.speaker.get_ready(most_seconds)
        lack = self.speaker.lack
        # Who has the screen read out does not look at it.
        self.lack_before_start = READ_OUT_ONLY if lack == NO_SOUND and is_read_out() else lack
        return self.lack_before_start

    def say(self, shown: str, spoken: str) -> None:
        """Print one sentence, and speak another in place of what is being spoken."""
        print_paragraph(shown)
        self.speaker.cut()
        self.speaker.start(Clip(words=spoken), clock.monotonic())

    def settle(self) -> None:
        """See which sounds have ended by now."""
        self.speaker.settle(clock.monotonic())

    def close(self) -> None:
        """Give back what was opened."""
        if self._speaker:
            self._speaker.close()


def _for_this_run(settings: Settings, *, mute: bool) -> Settings:
    """The settings; with a screen reader, no voice of our own unless that was asked for."""
    if mute:
        settings = settings._replace(volume=0)
    yields = settings.voice == "auto" and is_read_out()
    return settings._replace(voice="off") if yields else settings


def ask_pain_before(log: SessionLog, sound: RunSound, *, knows_keys: bool) -> None:
    """Ask for 0 to 10 as below. Raises NotPlayed where the person leaves."""
    from presspoint.terminal.questions.pain_strength import NOW, RANGE  # as below

    if not _ask_pain("before", log, sound, NOW if knows_keys else RANGE, spoken=NOW):
        raise NotPlayed(NOT_STARTED, ExitCode.DONE)


def ask_pain_after(log: SessionLog, sound: RunSound) -> None:
    """Ask for 0 to 10 as below, beside what it was before; leaving ends the asking."""
    from presspoint.terminal.questions.pain_strength import AFTERWARDS  # as below

    before = log.record.pain_before
    shown = AFTERWARDS if before is None else f"{AFTERWARDS} (before: {before})"
    _ask_pain("after", log, sound, f"{shown} 0-9, t: ten. Enter: skip.", spoken=AFTERWARDS)


def _ask_pain(
    when: Literal["before", "after"], log: SessionLog, sound: RunSound, shown: str, *, spoken: str
) -> bool:
    """Ask for 0 to 10, on the screen and aloud, and save it; whether the person did not leave.

    A signal ends the program.
    """
    # What reads keys is imported before the first frame only where somebody is asked.
    from presspoint.terminal.questions.pain_strength import PainQuestion

    question = PainQuestion(shown, spoken, sound.say, sound.settle)
    signal = question.ask_on_terminal(clock.monotonic)
    if signal:
        sound.close()
        die_of(signal)
    if question.value is not None:
        log.save_pain(when, question.value)
    return not question.has_left
