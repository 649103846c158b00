"""What a person answered on how they are is read back as it was saved, and nothing else is."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from presspoint.outcome.scores import (
    Activity,
    Change,
    Pain,
    Questionnaire,
    Score,
    Total,
    latest_of_weeks,
    monday_of,
)
from presspoint.storage.entries import pains, scores
from presspoint.storage.entries.entry import new_entry, save_entries

DAY = date(2026, 11, 25)  # a Wednesday
SCORE = Score(DAY, 6, 4, (Activity("putting on socks", 7),), Change.LITTLE_BETTER)
PAIN = Pain("2026-11-25T21:30:00+01:00", 6, "left buttock", ("hip",), "left")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda each: st.lists(each, max_size=3) | st.dictionaries(st.text(), each, max_size=3),
    max_leaves=5,
)
KEYS = st.sampled_from(
    ("day", "pain", "kept", "activities", "change", "questionnaire", "total", "when", "where")
)


def test_scores_totals_and_pains_are_read_as_they_were_saved() -> None:
    assert (scores.read_scores(), scores.read_totals(), pains.read_pains()) == ([], [], [])
    saved = [scores.save_score(SCORE), scores.save_score(Score(DAY, 5, None))]
    total = scores.save_total(Total(DAY, Questionnaire.PEG, 5.3))
    pain = pains.save_pain(PAIN)
    assert scores.read_scores() == saved
    assert (scores.read_totals(), pains.read_pains()) == ([total], [pain])
    assert (saved[0]._replace(id=""), pain._replace(id="")) == (SCORE, PAIN)


def test_the_earliest_pain_is_first_whatever_the_order_they_were_saved_in() -> None:
    later = pains.save_pain(PAIN)
    earlier = pains.save_pain(PAIN._replace(when="2026-11-25T21:00:00+01:00"))
    assert pains.read_pains() == [earlier, later]


def test_what_is_undone_is_not_read() -> None:
    total = scores.save_total(Total(DAY, Questionnaire.ODI, 32))
    save_entries([new_entry("undone", of=each.id) for each in (total, scores.save_score(SCORE))])
    assert (scores.read_scores(), scores.read_totals()) == ([], [])


def test_a_damaged_entry_costs_only_itself() -> None:
    for wrong in (11, -1, 6.5, "6", True, None):
        save_entries([new_entry("pain", when=PAIN.when, pain=wrong)])
    for wrong in (11, -1, "6", True, 10**400):
        save_entries([new_entry("score", day="2026-11-25", pain=wrong, kept=1)])
    for wrong in ("nan", -1, "x", None, 10**400):
        save_entries([new_entry("total", day="2026-11-25", questionnaire="odi", total=wrong)])
    save_entries([new_entry("score", day="25 November", pain=1), new_entry("pain", pain=3)])
    for wrong in ("yesterday", "20261125T213000", "2026-11-25", "2026-13-25T21:30"):
        save_entries([new_entry("pain", pain=3, when=wrong)])
    save_entries([new_entry("total", day="2026-11-25", questionnaire="other", total=1)])
    score, pain = scores.save_score(SCORE), pains.save_pain(PAIN)
    assert (scores.read_scores(), scores.read_totals(), pains.read_pains()) == ([score], [], [pain])


@given(st.dictionaries(KEYS, JSON, max_size=6))
def test_whatever_an_entry_says_reading_it_never_fails(content: dict[str, object]) -> None:
    for parse in (scores._parse_score, scores._parse_total, pains._parse):
        assert len(list(parse(new_entry("score", **content)))) <= 1


def test_of_each_week_the_latest_counts_and_a_week_begins_on_monday() -> None:
    monday, sunday = date(2026, 11, 23), date(2026, 11, 29)
    assert {monday_of(monday), monday_of(sunday)} == {monday}
    first, second = Score(sunday, 5, 5), Score(monday, 6, 6)
    corrected, next_week = Score(sunday, 4, 4), Score(date(2026, 11, 30), 3, 3)
    every = [next_week, first, second, corrected]
    assert latest_of_weeks(every) == (corrected, next_week)


def test_the_seven_steps_are_saved_as_minus_three_to_three() -> None:
    assert [each.step for each in Change] == [-3, -2, -1, 0, 1, 2, 3]
