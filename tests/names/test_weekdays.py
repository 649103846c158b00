"""Days of the week as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint.names.weekdays import parse_weekdays


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("mon,wed", (0, 2)),
        ("Wednesday and Monday", (0, 2)),
        ("tu th", (1, 3)),
        ("weekdays", (0, 1, 2, 3, 4)),
        ("weekend", (5, 6)),
        ("daily", ()),
        ("s", None),
        ("mon,soon", None),
        ("", None),
        ("and", None),
    ],
)
def test_days_are_read_as_people_type_them(typed: str, days: tuple[int, ...] | None) -> None:
    assert parse_weekdays(typed) == days


@given(st.text(max_size=20))
def test_whatever_is_typed_is_days_of_the_week_or_none(typed: str) -> None:
    assert set(parse_weekdays(typed) or ()) <= set(range(7))
