"""Courses in a person's own files: what they may ask for, and what is said where they may not."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from presspoint.courses.course import (
    LEAST_PERCENT,
    MOST_PERCENT,
    MOST_STAGES,
    MOST_WEEKS,
    TIMES,
    course_of_days,
    courses,
    sessions_a_day,
)
from presspoint.storage.own.format import json_schema
from support.own import GOOD, SHIPPED, check, with_own

COURSE = {"title": "Mine", "routine": "physio", "weeks": 3, "times": "3", "grows": [60, 100, 150]}


def with_course(**changes: Any) -> dict[str, Any]:  # noqa: ANN401  # values of any type
    """Return the good file with a course, some of its values replaced."""
    return deepcopy(GOOD) | {"courses": {"mine": COURSE | changes}}


def test_a_course_of_a_routine_of_ones_own_is_read(tmp_path: Path) -> None:
    course = course_of_days(with_own(tmp_path, with_course()), "mine")
    assert (course.routine, course.weeks, course.how_often.days) == ("physio", 3, 3)
    assert (course.grows, course.file) == ((60, 100, 150), "own.toml")
    assert course.sources == ("file:own.toml",)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"routine": "relaxng"}, 'Did you mean "relaxing"?'),
        ({"weeks": 13}, "a whole number from 1 to 12"),
        ({"times": 3}, 'times a week in quotes: "3"'),
        ({"times": "often"}, "daily, twice-daily, every-other-day"),
        ({"grows": [60, 200]}, "percent, from 50 to 150"),
        ({"routine": "relaxing", "times": "twice-daily"}, "daily: relaxing has a place with one"),
        ({"sources": ["nobody"]}, "the NAME of a [sources.NAME]"),
        ({"colour": "red"}, "an unknown key"),
    ],
)
def test_what_a_course_may_not_ask_for_is_said(
    tmp_path: Path, changes: dict[str, Any], words: str
) -> None:
    faults = check(tmp_path, with_course(**changes)).faults
    assert len(faults) == 1
    assert words in str(faults[0])


@pytest.mark.parametrize("name", ["relaxing-six-weeks", "relaxing", "physio"])
def test_its_name_is_no_other_courses_and_no_routines(tmp_path: Path, name: str) -> None:
    content = deepcopy(GOOD) | {"courses": {name: COURSE}}
    tables = [each.fault.path[0] for each in check(tmp_path, content).faults]
    assert tables == ["courses"]


def test_a_place_of_ones_own_with_one_session_a_day_has_no_course_twice_a_day(
    tmp_path: Path,
) -> None:
    content = with_course(times="twice-daily")
    assert check(tmp_path, content).faults == ()
    content["zones"]["waist-edge"]["hold"]["per_day"] = 1
    assert len(check(tmp_path, content).faults) == 1


def test_a_heading_that_is_nearly_right_is_understood(tmp_path: Path) -> None:
    content = deepcopy(GOOD) | {"course": {"mine": COURSE}}
    assert "Did you mean [courses.mine]?" in str(check(tmp_path, content).faults[0])


def test_the_format_has_what_the_room_of_courses_has() -> None:
    schema = json_schema()["$defs"]["Course"]["properties"]
    assert schema["weeks"]["maximum"] == MOST_WEEKS
    assert set(schema["times"]["enum"]) == set(TIMES)
    assert schema["grows"]["maxItems"] == MOST_STAGES
    assert (schema["grows"]["items"]["minimum"], schema["grows"]["items"]["maximum"]) == (
        LEAST_PERCENT,
        MOST_PERCENT,
    )


def test_each_shipped_course_has_a_routine_and_asks_for_no_more_than_its_places_have() -> None:
    every = list(courses(SHIPPED))
    assert len(every) == 5
    for each in every:
        assert SHIPPED.has("routines", each.routine)
        assert each.how_often.a_day <= sessions_a_day(SHIPPED, each.routine)
        assert 1 <= each.weeks <= MOST_WEEKS
        assert all(LEAST_PERCENT <= stage <= MOST_PERCENT for stage in each.grows)
        assert each.basis
