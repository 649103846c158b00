"""The course commands as a person types them, day by day."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from presspoint import clock
from presspoint.__main__ import run_guarded
from presspoint.catalogue.safety_warnings import Level
from presspoint.safety.answers import ConditionAnswer
from presspoint.safety.profile import Profile
from presspoint.session.record.endings import Status
from presspoint.session.record.records import HoldRecord, Reaction, SessionRecord
from presspoint.storage.entries.entry import read_entries
from support.days import MONDAY
from support.histories import save_session
from support.profiles import keep, profile_file

HOLD = HoldRecord(("LI4",), (), "left", 50.0, 50.0, ("LI4",))


class Person:
    """Somebody who types a command on a day of a course, counted from 1."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch, self.capsys = monkeypatch, capsys

    def types(self, day: int, typed: str) -> tuple[int, str, str]:
        """Return the exit code, what was printed, and the remarks."""
        self.monkeypatch.setattr(clock, "today", lambda _: self.date(day))
        self.capsys.readouterr()
        code = run_guarded(typed.split())
        return (code, *self.capsys.readouterr())

    def sees(self, day: int) -> dict[str, Any]:
        """Return the document of the course on a day."""
        document = json.loads(self.types(day, "course --json")[1])
        course: dict[str, Any] = document["course"]
        return course

    def does(self, day: int, routine: str = "lower-back", *, hurt: bool = False) -> None:
        """Do a session on the evening of a day."""
        reactions = (Reaction(1, ("LI4",), (), "left", "sharp"),) if hurt else ()
        started = f"{self.date(day)}T20:00:00+01:00"
        record = SessionRecord(f"{day:032}", routine, started, Status.RUNNING, 600.0, ())
        save_session(record._replace(reactions=reactions), HOLD, ended=Status.FINISHED)

    @staticmethod
    def date(day: int) -> date:
        return MONDAY + timedelta(days=day - 1)


@pytest.fixture
def person(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Person:
    return Person(monkeypatch, capsys)


def test_without_a_course_nothing_is_due_and_it_says_how_to_begin_one(person: Person) -> None:
    code, out, err = person.types(1, "course")
    assert (code, out) == (0, "")
    assert "presspoint course start lower-back" in err
    assert person.types(1, "course --json")[:2] == (
        0,
        '{\n  "course": null,\n  "warnings": []\n}\n',
    )
    code, out, _ = person.types(1, "due")
    assert (code, out[:20]) == (1, "You have no course n")
    assert person.types(1, "due --quiet") == (1, "", "")


def test_a_course_is_begun_done_and_ended(person: Person) -> None:
    code, out, _ = person.types(1, "course start lower-back --weeks 2 --times 3")
    assert code == 0
    assert "Week 1 of 2.\nToday: lower-back, about ten minutes.\n" in out
    assert "The last day is Sunday 13 December 2026." in out
    person.does(1)
    assert person.types(1, "course today")[1] == (
        "Done for today. Next: Wednesday 2 December 2026.\n"
    )
    assert person.types(2, "course today")[1].startswith("Nothing today. Next: Wednesday")
    code, out, _ = person.types(3, "course end")
    assert (code, out) == (0, "Ended: For a sore lower back, three times a week.\n"
                              "Done: 1 of 1 session.\n")  # fmt: skip
    assert person.sees(3)["standing"] == "ended"
    assert person.types(4, "course skip")[0] == 1


def test_a_second_course_waits_until_the_first_is_over(person: Person) -> None:
    person.types(1, "course start feet-one-week")
    code, _, err = person.types(7, "course start desk")
    assert (code, "presspoint course end" in err) == (1, True)
    assert person.sees(8)["standing"] == "over"
    assert person.types(8, "course start desk")[0] == 0
    assert person.sees(8)["routine"] == "desk"


def test_a_skipped_day_is_not_due_and_a_day_that_was_missed_may_be_skipped_later(
    person: Person,
) -> None:
    person.types(1, "course start lower-back --weeks 1")
    said = person.types(1, "course skip --because ill")[1]
    assert said.startswith("Skipped today. Next: ")
    assert said.endswith("If you do it today after all, it counts.\n")
    assert person.types(1, "due")[0] == 1
    said = person.types(3, "course skip --when yesterday --because away")[1]
    assert said.startswith("Skipped: Tuesday 1 December 2026. If you did it after all, ")
    assert "presspoint history did lower-back --when 2026-12-01" in " ".join(said.split())
    days = {each["day"]: each["state"] for each in person.sees(3)["days"]}
    assert [days[str(person.date(each))] for each in (1, 2, 3)] == ["skipped", "skipped", "due"]
    assert person.types(3, "course skip --when 2026-01-01")[0] == 1
    assert person.types(3, "course skip --when someday")[0] == 2


def test_the_rest_of_a_day_can_be_skipped_and_done_after_all(person: Person) -> None:
    person.types(1, "course start morning-evening-two-weeks")
    person.types(1, "history did morning-evening")
    said = person.types(1, "course skip")[1]
    assert said.startswith("Skipped the rest of today. Next: ")
    assert said.endswith("If you do it today after all, it counts.\n")


def test_a_pause_has_a_reason_and_a_day_or_ends_when_it_is_said(person: Person) -> None:
    person.types(1, "course start lower-back")
    _, out, _ = person.types(2, "course pause --because travel --until friday")
    assert out == "Paused until Friday 4 December 2026: travel.\n"
    assert [person.types(each, "due --quiet")[0] for each in (2, 3, 4, 5)] == [1, 1, 1, 0]
    person.types(5, "course pause")
    assert person.types(9, "due")[0] == 1
    assert person.types(9, "course resume")[1].startswith("Today: lower-back")
    assert person.types(9, "course resume")[0] == 1
    assert person.types(9, "course pause --until yesterday")[0] == 2


def test_a_warning_sign_pauses_it_from_its_day_and_it_goes_on_only_once_that_has_ended(
    person: Person,
) -> None:
    person.types(1, "course start lower-back")
    keep(Profile(checked_on=person.date(2), urgency=Level.SAME_DAY))
    code, out, _ = person.types(4, "due")
    assert (code, "a sign that needs medical advice the same day" in out) == (3, True)
    first, _, then = person.types(4, "course")[1].splitlines()[:3]
    assert first in out
    assert then.startswith("Paused since Tuesday 1 December 2026: you have a warning sign.")
    code, out, _ = person.types(4, "course resume")
    assert (code, out.splitlines()[-1]) == (3, "No routine starts.")
    keep(Profile(checked_on=person.date(5)))
    assert person.types(5, "due")[0] == 3
    assert person.types(5, "course resume")[0] == 0
    assert person.types(5, "due")[0] == 0
    assert len(read_entries("course")) == 3  # begun, paused once, gone on
    assert person.sees(6)["asked"] == 2  # days 1 and 5


def test_a_new_condition_pauses_it_and_one_that_was_there_does_not(person: Person) -> None:
    keep(Profile(conditions=(ConditionAnswer("varicose-veins", person.date(1)),)))
    person.types(1, "course start lower-back --provider-agreed")
    assert person.types(1, "due")[0] in {0, 3}
    both = ("varicose-veins", "bruised-skin")
    keep(Profile(conditions=tuple(ConditionAnswer(each, person.date(2)) for each in both)))
    code, out, _ = person.types(3, "due")
    assert (code, "you have a new condition" in out) == (3, True)
    assert "presspoint plan lower-back" in out


@pytest.mark.parametrize("typed", ["course pause --until thursday", "course pause"])
def test_a_pause_of_ones_own_on_top_of_one_that_a_condition_made_does_not_end_it(
    person: Person, typed: str
) -> None:
    person.types(1, "course start lower-back")
    keep(Profile(conditions=(ConditionAnswer("blood-thinners", person.date(2)),)))
    assert person.types(2, "due")[0] == 3
    person.types(2, typed)
    for day in (2, 4, 9):
        code, out, _ = person.types(day, "due")
        assert (code, "you have a new condition" in out) == (3, True)
    assert person.sees(9)["standing"] == "paused"
    assert person.types(9, "course resume --provider-agreed")[0] == 0
    assert person.sees(9)["standing"] == "running"


def test_a_condition_of_a_day_to_come_pauses_it_today(person: Person) -> None:
    person.types(1, "course start lower-back")
    keep(Profile(conditions=(ConditionAnswer("bruised-skin", person.date(30)),)))
    assert [person.types(day, "due")[0] for day in (2, 3)] == [3, 3]


def test_what_is_not_for_this_person_is_not_begun(person: Person) -> None:
    keep(Profile(conditions=(ConditionAnswer("pregnancy", person.date(1)),)))
    code, out, _ = person.types(1, "course start lower-back")
    assert code == 3
    assert out.splitlines()[-1].startswith(("Not started", "Ask"))
    assert read_entries("course") == []


def test_a_word_of_a_clinician_that_is_missing_is_due_but_not_allowed(person: Person) -> None:
    keep(Profile(conditions=(ConditionAnswer("hypertension", person.date(1)),)))
    assert person.types(1, "course start desk")[0] == 3
    assert person.types(1, "course start desk --provider-agreed")[0] == 0
    code, out, _ = person.types(1, "due")
    assert (code, out[:12]) == (3, "Not started.")
    assert len(out.splitlines()) == 1


def test_holds_are_shorter_at_first_which_is_said_and_step_back_after_what_hurt(
    person: Person,
) -> None:
    usual = json.loads(person.types(1, "plan lower-back --json")[1])
    person.types(1, "course start lower-back --times 3 --grow")
    softer = json.loads(person.types(1, "plan lower-back --json")[1])
    assert held(softer) < held(usual)
    assert "holds are 60 percent" in person.types(1, "plan lower-back")[1]
    for day in (1, 3, 5, 8, 10, 12):
        person.does(day)
    assert person.sees(15)["percent"] == 100
    assert held(json.loads(person.types(15, "plan lower-back --json")[1])) == held(usual)
    person.does(15, hurt=True)
    assert person.sees(15)["percent"] == 80
    assert held(json.loads(person.types(15, "plan desk --json")[1])) > 0


def held(plan: dict[str, Any]) -> float:
    """Return the seconds of all holds of a plan."""
    return sum(float(each["seconds"]) for each in plan["phases"] if each["kind"] == "hold")


def test_a_routine_is_due_once_a_day_without_a_course(person: Person) -> None:
    assert person.types(1, "due desk")[0] == 0
    person.does(1, "desk")
    assert person.types(1, "due desk")[:2] == (1, "Done for today: desk.\n")
    assert person.types(2, "due desk --quiet") == (0, "", "")
    assert person.types(2, "due dsk")[0] == 2


def test_what_cannot_be_read_is_never_taken_for_nothing_due(person: Person, home: Path) -> None:
    person.types(1, "course start lower-back")
    profile_file(home, "not toml [")
    assert person.types(1, "due")[0] == 4
    assert person.types(1, "due --quiet") == (4, "", "")


@pytest.mark.parametrize(
    ("now", "wait"),
    [("08:00", "12:00"), ("08:20", "12:00"), ("11:59", "12:00"), ("12:00", ""), ("21:00", "")],
)
@pytest.mark.parametrize("hours", [-8, 0, 9])
def test_the_second_session_of_a_day_is_due_four_hours_after_the_first(
    person: Person, monkeypatch: pytest.MonkeyPatch, now: str, wait: str, hours: int
) -> None:
    person.types(1, "course start morning-evening-two-weeks")
    here = timezone(timedelta(hours=hours))
    first = datetime.combine(person.date(1), time(8), here)
    record = SessionRecord("one", "morning-evening", first.isoformat(), Status.RUNNING, 300.0, ())
    save_session(record, HOLD, ended=Status.FINISHED)
    moment = datetime.combine(person.date(1), time.fromisoformat(now), here)
    monkeypatch.setattr(clock, "_local_now", lambda: moment)
    code, out, _ = person.types(1, "due")
    said = f"Today once more, from {wait} on: morning-evening" if wait else "Today once more: "
    assert (code, said in out) == (1 if wait else 0, True)
    assert said in person.types(1, "course today")[1]
    assert (person.sees(1)["due"], person.sees(1)["due_from"]) == (1, wait or None)


@pytest.mark.parametrize(
    ("typed", "code", "words"),
    [
        ("course start relaxin", 1, 'Did you mean "relaxing"'),
        ("course start relaxing --times twice-daily", 1, "Choose --times daily."),
        ("course start lower-back --times sometimes", 2, "--times"),
        ("course start lower-back --weeks 13", 2, "--weeks"),
        ("course start feet-one-week --weeks 2", 2, "its own weeks"),
        ("course pause", 1, "You have no course now."),
        ("course resume", 1, "You have no course now."),
        ("course end", 1, "You have no course now."),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    person: Person, typed: str, code: int, words: str
) -> None:
    found, _, err = person.types(1, typed)
    assert (found, words in err) == (code, True), err


@pytest.mark.usefixtures("home")
def test_an_empty_value_is_no_way_to_say_how_often() -> None:
    assert run_guarded(["course", "start", "lower-back", "--times", ""]) == 2
    assert read_entries("course") == []


def test_the_courses_are_listed_with_what_they_rest_on(person: Person) -> None:
    listed = json.loads(person.types(1, "course list --json")[1])["courses"]
    assert listed[0]["name"] == "relaxing-six-weeks"
    assert all(each["basis"] and each["sources"] for each in listed)
    assert "Murphy" in person.types(1, "course list --sources")[1]
