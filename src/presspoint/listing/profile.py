"""A profile as lines of text and as a JSON document."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from presspoint.catalogue.conditions import condition
from presspoint.catalogue.tables import Catalogue
from presspoint.safety.profile import ConditionAnswer, Profile, Rest

NOTHING_TOLD = (
    "Nothing is kept about you. presspoint check asks what limits what you may press; "
    "presspoint profile set NAME tells one condition."
)


def profile_lines(catalogue: Catalogue, profile: Profile, today: date) -> Iterator[str]:
    """Yield the check, each condition and each place that rests today, or that there is nothing."""
    rests = profile.rests_on(today)
    if profile.checked_on:
        yield check_line(profile)
    elif profile.check_declined:
        yield "No check yet: you did not want one. presspoint check asks at any time."
    elif not profile.conditions and not rests:
        yield NOTHING_TOLD
    else:
        yield "No check yet. presspoint check asks about warning signs."
    for told in profile.conditions:
        yield _condition_line(catalogue, told, today)
    for rest in rests:
        yield _rest_line(catalogue, rest)


def check_line(profile: Profile) -> str:
    """Return when the check was, and what follows from what it found."""
    if not profile.is_stopped:
        return f"Checked on {profile.checked_on}, nothing found."
    stop = f"Stopped on {profile.checked_on}, {profile.urgency}"
    return f"{stop}: nothing plays until presspoint check finds nothing."


def profile_document(catalogue: Catalogue, profile: Profile, today: date) -> dict[str, Any]:
    """Return the document of every profile command; a place whose rest has ended is not in it."""
    return {
        "profile": {
            "checked": profile.checked_on and f"{profile.checked_on}",
            "found": (profile.urgency or "nothing") if profile.checked_on else None,
            "declined": profile.check_declined,
            "conditions": [
                {
                    "id": told.name,
                    "told": f"{told.on}",
                    "where": [where.words for where in told.where],
                    "expired": _expired(catalogue, told, today),
                }
                for told in profile.conditions
            ],
            "rests": [
                {"code": rest.code, "until": f"{rest.until}", "because": rest.because}
                for rest in profile.rests_on(today)
            ],
        }
    }


def _condition_line(catalogue: Catalogue, told: ConditionAnswer, today: date) -> str:
    title = catalogue.title("conditions", told.name)
    where = f": {', '.join(each.words for each in told.where)}" if told.where else ""
    again = "; asked again at the next routine" if _expired(catalogue, told, today) else ""
    return f"{title} ({told.name}){where}, told on {told.on}{again}"


def _rest_line(catalogue: Catalogue, rest: Rest) -> str:
    title = catalogue.point(rest.code).title if catalogue.has_place(rest.code) else rest.code
    because = f": {rest.because}" if rest.because else ""
    return f"{title} rests until {rest.until}{because}"


def _expired(catalogue: Catalogue, told: ConditionAnswer, today: date) -> bool:
    return told.has_expired(condition(catalogue, told.name).expires_days, today)
