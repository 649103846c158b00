"""The commands that look things up, as a person calls them: what they print, and the code."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from presspoint.__main__ import run_guarded
from presspoint.safety.answers import ConditionAnswer
from presspoint.safety.profile import Profile
from presspoint.storage.settings_file import current_day
from support.own import GOOD, changed, written
from support.profiles import keep

Called = tuple[int, str, str]
Call = Callable[..., Called]
DOCS = Path(__file__).parents[2] / "docs"
JSON_PAGE = (DOCS / "json.md").read_text(encoding="utf-8")
OWN_PAGE = (DOCS / "own-content.md").read_text(encoding="utf-8")


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command line in this process; return its exit code, stdout and stderr."""

    def run(*arguments: str) -> Called:
        code = run_guarded(list(arguments))
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


@pytest.fixture
def document(call: Call) -> Callable[..., dict[str, Any]]:
    """Run a command with --json; return its document."""

    def run(*arguments: str) -> dict[str, Any]:
        code, out, err = call(*arguments, "--json")
        assert (code, err) == (0, "")
        answer: dict[str, Any] = json.loads(out)
        return answer

    return run


@pytest.fixture
def own_folder(home: Path) -> Path:
    """The folder of the person's own catalogue files."""
    folder = home / "config" / "catalogue"
    folder.mkdir(parents=True)
    return folder


POINTS = [
    (("--region", "hand"), {"LI4", "SI3", "TE3"}),
    (("--region", "lumbar"), {"BL23", "BL52"}),
    (("--region", "low-back"), {"BL23", "BL52"}),
    (("--region", "lower back", "--tool", "ball"), {"BL23", "BL52"}),
    (("--for", "sciatica", "--position", "seated"), {"BL40", "GB34"}),
    (("--for", "lumbago", "--reach", "self", "--region", "knee"), {"BL40"}),
    (("--reach", "helper"), {"SI15"}),
    (("--search", "behind the knee", "--for", "leg"), {"BL40"}),
    (("--search", "UB-40 (Weizhong)"), {"BL40"}),
    (("--search", "신수혈"), {"BL23"}),
    (("--tool", "towel"), {"GB30"}),
]


@pytest.mark.parametrize(("options", "codes"), POINTS)
def test_points_are_found_by_what_is_asked_for(
    document: Callable[..., dict[str, Any]], options: tuple[str, ...], codes: set[str]
) -> None:
    assert {each["code"] for each in document("points", *options)["points"]} == codes


def test_all_points_are_listed_and_the_zones_beside_them(
    document: Callable[..., dict[str, Any]],
) -> None:
    places = document("points", "--all")
    assert len(places["points"]) == 361 + 33
    assert "foot-ball" in {each["code"] for each in places["zones"]}


ROUTINES = [
    (("--minutes", "5", "--for", "sciatica"), {"follow-the-pain", "foot-ball"}),
    (("--position", "chair", "--for", "neck"), {"desk", "gentle-neck", "shoulders-and-hands"}),
]


@pytest.mark.parametrize(("options", "names"), ROUTINES)
def test_a_routine_is_chosen_by_complaint_time_and_position(
    document: Callable[..., dict[str, Any]], options: tuple[str, ...], names: set[str]
) -> None:
    routines = document("routine", *options)["routines"]
    assert {each["name"] for each in routines} == names
    assert all(each["sources"] for each in routines)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("points", "--tool", "hammer"), 2, "for --tool"),
        (("points", "--position", "upside"), 2, "for --position"),
        (("routine", "--for", "rain"), 1, "There is no complaint"),
        (("routine", "desk", "--minutes", "5"), 2, "leave out NAME"),
        (("point", "P6"), 1, "LU6"),
        (("point", "B45"), 1, "BL50"),
        (("point", "Futu"), 1, "ST32"),
        (("point", "xyz"), 1, "No point called"),
        (("catalogue", "check", "/nowhere/own.toml"), 1, "/nowhere/own.toml"),
    ],
)
def test_what_cannot_be_answered_is_one_sentence_on_stderr(
    call: Call, arguments: tuple[str, ...], code: int, words: str
) -> None:
    ending, out, err = call(*arguments)
    assert ending == code
    assert words in err
    assert err.count("\n") == 1
    assert out == "" or arguments[0] == "catalogue"


@pytest.mark.parametrize("condition", ["fever", "alcohol"])
def test_a_day_of_rest_is_said_and_nothing_plays(call: Call, condition: str) -> None:
    for arguments in (("routine", "simple", "--yes"), ("plan", "simple")):
        code, out, _ = call(*arguments, "--condition", condition, "--provider-agreed")
        assert code == 3
        assert out.startswith("Not today: ")
        assert "Not started. Come back" in out


@pytest.mark.parametrize("sign", ["bladder-bowel", "fever"])
def test_a_sign_told_without_a_routine_is_answered_and_no_routine_is_listed(
    call: Call, sign: str
) -> None:
    code, out, err = call("routine", "--red-flag", sign, "--condition", "osteoporosis")
    assert (code, err) == (3, "")
    assert out.startswith(("EMERGENCY: ", "TODAY: "))
    assert out.endswith("\nNo routine starts.\n")
    assert "lower-back" not in out
    code, out, err = call("routine", "--red-flag", sign, "--json")
    assert (code, err) == (3, "")
    answer = json.loads(out)
    assert answer["routines"] == []
    assert [each["id"] for each in answer["warnings"]] == [sign]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--red-flag", "bogus"], "for --red-flag"),
        (["--condition", "bogus"], "for --condition"),
        (["--condition", "fever"], "Add the NAME of a routine"),
        (["--pregnant", "--json"], "Add the NAME of a routine"),
    ],
)
def test_a_condition_or_a_wrong_name_without_a_routine_is_usage(
    call: Call, options: list[str], words: str
) -> None:
    code, out, err = call("routine", *options)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert words in err


@pytest.mark.parametrize(
    "arguments",
    [
        "plan nosuch",
        "routine nosuch --yes",
        "routine --resume",
        "routine lower-back --resume --pain leg",
        "routine lower-back --json",
        "plan lower-back --condition bogus",
        "plan lower-back --condition recent-surgery=moon",
        "plan lower-back --pain nowhere",
        "plan lower-back --red-flag bogus",
        "plan",
        "plan lower-back --unknown",
        "check --no-red-flags",
        "lower-back",
        "",
    ],
)
@pytest.mark.parametrize("option", ["--red-flag chest-pain", "--red-flag=chest-pain"])
@pytest.mark.parametrize("own_file", ["", "refused = ["])
def test_a_warning_sign_is_answered_first_whatever_else_goes_wrong(
    call: Call, own_folder: Path, arguments: str, option: str, own_file: str
) -> None:
    if own_file:
        (own_folder / "mine.toml").write_text(own_file, encoding="utf-8")
    code, out, _ = call(*arguments.split(), *option.split())
    assert code == 3
    if "--json" in arguments:
        assert [each["id"] for each in json.loads(out)["warnings"]] == ["chest-pain"]
    else:
        assert out.startswith("EMERGENCY: ")
        last = "Saved on" if arguments.startswith("check") else "No routine starts."
        assert last in out


def test_the_plan_tells_programs_all_that_it_tells_people(
    call: Call, document: Callable[..., dict[str, Any]], home: Path
) -> None:
    call("profile", "rest", "LI4")
    call("profile", "set", "bruised-skin=hand")
    profile = home / "config" / "profile.toml"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(re.sub(r"told = \S+", "told = 2020-01-01", text), encoding="utf-8")
    plan = document("plan", "lower-back", "--condition", "under-18", "--provider-agreed")
    assert "Press only half as hard as feels right." in plan["gentle"]
    assert plan["expired"] == ["bruised-skin"]
    assert [(each["step"], each["points"]) for each in plan["replaced"]] == [(2, ["LI11"])]
    plan = document("plan", "lower-back", "--condition", "swollen-legs")
    assert [(each["step"], each["title"]) for each in plan["dropped"]] == [(4, "Leg or hip")]
    for key in plan:
        assert f'"{key}"' in JSON_PAGE, key


def test_a_condition_for_another_day_is_graver_than_care(call: Call) -> None:
    code, out, _ = call("plan", "simple", "--condition", "fever", "--json")
    assert code == 3
    assert [each["level"] for each in json.loads(out)["warnings"] if each["id"] == "fever"] == [
        "avoid"
    ]


def test_a_history_that_cannot_be_read_is_a_warning_of_the_plan(
    document: Callable[..., dict[str, Any]], call: Call, home: Path
) -> None:
    (home / "data").mkdir()
    (home / "data" / "history.db").write_text("not a database, and long enough to be read as one")
    warned = document("plan", "lower-back")["warnings"][-1]
    assert (warned["id"], warned["level"]) == ("history", "care")
    assert "history.db" in warned["text"]
    code, out, err = call("plan", "lower-back")
    assert (code, err) == (0, "")
    assert f"Take care: {warned['text']}\n" in out


NEAREST = [
    (("--minutes", "1"), "The shortest is back-of-the-knees ("),
    (("--for", "neck", "--minutes", "5"), "for neck pain is that short. The shortest is desk ("),
    (
        ("--for", "neck", "--position", "lying"),
        "for neck pain stays in that position. The nearest is desk (",
    ),
    (
        ("--for", "sleep", "--minutes", "2", "--position", "seated"),
        "The nearest is bedtime (",
    ),
    (
        ("--minutes", "2", "--position", "lying"),
        "in that position is that short. The shortest is follow-the-pain (",
    ),
    (("--for", "neck", "--minutes", "2", "--position", "lying"), "The nearest is desk ("),
]


@pytest.mark.parametrize(("options", "nearest"), NEAREST)
def test_nothing_found_says_what_comes_nearest(
    call: Call, options: tuple[str, ...], nearest: str
) -> None:
    """Finding B2: the shortest of all was named, for another complaint."""
    code, out, err = call("routine", *options)
    assert (code, out) == (1, "")
    assert "No routine " in err
    assert nearest in err


def test_a_complaint_without_a_routine_leads_to_its_places(call: Call) -> None:
    code, out, err = call("routine", "--for", "headache")
    assert (code, out) == (1, "")
    assert 'type "presspoint points --for headache"' in err


def test_who_is_limited_hears_of_no_routine_that_does_not_suit(call: Call) -> None:
    keep(Profile(conditions=(ConditionAnswer("pregnancy", current_day()),)))
    assert "is whole-set (" in call("routine", "--for", "leg", "--minutes", "1")[2]
    assert (
        "No routine for stiff back suits you now."
        in call("routine", "--for", "stiffness", "--minutes", "1")[2]
    )


def test_a_point_tells_where_each_of_its_facts_comes_from(call: Call) -> None:
    _, out, _ = call("point", "LI4", "--sources")
    rows = dict(line.split(": ", 1) for line in out.splitlines() if ": " in line)
    sources = {label: title for label, title in rows.items() if label.startswith("Source")}
    assert "WHO Standard" in sources["Source 1"]
    for label in ("Where", "How long", "Take care", "Not with", "Tradition"):
        cited = re.search(r"\[([\d, ]+)\]$", rows[label])
        assert cited, label
        assert all(f"Source {number}" in sources for number in cited[1].split(", "))


def test_a_card_has_no_sources_unless_asked_for(call: Call) -> None:
    """Finding A8: of 37 lines the last 13 were sources, and the place had scrolled away."""
    for code in ("LI4", "BL23", "BL40"):
        _, out, _ = call("point", code)
        assert "Source " not in out
        assert not re.search(r"\[\d", out)


def test_a_point_that_is_never_pressed_says_so_first_and_why(
    call: Call, document: Callable[..., dict[str, Any]]
) -> None:
    _, out, _ = call("point", "ST9")
    assert "blood vessels of the neck" in out.splitlines()[1]
    assert document("point", "ST9")["never_pressed"] == ["neck-arteries"]


def test_every_source_is_listed_with_what_cites_it(
    call: Call, document: Callable[..., dict[str, Any]]
) -> None:
    sources = {each["id"]: each for each in document("sources")["sources"]}
    assert "LI4" in sources["best-examples"]["cited_by"]["points"]
    _, out, _ = call("sources")
    assert all(each["title"] in out for each in sources.values())


def test_the_guide_says_how_to_press_and_who_says_so(
    call: Call, document: Callable[..., dict[str, Any]]
) -> None:
    guidance = document("guide")["guidance"]
    assert all(each["text"] and each["sources"] for each in guidance)
    _, out, _ = call("guide")
    assert "never sharp" in out


def test_the_example_of_the_readme_is_in_order_and_plays(
    call: Call, document: Callable[..., dict[str, Any]], own_folder: Path
) -> None:
    example = re.search(r"```toml\n(#:schema.*?)```", OWN_PAGE, re.DOTALL)
    assert example
    (own_folder / "physio.toml").write_text(example[1], encoding="utf-8")
    code, out, err = call("catalogue", "check")
    assert (code, err) == (0, "")
    assert "physio.toml: OK (1 routine" in out
    plan = document("plan", "physio")
    assert [each for each in plan["phases"] if each["points"] == ["shin"]]
    assert document("point", "shin")["sources"] == ["My physiotherapist, 12 November"]
    assert "physio" in {each["name"] for each in document("routine")["routines"]}


def test_a_refused_file_stops_playing_and_not_looking_up(call: Call, own_folder: Path) -> None:
    file = written(own_folder, changed(("points", "shin", "hold", "cap"), 500), "physio.toml")
    for arguments in (("routine", "simple", "--yes"), ("plan", "simple")):
        code, out, err = call(*arguments)
        assert (code, out) == (1, "")
        assert str(file) in err
        assert "--without-own-files" in err
    for line in ("point LI4", "points", "routine", "sources"):
        code, out, err = call(*line.split())
        assert code == 0
        assert out
        assert err.count("\n") == 1
        assert str(file) in err
    assert call("plan", "simple", "--without-own-files")[0] == 0


def test_a_replaced_routine_says_whose_it_is(call: Call, own_folder: Path) -> None:
    written(own_folder, changed(("routines", "desk"), GOOD["routines"]["physio"]), "mine.toml")
    assert "your own routine, from mine.toml" in call("plan", "desk")[1]
    assert "mine.toml" not in call("plan", "desk", "--without-own-files")[1]


def test_a_check_tells_each_fault_with_file_line_table_key_found_and_wanted(
    call: Call, own_folder: Path
) -> None:
    content = changed(("points", "shin", "hold", "cap"), 500)
    content["red_flags"] = {"fever": {"level": "care"}}
    file = written(own_folder, content, "physio.toml")
    code, out, err = call("catalogue", "check", str(file), "--json")
    assert (code, err) == (1, "")
    faults = {each["table"]: each for each in json.loads(out)["faults"]}
    assert faults["points"] == {
        "file": str(file),
        "line": file.read_text(encoding="utf-8").split("\n").index("cap = 500") + 1,
        "table": "points",
        "entry": "shin",
        "key": "hold.cap",
        "found": "500",
        "wanted": "a whole number of seconds from 1 to 180",
    }
    assert faults["red_flags"]["found"] == "a table that you cannot add to"
    assert faults["red_flags"]["line"]
    code, out, err = call("catalogue", "check")
    assert code == 1
    assert "2 faults in 1 file." in out
    assert err.count("\n") == 2


def test_with_no_own_files_the_check_says_where_they_go(call: Call, home: Path) -> None:
    code, out, err = call("catalogue", "check")
    assert (code, err) == (0, "")
    assert str(home / "config" / "catalogue") in out


def test_the_schema_is_one_document(call: Call) -> None:
    code, out, err = call("catalogue", "schema")
    assert (code, err) == (0, "")
    assert json.loads(out)["$ref"].endswith("OwnFile")


def test_a_hostile_file_controls_no_terminal(call: Call, own_folder: Path) -> None:
    evil = "\x1b]0;x\x07\u202e[bold]"
    content = changed(("points", "shin", "name"), evil)
    content["points"]["shin"]["colour" + "\x1b[2J"] = 1
    written(own_folder, content, "a\x1b[2J.toml")
    for arguments in (("catalogue", "check"), ("points",), ("plan", "simple")):
        _, out, err = call(*arguments)
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", out + err)


@pytest.mark.parametrize("more", [[], ["--json"]])
def test_a_complaint_that_nothing_here_is_for_says_what_to_type(
    call: Call, more: list[str]
) -> None:
    code, out, err = call("points", "--for", "nausea", *more)
    assert code == 1
    assert out == ("" if not more else out)
    assert "Add --all to look up 1 place." in err
    assert not more or json.loads(out) == {"points": [], "zones": []}


def test_what_a_routine_rests_on_is_shown_when_asked_for(
    call: Call, document: Callable[..., dict[str, Any]]
) -> None:
    """Worst sentences 13 to 15: notes for editors stood among the words for a patient."""
    for name in ("lower-back", "whole-set", "relaxing"):
        plan = document("plan", name)
        words = " ".join(call("plan", name, "--sources")[1].split())
        plainly = " ".join(call("plan", name)[1].split())
        assert plan["sources"]
        assert all(f"Source: {title}" in words for title in plan["sources"])
        assert "Source: " not in plainly
        assert plan["basis"] in words
        assert not plan["basis"] or plan["basis"] not in plainly
    assert document("plan", "relaxing")["basis"].startswith("A small pilot trial")


def test_whoever_may_not_play_is_shown_no_sources(call: Call) -> None:
    code, out, _ = call("plan", "lower-back", "--red-flag", "trauma", "--sources")
    assert code == 3
    assert "Source: " not in out
