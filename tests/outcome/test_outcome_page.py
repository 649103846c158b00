"""docs/outcome.md says every threshold as the rules have it, with its source."""

from __future__ import annotations

from pathlib import Path

import pytest

from presspoint.catalogue.outcome.yardsticks import yardsticks
from presspoint.catalogue.tables import Catalogue
from presspoint.listing.verdicts import FEW_ANSWERS
from presspoint.outcome.verdicts.rules import LEAST_WEEKS, SIX_WEEKS, TWO_WEEKS
from presspoint.outcome.verdicts.series import LATEST_SESSIONS, LEAST_SESSIONS

PAGE = (Path(__file__).parents[2] / "docs" / "outcome.md").read_text(encoding="utf-8")
WORDS = {2: "two", 5: "five", 6: "six"}


def test_the_page_has_the_weeks_and_the_numbers_of_the_rules() -> None:
    assert f"{SIX_WEEKS.days} days or more from the first to the last" in PAGE
    assert f"answers in {WORDS[LEAST_WEEKS]} different weeks" in PAGE
    assert f"a week {WORDS[TWO_WEEKS.days // 7]} weeks before or earlier" in PAGE
    assert f"the first {WORDS[LEAST_SESSIONS]}, and the last {WORDS[LEAST_SESSIONS]}" in PAGE
    assert f"fewer than {FEW_ANSWERS} are called few" in PAGE
    assert f"the last {LATEST_SESSIONS} sessions" in PAGE


@pytest.mark.parametrize("name", ["pain", "rmdq", "odi"])
def test_the_page_has_the_points_and_the_source_of_each_yardstick(
    catalogue: Catalogue, name: str
) -> None:
    yardstick = dict(yardsticks(catalogue))[name]
    assert f"| {yardstick.points} of {yardstick.most} | Ostelo and others 2008 |" in PAGE
    assert f"{yardstick.percent} %" in PAGE
    assert yardstick.sources == ("ostelo-2008",)


def test_every_verdict_and_yardstick_is_cited_by_its_sources(catalogue: Catalogue) -> None:
    for kind in ("yardsticks", "verdicts"):
        for each in catalogue.table(kind).values():
            assert set(each["sources"]) <= set(catalogue.ids("sources"))
