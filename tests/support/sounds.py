"""A machine with stand-ins for players and voices on its PATH, and what was played on it."""

from __future__ import annotations

import stat
from array import array
from pathlib import Path

from presspoint.cues.sink import Clip
from presspoint.machine import programs
from presspoint.settings import Settings
from presspoint.sound import samples
from presspoint.sound.clip_player import Stage
from presspoint.sound.samples import Samples, hiss, read, silence
from presspoint.sound.speaker import Speaker, open_sound
from support.fakes import FakeClock

WORDS = "Bladder 23, both sides."
SPOKEN = array("h", [1000, -1000] * 2000)
GAP = silence(0.12)
RENDERS = """
for each; do file=$each; done
echo "$@" >> {log}; /bin/cat >> {log}.words; /bin/cp {wav} "$file"
"""
PLAYS = """
for each; do file=$each; done
n=$(($(/bin/ls {log}.*.wav 2> /dev/null | /usr/bin/wc -l))); /bin/cp "$file" {log}.$n.wav
"""
NEVER_ENDS = "exec /bin/sleep 60"
FAILS = "echo no device >&2; exit 1"


class Machine:
    """A machine with the programs that a test puts on it."""

    def __init__(self, folder: Path) -> None:
        """Take a folder of the test's own; the machine has no programs yet."""
        self.bin = folder / "bin"
        self.bin.mkdir()
        self.log = folder / "log"
        self.wav = folder / "spoken.wav"
        samples.write(self.wav, SPOKEN)
        self.reports: list[str] = []
        self.clock = FakeClock()

    def has(self, name: str, script: str) -> Path:
        path = self.bin / name
        path.write_text("#!/bin/sh\n" + script.format(log=self.log, wav=self.wav))
        path.chmod(0o755)
        return path

    def open_speaker(self, *, bell: bool = False, **settings: str | int) -> Speaker:
        chosen = Settings(**{"volume": 100, **settings})  # type: ignore[arg-type]
        return open_sound(self.clock, self.reports.append, chosen, bell=bell)

    def ready_speaker(self, *, bell: bool = False, **settings: str | int) -> Speaker:
        speaker = self.open_speaker(bell=bell, **settings)
        speaker.get_ready(3)
        return speaker

    def heard_clips(self) -> list[Samples]:
        """What the player was given after its trial."""
        files = [Path(f"{self.log}.{number}.wav") for number in range(1, 20)]
        return [content(path) for path in files if path.exists()]

    def play(self, speaker: Speaker, clip: Clip) -> None:
        """Play a clip to its end; the clock goes on by the length of what was played."""
        speaker.start(clip, self.clock.now)
        for _ in range(2000):  # each time the player is waited for before it is looked at
            now = self.clock.now
            stage = stage_of(speaker)
            until = speaker.player.current and speaker.player.current.until
            if stage is Stage.WAITING and let_end_trial(speaker):
                pass
            elif stage is Stage.PLAYER and let_end(speaker):
                self.clock.now = now + last_length(speaker)
            elif until and until > now:
                self.clock.now = until
            if speaker.settle(self.clock.now):
                return
        raise AssertionError(f"{clip} never ended")


def last_length(speaker: Speaker) -> float:
    """The seconds of what is being played."""
    current = speaker.outlets.device.current
    return current.length if current and current.child.returncode == 0 else 0.0


def let_end_trial(speaker: Speaker) -> bool:
    """Wait a little for what a clip waits for; return whether anything was running."""
    child = speaker.outlets.trial_process()
    if child:
        programs.wait(child, 3)
    return child is not None


def stage_of(speaker: Speaker) -> Stage | None:
    return speaker.player.current.stage if speaker.player.current else None


def let_end(speaker: Speaker) -> bool:
    """Wait for the stand-in that plays, which takes milliseconds; return whether it is done."""
    current = speaker.outlets.device.current
    if current:
        programs.wait(current.child, 1)
    return current is not None and current.child.returncode is not None


def content(path: Path) -> Samples:
    with path.open("rb") as file:
        return read(file)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def lead(length: float = 0.5) -> Samples:
    return hiss(length)
