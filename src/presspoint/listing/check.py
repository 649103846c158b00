"""The check as lines of text and as a JSON document."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from presspoint.catalogue.conditions import conditions
from presspoint.catalogue.safety_warnings import SafetyWarning, red_flags
from presspoint.catalogue.tables import Catalogue
from presspoint.listing.profile import profile_document
from presspoint.safety.check_pages import HEADINGS, PageKind
from presspoint.safety.profile import Profile


def question_lines(catalogue: Catalogue) -> Iterator[str]:
    """Yield every question under its urgency, with the name that answers it as an option."""
    level = None
    for name, flag in red_flags(catalogue):
        if flag.level is not level:
            level = flag.level
            yield HEADINGS[PageKind(level)]
        yield f"  {name}: {flag.question}"
    yield HEADINGS[PageKind.CONDITION]
    for name, each in conditions(catalogue):
        if not each.of_today:  # asked about at each start
            yield f"  {name}: {each.question}"


def warning_lines(warnings: Iterable[SafetyWarning]) -> Iterator[str]:
    """Yield each warning after its urgency."""
    for each in warnings:
        yield f"{each.level.label}: {each.text}"


def check_document(
    catalogue: Catalogue, profile: Profile, today: date, warnings: Iterable[SafetyWarning] = ()
) -> dict[str, Any]:
    """Return the document of `check --json`: what the profile holds of it, and the warnings."""
    held = profile_document(catalogue, profile, today)["profile"]
    return {name: held[name] for name in ("checked", "found", "conditions")} | {
        "warnings": [each._asdict() for each in warnings]
    }
