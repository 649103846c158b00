"""A routine taken away: screened as any, all of it written or nothing, and never over a file."""

from __future__ import annotations

import stat
import wave
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from presspoint.catalogue.tables import Catalogue
from presspoint.errors import NotPlayed, PresspointError, StorageError, UsageError
from presspoint.run.options import Options
from presspoint.run.taking.take import Typed, take
from presspoint.safety.answers import ClinicianWord, ConditionAnswer, Rest
from presspoint.safety.profile import Profile
from presspoint.storage.profile_file import change_profile, read_profile
from presspoint.storage.settings_file import current_day
from support.own import GOOD, changed, check, with_own
from support.sounds import FAILS, RENDERS, Machine
from support.typist import Typist, typing

LOWER_BACK = Options("lower-back", yes=True)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A machine with a voice, and no encoder."""
    folder = tmp_path / "machine"
    folder.mkdir()
    made = Machine(folder)
    monkeypatch.setenv("PATH", str(made.bin))
    monkeypatch.setattr("sys.platform", "linux")
    made.has("espeak-ng", RENDERS)
    return made


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def resting(rest: Rest, _: Profile | None) -> Profile:
    """Return a profile in which one place rests."""
    return Profile(rests=(rest,))


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir()) if folder.exists() else []


@pytest.mark.parametrize(
    "options",
    [
        LOWER_BACK._replace(red_flags=("bladder-bowel",)),
        LOWER_BACK._replace(red_flags=("bladder-bowel",), provider_agreed=True),
        LOWER_BACK._replace(conditions=("hypertension",)),
        LOWER_BACK._replace(conditions=("alcohol",), provider_agreed=True),
        LOWER_BACK._replace(conditions=("pregnancy",), provider_agreed=True),
    ],
)
def test_what_may_not_be_played_is_not_written(
    catalogue: Catalogue, machine: Machine, out: Path, options: Options
) -> None:
    with pytest.raises(NotPlayed) as end:
        take(catalogue, options, Typed(out))
    assert end.value.exit_code == 3
    assert end.value.sentence
    assert not out.exists()
    assert not machine.log.exists()  # no voice said a word


@pytest.mark.usefixtures("machine")
def test_the_option_that_answers_a_gate_is_named(catalogue: Catalogue, out: Path) -> None:
    with pytest.raises(NotPlayed, match="--provider-agreed"):
        take(catalogue, LOWER_BACK._replace(conditions=("hypertension",)), Typed(out))
    options = LOWER_BACK._replace(conditions=("hypertension",), provider_agreed=True)
    take(catalogue, options, Typed(out, ("sound",)))
    assert names(out) == ["lower-back.wav"]


@pytest.mark.usefixtures("machine")
def test_its_file_is_private_and_a_sound(
    catalogue: Catalogue, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    take(catalogue, LOWER_BACK, Typed(out, ("sound",)))
    path = out / "lower-back.wav"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with wave.open(str(path)) as sound:
        assert sound.getparams()[:3] == (1, 2, 22_050)
        assert sound.getnframes() / 22_050 > 600
    said = capsys.readouterr().out
    assert f"Saved in {out}: lower-back.wav." in said
    assert "Made for one person on" in said
    assert "copy it there" in said


@pytest.mark.usefixtures("machine")
@pytest.mark.long
def test_a_page_and_a_sheet_lie_beside_the_sound_each_for_this_person_alone(
    catalogue: Catalogue, out: Path
) -> None:
    take(catalogue, LOWER_BACK, Typed(out))
    assert names(out) == ["lower-back-sheet.html", "lower-back.html", "lower-back.wav"]
    assert {stat.S_IMODE(each.stat().st_mode) for each in out.iterdir()} == {0o600}
    assert "<svg" in (out / "lower-back.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("machine")
@pytest.mark.long
def test_conditions_are_on_the_page_where_that_is_asked_for(
    catalogue: Catalogue, out: Path
) -> None:
    options = LOWER_BACK._replace(conditions=("hypertension",), provider_agreed=True)
    for shown in (False, True):
        folder = out.with_name(f"out-{shown}")
        take(catalogue, options, Typed(folder, ("page",), shows_conditions=shown))
        page = (folder / "lower-back.html").read_text(encoding="utf-8")
        assert ("blood pressure" in page) is shown


@pytest.mark.usefixtures("machine")
def test_what_rests_is_left_out_and_it_says_when_to_make_it_again(
    catalogue: Catalogue, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    until = current_day() + timedelta(days=2)
    for number, (code, is_said) in enumerate((("LI4", True), ("LU7", False))):
        change_profile(catalogue, partial(resting, Rest(code, until)))
        take(catalogue, LOWER_BACK, Typed(out.with_name(str(number)), ("page",)))
        said = " ".join(capsys.readouterr().out.split())
        assert ("make it again" in said) is is_said
        assert (f"rests until {until:%A} {until.day}" in said) is is_said


@pytest.mark.usefixtures("machine")
def test_nothing_is_written_over(catalogue: Catalogue, out: Path) -> None:
    out.mkdir()
    (out / "lower-back.wav").write_text("mine")
    with pytest.raises(StorageError, match=r"There already, in .*: lower-back\.wav"):
        take(catalogue, LOWER_BACK, Typed(out))
    assert (out / "lower-back.wav").read_text() == "mine"
    assert names(out) == ["lower-back.wav"]


@pytest.mark.usefixtures("machine")
@pytest.mark.long
def test_a_word_that_ends_soon_ends_the_kit_too(
    catalogue: Catalogue, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    today = current_day()
    on = today - timedelta(days=29)
    answer, word = ConditionAnswer("hypertension", on), ClinicianWord("hypertension", on)
    change_profile(catalogue, lambda _: Profile(today, conditions=(answer,), words=(word,)))
    take(catalogue, LOWER_BACK, Typed(out))
    said = capsys.readouterr().out
    assert f"{today:%A} {today.day} {today:%B} {today.year}. Three times" in said


def test_without_a_voice_the_words_are_a_file_to_read_first(
    catalogue: Catalogue, machine: Machine, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.has("espeak-ng", FAILS)
    take(catalogue, LOWER_BACK, Typed(out, ("sound",)))
    assert names(out) == ["lower-back-read-first.txt", "lower-back.wav"]
    text = (out / "lower-back-read-first.txt").read_text(encoding="utf-8")
    assert text.startswith("Safety first. Made for one person on ")
    assert "\n0:01  For a sore lower back." in text
    assert (
        "the sound has tones only. Read lower-back-read-first.txt first" in capsys.readouterr().err
    )


def test_a_voice_that_fails_midway_leaves_nothing(
    catalogue: Catalogue, machine: Machine, out: Path
) -> None:
    machine.has(
        "espeak-ng",
        f'n=$(/usr/bin/wc -l < {{log}} || echo 0); [ "$n" -gt 20 ] && exit 1\n{RENDERS}',
    )
    with pytest.raises(PresspointError, match="could not say"):
        take(catalogue, LOWER_BACK, Typed(out))
    assert not out.exists()


@pytest.mark.parametrize("typed", [{"parts": ("song",)}, {"format": "ogg"}])
@pytest.mark.usefixtures("machine")
def test_an_unknown_part_or_format_is_refused_before_anything_is_asked(
    catalogue: Catalogue, out: Path, typed: dict[str, object]
) -> None:
    with pytest.raises(UsageError):
        take(catalogue, LOWER_BACK, Typed(out, **typed))  # type: ignore[arg-type]
    assert not out.exists()


@pytest.mark.usefixtures("machine")
def test_a_format_that_nothing_here_makes_names_what_does(catalogue: Catalogue, out: Path) -> None:
    with pytest.raises(
        PresspointError, match=r"No program .* makes opus \(ffmpeg or opusenc does\)"
    ):
        take(catalogue, LOWER_BACK, Typed(out, format="opus"))
    assert not out.exists()


@pytest.fixture
def typist(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> Typist:
    """Somebody at a terminal who had a check today, and has high blood pressure."""
    assert machine
    for module in ("play", "taking.permission"):
        monkeypatch.setattr(f"presspoint.run.{module}.can_ask", lambda: True)
    return typing(monkeypatch)


def with_high_pressure(catalogue: Catalogue) -> None:
    today = current_day()
    answer = ConditionAnswer("hypertension", today)
    change_profile(catalogue, lambda _: Profile(today, conditions=(answer,)))


def test_on_a_terminal_the_gate_is_asked_about_and_the_word_is_saved(
    catalogue: Catalogue, typist: Typist, out: Path
) -> None:
    with_high_pressure(catalogue)
    typist.keys = ["n", "n", "y"]  # the choices of the routine, and the word
    take(catalogue, Options("lower-back"), Typed(out, parts=("sound",)))
    assert names(out) == ["lower-back.wav"]
    assert not typist.keys
    profile = read_profile(catalogue)
    assert profile
    assert [each.name for each in profile.words] == ["hypertension"]


def test_without_the_word_nothing_is_written(
    catalogue: Catalogue, typist: Typist, out: Path
) -> None:
    with_high_pressure(catalogue)
    typist.keys = ["n", "n", "n"]
    with pytest.raises(NotPlayed, match=r"Ask your doctor"):
        take(catalogue, Options("lower-back"), Typed(out))
    assert not out.exists()


HOSTILE = "--output=/x $(touch x) `x` [[inpt PHON]] <b>=;# \u202e\x1b]0;x\x07 |cat"


def test_a_hostile_title_is_words_on_stdin_and_nothing_else(
    machine: Machine, out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = changed(("routines", "physio", "title"), HOSTILE)
    content["routines"]["physio"]["steps"][0]["title"] = HOSTILE
    take(with_own(tmp_path, content), Options("physio", yes=True), Typed(out, parts=("sound",)))
    assert names(out) == ["physio.wav"]
    arguments = set(machine.log.read_text(encoding="utf-8").split())
    assert not [each for each in arguments if "touch" in each or "output" in each]
    words = Path(f"{machine.log}.words").read_text(encoding="utf-8")
    assert "touch x" in words
    assert "[[" not in words
    assert "\x1b" not in words + capsys.readouterr().out
    assert not [each for each in words.splitlines() if each.startswith("-")]


def test_an_id_that_leads_out_of_the_folder_or_is_an_option_is_no_id(tmp_path: Path) -> None:
    for name in ("../evil", "a/b", ".hidden", "-rf", "a b"):
        content = changed(("routines", name), GOOD["routines"]["physio"])
        assert check(tmp_path, content).faults, name
