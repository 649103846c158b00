"""What people ask for in words of their own that are no command leads to what to type."""

from __future__ import annotations

import re
import shlex
from itertools import product

import pytest

from presspoint.__main__ import run_guarded
from presspoint.catalogue.safety_warnings import red_flags
from presspoint.cli.app import COMMANDS, load_command
from presspoint.cli.parsing.errand_words import ALONE, ERRANDS
from presspoint.cli.parsing.errands import find_errand, split_minutes
from presspoint.cli.parsing.slips import SYNONYMS
from presspoint.names.everyday.core_words import words_of
from presspoint.names.warnings import find_warning
from presspoint.storage.catalogue_file import load
from support.cases import every

CATALOGUE = load()
WORDS = [words for every_words in ERRANDS.values() for words in every_words]
TYPED = {
    found for say in ERRANDS for found in re.findall(r'"(?:[A-Z_]+=1 )?presspoint ([^"]+)"', say)
}


def answered(capsys: pytest.CaptureFixture[str], typed: str) -> str:
    """Return what stderr says of a command line that is wrong."""
    assert run_guarded(shlex.split(typed)) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    return printed.err


@every("typed", sorted(TYPED))
def test_what_is_to_be_typed_is_understood(typed: str) -> None:
    name, *arguments = shlex.split(typed)
    if name == "--install-completion":
        return
    command = load_command(name).commands[name]
    with command.make_context(name, arguments, resilient_parsing=False) as context:
        below = getattr(command, "commands", {})
        assert not below or not arguments or arguments[0] in {*below, "--since"}
        assert context.command is command


@pytest.mark.long
@every("words", WORDS)
def test_each_errand_is_read_alone_and_in_other_letters(words: str) -> None:
    plain = words.lstrip(ALONE)
    assert find_errand(plain)
    assert find_errand(plain.upper()) == find_errand(plain)


@every("words", WORDS)
def test_no_errand_stands_twice(words: str) -> None:
    plain = words_of(words)
    assert [each for each in WORDS if words_of(each) == plain] == [words]


@pytest.mark.long
@every(
    ("typed", "said"),
    [
        ('"I have five minutes"', '"presspoint routine --minutes 5"'),
        ("I have 5 min", '"presspoint routine --minutes 5"'),
        ("5 minutes for my neck", '"presspoint routine --for neck --minutes 5"'),
        ('"only my left side"', '"presspoint routine lower-back --side left"'),
        ('"I am at my desk"', '"presspoint routine --for screen-work"'),
        ('"my partner presses"', '"presspoint routine upper-back --helper"'),
        ("with my wife", '"presspoint routine upper-back --helper"'),
        ("my wife has back pain", 'The nearest is "back pain"'),
        ("I am blind", "ACCESSIBLE=1"),
        ("cancel this session", '"presspoint ctl stop"'),
        ("save my pain", '"presspoint pain 4"'),
        ('"I do it every evening"', '"presspoint remind lower-back --at 21:30 --to ."'),
        ('"what did I do last week"', '"presspoint history --since 7d"'),
        ('"take it on my phone"', '"presspoint take'),
        ("stop reminding", "delete them there"),
        ("cancel reminders", "delete them there"),
        ("cancel", '"presspoint ctl stop"'),
        ("half an hour", '"presspoint routine --minutes 30"'),
        ("I can\\'t get on the floor", '"presspoint profile set no-floor"'),
        ("side effects", '"presspoint guide"'),
        ("where is LI4", '"presspoint point LI4"'),
        ("find kidney 3", '"presspoint point KI3"'),
        ("play bedtime", '"presspoint routine bedtime"'),
        ("show my history", '"presspoint history"'),
        ("where is the log", '"presspoint history"'),
        ("list conditions", '"presspoint conditions"'),
        ("not better", '"presspoint score"'),
        ("getting worse", "Let a doctor look at pain that gets worse"),
        ("delete last session", '"presspoint history undo"'),
        ("911", "call your emergency number now"),
        ("I am dying", "call your emergency number now"),
        ("in the car", "Never in a moving car"),
        ("help me", '"presspoint help"'),
        ("start the bedtime routine", '"presspoint routine bedtime"'),
        ("stop the session", '"presspoint ctl stop"'),
        ("what should I press for a headache", '"presspoint points --for headache"'),
        ("best routine for hips", '"presspoint routine --for hip"'),
        ("how do I press LI4", '"presspoint point LI4"'),
        ("getting started", '"presspoint guide"'),
        ("delete my data", "Delete these folders"),
        ("where are my files", '"presspoint help --files"'),
        ("change voice", '"presspoint settings voice-name"'),
        ("no sound", '"presspoint sound-check"'),
        ("screen reader", "ACCESSIBLE=1"),
        ("quieter", '"presspoint settings volume 40"'),
        ("in German", "English only"),
        ("hurts", '"presspoint profile rest BL23 --feels sore"'),
        ("update", "does not use the network"),
        ("help german", "English only"),
        ("history last week", '"presspoint history --since 7d"'),
        ("history delete", "Delete these folders"),
        ("profile remove", "presspoint profile clear"),
        ("make 5 minutes", '"presspoint make --minutes 5"'),
        ("make neck 5 minutes", '"presspoint make --for neck --minutes 5"'),
        ("make sciatica", '"presspoint make --for sciatica"'),
        ("learn hand", '"presspoint learn --for hand"'),
        ("routine neck 5 minutes", '"presspoint routine --for neck --minutes 5"'),
        ("sources LI4", '"presspoint point LI4 --sources"'),
        ("guide BL23", '"presspoint point BL23"'),
        ("map left hand", '"presspoint map hand"'),
        ("remind lower-back every evening", '"presspoint remind lower-back'),
        ("stop taking my medication", "Ask a doctor or a pharmacist before"),
        ("can I stop ibuprofen", "presspoint says nothing about medicines."),
        ("should I see a doctor", "presspoint cannot say what you have"),
        ("can it make it worse", '"presspoint guide"'),
        ("87 years old", '"presspoint help"'),
        ("pain in my back", '"presspoint routine --for lower-back"'),
        ("pain down my leg", '"presspoint routine --for sciatica"'),
        ("for six weeks my back hurts", '"presspoint routine --for lower-back"'),
        ("pain six", "N takes a whole number."),
        ("pain 6 back", '"back" is too much here.'),
        ("--list", '"presspoint routine"'),
        ("--history", '"presspoint history"'),
        ("--undo", '"presspoint history undo"'),
        ("--delete-data", "Delete these folders"),
    ],
)
def test_an_errand_leads_to_what_to_type(
    capsys: pytest.CaptureFixture[str], typed: str, said: str
) -> None:
    assert said in answered(capsys, typed)


@pytest.mark.long
def test_what_looks_like_a_sign_but_for_a_slip_is_only_what_is_known_to() -> None:
    plain = {each.lstrip(ALONE) for each in WORDS} | set(SYNONYMS)
    signs = {each for each in plain if (found := find_warning(CATALOGUE, each)) and found.stops}
    assert signs == {"faint"}


def test_who_is_faint_is_told_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_guarded(["faint"]) != 0
    printed = capsys.readouterr()
    assert "emergency number" in printed.out + printed.err


@pytest.mark.long
@pytest.mark.parametrize("errand", ["5 minutes", "left side", "every evening", "no sound"])
def test_a_warning_sign_beside_an_errand_comes_first(
    capsys: pytest.CaptureFixture[str], errand: str
) -> None:
    signs = [flag.brief for _, flag in red_flags(CATALOGUE)][:4]
    for sign, command in product(signs, ("", *list(COMMANDS)[:2])):
        assert run_guarded([*command.split(), f"{sign} {errand}"]) != 0
        printed = capsys.readouterr()
        assert not re.search("routine|remind|sound-check", printed.err), (sign, command)


@pytest.mark.long
@every("pain", ["pain when breathing", "went blind", "not breathing", "dizzy standing up"])
def test_what_is_wrong_with_somebody_is_no_errand(
    capsys: pytest.CaptureFixture[str], pain: str
) -> None:
    for typed in (pain, f"my {pain}", f"my friend {pain}", f"{pain} now"):
        assert run_guarded([typed]) == 2
        printed = capsys.readouterr()
        assert not re.search("settings|--helper|ACCESSIBLE|make", printed.out + printed.err), typed


def test_minutes_are_read_in_figures_and_in_words() -> None:
    assert split_minutes("I have ten minutes for my neck") == ("10", "I have for my neck")
    assert split_minutes("12min") == ("12", "")
    assert split_minutes("my neck") == ("", "my neck")
