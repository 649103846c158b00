"""Lists that are asked for by everyday words: what is checked first, why this list, why none."""

from __future__ import annotations

import json

import pytest

from presspoint.__main__ import run_guarded
from presspoint.storage import catalogue_file
from support.cases import every

NAMES = catalogue_file.load_names()

LISTED = [
    ("points --for migraine", "BL10", 'nothing of its own for "migraine". Here is what it has for'),
    ("points --search migraine", "BL10", 'nothing of its own for "migraine"'),
    ("points --for knee", "BL40", "Here is what presspoint has at the knee."),
    ("points --region back", "BL23", ""),
    ("routine --for knee", "back-of-the-knees", "Here is what presspoint has at the knee."),
    ("routine --for tailbone", "five-places", "Here is what it has for hip and buttock ache."),
    ("routine --for slipped-disc", "simple", '"slipped-disc" is something to check first'),
]
EMPTY = [
    ("points --region tailbone", 1, 'type "presspoint points --region hip"'),
    ("points --for headache --region foot", 1, "Without --region there are 5."),
    ("points --for neck --tool ball", 1, "Without --tool there are 7."),
    ("points --for toothache", 1, "See a dentist. presspoint has nothing for this."),
    ("points --search xyzzy", 1, "No place has these words in its texts."),
    ("points --search nipple", 1, "Add --all to look up"),
    ("points --search neck --tool ball", 1, "Without --tool there"),
    ("points --region quads", 1, "Add --all to look up"),
    ("points --region piriformis", 2, 'Type "presspoint points --for piriformis"'),
    ("routine --for headache", 1, 'type "presspoint points --for headache"'),
    (
        "routine headache",
        1,
        'no routine for "headache". For places to press, type',
    ),
    (
        "routine --for rotator-cuff --minutes 3",
        1,
        "for shoulder tension is that short.",
    ),
    (
        "routine --for nausea",
        1,
        'For places to look up, type "presspoint points --for nausea --all"',
    ),
    ("nausea", 2, 'Type "presspoint points --for nausea --all"'),
    ("learn --for nausea", 1, "There is no place like that to press. Leave an option out."),
    ("routine slipped-disc", 1, "something to check first"),
    ("routine toothache", 1, "See a dentist."),
    ("routine knee", 1, "The nearest are"),
    ("plan piriformis", 1, 'Type "presspoint routine --for piriformis"'),
    ("point thumb-web", 1, 'No point called "thumb-web". Did you mean "LI4"?'),
    ("point slipped-disc", 1, 'Type "presspoint points --for slipped-disc"'),
    ("piriformis", 2, 'Type "presspoint routine --for piriformis"'),
    ("toothache", 2, "See a dentist."),
    ("my back hurts", 2, 'Type "presspoint routine --for lower-back"'),
    ("points my knee hurts", 2, "points --for 'my knee hurts'"),
]

WARNED = [
    ("points --for chest-pain", 1),
    ("points --search my-chest-hurts", 1),
    ("points --region chest-pain", 2),
    ("routine chest-pain", 1),
    ("plan chest-pain", 1),
    ("point chest-pain", 1),
    ("map chest-pain", 2),
    ("my chest hurts", 2),
]


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    """The names of conditions, read once: TOML takes its time."""
    monkeypatch.setattr("presspoint.run.arguments.complaints.load_names", lambda: NAMES)


@every(("typed", "listed", "before"), LISTED)
def test_a_list_says_first_why_it_is_this_one(
    typed: str, listed: str, before: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_guarded(typed.split()) == 0
    said, _, rest = " ".join(capsys.readouterr().out.split()).partition(listed)
    assert before in said
    assert rest


@pytest.mark.long
@every(("typed", "code", "words"), EMPTY)
def test_an_empty_list_or_a_wrong_name_says_why_and_what_to_do(
    typed: str, code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_guarded(typed.split()) == code
    printed = capsys.readouterr()
    assert printed.out == ""
    assert words in " ".join(printed.err.split())


@every(("typed", "code"), WARNED)
def test_what_to_do_about_a_warning_sign_is_an_answer(
    typed: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_guarded(typed.split()) == code
    printed = capsys.readouterr()
    assert "call your emergency number now" in " ".join(printed.out.split())
    assert printed.err == ""


@every(
    "typed", ("points --for", "points --search", "routine --for", "point", "plan", "learn --for")
)
def test_it_stands_in_a_document_too(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_guarded([*typed.split(), "chest pain", "--json"]) == 1
    (warning,) = json.loads(capsys.readouterr().out)["warnings"]
    assert (warning["id"], warning["level"]) == ("chest-pain", "emergency")
    assert "call your emergency number now" in warning["text"]


@every(("typed", "place"), [("bladder", "BL53"), ("kidney pain", "BL23")])
def test_a_search_that_finds_a_name_says_first_what_its_words_may_be(
    typed: str, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_guarded(["points", "--search", typed]) == 0
    said, _, listed = capsys.readouterr().out.partition("presspoint check")
    assert f'"{typed}" can be a warning sign' in said
    assert place in listed


@every("typed", ("suicidal", "vomiting blood"))
def test_advice_for_now_is_an_answer_too(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_guarded(["points", "--for", typed]) == 1
    assert "emergency number" in capsys.readouterr().out
    assert run_guarded(["points", "--for", typed, "--json"]) == 1
    (warning,) = json.loads(capsys.readouterr().out)["warnings"]
    assert (warning["id"], warning["level"]) == ("urgent", "emergency")


def test_what_is_checked_first_stands_in_the_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_guarded(["points", "--for", "slipped disc", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert [(each["id"], each["level"]) for each in document["warnings"]] == [
        ("nerve-or-disc", "avoid")
    ]
    assert document["note"].startswith("presspoint has nothing of its own")
    assert document["points"]
