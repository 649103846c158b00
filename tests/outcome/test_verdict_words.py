"""A verdict is said plainly: what it is, its figures with their days, and whom to see."""

from __future__ import annotations

import json
from datetime import date, timedelta

from presspoint.catalogue.tables import Catalogue
from presspoint.listing.verdicts import verdict_fields, verdict_lines
from presspoint.outcome.verdicts.verdict import Difference, Verdict, VerdictKind

DAY = date(2026, 1, 5)
LATER = DAY + timedelta(42)
FEW = {"": 6, "socks": 9, "stairs": 7}  # how many answers there are of each
PAIN = Difference("pain", "", 7.0, 7.0, DAY, LATER, answers=1, all_answers=7)


def test_a_figure_is_said_with_its_days_and_few_answers_are_called_few(
    catalogue: Catalogue,
) -> None:
    verdict = Verdict(VerdictKind.NO_BETTER, ("ostelo-2008",), (PAIN,))
    sentence, figure, advice = verdict_lines(catalogue, [verdict])
    assert sentence == "After six weeks of use, things are no better."
    assert figure == (
        "Pain in a week: 7 on Monday 5 January 2026, 7 on Monday 16 February 2026. "
        "Only 7 answers so far: too few to be sure."
    )
    assert "doctor or physiotherapist" in advice


def test_twenty_answers_are_not_few_and_nineteen_are(catalogue: Catalogue) -> None:
    for number, few in ((19, True), (20, False)):
        each = PAIN._replace(all_answers=number)
        lines = [*verdict_lines(catalogue, [Verdict(VerdictKind.WORSE, (), (each,))])]
        assert ("few" in lines[1]) is few


def test_few_answers_of_several_figures_are_said_once(catalogue: Catalogue) -> None:
    every = tuple(PAIN._replace(about=each, all_answers=number) for each, number in FEW.items())
    lines = [*verdict_lines(catalogue, [Verdict(VerdictKind.WORSE, (), every)])]
    assert lines[0].endswith(" Only 6 to 9 answers so far: too few to be sure.")
    assert sum("too few" in each for each in lines) == 1
    same = [each._replace(all_answers=6) for each in every]
    lines = [*verdict_lines(catalogue, [Verdict(VerdictKind.WORSE, (), tuple(same))])]
    assert lines[0].endswith(" Only 6 answers so far: too few to be sure.")
    many = every[0]._replace(all_answers=40)
    lines = [*verdict_lines(catalogue, [Verdict(VerdictKind.WORSE, (), (many, every[1]))])]
    assert ["too few" in each for each in lines] == [False, False, True, False]


def test_a_figure_that_is_worse_is_not_called_no_better_as_well(catalogue: Catalogue) -> None:
    other = PAIN._replace(yardstick="kept")
    worse, both = Verdict(VerdictKind.WORSE, (), (PAIN,)), (PAIN._replace(since=LATER), other)
    lines = [*verdict_lines(catalogue, [worse, Verdict(VerdictKind.NO_BETTER, (), both)])]
    assert sum(each.startswith("Pain in a week") for each in lines) == 1
    assert any(each.startswith("After six weeks of use") for each in lines)
    lines = [*verdict_lines(catalogue, [worse, Verdict(VerdictKind.NO_BETTER, (), both[:1])])]
    assert not any(each.startswith("After six weeks of use") for each in lines)


def test_the_medians_of_sessions_are_called_that(catalogue: Catalogue) -> None:
    each = PAIN._replace(yardstick="pain-before", answers=5, all_answers=40)
    lines = [*verdict_lines(catalogue, [Verdict(VerdictKind.WORSE, (), (each,))])]
    assert lines[1].startswith("Pain before a session: 7 in five sessions up to Monday")


def test_what_hurt_among_the_last_five_is_said(catalogue: Catalogue) -> None:
    for number, words in ((1, "In one of the last five something hurt"), (3, "In 3 of the last")):
        each = PAIN._replace(yardstick="pain-before", answers=5, reactions=number)
        lines = [*verdict_lines(catalogue, [Verdict(VerdictKind.NO_BETTER, (), (each,))])]
        assert words in lines[1]


def test_one_nerve_sign_is_said_by_its_day_and_more_by_the_last(catalogue: Catalogue) -> None:
    once, twice = (
        next(verdict_lines(catalogue, [Verdict(VerdictKind.NERVE_SIGN, (), (), days)]))
        for days in ((DAY,), (DAY, LATER))
    )
    assert once.endswith("in a session on Monday 5 January 2026.")
    assert twice.endswith("in 2 sessions, the last on Monday 16 February 2026.")


def test_a_verdict_as_json_has_its_sources_and_says_what_the_lines_say(
    catalogue: Catalogue,
) -> None:
    verdict = Verdict(VerdictKind.WORSE, ("ostelo-2008",), (PAIN._replace(about="socks"),))
    document = json.loads(json.dumps(verdict_fields(catalogue, verdict)))
    assert document["sources"] == ["ostelo-2008"]
    assert document["differences"][0]["about"] == "socks"
    assert document["differences"][0]["since"] == "2026-01-05"
    lines = [*verdict_lines(catalogue, [verdict])]
    assert (document["text"], document["advice"]) == (lines[0], lines[-1])
