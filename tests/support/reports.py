"""What reports are made from: one person who gets better, one who gets worse, and the fullest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from presspoint.catalogue.safety_warnings import Level
from presspoint.listing.report.contents import (
    Contents,
    CourseDays,
    DatedPain,
    DatedSession,
)
from presspoint.listing.report.period import Period
from presspoint.outcome.scores import Activity, Change, Questionnaire, Score, Total
from presspoint.outcome.summary import summary_of
from presspoint.outcome.verdicts.judge import verdicts
from presspoint.outcome.verdicts.verdict import Difference, Verdict, VerdictKind
from presspoint.safety.answers import BodyPlace, ConditionAnswer
from presspoint.safety.profile import Profile
from presspoint.session.record.endings import EndedBy, Status
from presspoint.session.record.records import HoldRecord, Reaction, SessionRecord
from support.profiles import CATALOGUE

ACTIVITIES = ("tie my shoes", "sit at my desk", "carry shopping")
LAST = date(2026, 11, 29)
SIX_WEEKS = Period(date(2026, 10, 19), LAST)
HOLDS = tuple(
    HoldRecord((code,), (), side, 60, 60)
    for code in ("BL23", "BL52", "BL40")
    for side in ("left", "right")
)


def session(
    day: date,
    before: int | None = None,
    after: int | None = None,
    *reactions: Reaction,
    status: Status = Status.FINISHED,
    routine: str = "lower-back",
) -> DatedSession:
    """Return a session of a day, of which the pain before and after was answered."""
    ended_by = {Status.STOPPED: EndedBy.Q, Status.REPORTED: None}.get(status, EndedBy.END)
    record = SessionRecord(
        id=f"{day}-{before}-{after}-{routine}",
        routine=routine,
        started=f"{day}T21:00:00+01:00",
        status=status,
        planned_seconds=600,
        holds=HOLDS,
        pain_before=before,
        pain_after=after,
        ended_by=ended_by,
        reached=6,
        planned_holds=6,
        reactions=reactions,
    )
    return DatedSession(record, summary_of(record, day))


def better() -> Contents:
    """Return six weeks, five days in each, of somebody whose pain goes from 7 to 3."""
    days = [each for each in SIX_WEEKS.days if each.weekday() not in {2, 6}]
    missing = frozenset(SIX_WEEKS.days).difference(days)
    skipped = frozenset(SIX_WEEKS.days[2:3])
    sessions = (
        session(day, 7 - number // 7, 6 - number // 7 - (number % 3 == 0))
        for number, day in enumerate(days)
    )
    return Contents(
        SIX_WEEKS,
        Profile(checked_on=date(2026, 11, 20)),
        tuple(sessions),
        (CourseDays("relaxing", SIX_WEEKS.first, 41, 30, skipped, missing - skipped),),
        (DatedPain(date(2026, 10, 21), 6, "left buttock"), DatedPain(date(2026, 11, 12), 4)),
        tuple(_scores((7, 6, 6, 5, 4, 3), Change.BETTER)),
        (
            Total(date(2026, 10, 19), Questionnaire.RMDQ, 14),
            Total(date(2026, 11, 28), Questionnaire.RMDQ, 8),
        ),
        question="May I start running again, and how far?",
    )


def worse() -> Contents:
    """Return six weeks of somebody whose pain goes from 4 to 7, with reactions and a condition."""
    days = [each for each in SIX_WEEKS.days if each.weekday() in {0, 2, 4}]
    numb = Reaction(2, ("BL40",), (), "left", "numb")
    sore = Reaction(1, ("BL23", "BL52"), (), "both", "sore")
    sessions = [
        session(day, 4 + number // 6, 4 + (number + 3) // 6) for number, day in enumerate(days)
    ]
    sessions[5] = session(days[5], 5, 5, sore)
    sessions[14] = session(days[14], 6, 8, numb, status=Status.STOPPED)
    scores = tuple(_scores((4, 4, 5, 6, 7, 7), Change.WORSE))
    return Contents(
        SIX_WEEKS,
        Profile(
            checked_on=date(2026, 11, 26),
            urgency=Level.SOON,
            conditions=(
                ConditionAnswer("osteoporosis", date(2026, 10, 19)),
                ConditionAnswer("varicose-veins", date(2026, 10, 19), (BodyPlace("left", "knee"),)),
            ),
        ),
        tuple(sessions),
        pains=tuple(DatedPain(each, 7, "left leg") for each in days[-4:]),
        scores=scores,
        verdicts=verdicts(CATALOGUE, (each.summary for each in sessions), scores, ()),
        question="My left foot tingles since the middle of November. What is that?",
    )


def fullest(letter: str = "m", weeks: int = 6) -> Contents:
    """Return what takes the most room: all that a page may have, in the longest words."""
    answers = ("numb", "spreading", "sharp", "sore", "faint", None, "other")
    reactions = [
        Reaction(9, ("BL23", "BL52", "GB30"), ("lower-back-knots",), "left", answers[each % 7])
        for each in range(20)
    ]
    period = Period(LAST - timedelta(7 * weeks), LAST)
    days = period.days
    sessions = [
        session(
            day, 10, 0, *reactions[number : number + 1], status=list(Status)[number % 6],
            routine=f"{letter * 40}-{number % 9}",
        )
        for number, day in enumerate(days)
    ]  # fmt: skip
    title = letter * 60
    names = tuple(f"{letter * 59}{number}" for number in range(3))
    difference = Difference("activity", title, 10, 0, SIX_WEEKS.first, LAST, 5, 6)
    return Contents(
        period,
        Profile(
            checked_on=LAST,
            urgency=Level.SAME_DAY,
            conditions=tuple(
                ConditionAnswer(name, LAST, tuple(BodyPlace("left", "knee") for _ in range(9)))
                for name in CATALOGUE.ids("conditions")
            ),
        ),
        tuple(sessions),
        tuple(CourseDays(title, days[0], 84, 42, frozenset(days[:9])) for _ in range(5)),
        tuple(DatedPain(day, 10, f"{number}{letter * 190}") for number, day in enumerate(days)),
        tuple(_scores((7, 6, 6, 5, 4, 3), Change.LITTLE_WORSE, names)),
        tuple(Total(day, kind, 20) for kind in Questionnaire for day in days),
        (
            Verdict(VerdictKind.NERVE_SIGN, (), days=days),
            *(Verdict(kind, (), (difference,) * 9) for kind in list(VerdictKind)[1:]),
        ),
        name=letter * 60,
        question=letter * 300,
    )


def _scores(
    pains: tuple[int, ...], change: Change, names: tuple[str, ...] = ACTIVITIES
) -> Iterator[Score]:
    for number, pain in enumerate(pains):
        day = SIX_WEEKS.first + timedelta(7 * number)
        activities = tuple(Activity(name, min(10, pain + more)) for more, name in enumerate(names))
        yield Score(day, pain, max(0, pain - 1), activities, change if number == 5 else None)
