"""A report as a JSON document: every value, and the sentences that the page has."""

from typing import Any

from presspoint.catalogue.tables import Catalogue
from presspoint.listing.fields import fields
from presspoint.listing.report.contents import Contents, CourseDays, DatedSession
from presspoint.listing.report.report import Report
from presspoint.listing.report.sections.pain import pain_of_parts
from presspoint.listing.report.sections.reactions import ReactionOfDay, reactions_of
from presspoint.listing.verdicts import verdict_fields
from presspoint.outcome.scores import Score
from presspoint.safety.profile import Profile


def report_document(catalogue: Catalogue, report: Report, contents: Contents) -> dict[str, Any]:
    """Return the document of `report --json`; it leaves out nothing that has no room on a page."""
    period = contents.period
    return {
        "since": f"{period.first}",
        "until": f"{period.last}",
        "name": contents.name,
        "question": contents.question,
        "verdicts": [verdict_fields(catalogue, each) for each in contents.verdicts],
        "sentences": {
            heading.name.lower(): list(words) for heading, words in report.sections.items()
        },
        "sessions": [_session(each) for each in contents.sessions],
        "courses": [_course(each) for each in contents.courses],
        "weeks": [
            {
                "since": f"{each.part.first}",
                "until": f"{each.part.last}",
                **fields(each, "sessions", "before", "after", "otherwise"),
            }
            for each in pain_of_parts(contents, period.weeks)
        ],
        "pains": [
            {"day": f"{each.day}", **fields(each, "pain", "where")} for each in contents.pains
        ],
        "scores": [_score(each) for each in contents.scores],
        "totals": [
            {"day": f"{each.day}", **fields(each, "questionnaire", "total")}
            for each in contents.totals
        ],
        "reactions": [_reaction(each) for each in reactions_of(contents.sessions)],
        "signs": _signs(contents.profile),
        "conditions": _conditions(contents) if contents.with_conditions else None,
    }


def _session(each: DatedSession) -> dict[str, Any]:
    return {
        "day": f"{each.day}",
        **fields(each.record, "id", "routine", "started", "status", "pain_before", "pain_after"),
        "change": each.change,
    }


def _course(each: CourseDays) -> dict[str, Any]:
    return {
        **fields(each, "title", "asked", "done"),
        "since": f"{each.since}",
        "rested": sorted(map(str, each.rested)),
        "not_done": sorted(map(str, each.not_done)),
    }


def _score(each: Score) -> dict[str, Any]:
    return {
        "day": f"{each.day}",
        "pain": each.pain,
        "kept": each.held_back,
        "activities": [each._asdict() for each in each.activities],
        "change": None if each.change is None else each.change.step,
    }


def _reaction(each: ReactionOfDay) -> dict[str, Any]:
    said = fields(each.reaction, "step", "points", "zones", "side", "answer")
    return {"day": f"{each.session.day}", "session": each.session.record.id, **said}


def _signs(profile: Profile) -> dict[str, Any]:
    asked = profile.checked_on
    found = (profile.urgency or "nothing") if asked else None
    return {"asked": asked and f"{asked}", "found": found}


def _conditions(contents: Contents) -> list[dict[str, Any]]:
    return [
        {"id": each.name, "told": f"{each.on}", "where": [where.words for where in each.where]}
        for each in contents.profile.conditions
    ]
