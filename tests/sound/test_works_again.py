"""A failure that passes is not for good: players, voice and speech service are tried again."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from presspoint.cues.narrator import Narrator
from presspoint.cues.sink import Clip
from presspoint.machine import programs
from presspoint.planning.phase_kind import PhaseKind
from presspoint.player.loop import Player
from presspoint.ports import Ports
from presspoint.session.events import Ending, EventKind
from presspoint.session.state import start
from presspoint.sound.failures import AGAIN_SECONDS, LOST, Failures
from presspoint.sound.outputs.languages import language_of
from presspoint.sound.speaker import Speaker
from presspoint.storage import paths
from presspoint.storage.catalogue_file import load
from support.fakes import FakeAwake, FakeClock, FakeInputs, Story
from support.plans import planned
from support.sounds import NEVER_ENDS, PLAYS, RENDERS, WORDS, Machine, stage_of

LOST_SOUND = "No speaker found with pw-play. You will hear nothing."
LOST_VOICE = "The voice is gone: espeak-ng failed. Until it is back you hear tones only."
BROKEN = "[ -e {log}.broken ] && exit 1\n"


def break_programs(machine: Machine, *, broken: bool) -> None:
    """Let the programs that can be broken fail from now on, or work again."""
    switch = Path(f"{machine.log}.broken")
    switch.touch() if broken else switch.unlink(missing_ok=True)


def running(speaker: Speaker) -> Iterable[programs.Child]:
    """Every process of a speaker."""
    device, voice, service = speaker.outlets.device, speaker.outlets.voice, speaker.outlets.service
    jobs = (device.trial, device.probe, device.current)
    yield from (job.child for job in jobs if job)
    if voice and voice.child:
        yield voice.child
    yield from (each for each in (service and service.trial, service and service.child) if each)


def let_pass(machine: Machine, speaker: Speaker, until: float) -> float | None:
    """Let time pass until then; return when the clip ended that was played, if any."""
    ended = None
    for _ in range(500):
        for child in running(speaker):
            programs.wait(child, 2)
        if speaker.settle(machine.clock.now):
            ended = machine.clock.now
        if any(running(speaker)):
            continue
        assert speaker.outlets.again_at > machine.clock.now, "it would be waited for in vain"
        if machine.clock.now >= until:
            return ended
        machine.clock.now = min(max(speaker.until or until, machine.clock.now + 1e-3), until)
    raise AssertionError("it waits for nothing, again and again")


@pytest.fixture
def breakable(machine: Machine) -> Machine:
    machine.has("espeak-ng", RENDERS)
    machine.has("pw-play", BROKEN + PLAYS)
    return machine


def test_fault_2_a_player_that_fails_for_three_seconds_costs_no_cue_and_no_remark(
    breakable: Machine,
) -> None:
    speaker = breakable.ready_speaker()
    began = breakable.clock.now
    break_programs(breakable, broken=True)
    speaker.start(Clip("start", WORDS), began)
    let_pass(breakable, speaker, began + 3)
    assert speaker.playing
    assert breakable.heard_clips() == []
    break_programs(breakable, broken=False)
    ended = let_pass(breakable, speaker, began + 4)
    assert ended
    assert ended <= began + sum(AGAIN_SECONDS[:3]) + 0.1
    assert len(breakable.heard_clips()) == 1
    assert breakable.reports == []
    speaker.close()


def test_fault_2_a_lost_player_is_told_of_once_tried_again_and_taken_back(
    breakable: Machine,
) -> None:
    speaker = breakable.ready_speaker()
    for _ in range(2):
        began = breakable.clock.now
        break_programs(breakable, broken=True)
        speaker.start(Clip("start", WORDS), began)
        assert let_pass(breakable, speaker, began + 9)
        assert breakable.reports[-1] == LOST_SOUND
        assert speaker.has_missed
        assert not speaker.is_audible
        break_programs(breakable, broken=False)
        let_pass(breakable, speaker, began + 20)
        assert speaker.is_audible, "without any cue"
    assert breakable.reports == [LOST_SOUND, "Sound is back."] * 2
    breakable.play(speaker, Clip("done"))
    assert not speaker.has_missed
    speaker.close()


def test_a_lost_player_is_tried_at_the_next_cue_too(breakable: Machine) -> None:
    speaker = breakable.ready_speaker()
    break_programs(breakable, broken=True)
    speaker.start(Clip("start"), breakable.clock.now)
    let_pass(breakable, speaker, breakable.clock.now + 4)
    assert not speaker.outlets.device.name
    break_programs(breakable, broken=False)
    breakable.clock.now += 0.6
    breakable.play(speaker, Clip("release"))
    speaker.settle(breakable.clock.now)
    assert breakable.reports == [LOST_SOUND, "Sound is back."]
    assert len(breakable.heard_clips()) == 1
    speaker.close()


def test_where_nothing_worked_at_the_start_it_is_taken_back_when_it_does(
    breakable: Machine,
) -> None:
    break_programs(breakable, broken=True)
    speaker = breakable.ready_speaker()
    assert speaker.about.startswith("No speaker found with pw-play. You will hear nothing.")
    break_programs(breakable, broken=False)
    let_pass(breakable, speaker, breakable.clock.now + 10)
    assert breakable.reports == ["Sound is back."]
    assert speaker.is_audible
    speaker.close()


def test_a_worse_player_stands_in_and_the_better_one_is_taken_back(breakable: Machine) -> None:
    breakable.has("aplay", PLAYS)
    speaker = breakable.ready_speaker()
    break_programs(breakable, broken=True)
    for _ in range(5):
        breakable.play(speaker, Clip("start"))
        breakable.clock.now += 2.5
    assert len(breakable.heard_clips()) == 5
    assert speaker.outlets.device.name == "aplay"
    break_programs(breakable, broken=False)
    let_pass(breakable, speaker, breakable.clock.now + 10)
    assert speaker.outlets.device.name == "pw-play"
    assert breakable.reports == []
    speaker.close()


def test_a_voice_that_fails_for_a_moment_says_its_words_all_the_same(breakable: Machine) -> None:
    breakable.has("espeak-ng", BROKEN + RENDERS)
    speaker = breakable.ready_speaker()
    began = breakable.clock.now
    break_programs(breakable, broken=True)
    breakable.has("pw-play", PLAYS)
    speaker.start(Clip(words=WORDS), began)
    let_pass(breakable, speaker, began + 1)
    assert speaker.playing
    break_programs(breakable, broken=False)
    assert let_pass(breakable, speaker, began + 4)
    assert len(breakable.heard_clips()) == 1
    assert breakable.reports == []
    speaker.close()


def test_a_lost_voice_is_told_of_once_and_taken_back(breakable: Machine) -> None:
    breakable.has("espeak-ng", BROKEN + RENDERS)
    breakable.has("pw-play", PLAYS)
    speaker = breakable.ready_speaker()
    began = breakable.clock.now
    break_programs(breakable, broken=True)
    speaker.start(Clip(words=WORDS), began)
    assert let_pass(breakable, speaker, began + 5)
    assert speaker.has_missed
    assert not speaker.has_voice
    assert breakable.reports == [LOST_VOICE]
    break_programs(breakable, broken=False)
    let_pass(breakable, speaker, began + 15)
    assert breakable.reports == [LOST_VOICE, "The voice is back."]
    breakable.play(speaker, Clip(words=WORDS))
    assert len(breakable.heard_clips()) == 1
    speaker.close()


def test_a_voice_that_hung_once_is_taken_back(machine: Machine, tmp_path: Path) -> None:
    machine.has("espeak-ng", RENDERS)
    machine.has("pw-play", PLAYS)
    speaker = machine.ready_speaker()
    begun = tmp_path / "begun"
    machine.has("espeak-ng", f": > {begun}; exec /bin/sleep 60")
    now = machine.clock.now
    speaker.start(Clip("start", WORDS), now)
    assert speaker.until == now + 5
    while not begun.exists():  # else the program that works would be started in its place
        time.sleep(0.001)
    machine.has("espeak-ng", RENDERS)
    machine.clock.now = now + 5
    machine.play(speaker, Clip("start", WORDS)) if not speaker.playing else None
    while not speaker.settle(machine.clock.now):
        time.sleep(0.001)
    assert speaker.has_missed
    let_pass(machine, speaker, now + 12)
    assert machine.reports == [
        "The voice is gone: espeak-ng does not answer. Until it is back you hear tones only.",
        "The voice is back.",
    ]
    speaker.close()


def test_words_that_no_voice_can_say_cost_these_words_and_not_the_voice(machine: Machine) -> None:
    machine.has("pw-play", PLAYS)
    machine.has("espeak-ng", "read line\ncase $line in *bad*) exit 1;; esac\n" + RENDERS)
    speaker = machine.ready_speaker()
    speaker.start(Clip("start", "a bad word"), machine.clock.now)
    assert let_pass(machine, speaker, machine.clock.now + 3)
    assert speaker.has_voice
    assert not speaker.has_missed, "it would be missed again and again"
    machine.play(speaker, Clip(words=WORDS))
    assert len(machine.heard_clips()) == 2
    assert machine.reports == []
    speaker.close()


def test_a_speech_service_that_fails_for_a_moment_says_its_words_all_the_same(
    machine: Machine,
) -> None:
    machine.has("spd-say", BROKEN + "/bin/cat >> {log}.words")
    machine.has("pw-play", PLAYS)
    speaker = machine.ready_speaker(record="on")
    began = machine.clock.now
    break_programs(machine, broken=True)
    speaker.start(Clip("start", WORDS), began)
    let_pass(machine, speaker, began + 1.2)
    assert speaker.playing
    break_programs(machine, broken=False)
    assert let_pass(machine, speaker, began + 5)
    assert machine.log.with_name("log.words").read_text() == f" a\n {WORDS}\n"
    assert len(machine.heard_clips()) == 1, "the tone is not played again"
    assert machine.reports == []
    speaker.close()
    assert [line.split("\t")[-1] for line in rows()] == ["all"]


def test_a_lost_speech_service_is_taken_back(machine: Machine) -> None:
    machine.has("spd-say", BROKEN + "/bin/cat >> {log}.words")
    machine.has("pw-play", PLAYS)
    speaker = machine.ready_speaker()
    began = machine.clock.now
    break_programs(machine, broken=True)
    speaker.start(Clip("start", WORDS), began)
    assert let_pass(machine, speaker, began + 8)
    assert not speaker.has_voice
    break_programs(machine, broken=False)
    let_pass(machine, speaker, began + 20)
    assert machine.reports == [
        "The voice is gone: speech-dispatcher failed. Until it is back you hear tones only.",
        "The voice is back.",
    ]
    speaker.close()


def test_a_full_disk_that_is_emptied_gives_sound_back(breakable: Machine, home: Path) -> None:
    for name in ("run", "cache"):
        (home / name).write_text("no folder")
    speaker = breakable.ready_speaker()
    assert "can write to none of its folders" in speaker.about
    (home / "run").unlink()
    let_pass(breakable, speaker, breakable.clock.now + 10)
    assert sorted(breakable.reports) == ["Sound is back.", "The voice is back."]
    speaker.close()


def rows() -> list[str]:
    table = paths.folder("data") / "sound" / "session.tsv"
    return table.read_text(encoding="utf-8").splitlines()[1:]


def test_the_table_of_a_recording_says_what_was_heard(breakable: Machine) -> None:
    speaker = breakable.ready_speaker(record="on")
    breakable.play(speaker, Clip("start", WORDS))
    break_programs(breakable, broken=True)
    breakable.clock.now += 1
    speaker.start(Clip("release", WORDS), breakable.clock.now)
    let_pass(breakable, speaker, breakable.clock.now + 4)
    break_programs(breakable, broken=False)
    let_pass(breakable, speaker, breakable.clock.now + 10)
    speaker.start(Clip("done"), breakable.clock.now)
    speaker.cut()
    speaker.close()
    assert [line.split("\t")[1:2] + line.split("\t")[5:] for line in rows()] == [
        ["start", "all"],
        ["release", "nothing"],
        ["done", "part"],
    ]


def test_while_one_player_is_tried_out_no_moment_is_waited_for_that_is_past(
    machine: Machine,
) -> None:
    machine.has("pw-play", NEVER_ENDS)
    machine.has("aplay", NEVER_ENDS)
    speaker = machine.open_speaker()
    speaker.warm_up()
    for _ in range(40):
        speaker.settle(machine.clock.now)
        assert speaker.until
        assert speaker.until > machine.clock.now
        machine.clock.now = speaker.until
    speaker.close()


def test_how_often_something_is_tried_again() -> None:
    failures = Failures()
    failures.clear()
    for number in range(LOST):
        assert not failures.is_lost
        failures.add("failed", 10.0)
        assert failures.again_at == 10 + AGAIN_SECONDS[number]
    assert failures.reason == "failed"
    failures.clear()
    assert not failures.reason
    failures.add("does not answer", 10.0, hangs=True)
    assert failures.is_lost, "nobody waits for it twice"
    assert not failures.fails_fast(1000.0)
    assert failures.is_due(10 + AGAIN_SECONDS[LOST - 1])


# Whole sessions

LONG_ENOUGH = 30.0  # seconds in which a move and where to press are said
CATALOGUE = load()
PLAN = planned(CATALOGUE)


class FailingSink:
    """A speaker by a fake clock, whose sound is lost at some moments and comes back."""

    volume = 80
    has_voice = True

    def __init__(self, clock: FakeClock, losses: list[tuple[float, float]]) -> None:
        self.clock, self.losses = clock, losses
        self.until: float | None = None
        self.playing = self.has_missed = False
        self.heard: list[tuple[float, str]] = []
        self.clip = Clip()

    def is_lost(self, now: float) -> bool:
        return any(begin <= now < end for begin, end in self.losses)

    @property
    def is_audible(self) -> bool:
        return not self.is_lost(self.clock())

    def prepare(self, words: str) -> None:
        """Nothing to prepare."""

    def wake(self, due: float, now: float) -> None:
        """Nothing sleeps."""

    def start(self, clip: Clip, now: float) -> None:
        self.clip, self.playing = clip, True
        self.has_missed = self.is_lost(now)
        self.has_voice = not self.has_missed
        self.until = now + (0.0 if self.has_missed else 0.3 * len(clip.words.split()) + 0.2)

    def settle(self, now: float) -> bool:
        ends = [end for _, end in self.losses if end > now]
        if not self.playing or self.until is None or now < self.until:
            self.until = self.until if self.playing else min(ends, default=None)
            return False
        if not self.has_missed:
            self.heard.append((now, self.clip.words))
        self.playing, self.until = False, min(ends, default=None)
        return True

    def cut(self) -> None:
        self.playing, self.until = False, None

    def louder(self, steps: int) -> int:
        return steps


@pytest.mark.parametrize("seed", range(20))
def test_what_leads_on_is_heard_once_the_sound_is_back(seed: int) -> None:
    """Whatever is lost and comes back, the words of the turn that is on are said once it is."""
    chance = random.Random(seed)  # noqa: S311  # for moments
    clock = FakeClock()
    edges = sorted(clock.now + chance.uniform(0, 600) for _ in range(6))
    losses = list(zip(edges[::2], edges[1::2], strict=True))
    sink, story = FailingSink(clock, losses), Story(clock)
    narrator = Narrator("A dull ache is fine.", {})
    narrator.open(sink)
    ports = Ports(FakeInputs(clock), story, story, narrator, FakeAwake(), print)
    assert Player(start(PLAN.course, clock()), clock, ports).play() is Ending.FINISHED
    moments = [at for at, kind, _ in story.order if kind == EventKind.BEGAN]
    phases = [event.phase for event in story.events if event.kind is EventKind.BEGAN]
    begun = list(zip(moments, phases, strict=True))
    for at, phase in begun:
        if phase.kind is PhaseKind.FIND:
            over = next((later for later, each in begun if each.turn > phase.turn), clock.now)
            audible = windows(losses, at, over)
            is_heard = any(phase.text in words for _, words in sink.heard)
            assert is_heard or max(audible) < LONG_ENOUGH


def windows(losses: list[tuple[float, float]], start: float, end: float) -> list[float]:
    """How long, from start to end, sound could be heard at a stretch, each time."""
    edges = [start, *(min(max(edge, start), end) for loss in losses for edge in loss), end]
    return [after - before for before, after in zip(edges[::2], edges[1::2], strict=True)]


# Languages


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Lean in.", "English"),
        ("café", "English"),
        ("LI4 Joining Valley 合谷, left hand.", "English"),
        ("Move. 坐在椅子上,双脚平放在地板上。", "Chinese"),
        ("椅子にすわって、足を床につけます。", "Japanese"),
        ("의자에 앉아 발을 바닥에 대세요.", "Korean"),
        ("Сядьте на стул, стопы на полу.", "Russian"),
        ("Сядьте на стілець.", "Ukrainian"),
        ("นั่งบนเก้าอี้", "Thai"),
        ("Καθίστε στην καρέκλα.", "Greek"),
        ("שבו על הכיסא", "Hebrew"),
        ("اجلس على الكرسي", "Arabic"),
        ("कुर्सी पर बैठें", "Hindi"),
    ],
)
def test_fault_6_words_are_spoken_by_a_voice_for_their_language(words: str, name: str) -> None:
    assert language_of(words).name == name


def test_fault_6_the_voice_of_its_language_is_asked_and_without_one_it_is_shown_only(
    machine: Machine,
) -> None:
    machine.has("pw-play", PLAYS)
    machine.has("espeak-ng", 'case "$*" in *" en "*|*" ru "*) ;; *) exit 1;; esac\n' + RENDERS)
    speaker = machine.ready_speaker()
    machine.play(speaker, Clip(words="Сядьте на стул."))
    assert "-v ru" in machine.log.read_text()
    speaker.start(Clip("start", "坐在椅子上。"), machine.clock.now)
    assert let_pass(machine, speaker, machine.clock.now + 4)
    speaker.start(Clip("start", "双脚平放。"), machine.clock.now)
    assert let_pass(machine, speaker, machine.clock.now + 0.1), "no voice is asked again"
    assert machine.reports == [
        "espeak-ng has no voice for Chinese: you see these words and do not hear them."
    ]
    assert speaker.has_voice
    assert len(machine.heard_clips()) == 3
    assert stage_of(speaker) is None
    speaker.close()
