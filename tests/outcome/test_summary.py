"""What counts of a session, and how much of its change of pain."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint.outcome.summary import summary_of
from presspoint.session.record.endings import Status
from presspoint.session.record.records import HoldRecord, Reaction, SessionRecord

DAY = date(2026, 11, 29)
HOLD = HoldRecord(("BL23",), ("my-knot",), "both", 60.0, 58.04, ("BL23", "BL52"))
TOUCHED = HoldRecord(("LI4",), (), "left", 60.0, 0.5)
REACTION = Reaction(1, ("BL23",), (), "both", "sharp")
PAINS = st.none() | st.integers(0, 10)


def session(
    before: int | None = 6,
    after: int | None = 4,
    status: Status = Status.FINISHED,
    *reactions: Reaction,
) -> SessionRecord:
    started = f"{DAY}T21:30:00+01:00"
    record = SessionRecord("a", "lower-back", started, status, 600.0, (HOLD, TOUCHED))
    return record._replace(pain_before=before, pain_after=after, reactions=reactions)


def test_a_summary_names_what_was_pressed_and_the_change() -> None:
    summary = summary_of(session(), DAY)
    assert summary.codes == ("BL23", "BL52", "my-knot")
    assert (summary.seconds, summary.change, summary.counted_change) == (58.5, -2, -2)
    assert summary.is_done


@pytest.mark.parametrize(("after", "counted"), [(4, 0), (6, 0), (9, 3)])
def test_where_something_hurt_nothing_counts_as_better_and_worse_counts_as_worse(
    after: int, counted: int
) -> None:
    summary = summary_of(session(6, after, Status.STOPPED, REACTION), DAY)
    assert (summary.change, summary.counted_change) == (None, counted)


def test_a_session_that_cannot_be_read_whole_is_never_compared() -> None:
    assert summary_of(session()._replace(whole=False), DAY).counted_change is None


@given(PAINS, PAINS, st.sampled_from(Status))
def test_a_reaction_never_makes_a_change_better_nor_takes_one_away(
    before: int | None, after: int | None, status: Status
) -> None:
    calm = summary_of(session(before, after, status), DAY).counted_change
    hurt = summary_of(session(before, after, status, REACTION), DAY).counted_change
    assert (calm is None) is (hurt is None)
    assert calm is None or hurt is None or hurt >= max(calm, 0)


def test_a_summary_knows_a_nerve_sign() -> None:
    answers = ("sharp", "sore", "faint", None, "numb", "spreading")
    hurt = [session(6, 4, Status.STOPPED, REACTION._replace(answer=each)) for each in answers]
    of_nerve = [summary_of(each, DAY).has_nerve_sign for each in hurt]
    assert of_nerve == [False, False, False, False, True, True]
