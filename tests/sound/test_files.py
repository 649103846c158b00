"""A kit's sound as a file: every clip at its moment, equally loud, with chapters."""

from __future__ import annotations

import json
import math
import shutil
import subprocess
from array import array
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint.kit.kit import make_kit
from presspoint.kit.rehearsal import Voicing
from presspoint.kit.soundtrack import Chapter, Soundtrack, lay_out_soundtrack
from presspoint.safety.answers import Flags
from presspoint.safety.profile import Profile
from presspoint.settings import Settings
from presspoint.sound import samples, tones
from presspoint.sound.files.chapters import comments, metadata
from presspoint.sound.files.clips import Clips, render
from presspoint.sound.files.encoders import Content, Format, encode, formats_here
from presspoint.sound.files.loudness import PEAK, WORDS_LEVEL, at_level, level_of, without_silence
from presspoint.sound.files.sentences import GAP_SECONDS, record_sentences
from presspoint.sound.files.voice import FileVoice
from presspoint.sound.outputs.speech_programs import find_speech_program
from presspoint.sound.samples import Samples
from presspoint.sound.scratch import Scratch
from presspoint.storage.settings_file import current_day
from support.plans import planned
from support.played import CATALOGUE, PLAN

CHANNELS = {name: CATALOGUE.title("meridians", name) for name in CATALOGUE.ids("meridians")}
HOSTILE = "--help =;#\\ \n[CHAPTER] \x1b[2J \u202eevil $(touch x) `x` \"'"
ON_TIME = 0.05
LOUD = 80  # of 16 bits: what is quieter is silence
FRAME = 110  # samples: five milliseconds


def tone(seconds: float, peak: int) -> Samples:
    return array(
        "h", [round(peak * math.sin(each * 0.2)) for each in range(samples.count(seconds))]
    )


@given(st.integers(200, 32_000), st.floats(0.1, 1.0))
def test_words_are_equally_loud_however_loud_they_were_rendered(peak: int, seconds: float) -> None:
    heard = at_level(samples.silence(0.5) + tone(seconds, peak) + samples.silence(0.5))
    assert level_of(heard) == pytest.approx(WORDS_LEVEL, rel=0.12)


@given(st.lists(st.integers(-32_768, 32_767), max_size=3000))
def test_no_sound_is_cut_off_at_the_top(content: list[int]) -> None:
    heard = at_level(array("h", content))
    assert max(heard, default=0) <= PEAK
    assert min(heard, default=0) >= -PEAK
    assert len(heard) == len(content)


def test_silence_stays_silence() -> None:
    assert at_level(samples.silence(0.1)) == samples.silence(0.1)
    assert samples.seconds(without_silence(samples.silence(1))) < 0.02


def test_words_are_heard_from_their_first_moment() -> None:
    heard = without_silence(samples.silence(0.3) + tone(0.2, 9000) + samples.silence(0.4))
    assert samples.seconds(heard) == pytest.approx(0.21, abs=0.005)


def test_a_title_is_no_line_of_its_own_in_the_metadata() -> None:
    text = metadata(HOSTILE, HOSTILE, [Chapter(0, HOSTILE)], 9.5)
    lines = text.splitlines()
    assert lines.count("[CHAPTER]") == 1
    assert [each for each in lines if each.startswith(("START", "END"))] == ["START=0", "END=9500"]
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_no_title_is_seen_in_a_list_of_processes() -> None:
    found = comments([Chapter(0, "Safety first"), Chapter(61, HOSTILE), Chapter(3600, "x")])
    assert found == [
        "CHAPTER000=00:00:00.000",
        "CHAPTER000NAME=Safety first",
        "CHAPTER001=00:01:01.000",
        "CHAPTER001NAME=Step 1",
        "CHAPTER002=01:00:00.000",
        "CHAPTER002NAME=Step 2",
    ]


class Studio:
    """The sound of a plan, as the voice of this machine says it."""

    def __init__(self, scratch: Scratch, name: str) -> None:
        program = find_speech_program(Settings())
        if program is None or not program.renders:
            pytest.skip("no voice on this machine writes files (espeak-ng does)")
        plan = planned(CATALOGUE, name)
        profile, flags = Profile(), Flags()
        self.kit = make_kit(CATALOGUE, plan, profile, flags, current_day())
        self.clips = Clips(tones.load(pytest.fail), FileVoice(program, scratch))
        voicing = Voicing(self.clips.seconds, has_voice=True, channels=CHANNELS)
        self.track: Soundtrack = lay_out_soundtrack(self.kit, voicing)
        self.sound = render(self.track, self.clips)

    def onset(self, at: float) -> float:
        """When something is first heard from shortly before a moment on."""
        first = samples.count(at) - FRAME * 10
        for begins in range(first, len(self.sound), FRAME):
            if max(map(abs, self.sound[begins : begins + FRAME])) > LOUD:
                return begins / samples.RATE
        raise AssertionError(f"nothing is heard after {at}")


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    """The sound of lower-back, which takes seconds to make."""
    with pytest.MonkeyPatch.context() as patch, closing(Scratch()) as scratch:
        patch.setenv("PRESSPOINT_HOME", str(tmp_path_factory.mktemp("home")))
        yield Studio(scratch, "lower-back")


def moments_of_plan(studio: Studio) -> list[float]:
    """When the plan has each phase, in the seconds of the sound."""
    at, moments = studio.track.beginnings[0][0], []
    for phase in studio.kit.course.phases:
        moments.append(at)
        at += phase.seconds
    return moments


@pytest.mark.long
def test_the_sound_of_lower_back_is_the_plan_cue_by_cue(studio: Studio) -> None:
    begins = [at for at, _ in studio.track.beginnings]
    assert begins == pytest.approx(moments_of_plan(studio), abs=ON_TIME)
    assert len(begins) == len(PLAN.course.phases)
    for clip in studio.track.clips:
        assert studio.onset(clip.at) == pytest.approx(clip.at, abs=ON_TIME), clip


@pytest.mark.long
def test_the_words_and_tones_of_lower_back_are_equally_loud(studio: Studio) -> None:
    levels = [
        level_of(studio.clips.samples(each.clip))
        for each in studio.track.clips
        if each.clip.words or each.clip.tone == "start"
    ]
    loudest, quietest = max(levels), min(levels)
    assert 20 * math.log10(loudest / quietest) < 2.0


@pytest.mark.parametrize("form", [each for each in Format if each is not Format.WAV])
def test_another_program_reads_its_chapters(tmp_path: Path, form: Format) -> None:
    probe = shutil.which("ffprobe")
    if form not in formats_here() or probe is None:
        pytest.skip(f"no encoder for {form}, or no ffprobe, is on this machine")
    chapters = [Chapter(0, "Safety first"), Chapter(2, HOSTILE), Chapter(4, "-y")]
    content = Content(tone(5, 5000), HOSTILE, "Made for one person", chapters)
    with closing(Scratch()) as scratch:
        encoded = encode(content, form, scratch)
    path = tmp_path / f"sound.{form}"
    path.write_bytes(encoded)
    command = [probe, "-v", "error", "-show_chapters", "-show_format", "-of", "json", str(path)]
    shown = json.loads(subprocess.run(command, capture_output=True, check=True, timeout=30).stdout)
    titles = [each["tags"]["title"] for each in shown["chapters"]]
    assert titles[0] == "Safety first"
    assert titles[2] == "-y"
    assert "evil" in titles[1]
    starts = [float(each["start_time"]) for each in shown["chapters"]]
    assert starts == pytest.approx([0, 2, 4], abs=0.01)
    assert float(shown["format"]["duration"]) == pytest.approx(5.0, abs=0.2)


class Said:
    """A voice that says each sentence as a tone of its own length; nothing in Chinese."""

    def samples(self, words: str) -> Samples:
        return tone(0.2 + 0.1 * len(words.split()), 8000) if words.isascii() else array("h")


def test_each_sentence_is_a_file_of_its_own(tmp_path: Path) -> None:
    probe = shutil.which("ffprobe")
    if shutil.which("ffmpeg") is None or probe is None:
        pytest.skip("no ffmpeg is on this machine")
    sentences = ["One.", "One two three four five.", "指", "-y --help %d", "One two."]
    with closing(Scratch()) as scratch:
        files = record_sentences(sentences, Said(), scratch)  # type: ignore[arg-type]  # a voice
    assert list(files) == [each for each in sentences if each.isascii()]
    for words, content in files.items():
        path = tmp_path / "sentence.mp3"
        path.write_bytes(content)
        command = [probe, "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0"]
        shown = subprocess.run([*command, str(path)], capture_output=True, check=True, timeout=30)
        seconds = 0.2 + 0.1 * len(words.split()) + GAP_SECONDS
        assert float(shown.stdout) == pytest.approx(seconds, abs=0.1)


def test_without_an_encoder_no_sentence_is_recorded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with closing(Scratch()) as scratch:
        assert record_sentences(["One."], Said(), scratch) == {}  # type: ignore[arg-type]  # a voice
