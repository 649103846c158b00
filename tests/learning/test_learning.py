"""Places led to by touch: only those that this person may press, and nothing counts as pressed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from presspoint.catalogue.pain_answers import Feeling
from presspoint.catalogue.safety_warnings import Level
from presspoint.catalogue.selection import PlaceFilter, select_places
from presspoint.catalogue.tables import Catalogue
from presspoint.learning.schedule import Answer, Try
from presspoint.run.learning import leading
from presspoint.run.learning.lessons import lessons, read_learner
from presspoint.safety.answers import BodyPlace, ConditionAnswer, Rest
from presspoint.safety.profile import Profile
from presspoint.storage.entries.entry import read_entries
from presspoint.storage.entries.tries import TryLog, read_tries
from presspoint.storage.history.reading import read_history
from presspoint.storage.history.recent import count_recent_presses
from presspoint.storage.settings_file import current_day
from support.cases import every
from support.profiles import keep, profile_file
from support.terminal import Terminal

TODAY = current_day()
Call = Callable[..., tuple[int, str, str]]


def offered(catalogue: Catalogue) -> dict[str, str]:
    """Return the places that the person of the profile may find, each with its side."""
    coached = select_places(catalogue, PlaceFilter())
    found = lessons(catalogue, read_learner(catalogue), coached)
    return {code: side for code, (_, side) in found.places.items()}


def with_conditions(*answers: ConditionAnswer) -> Profile:
    return keep(Profile(checked_on=TODAY, conditions=answers))


def test_everybody_is_led_to_what_presspoint_guides_to_and_to_nothing_else(
    catalogue: Catalogue,
) -> None:
    coached = {each.code for each in select_places(catalogue, PlaceFilter())}
    assert set(offered(catalogue)) == coached
    assert {"LI4", "BL23", "paraspinal-upper-knots"} <= coached


def test_what_a_condition_leaves_out_is_not_offered(catalogue: Catalogue) -> None:
    with_conditions(ConditionAnswer("pregnancy", TODAY))
    assert not {"LI4", "GB21", "BL60", "BL57", "BL53", "CV6", "KI3"} & set(offered(catalogue))
    assert "SI3" in offered(catalogue)


def test_what_only_a_tool_presses_is_not_offered_where_the_tool_is_out(
    catalogue: Catalogue,
) -> None:
    """No ball with an aneurysm, and BL23 is pressed with balls alone; GB30 may be by a thumb."""
    with_conditions(ConditionAnswer("aneurysm", TODAY))
    assert not {"BL23", "BL52", "paraspinal-upper-knots"} & set(offered(catalogue))
    assert "LI4" in offered(catalogue)


def test_a_place_is_shown_on_a_side_that_is_open(catalogue: Catalogue) -> None:
    assert offered(catalogue)["LI4"] == "left"
    with_conditions(ConditionAnswer("bruised-skin", TODAY, (BodyPlace("left", "hand"),)))
    assert offered(catalogue)["LI4"] == "right"
    keep(Profile(TODAY, rests=(Rest("LI4", TODAY + timedelta(3)),)))
    assert "LI4" not in offered(catalogue)


@every("level", [Level.EMERGENCY, Level.SAME_DAY, Level.SOON])
def test_with_a_stop_there_is_what_to_do_and_nothing_else(call: Call, level: Level) -> None:
    keep(Profile(TODAY, level))
    code, out, err = call("learn")
    assert (code, err, out.count("\n")) == (3, "", 1)
    assert "Your check on" in out
    code, out, err = call("learn", "--json")
    document = json.loads(out)
    assert (code, err, document["due"]) == (3, "", [])
    assert document["warnings"][0]["level"] == level


def test_a_profile_that_cannot_be_read_shows_no_place(call: Call, home: Path) -> None:
    profile_file(home, "=")
    code, out, err = call("learn", "--json")
    assert (code, out) == (1, "")
    assert "profile.toml" in err


def test_after_a_place_went_numb_feeling_comes_first(call: Call) -> None:
    keep(Profile(TODAY, rests=(Rest("LI4", TODAY + timedelta(3), answer=Feeling.NUMB),)))
    code, out, _ = call("learn")
    assert code == 3
    assert "First say whether the feeling is back: presspoint check." in out


def test_a_refused_file_of_ones_own_stops_learning_as_it_stops_playing(
    call: Call, home: Path
) -> None:
    folder = home / "config" / "catalogue"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text("[points.X]\n", encoding="utf-8")
    assert call("learn", "--json")[0] == 1
    assert call("learn", "--json", "--without-own-files")[0] == 0


def test_without_a_terminal_it_says_what_does_not_ask(call: Call) -> None:
    code, out, err = call("learn")
    assert (code, out) == (2, "")
    assert "presspoint learn --json" in err


def test_the_document_has_what_comes_now_and_no_more_than_five(call: Call) -> None:
    code, out, _ = call("learn", "--json", "--region", "hand")
    document = json.loads(out)
    assert code == 0
    assert [each["code"] for each in document["due"]] == ["LI4", "SI3", "TE3"]
    assert document["next"] == TODAY.isoformat()
    assert len(json.loads(call("learn", "--json")[1])["due"]) == 5


@every(
    ("arguments", "code"),
    [
        (["--for", "xyzzy"], 1),
        (["--region", "xyzzy"], 2),
        (["--for", "sleep", "--region", "knee"], 1),
    ],
)
def test_what_it_has_no_place_for_is_said(call: Call, arguments: list[str], code: int) -> None:
    assert call("learn", "--json", *arguments)[:2] == (code, "")


def test_words_of_a_warning_sign_are_answered_first_as_a_document_too(call: Call) -> None:
    code, printed, _ = call("learn", "--json", "--for", "chest pain")
    assert code == 1
    assert [each["level"] for each in json.loads(printed)["warnings"]] == ["emergency"]


# The go


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The answers that the person gives, one a place; at the end they leave."""
    answers: list[str] = []
    monkeypatch.setattr(leading, "can_ask", lambda: True)
    monkeypatch.setattr(leading, "ask_key", lambda *_: answers.pop(0) if answers else "leave")
    return answers


def test_each_answer_is_saved_and_says_when_the_place_comes_again(
    call: Call, keys: list[str]
) -> None:
    keys[:] = [Answer.FOUND, Answer.NOT_YET, Answer.UNSURE]
    code, out, err = call("learn", "--region", "hand")
    assert (code, err) == (0, "")
    assert out.count("It comes again next time.") == 2
    assert "Good. It comes again tomorrow." in out
    assert "Found: 1 of 3. Go on whenever you like: presspoint learn." in out
    assert read_tries() == [
        Try("LI4", TODAY, Answer.FOUND),
        Try("SI3", TODAY, Answer.NOT_YET),
        Try("TE3", TODAY, Answer.UNSURE),
    ]


def test_what_is_answered_elsewhere_meanwhile_counts_from_the_next_place_on(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(*_: object) -> Answer:
        keep(meanwhile.pop())
        return Answer.FOUND

    rest = Rest("SI3", TODAY + timedelta(3))
    meanwhile = [Profile(TODAY, Level.EMERGENCY), Profile(TODAY, rests=(rest,))]
    monkeypatch.setattr(leading, "can_ask", lambda: True)
    monkeypatch.setattr(leading, "ask_key", answer)
    code, out, _ = call("learn")
    assert code == 3
    shown = [code for code in ("LI4", "SI3", "TE3", "LI11") if f"({code})" in out]
    assert shown == ["LI4", "TE3"]
    assert out.rstrip().endswith("presspoint check.")


def test_nothing_counts_as_pressed(call: Call, keys: list[str]) -> None:
    keys[:] = [Answer.FOUND] * 5
    call("learn")
    assert read_history() == []
    assert count_recent_presses(0.0, 1e12) == {}


def test_what_is_not_due_is_not_asked_again(call: Call, keys: list[str]) -> None:
    keys[:] = [Answer.FOUND] * 3
    call("learn", "--region", "hand")
    assert call("learn", "--region", "hand")[1] == "Nothing to find until tomorrow.\n"
    for days in (1, 4, 11):
        for code in ("LI4", "SI3", "TE3"):
            TryLog().save(Try(code, TODAY + timedelta(days), Answer.FOUND))
    assert "You know all of these places." in call("learn", "--region", "hand")[1]


def test_a_history_that_cannot_be_written_stops_nothing_and_is_exit_4(
    call: Call, keys: list[str], home: Path
) -> None:
    (home / "data").mkdir()
    (home / "data" / "history.db").mkdir()
    keys[:] = [Answer.FOUND] * 3
    code, out, err = call("learn", "--region", "hand")
    assert code == 4
    assert out.count("Good.") == 3
    assert err.count("your answer is not saved yet") == 1
    assert "3 answers not saved" in err
    assert err.count("all places are new") == 1


def test_answers_that_waited_are_saved_with_the_next_one(home: Path) -> None:
    log = TryLog()
    (home / "data").mkdir()
    blocked = home / "data" / "history.db"
    blocked.mkdir()
    log.save(Try("LI4", TODAY, Answer.FOUND))
    assert log.problem
    blocked.rmdir()
    log.save(Try("SI3", TODAY, Answer.FOUND))
    assert not log.problem
    assert [each.code for each in read_tries()] == ["LI4", "SI3"]


def test_a_damaged_record_costs_only_itself(home: Path) -> None:
    TryLog().save(Try("LI4", TODAY, Answer.FOUND))
    with closing(sqlite3.connect(home / "data" / "history.db")) as connection, connection:
        for number, content in enumerate(("{", "[]", '{"place": 1}', '{"place": "A", "day": 3}')):
            connection.execute(
                "INSERT INTO entry VALUES (?, 'learned', '', ?)", (str(number), content)
            )
    assert [each.code for each in read_tries()] == ["LI4"]
    assert len(read_entries("learned")) == 3


@pytest.mark.usefixtures("keys")
def test_before_pressing_whoever_a_condition_asks_for_is_to_be_asked(call: Call) -> None:
    with_conditions(ConditionAnswer("blood-thinners", TODAY))
    out = call("learn")[1]
    assert "Before you press any of them, ask" in out
    assert "No safety check yet" not in out
    keep(Profile())
    assert "No safety check yet" in call("learn")[1]


def test_where_nothing_is_left_it_says_so(call: Call) -> None:
    with_conditions(ConditionAnswer("pregnancy", TODAY))
    code, out, _ = call("learn", "--region", "foot")
    assert (code, out) == (
        3,
        "None of these places is for you now. presspoint profile shows why.\n",
    )
    code, out, _ = call("learn", "--region", "foot", "--json")
    assert (code, json.loads(out)["due"]) == (3, [])


@pytest.fixture
def terminal(home: Path) -> Iterator[Terminal]:
    opened = Terminal(str(home))
    yield opened
    opened.close()


@pytest.mark.long
def test_on_a_terminal_one_key_answers_and_any_other_asks_again(terminal: Terminal) -> None:
    terminal.run("presspoint learn --region hand")
    shown = terminal.wait_for("q: stop")
    assert "1 of 3. Thumb web, left hand (LI4)" in shown
    terminal.type("z")
    terminal.wait_for("q: stop.\nFound it")
    terminal.type("y")
    terminal.wait_for("2 of 3")
    terminal.type("q")
    terminal.wait_for("Found: 1 of 1")
    assert terminal.exit_code() == 0
    assert terminal.restored()
