"""Settings are kept whole and private, refused by name, and read only where a name needs them."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from presspoint.__main__ import run_guarded
from presspoint.errors import PresspointError, StorageError
from presspoint.settings import Settings, from_table, to_table, values_by_name, with_value
from presspoint.storage.settings_file import change_settings, read_settings

FRENCH_OLD = Settings("fr", "old")


def write_settings(new: Settings) -> Settings:
    return change_settings(lambda _: new)


def settings_file(home: Path, content: str | bytes) -> Path:
    path = home / "config" / "settings.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_nothing_is_set_where_there_is_no_file(home: Path) -> None:
    assert read_settings() == Settings("", "", "auto", 80, "normal", "off", "off")
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings("de"),
        FRENCH_OLD,
        Settings("", "who"),
        Settings(voice="off", volume=0, pace="slow", breath="on", record="on"),
    ],
)
def test_what_was_set_is_read_back(settings: Settings) -> None:
    write_settings(FRENCH_OLD)
    write_settings(settings)
    assert read_settings() == settings
    assert from_table(to_table(settings), "x") == settings


def test_one_setting_changes_and_the_other_stays() -> None:
    assert with_value(FRENCH_OLD, "language", "de") == Settings("de", "old")
    assert with_value(FRENCH_OLD, "bladder-numbers", "") == Settings("fr", "")
    assert with_value(FRENCH_OLD, "volume", 40) == FRENCH_OLD._replace(volume=40)


def test_only_what_is_not_as_at_first_is_written() -> None:
    assert to_table(Settings(volume=80, voice="off")) == {"voice": "off"}
    assert to_table(Settings()) == {}


def test_folder_and_file_are_private_and_no_other_file_is_left(home: Path) -> None:
    before = os.umask(0)
    try:
        write_settings(FRENCH_OLD)
    finally:
        os.umask(before)
    assert mode(home / "config") == 0o700
    assert {each.name: mode(each) for each in (home / "config").iterdir()} == {
        "settings.toml": 0o600,
        "settings.lock": 0o600,
    }


@pytest.mark.parametrize(
    "content",
    [
        "\ufefflanguage = 'fr'\r\nbladder-numbers = 'old'\r\n",
        "bladder-numbers='old'\nlanguage='fr'",
    ],
)
def test_a_file_that_an_editor_saved_is_read(home: Path, content: str) -> None:
    settings_file(home, content)
    assert read_settings() == FRENCH_OLD


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("colour = 'red'", 'key: found "colour". It should be language, bladder-numbers, voice,'),
        ("language = 'tlh'", 'language: found "tlh". It should be en, fr, de, it, es, pt or ca.'),
        ("language = 5", "language: found a number. It should be en,"),
        ("language = ['fr']", "language: found a list. It should be en,"),
        ("[language]\nfr = 1", "language: found a table. It should be en,"),
        (f"language = 0x{'f' * 20_000}", "language: found a number"),
        ("language = " + f"[\n{{{'a.' * 290}b = " * 40 + "1" + "}]" * 40, "language: found a list"),
        ("language = 2026-11-21", "language: found a date or time"),
        ("bladder-numbers = ''", 'bladder-numbers: found "". It should be who or old.'),
        ('"\\u001b[31m" = 1', r'key: found "\x1b[31m"'),
        ("voice = true", "voice: found true or false. It should be auto, on or off."),
        ("pace = 'fast'", 'pace: found "fast". It should be slow, normal or brisk.'),
        ("volume = 101", "volume: found a number. It should be a whole number from 0 to 100."),
        ("volume = -1", "volume: found a number. It should be"),
        ("volume = 50.0", "volume: found a number. It should be"),
        ("volume = true", "volume: found true or false. It should be"),
        ("volume = '50'", 'volume: found "50". It should be a whole number from 0 to 100.'),
        ("language = 'fr", "a text that is not closed"),
        ("language = 'fr'\nlanguage = 'de'", "language twice, here and on line 1"),
        ("a = " + "[" * 90_000, "too many brackets within brackets"),
        ("a." * 60_000 + "b = 1", "a name of too many parts"),
        (b"language = '\xff'", "UTF-8"),
        (b"\0" * 300_000, "256 KiB"),
    ],
)
def test_a_wrong_file_is_refused_in_one_sentence(
    home: Path, content: str | bytes, sentence: str
) -> None:
    path = settings_file(home, content)
    began = time.perf_counter()
    with pytest.raises(PresspointError) as refused:
        read_settings()
    assert time.perf_counter() - began < 2
    assert str(refused.value).startswith(str(path))
    assert sentence in str(refused.value)
    assert refused.value.exit_code == 1
    assert len(str(refused.value)) < len(str(path)) + 300


def test_what_is_no_file_is_refused_at_once(home: Path) -> None:
    path = settings_file(home, "")
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(PresspointError):
        read_settings()
    path.unlink()
    path.mkdir()
    with pytest.raises(PresspointError):
        read_settings()


def test_a_folder_that_cannot_be_written_is_reported(home: Path) -> None:
    (home / "config").write_text("a file", encoding="utf-8")
    with pytest.raises(StorageError):
        write_settings(FRENCH_OLD)


def test_a_write_that_fails_keeps_the_old_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_settings(FRENCH_OLD)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match="No space left"):
        write_settings(Settings("de"))
    assert read_settings() == FRENCH_OLD
    assert {each.name for each in (home / "config").iterdir()} == {"settings.toml", "settings.lock"}


def test_the_command_lists_sets_and_clears(capsys: pytest.CaptureFixture[str]) -> None:
    def output(*arguments: str) -> str:
        assert run_guarded(["settings", *arguments]) == 0
        return capsys.readouterr().out

    listed = output()
    assert re.search(
        r"^language +none +where a code differs by language, presspoint asks$", listed, re.MULTILINE
    )
    assert re.search(r"^volume +80 per cent$", listed, re.MULTILINE)
    assert re.search(
        r"^ticks +on +a tick for each of the last three seconds$", listed, re.MULTILINE
    )
    assert listed.endswith("presspoint settings NAME shows what you can choose for it.\n")
    assert output("language") == (
        "language: none. You can choose en (English), fr (French), de (German), it (Italian),"
        " es (Spanish), pt (Portuguese), ca (Catalan) or none.\n"
    )
    assert output("language", "FR") == "Saved. language: fr (French). Before: none.\n"
    assert output("language", "German") == ("Saved. language: de (German). Before: fr (French).\n")
    assert output("language", "German") == "No change. language: de (German).\n"
    assert output("bladder-numbers", "old").startswith("Saved. bladder-numbers: old")
    assert output("volume", "60 %") == "Saved. volume: 60 per cent. Before: 80 per cent.\n"
    assert output("pace", "Brisk").startswith("Saved. pace: brisk (less time to")
    assert json.loads(output("--json")) == {
        "settings": {
            "language": "de",
            "bladder-numbers": "old",
            "voice": "auto",
            "volume": 60,
            "pace": "brisk",
            "breath": "off",
            "record": "off",
            "loudspeaker": "normal",
            "day-starts": 4,
            "engine": "auto",
            "voice-name": None,
            "rate": "normal",
            "voice-command": None,
            **dict.fromkeys(("tones", "ticks", "halfway", "marks", "beat", "picture"), "on"),
            "ruler": None,
        }
    }
    assert output("language", "none") == "Saved. language: none. Before: de (German).\n"
    assert json.loads(output("language", "--json")) == {"settings": {"language": None}}
    assert json.loads(output("volume", "0", "--json")) == {"settings": {"volume": 0}}
    assert read_settings() == Settings("", "old", volume=0, pace="brisk")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["lanugage"], 'Did you mean "language"?'),
        (["language", "klingon"], "Choose en, fr,"),
        (["bladder-numbers", "fr"], "Choose who, old or none"),
        (["voice", "none"], "Choose auto, on or off."),
        (["voice-name", " "], "voice-name takes the name of a voice, of at most 100 characters"),
        (["voice-command", "x" * 501], "voice-command takes a command, of at most 500 characters"),
        (["pace", "slwo"], 'Did you mean "slow"?'),
        (["volume", "loud"], 'volume cannot be "loud". Choose a whole number from 0 to 100.'),
        (["volume", "101"], 'volume cannot be "101".'),
        (["volume", "²"], "from 0 to 100"),
        (["volume", "-5"], "5"),
        (["colour", "red", "blue"], "is too much here"),
        (["sound", "off"], "To hear nothing, type presspoint settings volume 0"),
        (["mute"], "--mute"),
        (["speed"], "Type presspoint settings rate."),
        (["engine", "say"], "Choose auto, espeak-ng or speech-dispatcher."),
    ],
)
def test_a_wrong_setting_or_value_is_refused_with_what_there_is(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_guarded(["settings", *arguments]) == 2
    assert sentence in capsys.readouterr().err
    assert read_settings() == Settings()


@pytest.mark.parametrize(
    ("arguments", "missing"),
    [
        (["voice-command", "no-such-voice --fast"], "no-such-voice is not installed here."),
        (["voice-command", "/nowhere/voice"], "/nowhere/voice is not installed here."),
        (["voice-command", "sh -c true"], ""),
        (["engine", "speech-dispatcher"], "speech-dispatcher is not installed here."),
        (["engine", "auto"], ""),
        (["volume", "50"], ""),
    ],
)
def test_a_voice_that_is_not_installed_is_saved_and_said(
    arguments: list[str],
    missing: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "/bin")
    monkeypatch.setattr("sys.platform", "linux")
    assert run_guarded(["settings", *arguments]) == 0
    printed = capsys.readouterr()
    assert "Saved" in printed.out or arguments == ["engine", "auto"]
    assert missing in printed.err
    assert bool(printed.err) is bool(missing)


def test_a_voice_and_a_command_of_ones_own_are_kept_as_they_were_typed() -> None:
    for name, value in (("voice-name", "en-gb+f3"), ("voice-command", "piper -m 'a b' -f {file}")):
        assert run_guarded(["settings", name, value]) == 0
        assert values_by_name(read_settings())[name] == value
        assert run_guarded(["settings", name, "none"]) == 0
        assert values_by_name(read_settings())[name] == ""


def test_a_damaged_file_is_not_written_over(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = settings_file(home, "language = ")
    assert run_guarded(["settings", "language", "fr"]) == 1
    assert str(path) in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "language = "


def point(*arguments: str) -> int:
    return run_guarded(["point", *arguments])


def test_a_name_with_several_readings_asks_until_a_setting_decides(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert point("P6") == 1
    answer = capsys.readouterr()
    assert answer.out == ""
    assert answer.err.count("\n") == 1
    assert "presspoint settings language" in answer.err
    assert point("P6", "--language", "french") == 0
    assert "Note: P6 as French is LU6." in capsys.readouterr().out
    write_settings(Settings("en", "old"))
    assert point("P6") == 0
    assert "Note: P6 as English is PC6." in capsys.readouterr().out
    assert point("P6", "--language", "fr", "--json") == 0
    assert json.loads(capsys.readouterr().out)["code"] == "LU6"
    assert point("B45", "--language", "fr") == 0
    assert "BL50" in capsys.readouterr().out
    assert point("IG4") == 1
    assert "settings" not in capsys.readouterr().err, "the language that is set does not help"
    assert point("LI4", "--language", "klingon") == 2


def test_a_wrong_file_stops_only_the_names_that_need_it(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings_file(home, "language = 7")
    for name in ("LI4", "S36", "BL45", "Hegu"):
        assert point(name) == 0
    for name in ("Futu", "nothing like it"):
        assert point(name) == 1
        assert "settings.toml" not in capsys.readouterr().err
    assert point("P6", "--language", "fr") == 0
    for name in ("P6", "B47"):
        assert point(name) == 1
        assert "settings.toml: language" in capsys.readouterr().err


def test_where_nobody_is_at_home_a_name_still_asks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("PRESSPOINT_HOME", "HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert point("P6") == 1
    assert "can mean" in capsys.readouterr().err
    assert run_guarded(["settings", "language", "fr"]) == 4


def test_looking_up_a_code_touches_no_setting() -> None:
    program = (
        "import sys; from presspoint.__main__ import run_guarded; run_guarded(['point', 'LI4']);"
        "sys.exit(any('presspoint.' + name in sys.modules for name in"
        " ('settings', 'names.points.ambiguity', 'storage.settings_file')))"
    )
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, timeout=30)


def test_settings_changed_at_once_are_all_kept() -> None:
    wanted = {
        "language": "fr",
        "bladder-numbers": "old",
        "voice": "off",
        "volume": "50",
        "pace": "slow",
        "breath": "on",
        "record": "on",
        "loudspeaker": "slow",
    }
    started = [
        subprocess.Popen([sys.executable, "-m", "presspoint", "settings", name, value])
        for name, value in wanted.items()
    ]
    assert [each.wait(timeout=50) for each in started] == [0] * len(wanted)
    assert read_settings() == Settings("fr", "old", "off", 50, "slow", "on", "on", "slow")
