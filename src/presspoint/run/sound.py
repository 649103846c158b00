"""The sound of a sitting, opened when it is first needed, and what is asked aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from presspoint import clock
from presspoint.ports import Display
from presspoint.settings import Settings
from presspoint.storage.history.session_log import SessionLog
from presspoint.terminal.output import on_terminal, paragraph, remark
from presspoint.terminal.signals import die_of

if TYPE_CHECKING:
    from presspoint.sound.speaker import Speaker


class Remarks:
    """Where it is told what went wrong beside a session: on stderr, or on its screen."""

    def __init__(self) -> None:
        """Begin on stderr."""
        self.display: Display | None = None

    def __call__(self, words: str) -> None:
        """Tell it."""
        if self.display:
            self.display.remark(words)
        else:
            remark(f"presspoint: {words}")


class RunSound:
    """What makes a sitting heard; nothing of it is imported before it is asked for."""

    def __init__(self, settings: Settings, remarks: Remarks) -> None:
        """Take what the person set, and where it is told what fails."""
        self.settings, self.remarks = settings, remarks
        self._speaker: Speaker | None = None

    @property
    def speaker(self) -> Speaker:
        """Where clips go, opened by the first call."""
        if self._speaker is None:
            from presspoint.sound.speaker import open_sound

            self._speaker = open_sound(
                clock.monotonic,
                self.remarks,
                voice=self.settings.voice == "on",
                volume=self.settings.volume,
                record=self.settings.record == "on",
                bell=on_terminal(),
            )
        return self._speaker

    def about(self, most_seconds: float) -> str:
        """Return what will be heard, once that was tried out for so long at most."""
        self.speaker.ready(most_seconds)
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
