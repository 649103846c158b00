"""What Tab offers: names with their titles, the right values only, and never a remark."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from presspoint.__main__ import run_guarded
from presspoint.cli.app import COMMANDS, load_command
from presspoint.cli.completion.offers import find_offers
from support.cases import every
from support.own import changed, written


def offered(line: str) -> dict[str, str]:
    """What Tab offers at the end of a line, with its words."""
    *words, begun = line.split(" ")
    return dict(find_offers(words[1:], begun).fitting)


@every(
    ("line", "offers"),
    [
        ("presspoint ", set(COMMANDS)),
        ("presspoint po", {"point", "points"}),
        ("presspoint --v", {"--version"}),
        ("presspoint profile cl", {"clear"}),
        ("presspoint profile set hyper", {"hypertension"}),
        ("presspoint point si3", {"SI3"}),
        ("presspoint point Heg", {"Hegu"}),
        ("presspoint point li2", {"LI2", "LI20"}),
        ("presspoint point liang", {"Liangqiu", "Liangmen"}),
        ("presspoint plan lower-back --pace s", {"slow"}),
        ("presspoint plan lower-back --pain ", {"none", "leg", "hip"}),
        ("presspoint routine sim", {"simple"}),
        ("presspoint routine --for sci", {"sciatica"}),
        ("presspoint routine --for SCI", {"sciatica"}),
        ("presspoint points --reach ", {"self", "tool", "helper"}),
        ("presspoint settings lang", {"language"}),
        ("presspoint settings pace ", {"slow", "normal", "brisk"}),
        ("presspoint settings volume ", set()),
        ("presspoint settings engine s", {"speech-dispatcher", "say"}),
        ("presspoint ctl res", {"resume"}),
        ("presspoint ctl hurts ", {"sharp", "numb", "spreading", "sore"}),
        ("presspoint profile rest BL23 --feels n", {"numb"}),
        ("presspoint routine desk --mute --mu", set()),
        ("presspoint routine desk --pregnant --pre", set()),
        ("presspoint routine desk --condition diabetes --cond", {"--condition"}),
        ("presspoint help prof", {"profile"}),
        ("presspoint help profile re", {"rest"}),
        ("presspoint xyzzy ", set(COMMANDS)),
    ],
)
def test_tab_offers_what_fits(line: str, offers: set[str]) -> None:
    assert set(offered(line)) == offers


def test_what_is_offered_has_its_title_whole() -> None:
    assert offered("presspoint routine low")["lower-back"] == "For a sore lower back"
    assert offered("presspoint point LI4")["LI4"] == "Joining Valley"
    assert offered("presspoint profile set preg")["pregnancy"].startswith("Pregnancy")
    assert offered("presspoint ")["points"] == COMMANDS["points"].help
    assert all(offered("presspoint points --for ").values())


def test_letters_of_a_code_offer_codes_only() -> None:
    assert all(each.startswith("LI") for each in offered("presspoint point li"))


def test_without_a_letter_only_places_to_be_guided_to_are_offered() -> None:
    assert len(offered("presspoint point ")) < 50
    assert len(offered("presspoint point l")) > 20


def test_what_no_person_types_is_not_offered() -> None:
    assert "from-sign" not in offered("presspoint profile set ")


def test_only_what_is_saved_is_offered_to_be_cleared(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert offered("presspoint profile clear ") == {}
    assert run_guarded(["profile", "set", "diabetes"]) == 0
    assert run_guarded(["profile", "rest", "BL23"]) == 0
    capsys.readouterr()
    assert set(offered("presspoint profile clear ")) == {"diabetes", "BL23"}


def test_every_argument_and_option_with_names_offers_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_guarded(["profile", "set", "diabetes"]) == 0
    capsys.readouterr()
    silent, typed = [], {"settings": ["pace"]}
    for command in map(load_command, COMMANDS):
        for each in (command, *getattr(command, "commands", {}).values()):
            context = each.make_context("it", typed.get(each.name, []), resilient_parsing=True)
            silent += [
                (each.name, parameter.name)
                for parameter in each.params
                if parameter._custom_shell_complete and not parameter.shell_complete(context, "")
            ]
    assert silent == []


def asked(shell: str, line: str, home: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """What a shell is answered at the end of a line."""
    words = line.split(" ")
    environment = {
        **os.environ,
        "PRESSPOINT_HOME": str(home),
        "_PRESSPOINT_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": "\n".join(words),
        "COMP_CWORD": str(len(words) - 1),
        "_TYPER_COMPLETE_ARGS": line,
        **more,
    }
    command = [sys.executable, "-m", "presspoint"]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=30
    )


def test_each_shell_is_answered_in_its_own_form(home: Path) -> None:
    bash = asked("bash", "presspoint point li1", home)
    assert {"LI1", "LI10", "LI11", "LI18"} <= set(bash.stdout.split())
    zsh = asked("zsh", "presspoint point bl52", home).stdout
    assert "'BL52:Will'\\''s Chamber'" in zsh
    assert "_describe" in zsh
    fish = asked("fish", "presspoint routine low", home, _TYPER_COMPLETE_FISH_ACTION="get-args")
    assert "lower-back\tFor a sore lower back" in fish.stdout
    assert asked("zsh", "presspoint catalogue check ", home).stdout == "_files\n"
    assert "--for=sciatica:" in asked("zsh", "presspoint points --for=sci", home).stdout
    is_file = {"_TYPER_COMPLETE_FISH_ACTION": "is-args"}
    assert asked("fish", "presspoint catalogue check ", home, **is_file).returncode == 1
    assert asked("fish", "presspoint point ", home, **is_file).returncode == 0
    split_by_bash = {"COMP_WORDS": "presspoint\npoints\n--for\n=\nsci", "COMP_CWORD": "4"}
    assert asked("bash", "", home, **split_by_bash).stdout == "sciatica\n"


def test_a_damaged_file_or_question_never_prints_a_remark(home: Path) -> None:
    folder = home / "config" / "catalogue"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text("schema = [", encoding="utf-8")
    (home / "config" / "profile.toml").write_bytes(b"\xff\x00")
    for line, offers in (
        ("presspoint routine low", "lower-back"),
        ("presspoint profile clear ", ""),
        ('presspoint point "LI', "LI4"),
        ("", "routine"),
    ):
        done = asked("bash", line, home)
        assert (done.returncode, done.stderr) == (0, "")
        assert offers in done.stdout
    broken = asked("bash", "presspoint po", home, COMP_CWORD="many")
    assert (broken.returncode, broken.stdout, broken.stderr) == (0, "", "")


def test_what_a_file_of_ones_own_holds_is_never_a_command_of_the_shell(home: Path) -> None:
    folder = home / "config" / "catalogue"
    folder.mkdir(parents=True)
    written(folder, changed(("routines", "physio", "title"), 'It\'s `ls` $(ls); "ls"'))
    zsh = asked("zsh", "presspoint routine phys", home)
    assert "'physio:It'\\''s `ls` $(ls); \"ls\"'" in zsh.stdout
    assert asked("bash", "presspoint routine phys", home).stdout == "physio\n"


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash here")
def test_bash_completes_small_letters(home: Path) -> None:
    program = home / "presspoint"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m presspoint "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    script = """
    eval "$("$0" --show-completion bash)"
    COMP_WORDS=("$0" point si3); COMP_CWORD=2
    _presspoint_completion "$0" si3 point
    echo "${COMPREPLY[@]}"
    """
    environment = {**os.environ, "PRESSPOINT_HOME": str(home)}
    done = subprocess.run(
        ["bash", "-c", script, str(program)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert (done.stdout, done.stderr) == ("SI3\n", "")
