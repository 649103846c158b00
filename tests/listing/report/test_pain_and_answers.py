"""The figures of a report: medians of enough sessions, and nothing that a reaction improves."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint.listing.report.contents import Contents, DatedPain, DatedSession
from presspoint.listing.report.sections.answers import answer_sentences, score_series
from presspoint.listing.report.sections.pain import RULE, pain_of_parts, pain_sentences
from presspoint.outcome.scores import Score
from presspoint.session.record.records import Reaction
from support.reports import SIX_WEEKS, better, session, worse

SORE = Reaction(1, ("BL23",), (), "left", "sore")
DAYS = SIX_WEEKS.days
PAIN = st.integers(0, 10)


def contents(*sessions: DatedSession) -> Contents:
    return Contents(SIX_WEEKS, sessions=sessions)


def test_fewer_than_five_sessions_have_no_median() -> None:
    four = [session(day, 6, 4) for day in DAYS[:4]]
    assert list(pain_sentences(contents(*four))) == [
        "Only 4 sessions can be compared, too few for a median: 6 to 4, 6 to 4, 6 to 4, 6 to 4."
    ]
    five = contents(*four, session(DAYS[4], 6, 7))
    assert list(pain_sentences(five)) == [
        "Change in a session: median -2, middle half -2 to -2 (5 sessions)."
    ]


def test_both_ends_are_compared_where_each_has_five_sessions() -> None:
    assert (
        "Before a session: median 7 in the first two weeks (10 sessions), 4 in the last two "
        "(10 sessions)."
    ) in list(pain_sentences(better()))
    few = contents(*(session(day, 6, 4) for day in (*DAYS[:5], *DAYS[-4:])))
    assert not any("first two weeks" in each for each in pain_sentences(few))


def test_where_something_hurt_the_rule_is_said() -> None:
    assert RULE in pain_sentences(worse())
    assert RULE not in pain_sentences(better())


@given(st.lists(st.tuples(PAIN, PAIN), min_size=1, max_size=20), st.data())
def test_adding_a_reaction_never_makes_a_figure_better(
    pains: list[tuple[int, int]], data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(pains) - 1))
    before = [session(DAYS[each], *pains[each]) for each in range(len(pains))]
    after = [*before]
    after[number] = session(DAYS[number], *pains[number], SORE)
    weeks = zip(
        pain_of_parts(contents(*before), SIX_WEEKS.weeks),
        pain_of_parts(contents(*after), SIX_WEEKS.weeks),
        strict=True,
    )
    for without, with_reaction in weeks:
        assert with_reaction.before == without.before
        both = zip(with_reaction.after, without.after, strict=True)
        assert all(one >= other for one, other in both)


@pytest.mark.parametrize(("number", "words"), [(1, "1 answer, 5."), (2, "2 answers, 5.")])
def test_one_level_of_pain_at_other_times_is_no_range(number: int, words: str) -> None:
    pains = tuple(DatedPain(DAYS[0], 5) for _ in range(number))
    assert f"At other times: {words}" in pain_sentences(Contents(SIX_WEEKS, pains=pains))


def test_pain_at_other_times_has_its_places_the_most_frequent_first() -> None:
    pains = [DatedPain(DAYS[0], each, "Left  leg") for each in (3, 8)]
    pains += [DatedPain(DAYS[1], 2, f"place {each}") for each in range(4)]
    said = list(pain_sentences(Contents(SIX_WEEKS, pains=tuple(pains))))[-2:]
    assert said == [
        "At other times: 6 answers, 2 to 8.",
        "Where: left leg (2 times, up to 8), place 0 (1 time, up to 2), place 1 (1 time, up to 2) "
        "and 2 more.",
    ]


def test_a_series_says_how_it_began_how_it_stands_and_of_how_many_weeks() -> None:
    said = list(answer_sentences(better().scores, better().totals))
    assert said[0] == "Pain: 7 on Mon 19 Oct, 3 on Mon 23 Nov (6 weeks)."
    assert said[-2:] == [
        "All in all, on Mon 23 Nov: better.",
        "RMDQ: 14 on Mon 19 Oct, 8 on Sat 28 Nov.",
    ]


def test_one_answer_is_called_little() -> None:
    first = better().scores[:1]
    assert next(answer_sentences(first, ())).endswith("one answer says little.")


def test_the_activities_that_were_answered_last_are_shown_three_at_most() -> None:
    scores = better().scores
    old = scores[0]._replace(
        day=scores[0].day - timedelta(7),
        activities=(scores[0].activities[0]._replace(name="swim"),),
    )
    titles = [each.title for each in score_series((old, *scores))]
    assert len(titles) == 5
    assert "swim" not in titles


@pytest.mark.parametrize("scores", [(), better().scores])
def test_every_series_has_a_value(scores: tuple[Score, ...]) -> None:
    assert all(each.values for each in score_series(scores))


def test_a_week_has_the_median_of_five_sessions_or_each_of_fewer() -> None:
    sessions = [session(day, 6, number) for number, day in enumerate(DAYS[:5])]
    week = next(pain_of_parts(contents(*sessions), SIX_WEEKS.weeks))
    assert (week.before, week.after) == ((6,), (2,))
    week = next(pain_of_parts(contents(*sessions[:4]), SIX_WEEKS.weeks))
    assert (week.before, week.after) == ((6, 6, 6, 6), (0, 1, 2, 3))
