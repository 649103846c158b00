"""What is heard, by stand-ins for players and voices on PATH; what fails costs its sound only."""

from __future__ import annotations

import io
import json
import os
import sys
import time
import wave
from importlib import util
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from presspoint.__main__ import run_guarded
from presspoint.cues.sink import TONES, Clip, step_volume
from presspoint.machine import programs
from presspoint.sound import samples, tones
from presspoint.sound.clip_player import Stage
from presspoint.sound.outputs import speech_programs
from presspoint.sound.outputs.players import PlayerPrograms
from presspoint.sound.samples import RATE, Samples, at_volume, seconds, silence
from presspoint.storage import paths
from presspoint.storage.lock import ProcessLock
from presspoint.storage.settings_file import read_settings
from support.sounds import (
    FAILS,
    GAP,
    NEVER_ENDS,
    PLAYS,
    RENDERS,
    SPOKEN,
    WORDS,
    Machine,
    content,
    lead,
    let_end,
    mode,
    stage_of,
)
from support.terminal import Terminal

# The tones


def test_the_script_makes_exactly_the_shipped_tones(tmp_path: Path) -> None:
    script = Path(__file__).parents[2] / "tools" / "make_tones.py"
    spec = util.spec_from_file_location("make_tones", script)
    assert spec
    assert spec.loader
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.write(tmp_path)
    made = {each.stem: each.read_bytes() for each in tmp_path.glob("*.wav")}
    shipped = {each.stem: each.read_bytes() for each in tones.FOLDER.iterdir()}
    assert made == shipped
    assert set(shipped) == set(TONES)
    assert sum(map(len, shipped.values())) < 150_000


@pytest.mark.parametrize("name", TONES)
def test_a_tone_is_short_begins_softly_and_never_clicks_or_clips(name: str) -> None:
    sound = content(tones.FOLDER / f"{name}.wav")
    peak = max(map(abs, sound))
    quiet = {"tick": (0.19, 0.21), "beat": (0.07, 0.09)}
    soft = quiet.get(name, (0.016, 0.02) if name.startswith("breath") else (0.34, 0.36))
    assert soft[0] < peak / 32767 < soft[1]
    assert seconds(sound) < 0.8
    assert abs(sound[0]) <= 1
    assert abs(sound[-1]) < peak / 100
    assert max(map(abs, sound[: round(0.004 * RATE)])) < peak * 0.25
    loud = next(index for index, sample in enumerate(sound) if abs(sample) > 0.9 * peak)
    assert loud >= 0.014 * RATE
    assert max(abs(b - a) for a, b in pairwise(sound)) < 0.5 * peak


# One clip is one sound


def test_a_clip_is_a_lead_the_tone_a_gap_and_the_words_of_exactly_that_length(
    voiced: Machine,
) -> None:
    speaker = voiced.ready_speaker()
    tone = content(tones.FOLDER / "start.wav")
    voiced.play(speaker, Clip("start", WORDS))
    voiced.clock.now += 4.9
    voiced.play(speaker, Clip("start"))
    voiced.clock.now += 5.1
    voiced.play(speaker, Clip("tick"))
    voiced.clock.now += 5.1
    began = voiced.clock.now
    voiced.play(speaker, Clip(words=WORDS))
    assert voiced.clock.now == pytest.approx(began + 0.5 + seconds(SPOKEN), abs=1e-4)
    speaker.close()
    tick = content(tones.FOLDER / "tick.wav")
    assert voiced.heard_clips() == [lead() + tone + GAP + SPOKEN, tone, tick, lead() + SPOKEN]


def test_a_clip_is_over_when_its_player_is_and_nothing_sounds_on_top(machine: Machine) -> None:
    gate = machine.log.with_name("gate")
    machine.has("pw-play", f"case $1 in *clip-1*) ;; *) read line < {gate};; esac")
    os.mkfifo(gate)
    speaker = machine.ready_speaker()
    now = machine.clock.now
    speaker.start(Clip("done"), now)
    length = 0.5 + 0.77
    assert not speaker.settle(now + length + 1.5), "a loudspeaker that wakes late plays on"
    assert speaker.until == pytest.approx(now + length + 3, abs=1e-2)
    gate.write_text("\n")
    let_end(speaker)
    assert speaker.settle(now + 3)
    assert not speaker.playing
    assert speaker.until is None
    speaker.close()


def test_after_a_sleep_of_the_machine_a_player_gets_its_time_again(machine: Machine) -> None:
    machine.has("pw-play", "case $1 in *clip-1*) ;; *) " + NEVER_ENDS + ";; esac")
    speaker = machine.ready_speaker()
    now = machine.clock.now
    speaker.start(Clip("done"), now)
    assert not speaker.settle(now + 3600)
    assert speaker.until == pytest.approx(now + 3600 + 3 + 1.27, abs=1e-2)
    assert not speaker.settle(now + 3605)
    assert stage_of(speaker) is Stage.TIMED, "it hangs"
    assert speaker.settle(now + 3605)
    assert machine.reports == ["No speaker found with pw-play. You will hear nothing."]
    speaker.close()


def test_the_first_words_wait_for_the_trial_and_words_are_rendered_once(voiced: Machine) -> None:
    speaker = voiced.open_speaker()
    speaker.prepare(WORDS)
    voiced.play(speaker, Clip(words=WORDS))
    voiced.play(speaker, Clip(words=WORDS))
    speaker.close()
    assert voiced.log.with_name("log.words").read_text().split("\n") == [
        " Ready.",
        f" {WORDS}",
        "",
    ]


def test_words_that_are_wanted_now_go_before_those_that_are_prepared(voiced: Machine) -> None:
    speaker = voiced.open_speaker()
    for number in range(5):
        speaker.prepare(f"Sentence {number}.")
    voiced.play(speaker, Clip(words=WORDS))
    speaker.close()
    assert " Sentence 4." not in voiced.log.with_name("log.words").read_text()


def test_only_so_much_speech_is_kept(voiced: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "presspoint.sound.outputs.rendered_speech.MOST_SECONDS", 2.5 * seconds(SPOKEN)
    )
    speaker = voiced.ready_speaker()
    for number in range(4):
        voiced.play(speaker, Clip(words=f"{number}"))
    voice = speaker.outlets.voice
    assert voice
    assert list(voice.rendered) == list(voice.scaled) == ["2", "3"]
    speaker.close()


def test_louder_and_quieter_change_the_next_clip_by_steps_of_twenty(voiced: Machine) -> None:
    speaker = voiced.ready_speaker(volume=50)
    assert [speaker.louder(steps) for steps in (1, -1, 1, 9, -2, -9)] == [60, 40, 60, 100, 60, 0]
    assert speaker.louder(2) == 40
    voiced.play(speaker, Clip("tick", WORDS))
    tick = content(tones.FOLDER / "tick.wav")
    assert voiced.heard_clips() == [at_volume(lead() + tick + GAP + SPOKEN, 40)]
    assert [step_volume(55, steps) for steps in (-1, 0, 1)] == [40, 55, 60]
    speaker.close()


def test_cut_ends_the_player_at_once(voiced: Machine) -> None:
    voiced.has("pw-play", "case $1 in *clip-1*) ;; *) " + NEVER_ENDS + ";; esac")
    speaker = voiced.ready_speaker()
    speaker.cut()
    speaker.start(Clip("done", WORDS), voiced.clock.now)
    while stage_of(speaker) is Stage.WAITING:
        speaker.settle(voiced.clock.now)
    device = speaker.outlets.device
    assert isinstance(device, PlayerPrograms)
    assert device.current
    child = device.current.child
    assert os.getsid(child.pid) == child.pid, "so that a Ctrl-C does not reach it"
    speaker.cut()
    assert child.returncode == -9
    assert not speaker.playing
    assert not speaker.settle(voiced.clock.now)
    speaker.close()


# What is asked of other programs


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("-f /etc/passwd", "-f /etc/passwd"),
        ("--stdout", "--stdout"),
        ("$(touch here); `id` | \"quotes\" 'too'", "$(touch here); `id` | \"quotes\" 'too'"),
        ("one\ntwo\x00\x1b[31m", "one two [31m"),
        ("!-!QUIT", "!-!QUIT"),
        ("[[volm 0]]", "[ [volm 0]]"),
        ("Valley 合谷 café", "Valley 合谷 café"),
        ("\ud800", ""),
    ],
)
def test_words_reach_a_program_as_one_line_on_stdin_and_never_as_an_argument(
    voiced: Machine, words: str, given: str
) -> None:
    speaker = voiced.open_speaker()
    voiced.play(speaker, Clip(words=words))
    speaker.close()
    first, second = voiced.log.read_text().splitlines()
    assert first == second
    assert first.startswith("-v en --stdin -b 1 -z -s 135 -w /")
    assert voiced.log.with_name("log.words").read_text() == f" Ready.\n {given}\n"
    assert not Path("here").exists()


def test_no_program_is_taken_from_the_working_folder(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.has("paplay", PLAYS)
    safe = machine.log.with_name("safe")
    safe.mkdir()
    monkeypatch.chdir(machine.bin)
    for path in (".", "", f"::{machine.bin}", f"{safe}:bin"):
        monkeypatch.setenv("PATH", path)
        assert programs.find_program("paplay") is None
    (safe / "bin").symlink_to(machine.bin)
    monkeypatch.setenv("PATH", str(safe / "bin"))
    assert programs.find_program("paplay") is None, "by no detour either"
    monkeypatch.chdir("/")
    assert programs.find_program("paplay") == str(safe / "bin" / "paplay")
    gone = safe / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert programs.find_program("paplay") == str(safe / "bin" / "paplay")
    monkeypatch.chdir("/")


def test_a_program_gets_no_stream_of_ours(
    machine: Machine, capfd: pytest.CaptureFixture[str]
) -> None:
    machine.has("aplay", "echo out; echo err >&2; read line && exit 1; exit 0")
    speaker = machine.ready_speaker()
    assert speaker.outlets.device.name
    speaker.close()
    assert capfd.readouterr() == ("", "")


def test_every_speech_program_gets_a_file_and_no_word_in_its_arguments(tmp_path: Path) -> None:
    for each in (speech_programs.ESPEAK, speech_programs.SAY):
        log = tmp_path / each.name
        script = tmp_path / "engine"
        script.write_text(f'#!/bin/sh\necho "$@" > "{log}"; /bin/cat >> "{log}"')
        script.chmod(0o755)
        file = tmp_path / "words.wav"
        child = each._replace(path=str(script)).start("-o x", file)
        assert child.wait(5) == 0
        output = log.read_text()
        assert str(file) in output
        assert output.endswith("\n -o x\n")
        assert "{file}" not in output


# What fails


def test_a_player_without_a_device_gives_way_to_the_next_one(machine: Machine) -> None:
    machine.has("pw-play", FAILS)
    machine.has("paplay", "exec /nowhere/interpreter").write_text("#!/nowhere\n")
    machine.has("aplay", PLAYS)
    speaker = machine.ready_speaker()
    assert speaker.outlets.device.name == "aplay"
    assert speaker.about == (
        "No voice (none is installed). You hear tones, through aplay. "
        "To get a voice, type install espeak-ng."
    )
    speaker.close()
    assert machine.reports == []


def test_a_player_that_hangs_is_given_up(machine: Machine) -> None:
    machine.has("pw-play", NEVER_ENDS)
    machine.has("aplay", PLAYS)
    speaker = machine.open_speaker()
    now = machine.clock.now
    speaker.start(Clip("start"), now)
    assert speaker.until == pytest.approx(now + 4)
    machine.clock.now += 4
    machine.play(speaker, Clip("start"))
    assert speaker.outlets.device.name == "aplay"
    speaker.close()


def test_a_player_that_fails_later_costs_no_cue(machine: Machine) -> None:
    machine.has("pw-play", "case $1 in *clip-1*) ;; *) exit 1;; esac")
    machine.has("aplay", PLAYS)
    speaker = machine.ready_speaker()
    machine.play(speaker, Clip("start"))
    device = speaker.outlets.device
    assert device.failures["pw-play"].count == 1
    speaker.close()
    assert machine.reports == []
    assert [content(path) for path in machine.bin.parent.glob("log.*.wav")] == [
        lead() + content(tones.FOLDER / "start.wav")
    ]


def test_without_a_device_the_bell_rings_and_that_is_said_once(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.has("espeak-ng", RENDERS)
    machine.has("aplay", FAILS)
    speaker = machine.open_speaker(bell=True)
    assert speaker.has_voice
    machine.play(speaker, Clip("start", WORDS))
    for clip in (Clip("tick"), Clip("breath-in"), Clip(words=WORDS), Clip("done")):
        machine.play(speaker, clip)
    assert not speaker.has_voice
    assert capsys.readouterr().out == "\a\a"
    assert machine.reports == ["No speaker found with aplay. You will only hear the terminal bell."]
    speaker.louder(-5)
    machine.play(speaker, Clip("done"))
    assert capsys.readouterr().out == ""
    speaker.close()


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        (FAILS, "failed"),
        ("exit 0", "failed"),
        ('for each; do file=$each; done; echo no sound > "$file"', "failed"),
        (NEVER_ENDS, "does not answer"),
    ],
)
def test_a_voice_that_fails_or_hangs_turns_into_tones_with_one_remark(
    machine: Machine, script: str, sentence: str
) -> None:
    machine.has("paplay", PLAYS)
    machine.has("espeak-ng", script)
    speaker = machine.open_speaker()
    now = machine.clock.now
    speaker.start(Clip("start", WORDS), now)
    deadline = time.monotonic() + 3
    while stage_of(speaker) is Stage.WAITING and time.monotonic() < deadline:
        later = script == NEVER_ENDS and not speaker.outlets.device.trial_process()
        speaker.settle(now + 5 if later else now)
    assert stage_of(speaker) is Stage.PLAYER
    assert not speaker.has_voice
    let_end(speaker)
    speaker.close()
    assert machine.heard_clips() == [lead() + content(tones.FOLDER / "start.wav")]
    assert machine.reports == [
        f"The voice is gone: espeak-ng {sentence}. Until it is back you hear tones only."
    ]


def test_words_that_make_no_sound_are_no_fault(voiced: Machine) -> None:
    samples.write(voiced.wav, silence(0))
    speaker = voiced.ready_speaker()
    voiced.play(speaker, Clip("tick", "..."))
    assert speaker.has_voice
    speaker.close()


def test_where_no_folder_can_be_written_the_bell_rings(
    voiced: Machine, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("run", "cache"):
        (home / name).write_text("no folder")
    speaker = voiced.ready_speaker(bell=True)
    assert "can write to none of its folders" in speaker.about
    voiced.play(speaker, Clip("done", WORDS))
    speaker.close()
    assert capsys.readouterr().out == "\a"


def test_one_folder_that_can_be_written_is_enough(voiced: Machine, home: Path) -> None:
    (home / "run").write_text("no folder")
    speaker = voiced.ready_speaker()
    assert list((home / "cache").iterdir())
    voiced.play(speaker, Clip("done", WORDS))
    speaker.close()
    assert len(voiced.heard_clips()) == 1
    assert voiced.reports == []


# A service that speaks by itself


def test_a_speech_service_speaks_after_the_tone_and_is_waited_for(machine: Machine) -> None:
    machine.has("aplay", PLAYS)
    machine.has("spd-say", 'echo "$@" >> {log}; /bin/cat >> {log}.words')
    speaker = machine.ready_speaker(volume=60, record="on")
    assert speaker.about.startswith("Voice: speech-dispatcher. Tones: aplay.")
    speaker.start(Clip("start", "!-!QUIT"), machine.clock.now)
    machine.clock.now += 1
    let_end(speaker)
    assert not speaker.settle(machine.clock.now)
    assert stage_of(speaker) is Stage.SPEECH
    service = speaker.outlets.service
    assert service
    assert service.child
    assert speaker.until == pytest.approx(machine.clock.now + 2 * 2 + 5)
    service.child.wait(3)
    machine.clock.now += 2
    assert speaker.settle(machine.clock.now)
    speaker.close()
    arguments = "--wait --pipe-mode --language en --rate -15 --volume"
    assert machine.log.read_text() == f"{arguments} -100\n{arguments} -40\n"
    assert machine.log.with_name("log.words").read_text() == " a\n !-!QUIT\n"
    assert rows(paths.folder("data"))[1].split("\t")[3] == "3.000"


def test_a_speech_service_that_is_cut_is_made_to_stop(machine: Machine) -> None:
    machine.has("spd-say", 'echo "$1" >> {log}; [ "$1" = --stop ] || ' + NEVER_ENDS)
    speaker = machine.open_speaker()
    speaker.start(Clip(words=WORDS), machine.clock.now)
    assert not speaker.settle(machine.clock.now)
    assert stage_of(speaker) is Stage.SPEECH
    speaker.cut()
    speaker.close()
    assert machine.log.read_text().endswith("--stop\n")
    assert machine.reports == []


@pytest.mark.parametrize(
    ("script", "sentence"), [(FAILS, "failed"), (NEVER_ENDS, "does not answer"), ("", "")]
)
def test_a_speech_service_that_fails_or_hangs_turns_into_tones(
    machine: Machine, script: str, sentence: str
) -> None:
    machine.has("aplay", PLAYS)
    machine.has("spd-say", script)
    speaker = machine.open_speaker()
    speaker.warm_up()
    service = speaker.outlets.service
    assert service
    assert service.trial
    device = speaker.outlets.device.trial_process()
    assert device
    programs.wait(device, 3)
    programs.wait(service.trial, 0.1 if script == NEVER_ENDS else 3)
    machine.clock.now += 5
    machine.play(speaker, Clip("tick"))
    assert speaker.has_voice is not bool(sentence)
    if sentence:
        machine.play(speaker, Clip("start", WORDS))
    speaker.close()
    expected = (
        f"The voice is gone: speech-dispatcher {sentence}. Until it is back you hear tones only."
    )
    assert machine.reports == ([expected] if sentence else [])


# The recording


def rows(data: Path) -> list[str]:
    return (data / "sound" / "session.tsv").read_text(encoding="utf-8").splitlines()


def recorded_sound(data: Path) -> Samples:
    return content(data / "sound" / "session.wav")


def test_a_recording_holds_each_cue_at_its_moment_and_silence_between(
    machine: Machine, home: Path
) -> None:
    machine.has("espeak-ng", RENDERS)
    speaker = machine.ready_speaker(record="on")
    assert speaker.about.endswith(
        f"All sound is saved with the voice of espeak-ng in {home}/data/sound/session.wav."
    )
    assert speaker.has_voice
    began = machine.clock.now
    tone = content(tones.FOLDER / "start.wav")
    machine.play(speaker, Clip("start", WORDS))
    machine.clock.now = began + 10.0
    speaker.start(Clip("tick"), machine.clock.now)
    whole = recorded_sound(home / "data")
    assert seconds(whole) == pytest.approx(10.08, abs=1e-3), "whole while it plays, too"
    first = lead() + tone + GAP + SPOKEN
    assert whole[: len(first)] == first
    assert not any(whole[len(first) : 10 * RATE])
    assert whole[10 * RATE :] == content(tones.FOLDER / "tick.wav")
    speaker.close()
    assert rows(home / "data") == [
        "seconds\ttone\twords\tlength\tlead\theard",
        f"0.000\tstart\t{WORDS}\t{seconds(first):.3f}\t0.500\tnothing",
        "10.000\ttick\t\t0.000\t0.000\tnothing",
    ]


def test_a_recording_is_private_and_takes_the_place_of_the_last_one(
    machine: Machine, home: Path
) -> None:
    before = os.umask(0o777)
    try:
        for clip in (Clip("done"), Clip("tick")):
            speaker = machine.ready_speaker(record="on")
            machine.play(speaker, clip)
            speaker.close()
    finally:
        os.umask(before)
    folder = home / "data" / "sound"
    assert mode(folder) == 0o700
    assert {each.name: mode(each) for each in folder.iterdir()} == {
        "session.tsv": 0o600,
        "session.wav": 0o600,
    }
    assert recorded_sound(home / "data") == content(tones.FOLDER / "tick.wav")


def test_what_is_cut_is_recorded_as_far_as_it_was_heard(machine: Machine, home: Path) -> None:
    speaker = machine.ready_speaker(record="on")
    speaker.start(Clip("done"), machine.clock.now)
    machine.clock.now += 0.5
    speaker.cut()
    machine.play(speaker, Clip("tick"))
    speaker.close()
    assert [line.split("\t")[3] for line in rows(home / "data")[1:]] == ["0.500", "0.080"]
    assert seconds(recorded_sound(home / "data")) == pytest.approx(0.58, abs=1e-3)


def test_a_recording_that_fails_or_grows_endless_stops_with_a_remark(
    machine: Machine, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speaker = machine.ready_speaker(record="on")
    machine.play(speaker, Clip("tick"))
    machine.clock.now += 9 * 3600
    machine.play(speaker, Clip("done"))
    machine.play(speaker, Clip("done"))
    speaker.close()
    speaker = machine.ready_speaker(record="on")
    machine.play(speaker, Clip("tick"))
    monkeypatch.setattr("presspoint.sound.recording._header", full)
    machine.play(speaker, Clip("done"))
    monkeypatch.undo()
    monkeypatch.setenv("PRESSPOINT_HOME", str(home))
    speaker.close()
    (home / "data" / "sound" / "session.wav").unlink()
    (home / "data" / "sound" / "session.wav").mkdir()
    speaker = machine.ready_speaker(record="on")
    machine.play(speaker, Clip("done"))
    speaker.close()
    sentence = "The recording of the sound ends here"
    assert machine.reports[:2] == [
        f"{sentence}: it would be longer than 8 hours.",
        f"{sentence}: No space left on device",
    ]
    assert machine.reports[2].startswith(sentence)
    assert len(machine.reports) == 3


def full(*_: object) -> bytes:
    raise OSError(28, "No space left on device")


# A person's own tones


def wav(rate: int = 16_000, channels: int = 2, width: int = 2, length: float = 0.5) -> bytes:
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setparams((channels, width, rate, 0, "NONE", ""))
        file.writeframes(bytes([1, 16] * round(rate * channels * width * length / 2)))
    return made.getvalue()


def own_tone(home: Path) -> Path:
    path = home / "config" / "tones" / "start.wav"
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


@pytest.mark.parametrize(("rate", "channels"), [(8000, 1), (22_050, 1), (44_100, 2), (48_000, 2)])
def test_an_own_tone_takes_the_place_of_the_shipped_one(
    home: Path, rate: int, channels: int
) -> None:
    own_tone(home).write_bytes(wav(rate, channels))
    reports: list[str] = []
    found = tones.load(reports.append)["start"]
    assert seconds(found) == pytest.approx(0.5, abs=1e-3)
    assert set(found) == {0x1001}
    assert reports == []


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (wav(rate=96_000), "96000 Hz"),
        (wav(width=1, channels=1), "8 bits in 1 channels"),
        (wav(channels=4), "16 bits in 4 channels"),
        (wav(length=3.1), "more than 3 seconds"),
        (wav(length=0), "no sound"),
        (wav()[:30], "no WAV file"),
        (b"ID3 mp3", "no WAV file"),
        (b"", "no WAV file"),
        (b"RIFF\xff\xff\xff\xffWAVEfmt \x10\0\0\0\x03\0" + bytes(60), "no WAV file"),
        (bytes(1024 * 1024 + 1), "more than 1 MiB"),
    ],
)
def test_an_own_tone_that_is_no_short_wav_is_reported_and_not_used(
    home: Path, made: bytes, sentence: str
) -> None:
    own_tone(home).write_bytes(made)
    assert_refused(home, sentence)


def test_an_own_tone_that_is_no_file_is_reported_and_not_used(home: Path) -> None:
    own_tone(home).mkdir()
    assert_refused(home, "directory")
    own_tone(home).rmdir()
    os.mkfifo(own_tone(home))
    assert_refused(home, "no regular file")
    own_tone(home).unlink()
    own_tone(home).symlink_to(home / "nothing")
    assert_refused(home, "No such file")


def assert_refused(home: Path, sentence: str) -> None:
    reports: list[str] = []
    found = tones.load(reports.append)["start"]
    assert found == content(tones.FOLDER / "start.wav")
    assert len(reports) == 1
    assert reports[0].startswith(str(own_tone(home)))
    assert sentence in reports[0]


def test_where_nobody_is_at_home_the_shipped_tones_are_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PRESSPOINT_HOME", "relative")
    assert all(tones.load(pytest.fail).values())


# Files, and the moment of opening


def test_clips_are_private_and_nothing_of_them_is_left(voiced: Machine, home: Path) -> None:
    voiced.has("paplay", "case $3 in *clip-1*) ;; *) " + NEVER_ENDS + ";; esac")
    before = os.umask(0o777)
    try:
        speaker = voiced.ready_speaker()
        speaker.start(Clip("start"), voiced.clock.now)
    finally:
        os.umask(before)
    (folder,) = (home / "run").iterdir()
    assert mode(folder) == 0o700
    assert {mode(each) for each in folder.iterdir()} == {0o600}
    speaker.close()
    assert list((home / "run").iterdir()) == []
    assert not (home / "cache").exists()


def test_what_a_killed_session_left_is_removed_and_a_running_one_is_let_alone(
    voiced: Machine, home: Path
) -> None:
    left = home / "run" / "sound-1"
    left.mkdir(parents=True)
    (left / "clip-1.wav").write_bytes(b"old")
    running = home / "run" / "sound-2"
    running.mkdir()
    other = ProcessLock(running / "lock")
    other.share()
    voiced.ready_speaker().close()
    other.close()
    assert [each.name for each in (home / "run").iterdir()] == ["sound-2"]


def test_opening_starts_nothing_and_writes_nothing(voiced: Machine, home: Path) -> None:
    speaker = voiced.open_speaker(record="on")
    assert speaker.about.startswith("Voice: espeak-ng, through paplay.")
    assert not voiced.log.exists()
    speaker.close()
    assert [each.name for each in home.iterdir()] == ["machine"]


def test_the_runtime_folder_is_the_logins_own_or_the_cache_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PRESSPOINT_HOME")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "getuid", lambda: tmp_path.stat().st_uid)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "c"))
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o777)
    for other in ("relative", "", str(tmp_path / "missing"), str(shared)):
        monkeypatch.setenv("XDG_RUNTIME_DIR", other)
        found = paths.folder("run")
        assert found == tmp_path / "c" / "presspoint" or found.is_relative_to("/run/user")
    shared.chmod(0o700)
    assert paths.folder("run") == shared / "presspoint"
    assert paths.folder("cache") == tmp_path / "c" / "presspoint"


# What is said


@pytest.mark.parametrize(
    ("there", "options", "sentence"),
    [
        ((), {}, "No program for sound is installed. You will hear nothing."),
        (("dnf",), {}, "To get sound, type sudo dnf install alsa-utils."),
        (("paplay", "pacman"), {}, "To get a voice, type sudo pacman -S espeak-ng."),
        (("paplay", "apt-get"), {}, "To get a voice, type sudo apt install espeak-ng."),
        (("paplay", "espeak-ng"), {}, "Voice: espeak-ng, through paplay."),
        (("paplay", "espeak-ng"), {"voice": "off"}, "No voice (switched off). You hear tones"),
        (("paplay", "spd-say"), {}, "Voice: speech-dispatcher. Tones: paplay."),
        (
            ("spd-say",),
            {"bell": True},
            "speech-dispatcher speaks. You will only hear the terminal bell.",
        ),
    ],
)
def test_what_will_be_heard_is_said_with_the_one_command_that_helps(
    machine: Machine, there: tuple[str, ...], options: dict[str, bool], sentence: str
) -> None:
    for name in there:
        machine.has(name, "")
    assert sentence in machine.open_speaker(**options).about


def test_the_sound_check_is_printed_as_one_document(
    voiced: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    assert checked(capsys, "--json")["voice"] == {"engine": "espeak-ng", "works": True}
    voiced.has("paplay", FAILS)
    (voiced.bin / "espeak-ng").unlink()
    voiced.has("brew", "")
    found = checked(capsys, "--json")
    assert found == {
        "voice": {"engine": None, "works": False},
        "tones": {"player": "paplay", "works": False},
        "volume": 80,
        "off": [],
        "bell": False,
        "advice": found["advice"],
        "heard": None,
    }
    assert "loudspeaker" in found["advice"]


def checked(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:  # noqa: ANN401  # a document
    assert run_guarded(["sound-check", *arguments]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ("yes", "Good."),
        ("no", "presspoint settings volume 100"),
        ("late", "Saved: your loudspeaker is slow."),
        ("leave", "Did you hear it?"),
    ],
)
def test_the_sound_check_names_every_tone_and_asks_whether_it_was_heard(
    machine: Machine,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answer: str,
    sentence: str,
) -> None:
    questions: list[str] = []

    def asked(_: object, question: str) -> str:
        questions.append(question)
        return answer

    machine.has("aplay", FAILS)
    monkeypatch.setattr("presspoint.run.sounds.sound_check.can_ask", lambda: True)
    monkeypatch.setattr("presspoint.run.sounds.sound_check.ask_key", asked)
    assert run_guarded(["sound-check"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("No speaker found with aplay. You will hear nothing.")
    assert all(f"{name}: {meaning}\n" in out for name, meaning in TONES.items())
    assert [each.split("?")[0] for each in questions] == ["Did you hear it"]
    assert (read_settings().loudspeaker == "slow") is (answer == "late")
    assert sentence in out + questions[0]


@pytest.mark.long
def test_the_sound_check_claims_nothing_that_is_switched_off(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.has("aplay", PLAYS)
    for name in ("voice", "tones", "ticks"):
        assert run_guarded(["settings", name, "off"]) == 0
    capsys.readouterr()
    assert run_guarded(["sound-check"]) == 0
    out = capsys.readouterr().out
    assert "The tones are off too: presspoint settings tones on." in out
    assert "You hear tones" not in out
    assert "start: off. To hear it, type presspoint settings tones on.\n" in out
    assert "tick: off." in out
    assert "beat: The beat" in out
    assert run_guarded(["settings", "volume", "0"]) == 0
    assert run_guarded(["sound-check"]) == 0
    out = capsys.readouterr().out
    assert "The volume is 0, so a session makes no sound." in out
    assert "start:" not in out


def test_ctrl_c_ends_a_sound_check_at_once_and_leaves_nothing(home: Path, tmp_path: Path) -> None:
    place = tmp_path / "machine"
    place.mkdir()
    machine = Machine(place)
    machine.has("aplay", "case $2 in *clip-1*) ;; *) " + NEVER_ENDS + ";; esac")
    terminal = Terminal(str(home))
    terminal.run(f"PATH={machine.bin} {Path(sys.executable).parent}/presspoint sound-check")
    terminal.wait_for("^start: ")
    terminal.type("\x03")
    terminal.wait_for(r"\$$")
    assert terminal.exit_code() == 130
    terminal.close()
    assert list((home / "run").iterdir()) == []
