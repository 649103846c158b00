"""The sound of a sitting, opened when it is first needed, and what is asked aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from presspoint import clock
from presspoint.run.reporting import Reporter
from presspoint.settings import Settings
from presspoint.storage.history.session_log import SessionLog
from presspoint.terminal.output import on_terminal, paragraph, remark
from presspoint.terminal.signals import die_of

if TYPE_CHECKING:
    from presspoint.sound.speaker import Speaker


def say_on_stderr(sentence: str) -> None:
    """Print a sentence as the program's own."""
    remark(f"presspoint: {sentence}")


class RunSound:
    """What makes a sitting heard; nothing of it is imported before it is asked for."""

    def __init__(self, settings: Settings) -> None:
        """Take the settings; what fails is reported on stderr at first."""
        self.settings, self.report = settings, Reporter(say_on_stderr)
        self._speaker: Speaker | None = None

    @property
    def speaker(self) -> Speaker:
        """Where clips go, opened by the first call."""
        if self._speaker is None:
            from presspoint.sound.speaker import open_sound

            self._speaker = open_sound(
                clock.monotonic,
                self.report,
                voice=self.settings.voice == "on",
                volume=self.settings.volume,
                record=self.settings.record == "on",
                bell=on_terminal(),
            )
        return self._speaker

    def about(self, most_seconds: float) -> str:
        """Return what will be heard, once that was tried out for so long at most."""
        self.speaker.get_ready(most_seconds)
        return self.speaker.about

    def say(self, words: str) -> None:
        """Print words and speak them, in place of what is being spoken."""
        from presspoint.cues.sink import Clip

        paragraph(words)
        self.speaker.cut()
        self.speaker.start(Clip(words=words), clock.monotonic())

    def settle(self) -> None:
        """Take in what ended by now."""
        self.speaker.settle(clock.monotonic())

    def close(self) -> None:
        """Give back what was opened."""
        if self._speaker:
            self._speaker.close()


def ask_pain(when: Literal["before", "after"], saving: SessionLog, aloud: RunSound) -> None:
    """Ask for 0 to 10, on the screen and aloud; a signal ends the program as it would anywhere."""
    from presspoint.session.records import PAIN_QUESTION
    from presspoint.terminal.feeling import felt

    answer = felt(PAIN_QUESTION, clock.monotonic, aloud.say, aloud.settle)
    if isinstance(answer, str):
        aloud.close()
        die_of(answer)
    elif answer is not None:
        saving.save_pain(when, answer)
