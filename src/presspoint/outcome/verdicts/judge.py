"""Every verdict on the sessions and scores of a person."""

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta

from presspoint.catalogue.outcome.verdict_texts import verdict_text
from presspoint.catalogue.outcome.yardsticks import yardstick
from presspoint.catalogue.tables import Catalogue
from presspoint.outcome.scores import Score, Total
from presspoint.outcome.summary import Summary
from presspoint.outcome.verdicts.rules import no_better, worse
from presspoint.outcome.verdicts.series import Series, every_series
from presspoint.outcome.verdicts.verdict import Difference, Verdict, VerdictKind

# Sessions are judged so far back: six weeks that are no better do not show in a shorter time, and a
# nerve sign is not said for good.
JUDGED = timedelta(weeks=12)
RULES: dict[VerdictKind, Callable[[Series], Difference | None]] = {
    VerdictKind.WORSE: worse,
    VerdictKind.NO_BETTER: no_better,
}


def verdicts(
    catalogue: Catalogue,
    sessions: Iterable[Summary],
    scores: Iterable[Score],
    totals: Iterable[Total],
) -> tuple[Verdict, ...]:
    """Return what is to be said plainly, the gravest first; () where nothing is.

    The entries may come in any order, but those of a day as they were saved. A nerve sign counts
    in a session that is undone too: taking a record back gives no feeling back. Raises
    CatalogueError.
    """
    every = tuple(sessions)
    counted = (each for each in every if not each.undone)
    series = tuple(every_series(catalogue, counted, scores, totals))
    return (*_nerve_signs(catalogue, every), *_differences(catalogue, series))


def _nerve_signs(catalogue: Catalogue, sessions: Iterable[Summary]) -> Iterator[Verdict]:
    if days := tuple(sorted(each.day for each in sessions if each.has_nerve_sign)):
        sources = verdict_text(catalogue, VerdictKind.NERVE_SIGN).sources
        yield Verdict(VerdictKind.NERVE_SIGN, sources, days=days)


def _differences(catalogue: Catalogue, series: tuple[Series, ...]) -> Iterator[Verdict]:
    for kind, rule in RULES.items():
        differences = tuple(filter(None, map(rule, series)))
        if differences:
            yield Verdict(kind, _sources(catalogue, kind, differences), differences)


def _sources(
    catalogue: Catalogue, kind: VerdictKind, differences: Iterable[Difference]
) -> tuple[str, ...]:
    """The ids of the sources of a rule and of its yardsticks, once each."""
    of_yardsticks = (
        name for each in differences for name in yardstick(catalogue, each.yardstick).sources
    )
    return tuple(dict.fromkeys((*verdict_text(catalogue, kind).sources, *of_yardsticks)))
