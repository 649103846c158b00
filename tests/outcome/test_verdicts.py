"""What is no better, worse, or a nerve sign is said: each threshold, from both sides."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presspoint.catalogue.outcome.yardsticks import yardstick, yardsticks
from presspoint.catalogue.tables import Catalogue
from presspoint.outcome.scores import Activity, Questionnaire, Score, Total
from presspoint.outcome.summary import Summary
from presspoint.outcome.verdicts.judge import verdicts
from presspoint.outcome.verdicts.verdict import Verdict, VerdictKind
from presspoint.session.record.endings import Status

MONDAY = date(2026, 1, 5)
NERVE, WORSE, NO_BETTER = VerdictKind


def session(
    day: int, pain: int | None, *, has_reaction: bool = False, has_nerve_sign: bool = False
) -> Summary:
    when = MONDAY + timedelta(day)
    return Summary(
        id=f"{day}",
        routine="lower-back",
        started=f"{when}T21:00:00+01:00",
        day=when,
        status=Status.FINISHED,
        planned_seconds=600,
        seconds=400,
        pain_before=pain,
        pain_after=None,
        change=None,
        has_reaction=has_reaction,
        codes=("BL23",),
        has_nerve_sign=has_nerve_sign,
    )


def score(day: int, pain: int | None = None, kept: int | None = None) -> Score:
    return Score(MONDAY + timedelta(day), pain, kept)


def weekly(*pains: int) -> list[Score]:
    return [score(7 * week, pain) for week, pain in enumerate(pains)]


def odi(*totals: float, days: int = 14) -> list[Total]:
    return [
        Total(MONDAY + timedelta(days * number), Questionnaire.ODI, total)
        for number, total in enumerate(totals)
    ]


def kinds(found: tuple[Verdict, ...]) -> list[VerdictKind]:
    return [each.kind for each in found]


def of_scores(catalogue: Catalogue, scores: list[Score]) -> list[VerdictKind]:
    return kinds(verdicts(catalogue, (), scores, ()))


def test_nothing_is_said_without_answers(catalogue: Catalogue) -> None:
    assert verdicts(catalogue, (), (), ()) == ()


# The figures that matter


@pytest.mark.parametrize(
    ("name", "before", "enough", "too_little"),
    [
        ("pain", 8, 6, 7),  # 2 points
        ("pain", 7, 4.9, 5.1),  # 30 percent, or the 2 points before
        ("pain-before", 3, 2, 3),
        ("rmdq", 20, 15, 16),  # 5 points
        ("rmdq", 10, 7, 8),  # 30 percent
        ("odi", 50, 40, 41),  # 10 points
        ("odi", 20, 14, 14.1),  # 30 percent
    ],
)
def test_a_figure_is_better_from_so_many_points_or_percent_on(
    catalogue: Catalogue, name: str, before: float, enough: float, too_little: float
) -> None:
    of = yardstick(catalogue, name)
    assert of.is_better(before, enough)
    assert not of.is_better(before, too_little)


@pytest.mark.parametrize(
    ("name", "before", "enough", "too_little"),
    [
        ("pain", 7, 9, 8),
        ("pain", 3, 4, 3),
        ("rmdq", 18, 23, 22),
        ("rmdq", 10, 13, 12),
        ("odi", 40, 50, 49),
        ("odi", 20, 26, 25.9),
        ("pain", 0, 2, 1),  # below 2 nothing matters
        ("odi", 5, 10, 9.9),
    ],
)
def test_a_figure_is_worse_from_so_many_points_or_percent_on(
    catalogue: Catalogue, name: str, before: float, enough: float, too_little: float
) -> None:
    of = yardstick(catalogue, name)
    assert of.is_worse(before, enough)
    assert not of.is_worse(before, too_little)


def test_every_figure_has_its_source_and_pegs_is_in_none(catalogue: Catalogue) -> None:
    every = dict(yardsticks(catalogue))
    assert {name for name, each in every.items() if not each.is_judged} == {"peg"}
    assert all("ostelo-2008" in every[name].sources for name in ("pain", "rmdq", "odi"))
    peg = [Total(MONDAY + timedelta(7 * week), Questionnaire.PEG, week) for week in range(9)]
    assert verdicts(catalogue, (), (), peg) == ()


# Worse over two weeks


def test_worse_counts_from_the_second_week_after_on(catalogue: Catalogue) -> None:
    assert of_scores(catalogue, [score(0, 4), score(7, 6)]) == []
    assert of_scores(catalogue, [score(0, 4), score(14, 6)]) == [WORSE]
    assert of_scores(catalogue, [score(0, 4), score(13, 6)]) == []


def test_two_points_or_thirty_percent_are_worse_and_less_is_not(catalogue: Catalogue) -> None:
    assert of_scores(catalogue, [score(0, 8), score(14, 9)]) == []
    assert of_scores(catalogue, [score(0, 8), score(14, 10)]) == [WORSE]
    assert of_scores(catalogue, [score(0, 4), score(14, 5)]) == []
    assert of_scores(catalogue, [score(0, 3), score(14, 4)]) == [WORSE]


def test_what_fell_back_since_is_not_worse_and_what_stays_is(catalogue: Catalogue) -> None:
    assert of_scores(catalogue, weekly(4, 6, 8, 5)) == []
    assert of_scores(catalogue, weekly(4, 6, 8, 8)) == [WORSE]
    assert of_scores(catalogue, weekly(4, 8, 8, 8, 8)) == [WORSE]


def test_a_verdict_says_which_figure_since_when_and_on_what_it_rests(catalogue: Catalogue) -> None:
    (verdict,) = verdicts(catalogue, (), weekly(4, 5, 7), odi(30, 31))
    (difference,) = verdict.differences
    assert difference[:4] == ("pain", "", 4, 7)
    assert (difference.since, difference.until) == (MONDAY, MONDAY + timedelta(14))
    assert (difference.answers, difference.all_answers) == (1, 3)
    assert verdict.sources == ("nhs-back-pain", "presspoint", "ostelo-2008")


def test_an_activity_is_followed_by_its_name(catalogue: Catalogue) -> None:
    def with_socks(day: int, name: str, hard: int) -> Score:
        return score(day, 5)._replace(activities=(Activity(name, hard), Activity("Stairs", 4)))

    scores = [with_socks(0, "socks", 3), with_socks(14, "Socks", 5)]
    (verdict,) = verdicts(catalogue, (), scores, ())
    assert [(each.yardstick, each.about) for each in verdict.differences] == [("activity", "Socks")]


def test_of_a_week_only_the_latest_score_counts(catalogue: Catalogue) -> None:
    mistake = [score(0, 4), score(14, 9), score(15, 4)]
    assert of_scores(catalogue, mistake) == []


def test_a_question_that_is_skipped_later_in_a_week_does_not_take_its_answer_back(
    catalogue: Catalogue,
) -> None:
    scores = [score(0, 4, 3), score(14, 9, 8), score(15, 9, None)]
    (verdict,) = verdicts(catalogue, (), scores, ())
    assert [each.yardstick for each in verdict.differences] == ["pain", "kept"]


# No better after six weeks of use


def test_six_weeks_are_42_days_from_the_first_answer_to_the_last(catalogue: Catalogue) -> None:
    weeks = [score(7 * week, 6) for week in range(6)]
    assert of_scores(catalogue, [*weeks, score(41, 6)]) == []
    assert of_scores(catalogue, [*weeks, score(42, 6)]) == [NO_BETTER]


def test_six_weeks_are_six_different_weeks_with_an_answer(catalogue: Catalogue) -> None:
    assert of_scores(catalogue, [score(14 * each, 6) for each in range(5)]) == []
    assert of_scores(catalogue, [score(14 * each, 6) for each in range(6)]) == [NO_BETTER]


def test_a_change_that_matters_is_an_improvement_and_less_is_none(catalogue: Catalogue) -> None:
    assert of_scores(catalogue, weekly(7, 7, 7, 7, 7, 7, 6)) == [NO_BETTER]
    assert of_scores(catalogue, weekly(7, 7, 7, 7, 7, 7, 5)) == []
    assert of_scores(catalogue, weekly(3, 3, 3, 3, 3, 3, 2)) == []


def test_where_hardly_any_pain_is_there_nothing_is_to_get_better(catalogue: Catalogue) -> None:
    assert of_scores(catalogue, weekly(1, 1, 1, 1, 1, 1, 1)) == []
    assert of_scores(catalogue, weekly(2, 2, 2, 2, 2, 2, 2)) == [NO_BETTER]


def test_a_questionnaire_is_judged_by_its_own_figures(catalogue: Catalogue) -> None:
    assert kinds(verdicts(catalogue, (), (), odi(40, 40, 40, 40, 40, 31))) == [NO_BETTER]
    assert kinds(verdicts(catalogue, (), (), odi(40, 40, 40, 40, 40, 30))) == []


def six_weeks(first: int, last: int, number: int = 5) -> list[Summary]:
    """So many sessions in the first week and in the seventh, one in each week between."""
    early = [session(day, first) for day in range(number)]
    between = [session(7 * week, first) for week in range(1, 6)]
    return [*early, *between, *(session(42 + day, last) for day in range(number))]


def test_sessions_need_five_at_the_end_for_a_median(catalogue: Catalogue) -> None:
    assert kinds(verdicts(catalogue, six_weeks(7, 6), (), ())) == [NO_BETTER]
    assert verdicts(catalogue, six_weeks(7, 5), (), ()) == ()
    two_of_five_are_better = [*six_weeks(7, 7, number=3), session(50, 3), session(51, 3)]
    assert kinds(verdicts(catalogue, two_of_five_are_better, (), ())) == [NO_BETTER]
    assert verdicts(catalogue, [*two_of_five_are_better, session(52, 3)], (), ()) == ()


def test_fewer_than_ten_sessions_are_no_two_medians(catalogue: Catalogue) -> None:
    nine = [session(7 * week, 7) for week in range(9)]
    assert verdicts(catalogue, nine, (), ()) == ()
    assert kinds(verdicts(catalogue, [*nine, session(63, 7)], (), ())) == [NO_BETTER]


def test_sessions_without_an_answer_count_for_nothing(catalogue: Catalogue) -> None:
    assert verdicts(catalogue, [session(day, None) for day in range(99)], (), ()) == ()


def hurting(sessions: list[Summary]) -> list[Summary]:
    return [each._replace(has_reaction=True) for each in sessions]


def test_a_session_with_a_reaction_is_never_an_improvement(catalogue: Catalogue) -> None:
    better = six_weeks(7, 3)
    assert verdicts(catalogue, better, (), ()) == ()
    assert verdicts(catalogue, [*better[:-2], *hurting(better[-2:])], (), ()) == ()
    (verdict,) = verdicts(catalogue, [*better[:-3], *hurting(better[-3:])], (), ())
    (difference,) = verdict.differences
    assert verdict.kind is NO_BETTER
    assert (difference.before, difference.after) == (7, 3), "figures are those that were answered"
    assert difference.reactions == 3


def test_a_reaction_alone_makes_nothing_worse_and_takes_no_early_pain_away(
    catalogue: Catalogue,
) -> None:
    assert verdicts(catalogue, hurting([session(day, 6) for day in range(30)]), (), ()) == ()
    early_hurt = [*hurting(six_weeks(7, 3)[:5]), *six_weeks(7, 3)[5:]]
    assert verdicts(catalogue, early_hurt, (), ()) == ()


def test_a_reaction_is_no_falling_back(catalogue: Catalogue) -> None:
    worse = [session(day, 4 if day < 5 else 7) for day in range(25)]
    assert kinds(verdicts(catalogue, worse, (), ())) == [WORSE]
    back = [session(25 + day, 4) for day in range(3)]
    assert verdicts(catalogue, [*worse, *back], (), ()) == ()
    assert kinds(verdicts(catalogue, [*worse, *hurting(back)], (), ())) == [WORSE]


# Nerve signs


def test_any_nerve_sign_is_said_first_with_its_days(catalogue: Catalogue) -> None:
    sessions = [
        session(9, 3, has_reaction=True, has_nerve_sign=True),
        session(2, None, has_reaction=True, has_nerve_sign=True),
        session(3, 3, has_reaction=True),
    ]
    found = verdicts(catalogue, sessions, weekly(4, 5, 7), ())
    assert kinds(found) == [NERVE, WORSE]
    assert found[0].days == (MONDAY + timedelta(2), MONDAY + timedelta(9))


def test_an_undone_session_counts_for_its_nerve_sign_and_for_nothing_else(
    catalogue: Catalogue,
) -> None:
    numb = session(9, 9, has_reaction=True, has_nerve_sign=True)
    others = [session(day, 4) for day in range(40)]
    kept = [each._replace(undone=True) for each in (numb, *(session(50 + n, 9) for n in range(9)))]
    found = verdicts(catalogue, [*others, *kept], (), ())
    assert kinds(found) == [NERVE]
    assert found[0].days == (MONDAY + timedelta(9),)


# Adding a reaction or a worse score never improves anything

PAINS = st.integers(0, 10)
DAYS = st.integers(0, 70)
SESSIONS = st.lists(
    st.builds(session, DAYS, st.none() | PAINS, has_reaction=st.booleans()), max_size=30
)
SCORES = st.lists(st.builds(score, DAYS, st.none() | PAINS, st.none() | PAINS), max_size=12)


def as_bad(before: tuple[Verdict, ...], after: tuple[Verdict, ...]) -> bool:
    """Whether every verdict, on every yardstick, is still said."""
    said = {(each.kind, of.yardstick) for each in after for of in each.differences}
    yardsticks_before = {(each.kind, of.yardstick) for each in before for of in each.differences}
    return yardsticks_before <= said and set(kinds(before)) <= set(kinds(after))


@given(SESSIONS, DAYS, st.lists(st.none() | PAINS, max_size=6))
def test_later_sessions_with_a_reaction_take_no_verdict_back(
    catalogue: Catalogue, sessions: list[Summary], days: int, pains: list[int | None]
) -> None:
    last = max((each.day for each in sessions), default=MONDAY)
    later = [session((last - MONDAY).days + days, pain, has_reaction=True) for pain in pains]
    before = verdicts(catalogue, sessions, (), ())
    assert as_bad(before, verdicts(catalogue, [*sessions, *later], (), ()))


@given(SESSIONS.filter(bool), st.data())
def test_a_reaction_in_a_session_takes_no_verdict_back_and_makes_no_figure_better(
    catalogue: Catalogue, sessions: list[Summary], data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(sessions) - 1))
    hurt = [*sessions]
    hurt[number] = sessions[number]._replace(has_reaction=True)
    before, after = (verdicts(catalogue, each, (), ()) for each in (sessions, hurt))
    assert as_bad(before, after)
    afterwards = {each.kind: each.differences for each in after}
    for verdict in before:
        for old, new in zip(verdict.differences, afterwards[verdict.kind], strict=True):
            assert new.after == old.after


def latest(scores: list[Score], name: str) -> int:
    """The answer to a question on the last day on which it was answered, as saved last; else 0."""
    answered = [each for each in scores if getattr(each, name) is not None]
    last = max((each.day for each in answered), default=None)
    return next((getattr(each, name) for each in reversed(answered) if each.day == last), 0)


@given(SCORES, st.integers(0, 20), st.none() | PAINS, st.none() | PAINS)
def test_a_worse_score_takes_no_verdict_back(
    catalogue: Catalogue, scores: list[Score], days: int, pain: int | None, held_back: int | None
) -> None:
    last = max((each.day for each in scores), default=MONDAY)
    worse = Score(
        day=last + timedelta(days),
        pain=None if pain is None else max(pain, latest(scores, "pain")),
        held_back=None if held_back is None else max(held_back, latest(scores, "held_back")),
    )
    before = verdicts(catalogue, (), scores, ())
    assert as_bad(before, verdicts(catalogue, (), [*scores, worse], ()))
