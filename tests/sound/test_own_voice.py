"""The voice as a person chose it: its engine, name and rate, a command of their own, or none."""

from __future__ import annotations

import shlex
from contextlib import closing
from typing import Any

import pytest

from presspoint.cues.sink import Clip
from presspoint.run.sounds.sound import READ_OUT_ONLY, RunSound
from presspoint.settings import Settings
from presspoint.sound.outputs.speech_programs import find_speech_program
from presspoint.sound.report import NO_SOUND, NO_VOICE
from support.sounds import FAILS, PLAYS, RENDERS, Machine


def arguments(machine: Machine, **settings: Any) -> list[str]:  # noqa: ANN401  # a setting's value
    """What the chosen speech program is started with, but its path."""
    machine.has("espeak-ng", 'echo "$@" > {log}')
    program = find_speech_program(Settings(**settings))
    assert program is not None
    assert program.start("Words.").wait(timeout=20) == 0
    return shlex.split(machine.log.read_text())


def test_a_voice_is_chosen_by_name_and_its_rate_by_three_words(machine: Machine) -> None:
    assert arguments(machine)[:2] == ["-v", "en"]
    assert arguments(machine, voice_name="my voice")[:3] == ["-v", "my", "voice"]
    rates = [arguments(machine, rate=rate)[-3] for rate in ("slow", "normal", "fast")]
    assert rates == ["115", "135", "165"]


def test_an_engine_is_taken_where_it_is_installed_and_no_other(
    machine: Machine,
) -> None:
    machine.has("espeak-ng", "")
    machine.has("spd-say", "")
    for engine in ("espeak-ng", "speech-dispatcher"):
        program = find_speech_program(Settings(engine=engine))
        assert program is not None
        assert program.name == engine
    assert find_speech_program(Settings(engine="say")) is None


@pytest.mark.parametrize("output", ["", "{file}"])
def test_a_command_of_ones_own_reads_words_and_writes_the_sound(
    machine: Machine, output: str
) -> None:
    machine.has("aplay", PLAYS)
    writes = f"/bin/cat {machine.wav}" if not output else f'/bin/cp {machine.wav} "$1"'
    script = machine.has("mine", f"/bin/cat > {machine.log}.words\n{writes}\n")
    speaker = machine.ready_speaker(voice_command=f"{script} {output}".strip())
    assert speaker.about.startswith("Voice: your voice-command, through aplay.")
    machine.play(speaker, Clip(words="Thumb web, left hand."))
    assert machine.log.with_name("log.words").read_text().strip() == "Thumb web, left hand."
    speaker.close()


@pytest.mark.parametrize("command", ["/nowhere/at-all", "'"])
def test_a_command_that_does_not_start_is_told_and_tones_stay(
    machine: Machine, command: str
) -> None:
    machine.has("aplay", PLAYS)
    speaker = machine.ready_speaker(voice_command=command)
    assert "your voice-command could not be started" in speaker.about
    assert not speaker.has_voice
    speaker.close()


def test_where_no_sound_is_wanted_none_is_missed(machine: Machine) -> None:
    for voice in ("off", "on"):
        speaker = machine.ready_speaker(volume=0, voice=voice)
        assert speaker.about == "The sound is off. m turns it on."
        speaker.settle(machine.clock.now)
        assert machine.reports == []
        speaker.close()


@pytest.mark.parametrize(
    ("voice", "accessible", "terminal", "spoken"),
    [
        ("auto", "1", True, "off"),
        ("auto", "1", False, "auto"),
        ("auto", "", True, "auto"),
        ("on", "1", True, "on"),
        ("off", "1", True, "off"),
    ],
)
def test_a_screen_reader_speaks_alone_unless_the_voice_was_asked_for(
    monkeypatch: pytest.MonkeyPatch, voice: str, accessible: str, spoken: str, *, terminal: bool
) -> None:
    monkeypatch.setenv("ACCESSIBLE", accessible)
    monkeypatch.setattr("presspoint.terminal.output.on_terminal", lambda: terminal)
    sound = RunSound(Settings(voice=voice))
    assert sound.settings.voice == spoken
    assert sound.settings.tones == "on"
    assert sound.yields_to_screen_reader == (voice == "auto" and spoken == "off")


def test_a_muted_run_is_silent_and_has_its_voice_ready() -> None:
    sound = RunSound(Settings(), mute=True)
    assert (sound.settings.volume, sound.settings.voice) == (0, "auto")


@pytest.mark.parametrize(
    ("programs", "voice", "volume", "lack"),
    [
        ({}, "auto", 100, NO_SOUND),
        ({"espeak-ng": RENDERS}, "auto", 100, NO_SOUND),
        ({"espeak-ng": RENDERS, "aplay": FAILS}, "auto", 100, NO_SOUND),
        ({}, "off", 100, NO_SOUND),
        ({"aplay": PLAYS}, "auto", 100, NO_VOICE),
        ({"espeak-ng": FAILS, "aplay": PLAYS}, "auto", 100, NO_VOICE),
        ({"espeak-ng": RENDERS, "aplay": PLAYS}, "auto", 100, ""),
        ({"spd-say": ""}, "auto", 100, ""),
        ({"aplay": PLAYS}, "off", 100, ""),
        ({}, "auto", 0, ""),
    ],
)
def test_what_is_missing_is_told_in_a_few_words_before_the_start(
    machine: Machine, programs: dict[str, str], voice: str, volume: int, lack: str
) -> None:
    for name, script in programs.items():
        machine.has(name, script)
    with closing(RunSound(Settings(voice=voice, volume=volume))) as sound:
        assert sound.lack(3) == sound.lack_before_start == lack
    assert len(lack.replace("?:", "").split()) <= 9


def test_nobody_whose_screen_is_read_out_is_told_to_look_at_it(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not list(machine.bin.iterdir())
    monkeypatch.setenv("ACCESSIBLE", "1")
    monkeypatch.setattr("presspoint.terminal.output.on_terminal", lambda: True)
    with closing(RunSound(Settings())) as sound:
        assert sound.lack(3) == READ_OUT_ONLY
