"""A command line that is wrong, answered in plain words with what to type."""

from __future__ import annotations

import pytest

from presspoint.__main__ import run_guarded
from support.cases import every


@every(
    ("typed", "said"),
    [
        ("points --for", 'Type a value after --for, as in --for "back pain".'),
        ("routine --minutes five", "--minutes takes a whole number, as in --minutes 8."),
        ("routine --minutes 0", "--minutes takes a whole number, 1 or more, as in --minutes 8."),
        (
            "profile rest BL23 --days 100",
            "--days takes a whole number from 1 to 90, as in --days 3.",
        ),
        ("point", "NAME is missing. For example: presspoint point LI4."),
        ("profile rest", "POINT is missing. For example: presspoint profile rest BL23"),
        ("routine --silent", 'There is no option --silent here. Did you mean "--mute"?'),
        ("points --silent", "There is no option --silent here."),
        ("points --searhc knee", 'There is no option --searhc here. Did you mean "--search"?'),
        ("--minutes 5", "There is no option --minutes here. Type it after presspoint routine."),
        ("--region hand", "There is no option --region here. Type it after presspoint points."),
        ("--xyzzy", "There is no option --xyzzy here."),
        ("profile foo", 'There is no command "foo" here. Choose show, set, clear or rest.'),
        ("take lower-back", "--to is missing, as in --to phone."),
        ("guide --json=1", "--json takes no value."),
        (
            "pain 6 left buttock",
            '"left buttock" is too much here. Put a name of several words in quotes. '
            'For example: presspoint pain 6 --where "left buttock".',
        ),
        ("sources x y", '"x y" is too much here. Put a name of several words in quotes.'),
    ],
)
def test_a_wrong_command_line_is_answered_with_what_to_type(
    capsys: pytest.CaptureFixture[str], typed: str, said: str
) -> None:
    assert run_guarded(typed.split()) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"presspoint: {said}")
    command = " ".join(each for each in typed.split()[:2] if each.isalpha() and each != "foo")
    command = command if command == "profile rest" else " ".join(command.split()[:1])
    command = "" if typed.startswith("-") else f"{command} "
    assert printed.err.endswith(f" See presspoint {command}--help.\n")
    assert not any(each in printed.err for each in ("?.", "..", "<str>", "[x>", "int range"))


def test_the_schema_is_json_with_and_without_the_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_guarded(["catalogue", "schema"]) == 0
    schema = capsys.readouterr().out
    assert run_guarded(["catalogue", "schema", "--json"]) == 0
    assert capsys.readouterr().out == schema
