"""A profile as lines of text and as a JSON document."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from presspoint.catalogue.tables import Catalogue
from presspoint.safety.profile import ConditionAnswer, Profile, Rest

NOTHING_TOLD = (
    "Nothing is kept about you. presspoint check asks what limits what you may press; "
    "presspoint profile set NAME tells one condition."
)


def profile_lines(catalogue: Catalogue, profile: Profile, today: date) -> Iterator[str]:
    """Yield the check, each condition and each place that rests today, or that there is nothing."""
    rests = profile.resting(today)
    if profile.checked:
        yield check_line(profile)
    elif profile.declined:
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
    if not profile.stopped:
        return f"Checked on {profile.checked}, nothing found."
    stop = f"Stopped on {profile.checked}, {profile.found}"
    return f"{stop}: nothing plays until presspoint check finds nothing."


def profile_document(catalogue: Catalogue, profile: Profile, today: date) -> dict[str, Any]:
    """Return the document of every profile command; a place whose rest has ended is not in it."""
    return {
        "profile": {
            "checked": profile.checked and f"{profile.checked}",
            "found": (profile.found or "nothing") if profile.checked else None,
            "declined": profile.declined,
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
                for rest in profile.resting(today)
            ],
        }
    }


def _condition_line(catalogue: Catalogue, told: ConditionAnswer, today: date) -> str:
    title = catalogue.table("conditions")[told.name]["title"]
    where = f": {', '.join(each.words for each in told.where)}" if told.where else ""
    again = "; asked again at the next routine" if _expired(catalogue, told, today) else ""
    return f"{title} ({told.name}){where}, told on {told.on}{again}"


def _rest_line(catalogue: Catalogue, rest: Rest) -> str:
    known = any(rest.code in catalogue.table(kind) for kind in ("points", "zones"))
    title = catalogue.point(rest.code).title if known else rest.code
    because = f": {rest.because}" if rest.because else ""
    return f"{title} rests until {rest.until}{because}"


def _expired(catalogue: Catalogue, told: ConditionAnswer, today: date) -> bool:
    return told.expired(catalogue.table("conditions")[told.name].get("expires_days", 0), today)
